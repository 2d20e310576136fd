import { expect, test } from 'vitest'
import { referenceSchema } from '../../shared/ids.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { buildPayment } from '../dev/build-payment.ts'
import { addPage, placePayment, type HistoryRows } from './history-pages.ts'

const belongs = { shown: true, found: true }
const passesOnly = { shown: true, found: false }
const neither = { shown: false, found: false }

function payment(index: number, version = 1): PaymentSnapshot {
  const reference = referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`)
  return buildPayment({ status: 'created' }, { reference, version, createdAt: index })
}

function rowsOf(indices: number[], cursor: string | null = null): HistoryRows {
  return { payments: indices.map((index) => payment(index)), cursor, total: { count: indices.length, isMore: false } }
}

function show({ payments, total }: HistoryRows) {
  return { times: payments.map(({ createdAt }) => createdAt), total: total?.count }
}

test('a new payment stands first and is counted', () => {
  expect(show(placePayment(rowsOf([2, 1]), payment(3), belongs))).toEqual({ times: [3, 2, 1], total: 3 })
})

test('where more were found than were counted, one that comes or goes changes no number', () => {
  const rows: HistoryRows = { ...rowsOf([2, 1], 'older'), total: { count: 1000, isMore: true } }
  expect(placePayment(rows, payment(3), belongs).total).toEqual({ count: 1000, isMore: true })
  expect(placePayment(rows, payment(2), neither).total).toEqual({ count: 1000, isMore: true })
})

test('a payment that is shown changes where it stands', () => {
  const placed = placePayment(rowsOf([3, 2, 1]), payment(1, 9), passesOnly)
  expect(placed.payments.map(({ version }) => version)).toEqual([1, 1, 9])
  expect(placed.total?.count).toBe(3)
})

test('a payment that the filter no longer lets through goes', () => {
  expect(show(placePayment(rowsOf([3, 2, 1]), payment(2), neither))).toEqual({ times: [3, 1], total: 2 })
})

test('an old payment that comes to be what is looked for stands where its time is', () => {
  expect(show(placePayment(rowsOf([4, 2]), payment(3), belongs))).toEqual({ times: [4, 3, 2], total: 3 })
  expect(show(placePayment(rowsOf([4, 2]), payment(1), belongs))).toEqual({ times: [4, 2, 1], total: 3 })
})

test('an old payment of a page that was not asked for yet is left to that page', () => {
  const rows = rowsOf([3, 2], 'older')
  expect(placePayment(rows, payment(1), belongs)).toBe(rows)
})

test('news of a payment that is not looked for change nothing', () => {
  const rows = rowsOf([3, 2])
  expect(placePayment(rows, payment(4), passesOnly)).toBe(rows)
})

test('what news have brought in does not come a second time with its page', () => {
  const added = addPage(rowsOf([3, 2], 'older'), { payments: [payment(2), payment(1)], cursor: null })
  expect(show(added).times).toEqual([3, 2, 1])
  expect(added.cursor).toBeNull()
})
