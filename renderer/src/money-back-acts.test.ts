import { expect, test } from 'vitest'
import { buildOutcome, buildPayment } from '../dev/build-payment.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from './desk.ts'
import { toMoneyBackActs } from './money-back-acts.ts'

const NOON = new Date(2026, 10, 21, 12).getTime()
const DAY_MS = 24 * 60 * 60 * 1000
const ALLOWS = { tip: false, tipAdjustment: false, mailOrder: false }

function record(
  given: Partial<PaymentSnapshot> = {},
  standing: Partial<PaymentRecord['standing']> = {},
): Pick<PaymentRecord, 'payment' | 'standing'> {
  const state = { status: 'approved', basis: 'terminal', chargedMinor: 4500, outcome: buildOutcome() } as const
  const payment = buildPayment(state, { createdAt: NOON - 60_000, updatedAt: NOON - 50_000, ...given })
  const whole = { totalMinor: 4500, tipMinor: 0, remainingMinor: 4500, refundedMinor: 0 }
  const free = { isReversed: false, isCaptured: false, isDoneElsewhere: false, hasOpenLink: false, isGivingBack: false }
  return { payment, standing: { ...whole, ...free, ...standing } }
}

function actsOf(one: Pick<PaymentRecord, 'payment' | 'standing'>, allows = ALLOWS): string[] {
  return toMoneyBackActs(one, allows, NOON).map((act) => ('operation' in act ? act.operation : act.act))
}

test('a sale of today can be refunded or cancelled as a whole', () => {
  expect(toMoneyBackActs(record(), ALLOWS, NOON)).toEqual([
    { act: 'refund', operation: 'refund', mostMinor: 4500 },
    { act: 'reversal', operation: 'saleReversal', amountMinor: 4500 },
  ])
})

test('the day after, its batch is closed as far as anybody knows: it is refunded', () => {
  expect(actsOf(record({ createdAt: NOON - DAY_MS }))).toEqual(['refund'])
})

test('of what was refunded in part only the rest is left to refund', () => {
  const one = record({}, { refundedMinor: 2000, remainingMinor: 2500 })
  expect(toMoneyBackActs(one, ALLOWS, NOON)).toEqual([{ act: 'refund', operation: 'refund', mostMinor: 2500 }])
  expect(actsOf(record({}, { refundedMinor: 4500, remainingMinor: 0 }))).toEqual([])
})

test('while something linked is not known, no money moves', () => {
  expect(actsOf(record({}, { hasOpenLink: true }))).toEqual([])
})

test('what was cancelled, never charged, or cannot be named, gives nothing back', () => {
  expect(actsOf(record({}, { isReversed: true }))).toEqual([])
  const declined = { status: 'declined', basis: 'terminal', outcome: buildOutcome({ finStatus: 'DECLINED' }) } as const
  expect(actsOf(record({ state: declined }))).toEqual([])
  const unnamed = {
    status: 'approved',
    basis: 'terminal',
    chargedMinor: 4500,
    outcome: buildOutcome({ transactionId: '' }),
  } as const
  expect(actsOf(record({ state: unnamed }))).toEqual([])
})

test('what the bank calls refunded is given back no second time, in no way', () => {
  const allows = { ...ALLOWS, tipAdjustment: true }
  expect(actsOf(record({}, { isDoneElsewhere: true, remainingMinor: 0 }), allows)).toEqual([])
})

test('a refund can be taken back on its day', () => {
  expect(actsOf(record({ operation: 'refund' }, { remainingMinor: 0 }))).toEqual(['refundReversal'])
  expect(actsOf(record({ operation: 'refund', createdAt: NOON - DAY_MS }))).toEqual([])
})

test('what was keyed in is given back the same way, where the shop takes such orders', () => {
  const one = record({ operation: 'moToSale' })
  expect(actsOf(one)).toEqual([])
  expect(actsOf(one, { ...ALLOWS, mailOrder: true })).toEqual(['moToRefund', 'moToReversal'])
})

test('a tip is entered in place of the one that the terminal asked for, and of the one entered before', () => {
  const asked = {
    status: 'approved',
    basis: 'terminal',
    chargedMinor: 5000,
    outcome: buildOutcome({ tipAmountMinor: 500 }),
  } as const
  const one = record({ state: asked }, { totalMinor: 5300, tipMinor: 800, remainingMinor: 5300 })
  const acts = toMoneyBackActs(one, { ...ALLOWS, tipAdjustment: true }, NOON)
  expect(acts.find(({ act }) => act === 'tip')).toEqual({ act: 'tip', baseMinor: 4500, tipMinor: 800 })
  expect(actsOf(record({}, { refundedMinor: 100 }), { ...ALLOWS, tipAdjustment: true })).toEqual(['refund'])
  const open = record({}, { hasOpenLink: true })
  expect(actsOf(open, { ...ALLOWS, tipAdjustment: true })).toEqual(['tip'])
  const givingBack = record({}, { hasOpenLink: true, isGivingBack: true })
  expect(actsOf(givingBack, { ...ALLOWS, tipAdjustment: true })).toEqual([])
})
