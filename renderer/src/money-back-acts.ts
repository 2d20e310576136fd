import type { AppSnapshot, PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Operation } from '../../shared/transaction/operations.ts'
import type { PaymentRecord } from './desk.ts'
import { toShown } from './ui/badge.tsx'

/** What can be done with money that has moved, and by which operation. */
export type MoneyBackAct =
  | { act: 'refund'; operation: 'refund' | 'moToRefund'; mostMinor: number }
  | { act: 'reversal'; operation: 'saleReversal' | 'refundReversal' | 'moToReversal'; amountMinor: number }
  /** `baseMinor`: what was paid without any tip. */
  | { act: 'tip'; baseMinor: number; tipMinor: number }

const REFUNDS: Partial<Record<Operation, 'refund' | 'moToRefund'>> = {
  sale: 'refund',
  saleAndTokenizeCard: 'refund',
  preAuthorizationCapture: 'refund',
  moToSale: 'moToRefund',
}

const REVERSALS: Partial<Record<Operation, 'saleReversal' | 'refundReversal' | 'moToReversal'>> = {
  sale: 'saleReversal',
  saleAndTokenizeCard: 'saleReversal',
  refund: 'refundReversal',
  moToSale: 'moToReversal',
  moToRefund: 'moToReversal',
}

/**
 * The acts that the core would take, as far as the page knows. A reversal works while the bank's batch is open, which nobody
 * tells: it is offered on the day of the payment alone, and the bank says so where it is too late (handpoint-api.md §1.8, §5.5).
 * @param now wall-clock time: decides about what is offered, never about money
 */
export function toMoneyBackActs(
  { payment, standing }: Pick<PaymentRecord, 'payment' | 'standing'>,
  allows: AppSnapshot['allows'],
  now: number,
): MoneyBackAct[] {
  const { operation, state } = payment
  const { moneyState, moves } = toShown(payment, now)
  if (moneyState !== 'charged' || standing.isReversed || standing.isDoneElsewhere || !isNamed(payment)) return []
  const acts: MoneyBackAct[] = []
  const refund = REFUNDS[operation]
  const reversal = REVERSALS[operation]
  const isWhole = standing.refundedMinor === 0
  const isFree = !standing.hasOpenLink
  if (isFree && refund !== undefined && standing.remainingMinor > 0 && isAllowed(refund, allows)) {
    acts.push({ act: 'refund', operation: refund, mostMinor: standing.remainingMinor })
  }
  const isRefund = moves === 'refund'
  if (
    isFree &&
    reversal !== undefined &&
    (isWhole || isRefund) &&
    isToday(payment, now) &&
    isAllowed(reversal, allows)
  ) {
    acts.push({ act: 'reversal', operation: reversal, amountMinor: standing.totalMinor || payment.amountMinor })
  }
  const mayTip = isWhole && !standing.isGivingBack && allows.tipAdjustment
  if (operation === 'sale' && mayTip && 'chargedMinor' in state) {
    acts.push({ act: 'tip', baseMinor: standing.totalMinor - standing.tipMinor, tipMinor: standing.tipMinor })
  }
  return acts
}

/** Whether the bank gave an id by which a later operation could name it (handpoint-api.md §6.31). */
function isNamed({ state }: PaymentSnapshot): boolean {
  return 'outcome' in state && (state.outcome?.transactionId ?? '') !== ''
}

function isAllowed(operation: Operation, { mailOrder }: AppSnapshot['allows']): boolean {
  return mailOrder || !operation.startsWith('moTo')
}

function isToday({ createdAt }: PaymentSnapshot, now: number): boolean {
  return new Date(createdAt).toDateString() === new Date(now).toDateString()
}
