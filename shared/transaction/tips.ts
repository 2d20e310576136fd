import type { TransactionEvent } from './events.ts'
import { isCharge } from './terminal-result.ts'

/**
 * Two places in the journal between which something happened that only others saw. Places tell what came before what; a
 * clock on a wall does not (safety R21).
 */
export interface Span {
  from: number
  to: number
}

/** A tip that was entered later and that the gateway took. */
export interface Tip {
  amountMinor: number
  span: Span
}

/** What a sale is known to have charged, in minor units. */
interface Charge {
  chargedMinor: number
  /** The tip in it that the terminal asked for. */
  tipMinor: number
  /** When the files were read that decided about it; null where the charge was told by a result. */
  filesRead: Span | null
}

/** What was charged in all, and how much of that is tip; in minor units. */
export interface Tipped {
  totalMinor: number
  tipMinor: number
}

/**
 * What was charged with the tips that were entered later: the last replaces every earlier one and the one that the terminal
 * asked for (handpoint-api.md §1.6). Files tell a charge together with the tip that it had when they were read. Where nobody
 * can say which tip was the last, or whether the files had it, the least that was surely charged.
 */
export function withTips({ chargedMinor, tipMinor, filesRead }: Charge, tips: readonly Tip[]): Tipped {
  if (tips.length === 0) return { totalMinor: chargedMinor, tipMinor }
  const replaced = tips.filter(({ span }) => filesRead !== null && !isBefore(filesRead, span))
  const replacedMinor = Math.max(tipMinor, ...replaced.map(({ amountMinor }) => amountMinor))
  const baseMinor = Math.max(0, chargedMinor - replacedMinor)
  // A tip whose answer was lost may have come to the gateway after one that was begun later.
  const perhapsLast = tips.filter(({ span }) => !tips.some((other) => isBefore(span, other.span)))
  const totals = perhapsLast.map(({ amountMinor, span }): Tipped => {
    const isInFiles = filesRead !== null && isBefore(span, filesRead)
    return { totalMinor: isInFiles ? chargedMinor : baseMinor + amountMinor, tipMinor: amountMinor }
  })
  return totals.reduce((least, next) => (next.totalMinor < least.totalMinor ? next : least))
}

/** Whether the one was surely over when the other began. */
function isBefore(one: Span, other: Span): boolean {
  return one.to < other.from
}

/** A fact in its place. */
interface Placed {
  seq: number
  event: TransactionEvent
}

/** When the files were read by which a sale is known: after every result that they had to decide about. */
export function toFilesRead(timeline: readonly Placed[]): Span {
  const result = timeline.findLast(({ event }) => RESULTS.has(event.type))
  const read = timeline.findLast(({ event }) => event.type === 'historyReported')
  return { from: result?.seq ?? 0, to: read?.seq ?? Infinity }
}

/**
 * When a tip was set: after it was begun, which the timeline of its sale tells, and before the first word that called it set.
 * One of which no beginning is known, or whose place is that of a restored journal, may have been set at any time.
 */
export function toTipSpan(reference: string, ofSale: readonly Placed[], ofTip: readonly Placed[]): Span {
  const isRestored = ofTip.some(({ event }) => event.type === 'requestUnanswered' && event.problem === 'restored')
  if (isRestored) return { from: 0, to: Infinity }
  const begun = ofSale.find(({ event }) => event.type === 'linkedBegun' && event.reference === reference)
  const told = ofTip.find(({ event }) => isToldSet(event))
  return { from: begun?.seq ?? 0, to: told?.seq ?? Infinity }
}

const RESULTS: ReadonlySet<TransactionEvent['type']> = new Set(['terminalReported', 'gatewayAnswered'])

function isToldSet(event: TransactionEvent): boolean {
  if (event.type === 'gatewayAnswered') return isCharge(event.outcome.finStatus)
  if (event.type === 'statusReported') {
    return event.answer.known === 'outcome' && isCharge(event.answer.outcome.finStatus)
  }
  return event.type === 'settledByManager' && event.verdict === 'charged'
}
