import { monitorEventLoopDelay } from 'node:perf_hooks'
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
export function gate(holds: boolean, line: string): { line: string; failures: number } {
  return { line: `${holds ? 'ok  ' : 'FAIL'} ${line}`, failures: holds ? 0 : 1 }
}

/** Beyond this wait of a process that does next to nothing, times say more about the machine than about the till. */
const BUSY_MS = 10

/** Watches how long this process is kept waiting for a processor while it measures. */
export function watchMachine() {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  return {
    /** A gate on times: on a machine that is busy elsewhere, or whose disk is, it is printed and not judged. */
    timeGate(holds: boolean, line: string, commitMs = 0): ReturnType<typeof gate> {
      delay.disable()
      const waitedMs = Math.max(delay.percentile(99) / 1e6, commitMs)
      if (holds || waitedMs <= BUSY_MS) return gate(holds, line)
      return { line: `BUSY ${line}; not judged, the machine kept processes waiting ${ms(waitedMs)}`, failures: 0 }
    },
  }
}

export function toReport(name: string, gates: readonly ReturnType<typeof gate>[]): TrialReport {
  const failures = gates.reduce((sum, each) => sum + each.failures, 0)
  return { name, lines: gates.map(({ line }) => line), failures }
}

export const ms = (value: number): string => `${value.toFixed(2)} ms`
