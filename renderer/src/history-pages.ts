import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { HistoryPages } from './desk.ts'

/** The pages with this payment in its place: where it stands already, else first, if it is newer than all that are shown. */
export function placePayment(pages: HistoryPages, payment: PaymentSnapshot): HistoryPages {
  const isShown = pages.pages.some((page) => page.payments.some(({ reference }) => reference === payment.reference))
  if (isShown) {
    const replaced = pages.pages.map((page) => ({
      ...page,
      payments: page.payments.map((shown) => (shown.reference === payment.reference ? payment : shown)),
    }))
    return { ...pages, pages: replaced }
  }
  const [first, ...rest] = pages.pages
  if (first === undefined) return pages
  const newest = first.payments[0]
  if (newest !== undefined && newest.createdAt > payment.createdAt) return pages
  return { ...pages, pages: [{ ...first, payments: [payment, ...first.payments] }, ...rest] }
}
