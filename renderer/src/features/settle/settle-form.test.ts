import { expect, test } from 'vitest'
import { reference } from '../../../dev/build-payment.ts'
import { EMPTY_SETTLE_ENTRY, readSettlement, SETTLE_LENGTHS, type SettleEntry } from './settle-form.ts'

const whole: SettleEntry = {
  verdict: 'notCharged',
  evidence: 'Portal 15:10',
  reason: 'Customer left',
  operator: 'Maria',
}

const about = { reference, shown: 7 }

test('an empty form misses all four, in their order', () => {
  expect(readSettlement(about, EMPTY_SETTLE_ENTRY)).toEqual({
    ok: false,
    missing: ['verdict', 'evidence', 'reason', 'operator'],
  })
})

test('blanks are no evidence', () => {
  expect(readSettlement(about, { ...whole, evidence: '   ' })).toEqual({ ok: false, missing: ['evidence'] })
})

test('nothing is chosen for the manager', () => {
  expect(readSettlement(about, { ...whole, verdict: null })).toEqual({ ok: false, missing: ['verdict'] })
})

test('without what was known when it was chosen nothing is sent', () => {
  expect(readSettlement({ reference, shown: null }, whole)).toEqual({ ok: false, missing: [] })
})

test('what is whole is sent as it was written, without blanks around it', () => {
  expect(readSettlement(about, { ...whole, operator: ' Maria ' })).toEqual({
    ok: true,
    settlement: { ...about, ...whole },
  })
})

test.each(Object.entries(SETTLE_LENGTHS))('the form takes exactly as much %s as the journal does', (field, length) => {
  expect(readSettlement(about, { ...whole, [field]: 'x'.repeat(length) }).ok).toBe(true)
  expect(readSettlement(about, { ...whole, [field]: 'x'.repeat(length + 1) })).toEqual({
    ok: false,
    missing: [field],
  })
})
