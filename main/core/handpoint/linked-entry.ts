import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import type { Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { HistoryEntry } from './answers.ts'

export type LinkedFinding =
  | { type: 'absent' }
  | { type: 'inProgress' }
  | { type: 'outcome'; outcome: Outcome }
  /** The files do not say: not that it happened, and not that it did not. */
  | { type: 'unclear' }

/** Clocks of till and gateway differ; what was filed long before the start is another operation's. */
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

/**
 * Finds a linked operation among all that the gateway has filed under its original's reference (handpoint-api.md §4.6.8):
 * a new entry that names the original, of the right type and amount. It is the only way to it when its answer was lost.
 * @param claimed gateway ids that are known to belong to other operations
 */
export function findLinked(
  entries: readonly HistoryEntry[],
  intent: Intent,
  claimed: ReadonlySet<string>,
): LinkedFinding {
  const { original, operation } = intent
  const itself = entries.find(({ transactionId }) => isSame(transactionId, original?.transactionId))
  // Files that do not hold the original prove nothing about what is missing from them.
  if (itself === undefined) return { type: 'unclear' }
  if (operation === 'tipAdjustment') return findTip(itself, intent)

  const found = entries.filter((entry) => isCandidate(entry, intent, claimed)).at(-1)
  if (found !== undefined) return toFinding(found, entries)
  if (rulesOf(operation).moves === 'undo') {
    // The first entry shows the current state: taken back, by whomever (handpoint-api.md §6.33).
    if (itself.finStatus === 'CANCELLED') return toFinding({ ...itself, finStatus: 'AUTHORISED' }, [])
  } else if (itself.finStatus === 'REFUNDED' || itself.finStatus === 'IN_PROGRESS') return { type: 'unclear' }
  return { type: 'absent' }
}

/** A tip changes the sale itself. That it is not there yet proves nothing. */
function findTip(sale: HistoryEntry, { amountMinor }: Intent): LinkedFinding {
  if (sale.tipAmountMinor !== amountMinor || sale.finStatus !== 'AUTHORISED') return { type: 'unclear' }
  return { type: 'outcome', outcome: { ...sale, finStatus: 'AUTHORISED' } }
}

function isCandidate(entry: HistoryEntry, intent: Intent, claimed: ReadonlySet<string>): boolean {
  const { moves, resultTypes } = rulesOf(intent.operation)
  if (!isSame(entry.originalTransactionId, intent.original?.transactionId)) return false
  if (entry.type === null || !resultTypes.includes(entry.type)) return false
  if (entry.transactionId !== null && claimed.has(entry.transactionId)) return false
  if (entry.happenedAt !== null && entry.happenedAt < intent.createdAt - CLOCKS_DIFFER_MS) return false
  if (moves === 'undo') return true
  return (entry.requestedAmountMinor ?? entry.totalAmountMinor ?? intent.amountMinor) === intent.amountMinor
}

function toFinding(entry: HistoryEntry, entries: readonly HistoryEntry[]): LinkedFinding {
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  if (entry.finStatus === 'UNDEFINED') return { type: 'unclear' }
  const isUndone = entries.some(
    ({ type, originalTransactionId, finStatus }) =>
      UNDOES.includes(type) && finStatus === 'AUTHORISED' && isSame(originalTransactionId, entry.transactionId),
  )
  return { type: 'outcome', outcome: { ...entry, finStatus: isUndone ? 'CANCELLED' : entry.finStatus } }
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()
}
