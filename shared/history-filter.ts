import type { Operation } from './transaction/operations.ts'
import type { TransactionState, TransactionStatus } from './transaction/state.ts'
import type { Outcome } from './transaction/terminal-result.ts'
import type { HistoryFilter, HistoryKind, HistoryStateGroup } from './ipc/history.ts'

/** What of an operation decides whether a filter lets it through. */
export interface Filterable {
  createdAt: number
  operation: Operation
  terminal: { serialNumber: string }
  state: TransactionState
}

const GROUPS: Record<TransactionStatus, HistoryStateGroup> = {
  created: 'inDoubt',
  waiting: 'inDoubt',
  cancelling: 'inDoubt',
  checking: 'inDoubt',
  partial: 'inDoubt',
  provisional: 'inDoubt',
  conflict: 'inDoubt',
  approved: 'charged',
  partlyApproved: 'charged',
  done: 'charged',
  notStarted: 'notCharged',
  declined: 'notCharged',
  cancelled: 'notCharged',
  failed: 'notCharged',
  notCharged: 'notCharged',
  settledByManager: 'settled',
}

/** Every operation is in one group at a time. What a manager settled is in a group of its own: it is not the bank's word. */
export function toStateGroup(status: TransactionStatus): HistoryStateGroup {
  return GROUPS[status]
}

const KINDS: Record<Operation, HistoryKind | null> = {
  sale: 'sale',
  saleAndTokenizeCard: 'sale',
  moToSale: 'sale',
  refund: 'refund',
  moToRefund: 'refund',
  saleReversal: 'reversal',
  refundReversal: 'reversal',
  preAuthorizationReversal: 'reversal',
  moToReversal: 'reversal',
  preAuthorization: 'preAuthorization',
  preAuthorizationIncrease: 'preAuthorization',
  preAuthorizationCapture: 'preAuthorization',
  tipAdjustment: 'tip',
  tokenizeCard: null,
  printReceipt: null,
  pingDevice: null,
  stopCurrentTransaction: null,
  deviceCommand: null,
}

/** What people call the operation; null for what moves no money and is in no history. */
export function toHistoryKind(operation: Operation): HistoryKind | null {
  return KINDS[operation]
}

/** Whether everything but the text of a filter lets an operation through. */
export function passesFilter(payment: Filterable, filter: HistoryFilter): boolean {
  const { day, serialNumber, group, kind } = filter
  if (day !== null && (payment.createdAt < day.from || payment.createdAt >= day.until)) return false
  if (serialNumber !== null && payment.terminal.serialNumber !== serialNumber) return false
  if (group !== null && toStateGroup(payment.state.status) !== group) return false
  return kind === null ? toHistoryKind(payment.operation) !== null : toHistoryKind(payment.operation) === kind
}

/** What terminal or bank said of it, as far as its state holds it. */
export function toOutcomes(state: TransactionState): readonly Outcome[] {
  if ('outcomes' in state) return state.outcomes
  return 'outcome' in state && state.outcome !== null ? [state.outcome] : []
}

/** The last four digits of a masked card number, or null where none are known. */
export function toLastFour(maskedNumber: string | null): string | null {
  return /([0-9]{4})\D*$/.exec(maskedNumber ?? '')?.[1] ?? null
}

/** Which way the money goes, for a sign in front of the amount: what leaves the shop is negative. A hold moves none yet. */
export function leavesTheShop(operation: Operation): boolean {
  return ['refund', 'moToRefund', 'saleReversal', 'moToReversal'].includes(operation)
}
