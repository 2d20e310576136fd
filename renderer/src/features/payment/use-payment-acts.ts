import type { AppError } from '../../../../shared/errors.ts'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentAction } from '../../../../shared/transaction/view.ts'
import type { AskApproval } from '../../approval.ts'
import { useDesk } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { useNewAttempts } from './use-new-attempts.ts'
import { useResultActs } from './use-result-acts.ts'

/** What can be done with a payment: one act at a time, each sent once. */
export interface PaymentActs {
  act: (action: PaymentAction) => void
  pending: PaymentAction | null
  failure: AppError | null
  /** Nobody answered for a new attempt, so that it may run: `tryAgain` looks at that same one again. */
  isAttemptInDoubt: boolean
}

interface Around {
  /** What is under this screen from now on, before main has freed it: whatever is opened meanwhile stays open. */
  onLeaving: () => void
  /** A manager wants to settle it: the panel for that is the frame's. */
  onSettle: () => void
  /** What could not be taken back is refunded: its panel is the frame's too. */
  onRefund: (original: Reference) => void
  onAskApproval: AskApproval
  onSignatureMatches: () => void
  /** The signature is still asked about: whoever goes on now leaves the result for somebody to look at. */
  isUnanswered: boolean
}

/** Acts by which another operation begins, any of which can be left in doubt. */
const ATTEMPTS = ['tryAgain', 'withoutTerminal', 'collectRest', 'reverse'] as const

/** The acts of the payment on the till's screen. */
export function usePaymentActs(payment: PaymentSnapshot, around: Around): PaymentActs {
  const { reference, news } = payment
  const desk = useDesk()
  const { onLeaving, onSettle, onRefund, onAskApproval, onSignatureMatches, isUnanswered } = around
  const cancel = useCommand('payment:cancel')
  const check = useCommand('payment:check')
  const leave = useCommand('payment:leave')
  const leaveForRefund = useCommand('payment:leave')
  const { retry, bypass } = useNewAttempts(payment, onAskApproval)
  const { collectRest, reverse, askAndReverse } = useResultActs(payment, onAskApproval)

  const take = (changed: PaymentSnapshot | null) => {
    if (changed !== null) desk.takePayment(changed)
  }
  const goOn = async (by: typeof leave) => {
    onLeaving()
    const app = await by.run({ reference, news: isUnanswered ? null : (news?.number ?? null) })
    if (app !== null) desk.takeApp(app)
    return app !== null
  }
  const commands = { cancel, checkNow: check, leave, refundInstead: leaveForRefund }
  const attempts = { tryAgain: retry, withoutTerminal: bypass, collectRest, reverse }
  const all = [cancel, check, leave, leaveForRefund, retry, bypass, collectRest, reverse]
  const inDoubt = ATTEMPTS.find((name) => attempts[name].isInDoubt) ?? null
  const beginning = ATTEMPTS.find((name) => attempts[name].isPending) ?? null
  const running =
    (['cancel', 'checkNow', 'leave', 'refundInstead'] as const).find((name) => commands[name].isPending) ?? null
  // What is in doubt is looked at again by one button, whichever began it.
  const pending = running ?? (beginning === null || inDoubt === null ? beginning : 'tryAgain')
  return {
    pending,
    failure: all.map((command) => command.failure).find((failure) => failure !== null) ?? null,
    isAttemptInDoubt: inDoubt !== null,
    act(action) {
      if (pending !== null) return
      for (const command of all) command.forget()
      switch (action) {
        case 'cancel':
          return void cancel.run({ reference }).then(take)
        case 'checkNow':
          return void check.run({ reference }).then(take)
        case 'tryAgain':
          return attempts[inDoubt ?? 'tryAgain'].begin()
        case 'withoutTerminal':
          return bypass.begin()
        case 'collectRest':
          return collectRest.begin()
        case 'reverse':
          return void askAndReverse(null)
        case 'signatureFails':
          return void askAndReverse('signature')
        case 'signatureMatches':
          return onSignatureMatches()
        case 'settle':
          return onSettle()
        case 'leave':
        case 'done':
          return void goOn(leave)
        case 'refundInstead': {
          const { original } = payment
          if (original === null) return
          return void goOn(leaveForRefund).then((hasGone) => (hasGone ? onRefund(original) : undefined))
        }
      }
    },
  }
}
