import { expect, test } from 'vitest'
import { EVERYTHING, type HistoryFilter } from './ipc/history.ts'
import { leavesTheShop, toHistoryKind, toLastFour, toStateGroup } from './history-filter.ts'
import { matchesHistory, type Searchable } from './history-matches.ts'
import { readMeanings } from './history-meanings.ts'
import { anOutcome, aSale } from './testing/transactions.ts'
import { movesMoney, operationSchema } from './transaction/operations.ts'

const createdAt = new Date(2026, 10, 21, 14, 33, 20).getTime()
const outcome = anOutcome('AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 })
const payment: Searchable = {
  ...aSale,
  number: 1042,
  customerReference: 'Table 7, Müller',
  createdAt,
  state: { status: 'approved', chargedMinor: 5000, outcome, basis: 'terminal' },
}

function isFound(text: string, changes: Partial<Searchable> = {}): boolean {
  const meanings = readMeanings(text, { currency: 'EUR', locale: 'en-GB' })
  return matchesHistory({ ...payment, ...changes }, { ...EVERYTHING, text }, meanings)
}

function passes(filter: Partial<HistoryFilter>): boolean {
  return matchesHistory(payment, { ...EVERYTHING, ...filter }, [])
}

test.each(['45', '50.00', '5733', '•••• 5733', '1042', '#1042', '14:33', '3e66', 'muller', 'tab 7', '01236fc0-8192'])(
  'a payment is found by %s',
  (text) => expect(isFound(text)).toBe(true),
)

test.each(['46', '5734', '#1043', '14:34', '3e67', 'table 8', 'nothing'])('and not by %s', (text) =>
  expect(isFound(text)).toBe(false),
)

test('a payment that nobody has answered for is found by what was asked', () => {
  const state = { status: 'waiting', resultId: null, cancelRefused: false } as const
  expect(isFound('45', { state })).toBe(true)
  expect(isFound('5733', { state })).toBe(false)
})

test('a filter lets through what it names and nothing else', () => {
  expect(passes({ group: 'charged', kind: 'sale', serialNumber: '082104578' })).toBe(true)
  expect(passes({ group: 'notCharged' })).toBe(false)
  expect(passes({ kind: 'refund' })).toBe(false)
  expect(passes({ serialNumber: '082104579' })).toBe(false)
})

test('a day ends before the first instant of the next', () => {
  expect(passes({ day: { from: createdAt, until: createdAt + 1 } })).toBe(true)
  expect(passes({ day: { from: createdAt - 1, until: createdAt } })).toBe(false)
})

test('what a manager settled is never among what the bank charged', () => {
  expect(toStateGroup('settledByManager')).toBe('settled')
  expect(toStateGroup('provisional')).toBe('inDoubt')
  expect(toStateGroup('notStarted')).toBe('notCharged')
})

test('every operation that moves money has a kind, and no other has one', () => {
  for (const operation of operationSchema.options) {
    expect([operation, toHistoryKind(operation) !== null]).toEqual([operation, movesMoney(operation)])
  }
})

test('money that goes back to a customer leaves the shop; a hold and its end move none', () => {
  expect(leavesTheShop('refund')).toBe(true)
  expect(leavesTheShop('saleReversal')).toBe(true)
  expect(leavesTheShop('refundReversal')).toBe(false)
  expect(leavesTheShop('preAuthorizationReversal')).toBe(false)
})

test('of a masked number only the last four digits are taken', () => {
  expect(toLastFour('************5733')).toBe('5733')
  expect(toLastFour('•••• 4242')).toBe('4242')
  expect(toLastFour('****')).toBeNull()
  expect(toLastFour(null)).toBeNull()
})
