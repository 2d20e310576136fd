import { toSpread } from './percentiles.ts'

/** What a till put on the wire, over both hosts of its cloud. */
export interface RequestRate {
  requests: number
  /** In any window of one second. */
  mostInASecond: number
  /** Answered "too many". */
  refused: number
  /** From a question about a result that was not there yet to the next one of the same payment, p50. */
  betweenMs: number
}

interface Arrival {
  at: number
  method: string
  path: string
  status: number | null
}

const SECOND_MS = 1_000
/** The terminal has no result yet. */
const PENDING = 204

/** @param arrivals in the order in which they came */
export function judgeRequests(arrivals: readonly Arrival[]): RequestRate {
  const crowds = arrivals.map(
    ({ at }, nth) => arrivals.slice(nth).findLastIndex((later) => later.at - at < SECOND_MS) + 1,
  )
  const between = arrivals.flatMap(({ at, path, status }, nth) => {
    if (!path.startsWith('/transaction-result/') || status !== PENDING) return []
    const next = arrivals.slice(nth + 1).find((later) => later.path === path)
    return next === undefined ? [] : [next.at - at]
  })
  return {
    requests: arrivals.length,
    mostInASecond: Math.max(0, ...crowds),
    refused: arrivals.filter(({ status }) => status === 429).length,
    betweenMs: between.length === 0 ? SECOND_MS : toSpread(between).p50,
  }
}
