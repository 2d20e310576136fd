import type { AppSnapshot, PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from '../../desk.ts'
import { toMoneyBackActs } from '../../money-back-acts.ts'
import { toShown } from '../../ui/badge.tsx'
import { isSignatureAsked } from './with-signature.ts'

/** What can be done about a signature that does not match: take the sale back, or something else, which is said. */
export type SignatureWay = 'reverse' | 'refund' | 'wait' | 'manager'

/** Whether a signature waits for somebody who compares it: nobody has dealt with the result that asked for it. */
export function isSignatureUnanswered(payment: PaymentSnapshot): boolean {
  return payment.news !== null && isSignatureAsked(toShown(payment, payment.updatedAt))
}

/**
 * What the page of a payment asks about its signature; null where nothing is to be asked: somebody has answered, or the
 * customer has the money back already.
 * @param now wall-clock time: decides about what is offered, never about money
 */
export function toSignatureWay(
  payment: PaymentSnapshot,
  standing: PaymentRecord['standing'],
  allows: AppSnapshot['allows'],
  now: number,
): SignatureWay | null {
  const isBack = standing.isReversed || (standing.totalMinor > 0 && standing.remainingMinor === 0)
  if (isBack || !isSignatureUnanswered(payment)) return null
  const acts = toMoneyBackActs({ payment, standing }, allows, now).map(({ act }) => act)
  if (acts.includes('reversal')) return 'reverse'
  if (standing.hasOpenLink) return 'wait'
  return acts.includes('refund') ? 'refund' : 'manager'
}
