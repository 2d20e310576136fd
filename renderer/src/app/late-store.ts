import { create } from 'zustand'
import type { AppSnapshot, PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { KEYS, type Desk } from '../desk.ts'

/** Payments whose outcome came after the till had gone on, until a person has seen them. */
export const useLate = create<{ payments: PaymentSnapshot[] }>()(() => ({ payments: [] }))

export function markSeen(payment: PaymentSnapshot): void {
  useLate.setState(({ payments }) => ({
    payments: payments.filter(({ reference }) => reference !== payment.reference),
  }))
}

/** Watches for outcomes of payments that the till's screen does not show any more. The answer undoes it. */
export function watchLate(desk: Desk): () => void {
  const openBefore = new Map<string, boolean>()
  const correctedBefore = new Map<string, string | null>()
  return desk.bridge.on('payment:changed', (payment) => {
    const { reference, state, correctedFrom } = payment
    const wasOpen = openBefore.get(reference) ?? isListedOpen(desk, reference)
    const isConcluded = wasOpen && !isOpen(state)
    const isCorrected = correctedFrom !== null && correctedBefore.get(reference) !== correctedFrom
    openBefore.set(reference, isOpen(state))
    correctedBefore.set(reference, correctedFrom)
    const isShown = desk.client.getQueryData<AppSnapshot>(KEYS.app)?.shownPayment === reference
    const isListed = useLate.getState().payments.some((late) => late.reference === reference)
    if (isShown || (!isConcluded && !isCorrected && !isListed)) return
    useLate.setState(({ payments }) => ({
      payments: [...payments.filter((late) => late.reference !== reference), payment],
    }))
  })
}

function isListedOpen(desk: Desk, reference: PaymentSnapshot['reference']): boolean {
  const held = desk.client.getQueryData<PaymentSnapshot>(KEYS.payment(reference))
  return held !== undefined && isOpen(held.state)
}
