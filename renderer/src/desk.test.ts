import { expect, test } from 'vitest'
import { buildPayment, other } from '../dev/build-payment.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { connectPreload } from './bridge-preload.ts'
import { Desk, KEYS } from './desk.ts'

const waiting = buildPayment({ status: 'waiting', resultId: null, cancelRefused: false })

/** A desk that knows the payment and has read its record. */
function openDesk() {
  const desk = new Desk(connectPreload({ call: async () => null, on: () => () => {} }))
  desk.takePayment(waiting)
  const key = KEYS.record(waiting.reference)
  return {
    desk,
    /** Whether the record is to be read again after these news. */
    isRecordOld(hear: () => void) {
      desk.client.setQueryData(key, {})
      hear()
      return desk.client.getQueryState(key)?.isInvalidated
    },
  }
}

function later(given: Partial<PaymentSnapshot>): PaymentSnapshot {
  return { ...structuredClone(waiting), version: 2, ...given }
}

function pageOf(...payments: PaymentSnapshot[]) {
  return { payments, cursor: null, total: null, search: { status: 'ready' } } as const
}

test('a turn of the countdown is no reason to read the record again', () => {
  const { desk, isRecordOld } = openDesk()
  const watch = { lastAskedAt: 1, nextAskAt: 2, concludesBy: null, isReachable: true }
  expect(isRecordOld(() => desk.takePayment(later({ watch })))).toBe(false)
  expect(desk.client.getQueryData(KEYS.payment(waiting.reference))).toMatchObject({ watch })
})

test('a new fact is, whichever way it was heard', () => {
  const news = later({ updatedAt: waiting.updatedAt + 1 })
  const one = openDesk()
  expect(one.isRecordOld(() => one.desk.takePayment(news))).toBe(true)
  const two = openDesk()
  expect(two.isRecordOld(() => two.desk.takeUnresolved({ version: 2, payments: [news] }))).toBe(true)
  const three = openDesk()
  expect(three.isRecordOld(() => three.desk.takeHistoryPage(pageOf(news)))).toBe(true)
})

test('so is a new state in the same millisecond', () => {
  const { desk, isRecordOld } = openDesk()
  const state = { status: 'cancelling', resultId: null } as const
  expect(isRecordOld(() => desk.takePayment(later({ state })))).toBe(true)
})

test('an older snapshot changes nothing', () => {
  const { desk, isRecordOld } = openDesk()
  desk.takePayment(later({ updatedAt: 5 }))
  expect(isRecordOld(() => desk.takePayment(waiting))).toBe(false)
  expect(desk.client.getQueryData(KEYS.payment(waiting.reference))).toMatchObject({ version: 2 })
})

test('news of a refund are news of the sale that it pays back', () => {
  const { desk, isRecordOld } = openDesk()
  const refund = buildPayment(
    { status: 'waiting', resultId: null, cancelRefused: false },
    { operation: 'refund', reference: other, original: waiting.reference },
  )
  expect(isRecordOld(() => desk.takePayment(refund))).toBe(true)
})
