import { useRef } from 'react'
import type { AppError } from '../../../../shared/errors.ts'
import { requestKeySchema, type Reference, type RequestKey } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentAction } from '../../../../shared/transaction/view.ts'
import { useDesk } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'

/** What can be done with a payment: one act at a time, each sent once. */
export interface PaymentActs {
  act: (action: PaymentAction) => void
  pending: PaymentAction | null
  failure: AppError | null
}

/** The acts of the payment on the till's screen. `onLeft` is called once the till's screen is free again. */
export function usePaymentActs(reference: Reference, onLeft: () => void): PaymentActs {
  const desk = useDesk()
  const cancel = useCommand('payment:cancel')
  const check = useCommand('payment:check')
  const retry = useCommand('payment:retry')
  const leave = useCommand('payment:leave')
  // A try that nobody answered for is looked at again under its own key, so that it cannot become two.
  const retryKey = useRef<RequestKey | null>(null)

  const take = (payment: PaymentSnapshot | null) => {
    if (payment !== null) desk.takePayment(payment)
  }
  const tryAgain = async () => {
    retryKey.current ??= requestKeySchema.parse(crypto.randomUUID())
    const payment = await retry.run({ reference, requestKey: retryKey.current })
    if (payment === null) return
    retryKey.current = null
    desk.takePayment(payment)
    const app = await desk.bridge.call('app:read', {})
    if (app.ok) desk.takeApp(app.value)
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
    act(action) {
      if (pending !== null) return
      for (const command of all) command.forget()
      switch (action) {
        case 'cancel':
          return void cancel.run({ reference }).then(take)
        case 'checkNow':
          return void check.run({ reference }).then(take)
        case 'tryAgain':
          return void tryAgain()
        case 'leave':
        case 'done':
          return void goOn()
      }
    },
  }
}
