import { useEffect } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useDesk } from '../../queries.ts'

/** Whoever has a payment's page open has seen what is new about it. */
export function useAcknowledged({ reference, news }: PaymentSnapshot): void {
  const desk = useDesk()
  const unseen = news?.number ?? null
  useEffect(() => {
    if (unseen === null) return
    void desk.bridge.call('payment:acknowledge', { reference, news: unseen }).then((reply) => {
      // What fails leaves it on the list of what nobody has seen, and that is shown.
      if (reply.ok) desk.takePayment(reply.value)
    })
  }, [desk, reference, unseen])
}
