import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'

/** The payments of one day of this till's calendar. */
export interface Day {
  /** Year, month and day, unlike its label for ever the same. */
  date: string
  which: 'today' | 'yesterday' | 'earlier'
  payments: [PaymentSnapshot, ...PaymentSnapshot[]]
}

/** The payments by day, in the order in which they come. */
export function toDays(payments: readonly PaymentSnapshot[], now: number): Day[] {
  const today = toDate(new Date(now))
  const yesterday = toDate(dayBefore(new Date(now)))
  const days = new Map<string, Day>()
  for (const payment of payments) {
    const date = toDate(new Date(payment.createdAt))
    const day = days.get(date)
    if (day !== undefined) day.payments.push(payment)
    else {
      const which = date === today ? 'today' : date === yesterday ? 'yesterday' : 'earlier'
      days.set(date, { date, which, payments: [payment] })
    }
  }
  return [...days.values()]
}

function toDate(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].join('-')
}

/** By the calendar: where the clocks change, a day has not 24 hours. */
function dayBefore(moment: Date): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() - 1)
}
