import { useEffect } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import type { Desk } from '../../desk.ts'
import { useDesk } from '../../queries.ts'

async function acknowledge(desk: Desk, seen: CommandInput<'payment:acknowledge'>): Promise<void> {
  const reply = await desk.bridge.call('payment:acknowledge', seen)
  // What fails leaves it on the list of what nobody has seen, and that is shown.
  if (reply.ok) desk.takePayment(reply.value)
}

/** Whoever has a payment's page open has seen what is new about it. */
export function useAcknowledged({ reference, news }: PaymentSnapshot): void {
  const desk = useDesk()
  const unseen = news?.number ?? null
  useEffect(() => {
    if (unseen === null) return
    void acknowledge(desk, { reference, news: unseen })
  }, [desk, reference, unseen])
}
