import { describe, expect, test } from 'vitest'
import { buildOutcome, buildPayment } from '../../../dev/build-payment.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from '../../desk.ts'
import { isSignatureUnanswered, toSignatureWay } from './signature-question.ts'

const NOON = new Date(2026, 10, 21, 12).getTime()
const DAY_MS = 24 * 60 * 60 * 1000
const ALLOWS = { tip: false, tipAdjustment: false, mailOrder: false }
const WHOLE = {
  totalMinor: 4500,
  tipMinor: 0,
  remainingMinor: 4500,
  refundedMinor: 0,
  isReversed: false,
  isCaptured: false,
  isDoneElsewhere: false,
  hasOpenLink: false,
  isGivingBack: false,
}

function signed(given: Partial<PaymentSnapshot> = {}, transactionId = 'a1'): PaymentSnapshot {
  const card = { ...buildOutcome().card, verification: 'SIGNATURE' }
  const outcome = buildOutcome({ card, transactionId })
  const times = { createdAt: NOON - 60_000, updatedAt: NOON - 50_000 }
  return buildPayment(
    { status: 'approved', basis: 'terminal', chargedMinor: 4500, outcome },
    { ...times, news: { number: 1, at: NOON - 50_000 }, ...given },
  )
}

function wayOf(payment: PaymentSnapshot, standing: Partial<PaymentRecord['standing']> = {}) {
  return toSignatureWay(payment, { ...WHOLE, ...standing }, ALLOWS, NOON)
}

describe('a signature that nobody compared', () => {
  test('is asked about on the page of its payment, and can be taken back on the same day', () => {
    expect(isSignatureUnanswered(signed())).toBe(true)
    expect(wayOf(signed())).toBe('reverse')
  })

  test('can only be refunded the day after, or once a part was refunded', () => {
    expect(wayOf(signed({ createdAt: NOON - DAY_MS }))).toBe('refund')
    expect(wayOf(signed(), { refundedMinor: 500, remainingMinor: 4000 })).toBe('refund')
  })

  test('waits while something else on it is not known', () => {
    expect(wayOf(signed(), { hasOpenLink: true })).toBe('wait')
  })

  test('is for the manager where the bank gave no number by which it could be taken back', () => {
    expect(wayOf(signed({}, ''))).toBe('manager')
  })

  test('is nothing to ask about once the customer has the money back', () => {
    expect(wayOf(signed(), { isReversed: true, remainingMinor: 0 })).toBeNull()
    expect(wayOf(signed(), { refundedMinor: 4500, remainingMinor: 0 })).toBeNull()
  })
})

test('a signature that somebody has answered for is not asked about again', () => {
  expect(isSignatureUnanswered(signed({ news: null }))).toBe(false)
  expect(wayOf(signed({ news: null }))).toBeNull()
})

test('a payment by PIN asks nothing, seen or not', () => {
  const state = { status: 'approved', basis: 'terminal', chargedMinor: 4500, outcome: buildOutcome() } as const
  expect(isSignatureUnanswered(signed({ state }))).toBe(false)
})
