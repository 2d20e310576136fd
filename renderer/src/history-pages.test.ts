import { expect, test } from 'vitest'
import { referenceSchema } from '../../shared/ids.ts'
import { paymentSnapshotSchema, type PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { placePayment } from './history-pages.ts'

function payment(index: number, version = 1): PaymentSnapshot {
  return paymentSnapshotSchema.parse({
    version,
    reference: referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`),
    requestKey: '00000000-0000-4000-8000-000000000000',
    operation: 'sale',
    channel: 'terminal',
    amountMinor: 100,
    currency: 'EUR',
    terminal: { serialNumber: '1', terminalType: 'T' },
    terminalName: 'Front desk',
    customerReference: null,
    attemptOf: null,
    original: null,
    retriedBy: null,
    createdAt: index,
    updatedAt: index,
    state: { status: 'created' },
    watch: null,
    correctedFrom: null,
  })
}

function pagesOf(...pages: PaymentSnapshot[][]) {
  return { pages: pages.map((payments) => ({ payments, cursor: null })), pageParams: pages.map(() => null) }
}

function show(pages: ReturnType<typeof pagesOf>) {
  return pages.pages.map((page) => page.payments.map(({ createdAt, version }) => [createdAt, version]))
}

test('a new payment stands first', () => {
  const placed = placePayment(pagesOf([payment(2), payment(1)]), payment(3))
  expect(placed.pages[0]?.payments.map(({ createdAt }) => createdAt)).toEqual([3, 2, 1])
})

test('a payment that is shown changes where it stands', () => {
  const placed = placePayment(pagesOf([payment(3)], [payment(2), payment(1)]), payment(1, 9))
  expect(show(pagesOf(...placed.pages.map((page) => page.payments)))).toEqual([
    [[3, 1]],
    [
      [2, 1],
      [1, 9],
    ],
  ])
})

test('an old payment of a page that was not asked for yet is left to that page', () => {
  const pages = pagesOf([payment(3), payment(2)])
  expect(placePayment(pages, payment(1))).toBe(pages)
})
