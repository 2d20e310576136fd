import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readMeanings } from '../../../shared/history-meanings.ts'
import { EVERYTHING, type HistoryFilter } from '../../../shared/ipc/history.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import { makeFolder } from '../journal/journal-fixture.ts'
import type { IndexedPayment } from './journal-reader.ts'
import { INDEX_VERSION, openSearchIndex, type Progress } from './search-index.ts'
import { toExpression } from './search-terms.ts'

const habits = { currency: 'EUR', locale: 'en-GB' }
const always = { from: 0, until: 8_640_000_000_000_000 }
const progress: Progress = {
  version: INDEX_VERSION,
  timeZone: 'UTC',
  seq: 0,
  hash: '',
  olderThan: null,
  isComplete: true,
}

function payment(index: number, customerReference: string | null): IndexedPayment {
  return {
    reference: referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`),
    number: index + 1,
    operation: 'sale',
    amountMinor: 4500,
    chargedMinor: 4500,
    serialNumber: '082104578',
    createdAt: 1_000_000 + index,
    status: 'approved',
    customerReference,
    lastFours: [],
    transactionIds: [],
  }
}

function openWith(customerReferences: readonly (string | null)[]) {
  const index = openSearchIndex(join(makeFolder(), 'search.db'))
  onTestFinished(() => index.close())
  index.put(
    customerReferences.map((text, at) => payment(at, text)),
    progress,
  )
  const toQuery = (filter: Partial<HistoryFilter>) => ({
    ...always,
    expression: toExpression({ ...EVERYTHING, ...filter }, readMeanings(filter.text ?? '', habits)),
  })
  return {
    index,
    count: (filter: Partial<HistoryFilter>) => index.count(toQuery(filter)),
    found: (text: string) => index.find({ ...toQuery({ text }), before: null, limit: 50 }).length,
  }
}

test('what is found is counted up to a thousand, and beyond it is more', () => {
  const { index, count } = openWith(Array.from({ length: 1001 }, (_, at) => (at === 0 ? 'Table 1' : 'Order')))
  expect(count({ text: 'ord' })).toEqual({ count: 1000, isMore: false })
  index.put([payment(2000, 'order')], progress)
  expect(count({ text: 'ord' })).toEqual({ count: 1000, isMore: true })
  expect(count({ group: 'charged', kind: 'sale' })).toEqual({ count: 1000, isMore: true })
  expect(count({})).toEqual({ count: 1000, isMore: true })
  expect(count({ text: 'table' })).toEqual({ count: 1, isMore: false })
  expect(index.countAll()).toBe(1002)
})

test('a word is found by each of its beginnings, and by nothing else of it', () => {
  const { found } = openWith(['Order-𠮷野 5', 'Table 55', null])
  for (const text of ['or', 'ord', 'order', '𠮷', '𠮷野', 'order 5', '5 ord'])
    expect([text, found(text)]).toEqual([text, 1])
  for (const text of ['rder', 'orders', 'ble 5', 'order 55', 'table order'])
    expect([text, found(text)]).toEqual([text, 0])
  expect(found('table 5')).toBe(1)
})

test('of the words of a customer reference no beginning is put together while somebody waits', () => {
  const expression = toExpression(EVERYTHING, readMeanings('order table 5', habits))
  expect(expression).toBe('(("worder" AND "wtable" AND "w5"))')
})

test('what could not be written is not counted', () => {
  const { index } = openWith(['one', 'two'])
  expect(index.countAll()).toBe(2)
  const { timeZone: _, ...rest } = progress
  const circular: Progress = {
    ...rest,
    get timeZone(): string {
      throw new Error('no progress')
    },
  }
  expect(() => index.put([payment(9, 'three')], circular)).toThrow('no progress')
  expect(index.countAll()).toBe(2)
})
