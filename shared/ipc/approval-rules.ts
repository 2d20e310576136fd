import type { Reference } from '../ids.ts'
import type { Operation } from '../transaction/operations.ts'
import type { TransactionState } from '../transaction/state.ts'
import { isSigned } from '../transaction/view.ts'
import type { ApprovalSubject } from './approval.ts'

/** The operation that a request changes, as far as the rules look at it. */
export interface Changed {
  reference: Reference
  amountMinor: number
  state: TransactionState
}

/** A request, as far as the rules look at it. */
export interface Asked {
  operation: Operation
  original?: Reference | null | undefined
  amountMinor?: number | undefined
}

/**
 * What a manager has to approve before a request is carried out, or null where anybody may do it. Both sides go by this:
 * the page to know when to ask, the core to refuse.
 */
export function toApprovalSubject(request: Asked, changed: Changed | null): ApprovalSubject | null {
  const { operation, amountMinor = 0 } = request
  const reference = changed?.reference ?? null
  if (operation === 'refund') {
    return (request.original ?? null) === null ? { act: 'unlinkedRefund', amountMinor, reference } : null
  }
  if (operation === 'moToSale') return { act: 'mailOrderCharge', amountMinor, reference }
  if (operation === 'moToRefund') return { act: 'mailOrderRefund', amountMinor, reference }
  if (changed === null) return null
  if (operation === 'moToReversal') return { act: 'mailOrderReversal', amountMinor: changed.amountMinor, reference }
  if (operation === 'saleReversal' && isSignedFor(changed)) {
    return { act: 'signedReversal', amountMinor: changed.amountMinor, reference }
  }
  if (operation === 'tipAdjustment' && amountMinor > toPaidMinor(changed)) {
    return { act: 'highTip', amountMinor, reference }
  }
  return null
}

/** What was paid without a tip: of a part only that part, and never more than was asked for. */
function toPaidMinor({ amountMinor, state }: Changed): number {
  if (!('chargedMinor' in state)) return amountMinor
  const tipMinor = 'outcome' in state ? (state.outcome?.tipAmountMinor ?? 0) : 0
  return Math.min(amountMinor, state.chargedMinor - tipMinor)
}

const ACT_OF: Partial<Record<Operation, ApprovalSubject['act']>> = {
  refund: 'unlinkedRefund',
  moToSale: 'mailOrderCharge',
  moToRefund: 'mailOrderRefund',
  moToReversal: 'mailOrderReversal',
  saleReversal: 'signedReversal',
  tipAdjustment: 'highTip',
}

/**
 * What a manager has to approve anew before an operation that was approved a good while ago is tried once more; null where it
 * never needed an approval.
 */
export function toRetrySubject(
  operation: Operation,
  amountMinor: number,
  original: Reference | null,
): ApprovalSubject | null {
  const act = ACT_OF[operation]
  return act === undefined ? null : { act, amountMinor, reference: original }
}

/** What a manager has to approve before a payment is settled: with the verdict and the facts that the manager was shown. */
export function toSettlementSubject(
  { reference, amountMinor }: Pick<Changed, 'reference' | 'amountMinor'>,
  { verdict, shown }: { verdict: 'charged' | 'notCharged'; shown: number },
): ApprovalSubject {
  return { act: verdict === 'charged' ? 'settlementCharged' : 'settlementNotCharged', amountMinor, reference, shown }
}

/** Whether the customer signed for it, so that what becomes of it is for a manager to say. */
export function isSignedFor({ state }: Pick<Changed, 'state'>): boolean {
  return 'outcome' in state && isSigned(state)
}
