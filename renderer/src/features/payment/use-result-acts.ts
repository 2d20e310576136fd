import { useRef } from 'react'
import { toApprovalSubject } from '../../../../shared/ipc/approval-rules.ts'
import type { Grant } from '../../../../shared/ipc/approval.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { toShown } from '../../ui/badge.tsx'
import { toName, toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useAttempt, type Attempt } from './use-attempt.ts'

/** What a result can be followed by besides another try. */
export interface ResultActs {
  collectRest: Attempt
  reverse: Attempt
  /** Takes back what was charged; a manager approves first where that is needed, and says why where no act has said it. */
  askAndReverse: (because: 'signature' | null) => Promise<void>
}

/** Long enough for any word for "rest" and any number (`sale:start`). */
const LONGEST_REFERENCE = 50

export function useResultActs(payment: PaymentSnapshot, askApproval: AskApproval): ResultActs {
  const text = useText()
  const desk = useDesk()
  const { reference, terminal, currency } = payment
  const { dueMinor, chargedMinor } = toShown(payment, payment.updatedAt)
  const grant = useRef<Grant | undefined>(undefined)

  const collectRest = useAttempt(payment, async (requestKey) => {
    const rest = text.say('rest.reference', { name: toName(payment, text) }).slice(0, LONGEST_REFERENCE)
    // Asked whether the same amount is meant again, nobody answers here: most likely this rest was collected already.
    return desk.bridge.call('sale:start', {
      requestKey,
      terminal,
      amountMinor: dueMinor,
      currency,
      customerReference: payment.customerReference ?? rest,
    })
  })
  const request = { operation: 'saleReversal', original: reference, channel: 'terminal' } as const
  const reverse = useAttempt(payment, (requestKey) =>
    desk.bridge.call('operation:start', { ...request, requestKey, approval: grant.current }),
  )
  return {
    collectRest,
    reverse,
    async askAndReverse(because) {
      const subject = toApprovalSubject(request, payment)
      if (subject !== null) {
        const amount = text.money(chargedMinor ?? payment.amountMinor, currency)
        const reason = because === 'signature' ? text.say('signature.reason') : null
        const given = await askApproval({
          subject,
          what: text.say('reverse.what', { what: toWhat(payment, text) }),
          amount,
          reason,
        })
        if (given === null) return
        grant.current = given
      }
      reverse.begin()
    },
  }
}
