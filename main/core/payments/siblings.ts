import type { Reference } from '../../../shared/ids.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { PaymentRow } from '../journal/journal.ts'
import type { Siblings } from './contact.ts'

/** What is known of the other operations on one original, so that none of their entries is taken for this one's. */
export function toSiblings(
  others: readonly PaymentRow[],
  read: (reference: Reference) => Transaction | null,
): Siblings {
  const known = others.map((row) => ({ row, ids: idsOf(read(row.intent.reference)) }))
  return {
    claimed: new Set(known.flatMap(({ ids }) => ids)),
    hasOpen: others.some(({ state }) => isOpen(state)),
    hasUnnamed: known.some(
      ({ row: { state }, ids }) =>
        state.status === 'settledByManager' && state.verdict === 'charged' && ids.length === 0,
    ),
  }
}

/** Every gateway id that was ever heard of an operation, by whatever way. */
function idsOf(transaction: Transaction | null): string[] {
  if (transaction === null) return []
  const { results, status } = transaction.evidence
  const outcomes = [...results.map(({ outcome }) => outcome), ...(status === null ? [] : [status.outcome])]
  return outcomes.flatMap(({ transactionId }) => (transactionId === null ? [] : [transactionId]))
}
