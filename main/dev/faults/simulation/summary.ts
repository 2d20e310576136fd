import { count, mergeInto, type Tally } from './tally.ts'
import type { Verdict } from './schedule.ts'
import type { Violation } from './violations.ts'

/** What many schedules came to. */
export interface Summary {
  schedules: number
  tally: Tally
  virtualMs: number
  /** The longest that a payment took to be final or a person's, once nothing was in its way. */
  settledAfterMs: number
  /** The first violations of each seed that has any, by seed. */
  failures: { seed: number; violations: Violation[] }[]
  /** Processor time of the threads that ran them, in milliseconds. */
  cpuMs: number
}

export function emptySummary(): Summary {
  return {
    schedules: 0,
    tally: new Map(),
    virtualMs: 0,
    settledAfterMs: 0,
    failures: [],
    cpuMs: 0,
  }
}

export function addVerdict(summary: Summary, verdict: Verdict): void {
  summary.schedules += 1
  summary.virtualMs += verdict.virtualMs
  summary.settledAfterMs = Math.max(summary.settledAfterMs, verdict.settledAfterMs)
  mergeInto(summary.tally, verdict.tally)
  if (verdict.violations.length > 0) {
    summary.failures.push({ seed: verdict.seed, violations: verdict.violations.slice(0, 3) })
  }
}

export function addSummary(summary: Summary, other: Summary): void {
  summary.schedules += other.schedules
  summary.virtualMs += other.virtualMs
  summary.cpuMs += other.cpuMs
  summary.settledAfterMs = Math.max(summary.settledAfterMs, other.settledAfterMs)
  mergeInto(summary.tally, other.tally)
  summary.failures.push(...other.failures)
  summary.failures.sort((one, next) => one.seed - next.seed)
}

const DAY_MS = 24 * 60 * 60_000
const MOST_SHOWN = 20

/** The report, line by line. `wallMs`: how long it took on the clock; `jobs`: on how many threads. */
export function describeSummary(summary: Summary, wallMs: number, jobs: number): string[] {
  const { schedules, tally, failures, cpuMs } = summary
  const perSecond = Math.round((1_000 * schedules) / wallMs)
  const [faults, ends] = split(tally)
  const lines = [
    `${schedules.toString()} schedules in ${(wallMs / 1_000).toFixed(1)} s on ${jobs.toString()} threads: ${perSecond.toString()} a second`,
    `${Math.round((1_000 * schedules) / cpuMs).toString()} schedules a second and core (${Math.round((1_000 * cpuMs) / schedules).toString()} µs of processor time each)`,
    `${(summary.virtualMs / DAY_MS).toFixed(0)} days of virtual time; the longest wait for an outcome ${(summary.settledAfterMs / 60_000).toFixed(1)} min after nothing stood in its way`,
    '',
    ...faults,
    '',
    ...ends,
    '',
    `violations: ${failures.reduce((sum, { violations }) => sum + violations.length, 0).toString()} in ${failures.length.toString()} seeds`,
  ]
  for (const { seed, violations } of failures.slice(0, MOST_SHOWN)) {
    for (const { rule, text } of violations) lines.push(`  seed ${seed.toString()}: ${rule} ${text}`)
  }
  const [first] = failures
  if (first !== undefined)
    lines.push(`first failing seed: ${first.seed.toString()} (--seed ${first.seed.toString()} tells its story)`)
  return lines
}

/** Faults apart from what became of the payments. */
function split(tally: Tally): [string[], string[]] {
  const outcomes: Tally = new Map()
  const faults: Tally = new Map()
  for (const [kind, times] of tally) count(isOutcome(kind) ? outcomes : faults, kind, times)
  return [toLines(faults), toLines(outcomes)]
}

function isOutcome(kind: string): boolean {
  return /^(?:ended|excused|operations|messages|commits|settled)/.test(kind)
}

function toLines(tally: Tally): string[] {
  return [...tally]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, times]) => `${times.toString().padStart(10)}  ${kind}`)
}
