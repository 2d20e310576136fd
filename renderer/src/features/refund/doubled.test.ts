import { describe, expect, test } from 'vitest'
import { referenceSchema, requestKeySchema } from '../../../../shared/ids.ts'
import { isAbout, toTwinWords, type RefundDraft } from './doubled.ts'
import type { Doubled } from './money-back-store.ts'

const sale = referenceSchema.parse('11111111-1111-4111-8111-111111111111')
const otherSale = referenceSchema.parse('22222222-2222-4222-8222-222222222222')
const draft: RefundDraft = {
  operation: 'refund',
  original: sale,
  terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
  amountMinor: 2000,
  currency: 'EUR',
  customerReference: null,
}
const asked: Doubled = {
  request: { ...draft, requestKey: requestKeySchema.parse('33333333-3333-4333-8333-333333333333') },
  twin: { reference: otherSale, movedAt: null },
}

describe('whether the same refund is meant again', () => {
  test('is asked about just what stands there', () => {
    expect(isAbout(asked, { ...draft })).toBe(true)
  })

  test.each<[string, Partial<Extract<RefundDraft, { operation: 'refund' }>>]>([
    ['another amount', { amountMinor: 2001 }],
    ['another currency', { currency: 'GBP' }],
    ['another sale', { original: otherSale }],
    ['no sale', { original: null }],
    ['another terminal', { terminal: { serialNumber: '082104579', terminalType: 'PAXA920' } }],
    ['another reference of the customer', { customerReference: 'Table 5' }],
  ])('is not asked about %s', (_, change) => {
    expect(isAbout(asked, { ...draft, ...change })).toBe(false)
  })
})

test('what nobody knows yet is not said to be paid back', () => {
  expect(toTwinWords({ reference: sale, movedAt: null }).title).toBe('moneyBack.twin.doubt')
  expect(toTwinWords({ reference: sale, movedAt: 1_700_000_000_000 }).title).toBe('moneyBack.twin.moved')
})
