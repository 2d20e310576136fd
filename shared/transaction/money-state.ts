import type { MoneyState } from '../errors.ts'
import type { TransactionState } from './state.ts'

/** What is known about the customer's money: three words only. */
export function toMoneyState(state: TransactionState): MoneyState {
  switch (state.status) {
    case 'approved':
    case 'partlyApproved':
      return 'charged'
    case 'notStarted':
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'notCharged':
      return 'notCharged'
    case 'settledByManager':
      return state.verdict
    case 'created':
    case 'waiting':
    case 'cancelling':
    case 'checking':
    case 'partial':
    case 'provisional':
    case 'conflict':
      return 'unknown'
  }
}
