import { expect, test } from 'vitest'
import type { TransactionState } from '../../../shared/transaction/state.ts'
import { aSale } from '../../../shared/testing/transactions.ts'
import { buildCustomerSlip } from './customer-slip.ts'
import { printWords } from './print-words.ts'

const UNKNOWN: TransactionState = { status: 'checking', because: 'noAnswer', isExhausted: true, isCancelRefused: false }

function build(state: TransactionState, locale = 'en-IE') {
  const intent = { ...aSale, customerReference: 'Order <7>' }
  const words = printWords(locale)
  const shop = { shopName: 'Corner & Sons', terminalName: 'Front desk', locale, words }
  return { intent, slip: buildCustomerSlip({ ...shop, row: { intent, state }, now: intent.createdAt + 60_000 }) }
}

test('the slip of a payment that nobody knows says the amount, the reference and that nothing is to be paid again', () => {
  const { intent, slip } = build(UNKNOWN)
  expect(slip).toContain('OUTCOME NOT KNOWN YET')
  expect(slip).toContain('€45.00')
  expect(slip).toContain(intent.reference)
  expect(slip).toContain('Nothing is to be paid again until the shop says what became of it.')
  expect(slip).toContain('Corner &amp; Sons')
  expect(slip).toContain('Order &lt;7&gt;')
  expect(slip).not.toMatch(/approved|declined/i)
})

test('it speaks the language of the till', () => {
  expect(build(UNKNOWN, 'nl').slip).toContain('UITKOMST NOG NIET BEKEND')
})

test('once the outcome is known there is no slip: paper that says otherwise would be a lie', () => {
  expect(build({ status: 'notCharged' }).slip).toBeNull()
})
