import { useRef, useState } from 'react'
import type { AppError } from '../../../../shared/errors.ts'
import { requestKeySchema, type Reference, type RequestKey } from '../../../../shared/ids.ts'
import { isInDoubt } from '../../doubt.ts'
import { useDesk } from '../../queries.ts'

/** Another try of a payment that is proved not charged. */
export interface Retry {
  /** A new attempt; while an earlier press is in doubt, the same press once more. */
  tryAgain: () => void
  isPending: boolean
  /** Nobody answered for a press, so that a new attempt may run. */
  isInDoubt: boolean
  /** Why there is no new attempt; null while that is in doubt. */
  failure: AppError | null
  forget: () => void
}

/** One attempt at a time; its key outlives every other act until Paydesk said what became of it. */
export function useRetry(reference: Reference): Retry {
  const desk = useDesk()
  const isBusy = useRef(false)
  const [isPending, setPending] = useState(false)
  const [doubt, setDoubt] = useState<RequestKey | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)

  const send = async (): Promise<void> => {
    const requestKey = doubt ?? requestKeySchema.parse(crypto.randomUUID())
    const reply = await desk.bridge.call('payment:retry', { reference, requestKey })
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
    tryAgain() {
      if (isBusy.current) return
      isBusy.current = true
      setPending(true)
      setFailure(null)
      void send().finally(() => {
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
