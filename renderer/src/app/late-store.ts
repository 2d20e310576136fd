import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Reference } from '../../../shared/ids.ts'
import type { AppSnapshot, PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { KEYS, type Desk } from '../desk.ts'

/** Payments whose outcome came after the till had gone on, until a person has seen them or the page is loaded anew. */
export const useLate = create<{ payments: PaymentSnapshot[] }>()(() => ({ payments: [] }))

const CORRECTIONS_KEPT = 200

/** Payments of which this till heard that they were corrected, newest last; kept, so that a new page says none twice. */
const useCorrections = create<{ heard: Reference[] }>()(
  persist((): { heard: Reference[] } => ({ heard: [] }), { name: 'paydesk.corrections' }),
)

export function markSeen(payment: PaymentSnapshot): void {
  useLate.setState(({ payments }) => ({
    payments: payments.filter(({ reference }) => reference !== payment.reference),
  }))
}

/**
 * Watches for outcomes of payments that the till's screen does not show any more. It compares with what the desk holds, so
 * it has to hear each event before the desk does. The answer undoes it.
 */
export function watchLate(desk: Desk): () => void {
  return desk.bridge.on('payment:changed', (payment) => {
    const { reference, state } = payment
    const before = desk.client.getQueryData<PaymentSnapshot>(KEYS.payment(reference))
    // What a manager has just settled on this till is no news to anybody here.
    const isBySomebody = state.status === 'settledByManager'
    const isConcluded = before !== undefined && isOpen(before.state) && !isOpen(state) && !isBySomebody
    const isCorrected = isNewCorrection(payment, before)
    const isShown = desk.client.getQueryData<AppSnapshot>(KEYS.app)?.shownPayment === reference
    const isListed = useLate.getState().payments.some((late) => late.reference === reference)
    if (isShown || (!isConcluded && !isCorrected && !isListed)) return
    useLate.setState(({ payments }) => ({
      payments: [...payments.filter((late) => late.reference !== reference), payment],
    }))
  })
}

function isNewCorrection(payment: PaymentSnapshot, before: PaymentSnapshot | undefined): boolean {
  const { reference, correctedFrom } = payment
  const { heard } = useCorrections.getState()
  if (correctedFrom === null || heard.includes(reference)) return false
  useCorrections.setState({ heard: [...heard, reference].slice(-CORRECTIONS_KEPT) })
  return before?.correctedFrom !== correctedFrom
}
