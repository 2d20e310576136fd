import { beforeEach, expect, test } from 'vitest'
import { buildPayment, settledAs } from '../../dev/build-payment.ts'
import { APP } from '../../dev/fixtures.ts'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { connectPreload } from '../bridge-preload.ts'
import { Desk } from '../desk.ts'
import { markSeen, useLate, watchLate } from './late-store.ts'

/** A newly loaded page on the same till. */
function loadPage() {
  useLate.setState({ payments: [] })
  const hearing: ((payload: unknown) => void)[] = []
  const on = (name: string, listener: (payload: unknown) => void) => {
    if (name === 'payment:changed') hearing.push(listener)
    return () => {}
  }
  const desk = new Desk(connectPreload({ call: async () => null, on }))
  watchLate(desk)
  desk.listen(() => {})
  return { desk, hear: (payment: PaymentSnapshot) => hearing.forEach((listener) => listener(payment)) }
}

function listed(): Reference[] {
  return useLate.getState().payments.map(({ reference }) => reference)
}

const checking = { status: 'checking', because: 'noAnswer', isExhausted: false, isCancelRefused: false } as const
const concluded = { status: 'notCharged' } as const

let count = 0
let open = buildPayment(checking)
beforeEach(() => {
  count += 1
  open = buildPayment(checking, {
    reference: referenceSchema.parse(`00000000-0000-4000-8000-${count.toString().padStart(12, '0')}`),
  })
})

test('an outcome is announced when nobody was looking, once, until it is seen', () => {
  const { hear } = loadPage()
  hear(open)
  expect(listed()).toEqual([])
  const known = { ...open, version: 2, state: concluded }
  hear(known)
  expect(listed()).toEqual([open.reference])
  markSeen(known)
  hear({ ...known, version: 3 })
  expect(listed()).toEqual([])
})

test('an outcome on the till’s screen needs no announcing', () => {
  const { desk, hear } = loadPage()
  desk.takeApp({ ...APP, shownPayment: open.reference })
  hear(open)
  hear({ ...open, version: 2, state: concluded })
  expect(listed()).toEqual([])
})

test('a correction of a payment that this page never heard of is announced', () => {
  const { hear } = loadPage()
  hear({ ...open, state: concluded, correctedFrom: 'approved' })
  expect(listed()).toEqual([open.reference])
})

test('after a reload, other news of a corrected payment do not announce the correction again', () => {
  const corrected: PaymentSnapshot = { ...open, state: concluded, correctedFrom: 'approved' }
  loadPage().hear(corrected)
  const { hear } = loadPage()
  hear({ ...corrected, updatedAt: corrected.updatedAt + 1 })
  expect(listed()).toEqual([])
})

test('a correction that was read in a list is no news either', () => {
  const { desk, hear } = loadPage()
  const corrected: PaymentSnapshot = { ...open, correctedFrom: 'approved' }
  desk.takeUnresolved({ version: 1, payments: [corrected] })
  hear({ ...corrected, version: 2 })
  expect(listed()).toEqual([])
})

test('what a manager settled is no news, until the bank says otherwise', () => {
  const { hear } = loadPage()
  hear(open)
  hear({ ...open, version: 2, state: settledAs('notCharged') })
  expect(listed()).toEqual([])
  hear({ ...open, version: 3, state: concluded, correctedFrom: 'settledByManager' })
  expect(listed()).toEqual([open.reference])
})
