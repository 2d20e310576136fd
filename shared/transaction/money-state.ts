import type { MoneyState } from '../errors.ts'
import { movesMoney, type Operation } from './operations.ts'
import type { TransactionState } from './state.ts'

/**
 * What is known about the money of an operation: three words only, and `none` where no money can move. `charged` means that
 * it moved as the operation moves it: a refund's went to the customer, a pre-authorisation's is held.
 */
export function toMoneyState(operation: Operation, state: TransactionState): MoneyState {
  if (!movesMoney(operation)) return 'none'
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
    case 'done':
      return 'none'
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
