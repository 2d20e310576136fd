import { toApprovalSubject, toRetrySubject } from '../../../../shared/ipc/approval-rules.ts'
import type { ApprovalSubject, Grant } from '../../../../shared/ipc/approval.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { pressApproved } from './press-approved.ts'
import { toReversalWithoutTerminal } from './reversal-without-terminal.ts'
import { useAttempt, type Attempt } from './use-attempt.ts'

/** The same thing once more: in the same way, or without the terminal. A manager is asked again where that was long ago. */
export function useNewAttempts(
  payment: PaymentSnapshot,
  askApproval: AskApproval,
): { retry: Attempt; bypass: Attempt } {
  const text = useText()
  const desk = useDesk()
  const { reference, operation, amountMinor, currency, original } = payment
  const reversal = toReversalWithoutTerminal(payment)

  const ask = async (subject: ApprovalSubject | null, because?: string): Promise<Grant | null> => {
    if (subject === null) return null
    const amount = amountMinor === 0 ? null : text.money(amountMinor, currency)
    return askApproval({ subject, what: toWhat(payment, text), amount, reason: null, because })
  }
  /** What is taken back decides about it: the page does not know that payment yet. */
  const askForReversal = async (): Promise<Grant | null> => {
    if (reversal === null) return null
    const found = await desk.bridge.call('payment:read', { reference: reversal.original })
    return found.ok ? ask(toApprovalSubject({ operation: reversal.operation }, found.value.payment)) : null
  }
  const retry = useAttempt(payment, (requestKey) =>
    pressApproved(
      (approval) => desk.bridge.call('payment:retry', { reference, requestKey, approval }),
      () => ask(toRetrySubject(operation, amountMinor, original), text.say('approval.again')),
    ),
  )
  const bypass = useAttempt(
    payment,
    reversal &&
      ((requestKey) =>
        pressApproved((approval) => {
          if (reversal.operation === 'refundReversal') {
            return desk.bridge.call('operation:start', { ...reversal, requestKey })
          }
          return desk.bridge.call('operation:start', { ...reversal, requestKey, approval })
        }, askForReversal)),
  )
  return { retry, bypass }
}
