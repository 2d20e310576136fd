import { useRef, useState } from 'react'
import type { AppError } from '../../../../shared/errors.ts'
import { requestKeySchema, type RequestKey } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { Result } from '../../../../shared/result.ts'
import { isInDoubt } from '../../doubt.ts'
import type { Desk } from '../../desk.ts'
import { useDesk } from '../../queries.ts'

/** A new attempt of a payment that is proved not to have gone through. */
export interface Attempt {
  /** Begins it; while an earlier press is in doubt, the same press once more. */
  begin: () => void
  isPending: boolean
  /** Nobody answered for a press, so that a new attempt may run. */
  isInDoubt: boolean
  /** Why there is no new attempt; null while that is in doubt. */
  failure: AppError | null
  forget: () => void
}

type Press = (requestKey: RequestKey) => Promise<Result<PaymentSnapshot, AppError>>

/**
 * One attempt at a time; its key outlives every other act until Paydesk said what became of it. Whoever begins one has seen
 * the news of the payment before it that stood there, and no news that came since.
 * @param press null where there is no such attempt
 */
export function useAttempt(payment: PaymentSnapshot, press: Press | null): Attempt {
  const desk = useDesk()
  const isBusy = useRef(false)
  const [isPending, setPending] = useState(false)
  const [doubt, setDoubt] = useState<RequestKey | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)

  const send = async (begin: Press): Promise<void> => {
    const requestKey = doubt ?? requestKeySchema.parse(crypto.randomUUID())
    const reply = await begin(requestKey)
    if (reply.ok) {
      desk.takePayment(reply.value)
      const app = await desk.bridge.call('app:read', {})
      if (app.ok) desk.takeApp(app.value)
      setDoubt(null)
    } else if (isInDoubt(reply.error, doubt !== null)) {
      setDoubt(requestKey)
    } else {
      setDoubt(null)
      setFailure(reply.error)
    }
  }
  return {
    begin() {
      if (press === null || isBusy.current) return
      isBusy.current = true
      setPending(true)
      setFailure(null)
      // While a press is in doubt the screen shows that, and no news.
      if (doubt === null) noteSeen(desk, payment)
      void send(press).finally(() => {
        isBusy.current = false
        setPending(false)
      })
    },
    isPending,
    isInDoubt: doubt !== null,
    failure,
    forget: () => setFailure(null),
  }
}

/** The next screen does not wait for it: where it fails, the news is shown to somebody once more. */
function noteSeen(desk: Desk, { reference, news }: PaymentSnapshot): void {
  if (news !== null) void desk.bridge.call('payment:acknowledge', { reference, news: news.number })
}
