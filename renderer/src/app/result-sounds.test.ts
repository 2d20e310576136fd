import { expect, test } from 'vitest'
import { buildOutcome, buildPayment, charged } from '../../dev/build-payment.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { Sound } from '../ui/sound.ts'
import { hear } from './result-sounds.ts'

const LOADED_AT = 1_000

const waiting = buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }, { news: null })
const approved = buildPayment(
  { status: 'approved', ...charged, outcome: buildOutcome() },
  { news: { number: 1, at: LOADED_AT + 1 } },
)
const unknown = { status: 'checking', because: 'terminalUndecided', isCancelRefused: false } as const
const checking = buildPayment({ ...unknown, isExhausted: false }, { news: null })
const notKnown = buildPayment({ ...unknown, isExhausted: true }, { news: null })
const declined = buildPayment(
  { status: 'declined', basis: 'terminal', outcome: null },
  { news: { number: 2, at: LOADED_AT + 2 }, correctedFrom: 'approved' },
)

/** What is heard of one payment, change after change. */
function listenTo(changes: readonly PaymentSnapshot[], isShown = true, loadedAt = LOADED_AT): (Sound | null)[] {
  let before: Parameters<typeof hear>[1]['before'] = null
  return changes.map((payment) => {
    const { sound, heard } = hear(payment, { before, isShown, loadedAt })
    before = heard
    return sound
  })
}

test('a result is heard once, however often it is told again', () => {
  expect(listenTo([waiting, approved, approved, approved])).toEqual([null, 'approved', null, null])
})

test('a result that comes before anything else was heard of the payment is heard too', () => {
  expect(listenTo([approved])).toEqual(['approved'])
})

test('a result of a payment that is not on the screen is a notice', () => {
  expect(listenTo([checking, approved], false)).toEqual([null, 'notice'])
})

test('a page that is loaded anew does not repeat what was news before', () => {
  expect(listenTo([approved, approved], true, LOADED_AT + 100)).toEqual([null, null])
})

test('a correction is heard as what it says now', () => {
  expect(listenTo([waiting, approved, declined])).toEqual([null, 'approved', 'refused'])
})

test('doubt is heard when it begins, not at every turn of its countdown, and its end is a result', () => {
  expect(listenTo([checking, notKnown, notKnown, approved])).toEqual([null, 'doubt', null, 'approved'])
  expect(listenTo([notKnown])).toEqual([null])
})
