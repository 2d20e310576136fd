import type { Intent } from '../../../shared/transaction/intent.ts'
import { operationSchema, rulesOf } from '../../../shared/transaction/operations.ts'
import { LONGEST_TRANSACTION_MS } from '../../../shared/transaction/rules.ts'
import { finalStatusSchema, isRefusal, type Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { HistoryEntry } from './answers.ts'
import { toOutcome } from './wire-result.ts'

export type LinkedFinding =
  | { type: 'absent' }
  | { type: 'inProgress' }
  | { type: 'outcome'; outcome: Outcome }
  /** The files do not say: not that it happened, and not that it did not. */
  | { type: 'unclear' }

/** By how much the clocks of till and gateway may differ before one of them is wrong. */
const CLOCKS_DIFFER_MS = 10 * 60_000

const UNDOES: readonly (string | null)[] = [
  'REVERSAL',
  'VOID_SALE',
  'VOID_REFUND',
  'CANCEL_SALE',
  'CANCEL_REFUND',
  'CANCEL_TRX',
  'MOTO_REVERSAL',
]

/** Every type by which some operation is told from another. An entry of any other type could be anything. */
const TELLING_TYPES: ReadonlySet<string> = new Set(
  operationSchema.options.flatMap((operation) => rulesOf(operation).resultTypes),
)

/**
 * Finds a linked operation among all that the gateway has filed under its original's reference (handpoint-api.md §4.6.8):
 * a new entry that names the original, of the right type and amount. It is the only way to it when its answer was lost.
 * @param claimed gateway ids that are known to belong to other operations
 * @param known the gateway id under which it was found before, which no later entry of another till changes
 */
export function findLinked(
  entries: readonly HistoryEntry[],
  intent: Intent,
  claimed: ReadonlySet<string>,
  known: string | null = null,
): LinkedFinding {
  const { original, operation } = intent
  const itself = entries.find(({ transactionId }) => isSame(transactionId, original?.transactionId))
  // Files that do not hold the original prove nothing about what is missing from them.
  if (itself === undefined) return { type: 'unclear' }
  if (operation === 'tipAdjustment') return findTip(itself, intent)

  const others = entries.filter(
    (entry) => entry !== itself && (entry.transactionId === null || !claimed.has(entry.transactionId)),
  )
  const candidates = others.filter((entry) => isCandidate(entry, intent))
  const standing = candidates.filter((entry) => !isRefused(entry) && !isUndone(entry, entries))
  const timely = standing.filter((entry) => isTimely(entry, intent))
  const mine = candidates.find(({ transactionId }) => isSame(transactionId, known))
  if (mine !== undefined && rulesOf(operation).moves !== 'undo') return toFinding(mine, entries)
  // Two for one request: it was done twice, or one of them is somebody else's.
  if (timely.length > 1) return { type: 'unclear' }
  const isUndo = rulesOf(operation).moves === 'undo'
  const [found] = timely
  if (found !== undefined) return isUndo && !isWhole(found, itself) ? { type: 'unclear' } : toFinding(found, entries)
  // The first entry shows the current state: taken back, by whomever (handpoint-api.md §6.33).
  if (isUndo && itself.finStatus === 'CANCELLED') return takenBack(itself)
  const nameless = others.filter((entry) => isNameless(entry, intent))
  if (nameless.some(({ finStatus }) => finStatus === 'IN_PROGRESS')) return { type: 'inProgress' }
  // By its time it is another's; but clocks can be wrong, and no clock on a wall says "not charged" (safety R21).
  if (nameless.length + standing.length > 0) return { type: 'unclear' }
  // What was refused or undone may be another attempt's, of this till or of another with the same key, while this customer still
  // stands at the terminal. Only times of clocks on walls tell them apart, and those decide nothing (safety R21): that nothing
  // moved is proved by rule, only later.
  return isAbsenceTold(itself, operation) ? { type: 'absent' } : { type: 'unclear' }
}

/** A tip changes the sale itself. That it is not there yet proves nothing. */
function findTip(sale: HistoryEntry, { amountMinor }: Intent): LinkedFinding {
  if (sale.tipAmountMinor !== amountMinor || sale.finStatus !== 'AUTHORISED') return { type: 'unclear' }
  return { type: 'outcome', outcome: toOutcome(sale, 'AUTHORISED') }
}

/** Neither before the request nor when nothing that began with it could still be running (handpoint-api.md §4.1). */
function isTimely({ happenedWithin }: HistoryEntry, { createdAt }: Intent): boolean {
  if (happenedWithin === null) return true
  const [earliest, latest] = happenedWithin
  return latest >= createdAt - CLOCKS_DIFFER_MS && earliest <= createdAt + LONGEST_TRANSACTION_MS + CLOCKS_DIFFER_MS
}

function isCandidate(entry: HistoryEntry, { operation, original, amountMinor }: Intent): boolean {
  const { moves, resultTypes } = rulesOf(operation)
  if (!isSame(entry.originalTransactionId, original?.transactionId)) return false
  if (entry.type === null || !resultTypes.includes(entry.type)) return false
  if (moves === 'undo') return true
  return (entry.requestedAmountMinor ?? entry.totalAmountMinor ?? amountMinor) === amountMinor
}

/** Might be this operation, but does not say so: what is in progress is filed with little more than that (handpoint-api.md §1.5). */
function isNameless({ type, originalTransactionId, finStatus }: HistoryEntry, { original }: Intent): boolean {
  const isOpen = finStatus === 'IN_PROGRESS' || finStatus === 'UNDEFINED'
  if (originalTransactionId === null) return isOpen
  return isSame(originalTransactionId, original?.transactionId) && (type === null || !TELLING_TYPES.has(type))
}

/** Whether its absence says anything. Increases are not documented to be filed as entries of their own (handpoint-api.md §1.5). */
function isAbsenceTold({ finStatus }: HistoryEntry, operation: Intent['operation']): boolean {
  if (operation === 'preAuthorizationIncrease' || finStatus === 'IN_PROGRESS' || finStatus === 'UNDEFINED') return false
  if (operation === 'preAuthorizationCapture' && finStatus === 'CAPTURED') return false
  return rulesOf(operation).moves === 'undo' || finStatus !== 'REFUNDED'
}

/** It names no reversal of its own, so nothing but the state can be taken from it. */
function takenBack(itself: HistoryEntry): LinkedFinding {
  const { transactionId: originalTransactionId } = itself
  const known = { ...itself, type: null, transactionId: null, originalTransactionId }
  return { type: 'outcome', outcome: toOutcome(known, 'AUTHORISED') }
}

function toFinding(entry: HistoryEntry, entries: readonly HistoryEntry[]): LinkedFinding {
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  if (entry.finStatus === 'UNDEFINED') return { type: 'unclear' }
  const finStatus = isUndone(entry, entries) ? 'CANCELLED' : entry.finStatus
  return { type: 'outcome', outcome: toOutcome(entry, finStatus) }
}

function isRefused({ finStatus }: HistoryEntry): boolean {
  const final = finalStatusSchema.safeParse(finStatus)
  return final.success && isRefusal(final.data)
}

function isUndone({ transactionId }: HistoryEntry, entries: readonly HistoryEntry[]): boolean {
  return entries.some(
    ({ type, originalTransactionId, finStatus }) =>
      UNDOES.includes(type) && finStatus === 'AUTHORISED' && isSame(originalTransactionId, transactionId),
  )
}

/** Whether a reversal took back all of it; where an amount is not told, it did. */
function isWhole({ totalAmountMinor: undone }: HistoryEntry, { totalAmountMinor: moved }: HistoryEntry): boolean {
  return undone === null || moved === null || undone >= moved
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()
}
