import { useRef } from 'react'
import { toApprovalSubject } from '../../../../shared/ipc/approval-rules.ts'
import type { Grant } from '../../../../shared/ipc/approval.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { toShown } from '../../ui/badge.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { acknowledge } from './use-acknowledged.ts'
import { useAttempt, type Attempt } from './use-attempt.ts'

/** The whole of a sale, taken back on its terminal. */
export interface Reversal {
  reverse: Attempt
  /** Takes back what was charged; a manager approves first where that is needed, and says why where no act has said it. */
  askAndReverse: (because: 'signature' | null) => Promise<void>
}

/**
 * What the sale's news was when this was drawn is seen once the reversal runs, and not by the press: one that did not begin
 * answers no signature.
 */
export function useReversal(payment: PaymentSnapshot, askApproval: AskApproval): Reversal {
  const text = useText()
  const desk = useDesk()
  const grant = useRef<Grant | undefined>(undefined)
  const request = { operation: 'saleReversal', original: payment.reference, channel: 'terminal' } as const
  const { reference, news } = payment
  const reverse = useAttempt({ ...payment, news: null }, async (requestKey) => {
    const reply = await desk.bridge.call('operation:start', { ...request, requestKey, approval: grant.current })
    if (reply.ok && news !== null) void acknowledge(desk, reference, news.number)
    return reply
  })
  return {
    reverse,
    async askAndReverse(because) {
      const subject = toApprovalSubject(request, payment)
      if (subject !== null) {
        const { chargedMinor } = toShown(payment, payment.updatedAt)
        const amount = text.money(chargedMinor ?? payment.amountMinor, payment.currency)
        const reason = because === 'signature' ? text.say('signature.reason') : null
        const what = text.say('reverse.what', { what: toWhat(payment, text) })
        const given = await askApproval({ subject, what, amount, reason })
        if (given === null) return
        grant.current = given
      }
      reverse.begin()
    },
  }
}
