import { quantile } from './statistics.ts'
import { ms, type TimeGate } from './trial.ts'

/** One true callback, with how long the machine meanwhile kept waiting whoever had a part in it. */
export interface CallTime {
  ms: number
  waitedMs: number
}

/** Beyond this wait for a processor or the disk, times say more about the machine than about the till. */
const BUSY_MS = 10
/** With more of them in doubt the others prove nothing either. */
const MOST_IN_DOUBT = 0.2

/**
 * Whether callbacks were answered in time: each on its own, so that a moment in which the machine was busy puts only those in
 * doubt that were late in it. @param mostLate the share that may be late, 0 for none
 */
export function judgeCalls(calls: readonly CallTime[], limitMs: number, mostLate: number): TimeGate {
  const late = calls.filter((call) => call.ms >= limitMs)
  const inDoubt = late.filter(({ waitedMs }) => waitedMs > BUSY_MS)
  const isLate = late.length - inDoubt.length > mostLate * calls.length
  const all = calls.map((call) => call.ms)
  const [p50, p99, worst] = [quantile(all, 0.5), quantile(all, 0.99), Math.max(...all)]
  const doubt =
    inDoubt.length === 0
      ? ''
      : `, ${inDoubt.length} of them while the machine kept processes waiting up to ${ms(Math.max(...inDoubt.map(({ waitedMs }) => waitedMs)))}`
  return {
    holds: !isLate,
    line: `p50 ${ms(p50)}, p99 ${ms(p99)}, slowest ${ms(worst)}, connecting included; ${late.length} of ${calls.length} over ${limitMs} ms${doubt}`,
    isJudged: isLate || inDoubt.length <= MOST_IN_DOUBT * calls.length,
  }
}
