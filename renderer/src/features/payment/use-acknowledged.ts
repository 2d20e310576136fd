import { useEffect } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { Desk } from '../../desk.ts'
import { useDesk } from '../../queries.ts'

/** Says that a person has seen the news of a payment up to the n-th. */
export async function acknowledge(desk: Desk, reference: Reference, news: number): Promise<void> {
  const reply = await desk.bridge.call('payment:acknowledge', { reference, news })
  // What fails leaves it on the list of what nobody has seen, and that is shown.
  if (reply.ok) desk.takePayment(reply.value)
}

/**
 * Whoever has a payment's page open has seen what is new about it.
 * @param isAsked something is asked about it there: only the answer says that somebody has dealt with it
 */
export function useAcknowledged({ reference, news }: PaymentSnapshot, isAsked: boolean): void {
  const desk = useDesk()
  const unseen = isAsked ? null : (news?.number ?? null)
  useEffect(() => {
    if (unseen === null) return
    void acknowledge(desk, reference, unseen)
  }, [desk, reference, unseen])
}
