import { matchesHistory } from '../../shared/history-matches.ts'
import { readMeanings } from '../../shared/history-meanings.ts'
import { historyListContract } from '../../shared/ipc/history.ts'
import type { CommandOutput } from '../../shared/ipc/contract.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'

/** What of some payments a filter lets through, as a core would answer. */
export function listFixtures(payments: readonly PaymentSnapshot[], input: unknown): CommandOutput<'history:list'> {
  const { filter, isCounted } = historyListContract.input.parse(input)
  const meanings = readMeanings(filter.text, { currency: 'EUR', locale: 'en' })
  const found = payments.filter((payment) => matchesHistory(payment, filter, meanings))
  return {
    payments: found,
    cursor: null,
    total: isCounted ? { count: found.length, isMore: false } : null,
    search: { status: 'ready' },
  }
}
