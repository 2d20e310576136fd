import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskCardNumbers } from './mask-card-numbers.ts'

test.each([
  ['4111111111111111', '************1111'],
  ['card 4111-1111-1111-1111 refused', 'card ****-****-****-1111 refused'],
  ['3782 822463 10005', '**** ****** *0005'],
  ['PAN4222222222222', 'PAN*********2222'],
  ['6304000000000000000', '***************0000'],
  ['04111111111111111', '*************1111'],
  ['41111111111111110926', '****************0926'],
  ['4111 1111 1111 1111 0926', '**** **** **** **** 0926'],
])('%s becomes %s', (text, masked) => {
  expect(maskCardNumbers(text)).toBe(masked)
})

test.each([
  '4111111111111112',
  '411111111111',
  '20230511110113006',
  '0000511573740',
  '************1111',
  '66d94f20-efda-11ed-929c-47fffda5f9b5',
  '41111111-1111-1111-1111-111111111111',
  '2026-01-02T03:04:05.678Z',
])('%s stays as it is', (text) => {
  expect(maskCardNumbers(text)).toBe(text)
})

test('no full card number survives, whatever surrounds it', () => {
  const around = fc.string({ maxLength: 10 }).filter((text) => !/[0-9]/.test(text))
  const payload = fc.stringMatching(/^[1-9][0-9]{11,17}$/)
  fc.assert(
    fc.property(around, payload, around, (before, digits, after) => {
      const card = digits + checkDigit(digits)
      fc.pre(new Set(card).size > 1)
      expect(maskCardNumbers(before + card + after)).not.toContain(card)
    }),
  )
})

function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return String((10 - (sum % 10)) % 10)
}
