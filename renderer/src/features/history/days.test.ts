import { afterEach, expect, test, vi } from 'vitest'
import { buildPayment } from '../../../dev/build-payment.ts'
import { toLines } from './days.ts'

afterEach(() => vi.unstubAllEnvs())

function paidAt(...moments: Date[]) {
  return moments.map((moment) => buildPayment({ status: 'created' }, { createdAt: moment.getTime() }))
}

function show(payments: ReturnType<typeof paidAt>, now: Date) {
  return toLines(payments, now.getTime()).map((line) => (line.type === 'day' ? line.which : 'payment'))
}

test('today, yesterday and the days before, in order', () => {
  const payments = paidAt(
    new Date(2026, 2, 1, 9),
    new Date(2026, 2, 1, 0),
    new Date(2026, 1, 28, 23, 59),
    new Date(2026, 1, 27, 12),
  )
  expect(show(payments, new Date(2026, 2, 1, 10))).toEqual([
    'today',
    'payment',
    'payment',
    'yesterday',
    'payment',
    'earlier',
    'payment',
  ])
})

test('the same day of another year is another day', () => {
  // 3 March is a Tuesday in both years.
  const payments = paidAt(new Date(2026, 2, 3), new Date(2020, 2, 3))
  expect(show(payments, new Date(2026, 2, 3, 12))).toEqual(['today', 'payment', 'earlier', 'payment'])
})

test('yesterday is yesterday after a night when the clocks changed', () => {
  vi.stubEnv('TZ', 'Europe/Amsterdam')
  // 29 March 2026 has 23 hours.
  const payments = paidAt(new Date(2026, 2, 29, 12), new Date(2026, 2, 28, 23, 50))
  expect(show(payments, new Date(2026, 2, 30, 0, 10))).toEqual(['yesterday', 'payment', 'earlier', 'payment'])
})

test('every line has a name of its own, though the clock of the till was set back', () => {
  const payments = paidAt(new Date(2026, 2, 1), new Date(2026, 1, 28), new Date(2026, 2, 1, 1))
  const lines = toLines(payments, new Date(2026, 2, 1, 10).getTime())
  const days = lines.filter(({ type }) => type === 'day').map(({ key }) => key)
  expect(new Set(days).size).toBe(3)
})
