import type { TillProcess } from './till-process.ts'

/** What one trial says: lines for a person, and how many of its gates it failed. */
export interface TrialReport {
  name: string
  lines: string[]
  failures: number
}

export interface TrialOptions {
  /** Fuzzed bodies. */
  bodies: number
  floodSeconds: number
  /** Timed requests that do not authenticate. */
  samples: number
  seed: number
}

export type Trial = (till: TillProcess, options: TrialOptions) => Promise<TrialReport>

/** A line and whether its gate holds. */
export interface Gate {
  line: string
  failures: number
}

export function gate(holds: boolean, line: string): Gate {
  return { line: `${holds ? 'ok  ' : 'FAIL'} ${line}`, failures: holds ? 0 : 1 }
}

/** One attempt at gates of which some are about times. */
export interface Attempt {
  /** Whatever the machine does besides. */
  gates: readonly Gate[]
  times: readonly TimeGate[]
}

export interface TimeGate {
  holds: boolean
  line: string
  /** False where the machine was so busy elsewhere that the times are no proof for or against the till. */
  isJudged: boolean
}

const MOST_ATTEMPTS = 5

/** Tries again while times cannot be judged. What never could be was not shown, and counts as a failure. */
export async function judgeTimes(attempt: () => Promise<Attempt>): Promise<Gate[]> {
  const told: Gate[] = []
  for (let nth = 1; nth <= MOST_ATTEMPTS; nth += 1) {
    const { gates, times } = await attempt()
    const judged = times.filter(({ isJudged }) => isJudged).map(({ holds, line }) => gate(holds, line))
    const busy = times
      .filter(({ isJudged }) => !isJudged)
      .map(({ line }) => ({ line: `BUSY ${line}; attempt ${nth} is not judged`, failures: 0 }))
    const isFailed = [...gates, ...judged].some(({ failures }) => failures > 0)
    if (isFailed || busy.length === 0) return [...told, ...gates, ...judged, ...busy]
    told.push(...busy)
  }
  return [...told, gate(false, `never judged: the machine was too busy in each of ${MOST_ATTEMPTS} attempts`)]
}

export function toReport(name: string, gates: readonly Gate[]): TrialReport {
  const failures = gates.reduce((sum, each) => sum + each.failures, 0)
  return { name, lines: gates.map(({ line }) => line), failures }
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`
