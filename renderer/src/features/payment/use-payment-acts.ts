import type { AppError } from '../../../../shared/errors.ts'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentAction } from '../../../../shared/transaction/view.ts'
import { useDesk } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { useRetry } from './use-retry.ts'

/** What can be done with a payment: one act at a time, each sent once. */
export interface PaymentActs {
  act: (action: PaymentAction) => void
  pending: PaymentAction | null
  failure: AppError | null
  /** Nobody answered for another try, so that it may run: `tryAgain` looks at that same one again. */
  isRetryInDoubt: boolean
}

/** The acts of the payment on the till's screen. `onLeft` is called once the till's screen is free again. */
export function usePaymentActs(reference: Reference, onLeft: () => void): PaymentActs {
  const desk = useDesk()
  const cancel = useCommand('payment:cancel')
  const check = useCommand('payment:check')
  const retry = useRetry(reference)
  const leave = useCommand('payment:leave')

  const take = (payment: PaymentSnapshot | null) => {
    if (payment !== null) desk.takePayment(payment)
  }
  const goOn = async () => {
    const app = await leave.run({ reference })
    if (app === null) return
    desk.takeApp(app)
    onLeft()
  }
  const commands = { cancel, checkNow: check, tryAgain: retry, leave, done: leave }
  const all = [cancel, check, retry, leave]
  const pending =
    (['cancel', 'checkNow', 'tryAgain', 'leave'] as const).find((name) => commands[name].isPending) ?? null
  return {
    pending,
    failure: all.map((command) => command.failure).find((failure) => failure !== null) ?? null,
    isRetryInDoubt: retry.isInDoubt,
    act(action) {
      if (pending !== null) return
      for (const command of all) command.forget()
      switch (action) {
        case 'cancel':
          return void cancel.run({ reference }).then(take)
        case 'checkNow':
          return void check.run({ reference }).then(take)
        case 'tryAgain':
          return retry.tryAgain()
        case 'leave':
        case 'done':
          return void goOn()
      }
    },
  }
}
