import type { HistoryTotal } from '../../shared/ipc/history.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'

/** The payments that were asked for so far, newest first. */
export interface HistoryRows {
  payments: readonly PaymentSnapshot[]
  /** Leads to the older ones; null where there are none. */
  cursor: string | null
  /** How many there are in all, shown or not; null where it is not known. */
  total: HistoryTotal | null
}

/** What a filter says of a payment: `shown` as long as it passes, `found` if its text fits too. */
export interface Belonging {
  shown: boolean
  found: boolean
}

/**
 * The rows with a payment that has changed: in its place, gone if the filter no longer lets it through, or new where it
 * belongs by its time. One that is older than all that was asked for is left to the page that will hold it.
 */
export function placePayment(rows: HistoryRows, payment: PaymentSnapshot, { shown, found }: Belonging): HistoryRows {
  const at = rows.payments.findIndex(({ reference }) => reference === payment.reference)
  if (at >= 0) {
    if (shown) return { ...rows, payments: rows.payments.with(at, payment) }
    return { ...rows, payments: rows.payments.toSpliced(at, 1), total: addTo(rows.total, -1) }
  }
  if (!found) return rows
  const place = rows.payments.findIndex((row) => isNewer(payment, row))
  if (place < 0 && rows.cursor !== null) return rows
  const payments = rows.payments.toSpliced(place < 0 ? rows.payments.length : place, 0, payment)
  return { ...rows, payments, total: addTo(rows.total, 1) }
}

/** The rows with the page after them. What news have brought in already does not come twice. */
export function addPage(rows: HistoryRows, page: Omit<HistoryRows, 'total'>): HistoryRows {
  const known = new Set(rows.payments.map(({ reference }) => reference))
  const added = page.payments.filter(({ reference }) => !known.has(reference))
  return { ...rows, payments: [...rows.payments, ...added], cursor: page.cursor }
}

/** More than were counted stay more than were counted. */
function addTo(total: HistoryTotal | null, change: number): HistoryTotal | null {
  return total === null || total.isMore ? total : { ...total, count: Math.max(0, total.count + change) }
}

function isNewer(payment: PaymentSnapshot, other: PaymentSnapshot): boolean {
  if (payment.createdAt !== other.createdAt) return payment.createdAt > other.createdAt
  return payment.reference > other.reference
}
