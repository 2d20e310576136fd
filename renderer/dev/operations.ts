import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Operation } from '../../shared/transaction/operations.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import { buildOutcome, buildPayment, charged, now, other, settledAs, watch } from './build-payment.ts'

function build(operation: Operation, state: TransactionState, given: Partial<PaymentSnapshot> = {}): PaymentSnapshot {
  return buildPayment(state, { operation, amountMinor: 2000, original: other, ...given })
}

const approved = { status: 'approved', ...charged, chargedMinor: 2000, outcome: buildOutcome() } as const
const declined = { status: 'declined', basis: 'terminal', outcome: null } as const
const unknown = {
  status: 'checking',
  because: 'terminalUndecided',
  isExhausted: true,
  isCancelRefused: false,
} as const
const checking = { ...unknown, isExhausted: false } as const
const waiting = { status: 'waiting', resultId: null, cancelRefused: false } as const
const waited = { watch: { ...watch, concludesBy: null }, createdAt: now - 380_000 }
const moneyless = { amountMinor: 0, original: null, customerReference: null }

/** Operations other than the sale, in the states whose words they do not share with it. */
export const OPERATIONS: Record<string, PaymentSnapshot> = {
  refundWaiting: build('refund', waiting),
  refunded: build('refund', approved),
  refundDeclined: build('refund', declined),
  refundChecking: build('refund', checking, { watch }),
  refundNotKnown: build('refund', unknown, waited),
  refundNotStarted: build('refund', { status: 'notStarted', reason: 'terminalBusy', text: '' }),
  /** What a manager approved too long ago for another try. */
  approvalTooOld: build('refund', { status: 'notStarted', reason: 'terminalBusy', text: '' }, { original: null }),
  refundSettled: build('refund', settledAs('notCharged')),
  takenBack: build('saleReversal', approved),
  takenBackByGateway: build('saleReversal', { ...approved, basis: 'gateway' }, { channel: 'gateway' }),
  notTakenBack: build('saleReversal', declined),
  reversalOffline: build('saleReversal', { status: 'notStarted', reason: 'terminalOffline', text: '' }),
  reversalGone: build('saleReversal', { status: 'notStarted', reason: 'originalNotFound', text: '' }),
  reversalNotKnown: build('saleReversal', unknown, waited),
  refundTakenBack: build('refundReversal', approved),
  held: build('preAuthorization', approved, { original: null }),
  heldPartly: build(
    'preAuthorization',
    { ...approved, status: 'partlyApproved', chargedMinor: 1500 },
    { original: null },
  ),
  released: build('preAuthorizationReversal', approved),
  captured: build('preAuthorizationCapture', approved),
  tipChanged: build(
    'tipAdjustment',
    { ...approved, chargedMinor: 300, basis: 'gateway' },
    { channel: 'gateway', amountMinor: 300 },
  ),
  printed: build('printReceipt', { status: 'done', outcome: null, basis: 'terminal' }, moneyless),
  pingSilent: build('pingDevice', { status: 'failed', outcome: null, basis: 'silence' }, moneyless),
  printWaiting: build('printReceipt', { ...checking, because: 'noAnswer' }, moneyless),
}
