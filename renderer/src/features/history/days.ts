import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'

/** One line of the list: the heading of a day of this till's calendar, or a payment of it. */
export type HistoryLine =
  | { type: 'day'; key: string; which: 'today' | 'yesterday' | 'earlier'; at: number }
  | { type: 'payment'; key: string; payment: PaymentSnapshot }

/** The payments under the headings of their days, in the order in which they come. */
export function toLines(payments: readonly PaymentSnapshot[], now: number): HistoryLine[] {
  const lines: HistoryLine[] = []
  const today = new Date(now)
  const [from, until] = toDay(today)
  const [fromBefore] = toDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1))
  let shown: readonly [number, number] = [Number.NaN, Number.NaN]
  for (const payment of payments) {
    const { createdAt, reference } = payment
    if (!(createdAt >= shown[0] && createdAt < shown[1])) {
      shown = toDay(new Date(createdAt))
      const isBefore = createdAt >= fromBefore && createdAt < from
      const which = createdAt >= from && createdAt < until ? 'today' : isBefore ? 'yesterday' : 'earlier'
      // A till whose clock was set back has a day in two places.
      lines.push({ type: 'day', key: `${shown[0]}-${lines.length}`, which, at: createdAt })
    }
    lines.push({ type: 'payment', key: reference, payment })
  }
  return lines
}

/** By the calendar, from midnight to midnight: where the clocks change, a day has not 24 hours. */
function toDay(moment: Date): readonly [number, number] {
  const [year, month, date] = [moment.getFullYear(), moment.getMonth(), moment.getDate()]
  return [new Date(year, month, date).getTime(), new Date(year, month, date + 1).getTime()]
}
