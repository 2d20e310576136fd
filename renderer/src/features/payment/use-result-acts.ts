import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { toShown } from '../../ui/badge.tsx'
import { toName } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useAttempt, type Attempt } from './use-attempt.ts'
import { useReversal, type Reversal } from './use-reversal.ts'

/** What a result can be followed by besides another try. */
export interface ResultActs extends Reversal {
  collectRest: Attempt
}

/** Long enough for any word for "rest" and any number (`sale:start`). */
const LONGEST_REFERENCE = 50

export function useResultActs(payment: PaymentSnapshot, askApproval: AskApproval): ResultActs {
  const text = useText()
  const desk = useDesk()
  const { terminal, currency } = payment
  const { dueMinor } = toShown(payment, payment.updatedAt)

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
  return { collectRest, ...useReversal(payment, askApproval) }
}
