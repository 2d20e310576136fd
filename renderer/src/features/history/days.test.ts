import { afterEach, expect, test, vi } from 'vitest'
import { buildPayment } from '../../../dev/build-payment.ts'
import { toDays } from './days.ts'

afterEach(() => vi.unstubAllEnvs())

function paidAt(...moments: Date[]) {
  return moments.map((moment) => buildPayment({ status: 'created' }, { createdAt: moment.getTime() }))
}

function show(payments: ReturnType<typeof paidAt>, now: Date) {
  return toDays(payments, now.getTime()).map(({ date, which, payments: rows }) => [date, which, rows.length])
}

test('today, yesterday and the days before, in order', () => {
  const payments = paidAt(
    new Date(2026, 2, 1, 9),
    new Date(2026, 2, 1, 0),
    new Date(2026, 1, 28, 23, 59),
    new Date(2026, 1, 27, 12),
  )
  expect(show(payments, new Date(2026, 2, 1, 10))).toEqual([
    ['2026-3-1', 'today', 2],
    ['2026-2-28', 'yesterday', 1],
    ['2026-2-27', 'earlier', 1],
  ])
})

test('the same day of another year is another day', () => {
  // 3 March is a Tuesday in both years.
  const payments = paidAt(new Date(2026, 2, 3), new Date(2020, 2, 3))
  expect(show(payments, new Date(2026, 2, 3, 12))).toEqual([
    ['2026-3-3', 'today', 1],
    ['2020-3-3', 'earlier', 1],
  ])
})

test('yesterday is yesterday after a night when the clocks changed', () => {
  vi.stubEnv('TZ', 'Europe/Amsterdam')
  // 29 March 2026 has 23 hours.
  const payments = paidAt(new Date(2026, 2, 29, 12), new Date(2026, 2, 28, 23, 50))
  expect(show(payments, new Date(2026, 2, 30, 0, 10))).toEqual([
    ['2026-3-29', 'yesterday', 1],
    ['2026-3-28', 'earlier', 1],
  ])
})
