import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
  ['4111\u00a01111\u00a01111\u00a01111', '****\u00a0****\u00a0****\u00a01111'],
  ['4111  1111 - 1111 \t1111', '****  **** - **** \t1111'],
  ['4111.1111.1111.1111', '****.****.****.1111'],
  ['4111\u20111111\u20111111\u20111111', '****\u2011****\u2011****\u20111111'],
  ['4111\u200b11111111\u00ad1111', '****\u200b********\u00ad1111'],
  ['４１１１１１１１１１１１１１１１', '************１１１１'],
  ['٤١١١ ١١١١ ١١١١ ١١١١', '**** **** **** ١١١١'],
  ['\u{1d7d2}111111111111111', '*************1111'],
  ['411111111111-1111-1111-1111-111111111111', '************-****-****-****-********1111'],
  ['4111111111111111 66d94f20-efda-11ed-929c-47fffda5f9b5', '************1111 66d94f20-efda-11ed-929c-47fffda5f9b5'],
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
  '2026-01-02 03:04:05',
  '€ 1.234.567,89 of € 12.345.678,90',
  '+354 555 1234 or 020 - 123 45 67',
  'order 2026.000123-45, table 7',
  '4111, 1111, 1111, 1111',
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

describe('whatever parts its digits, in whatever script', () => {
  const parting = fc.constantFrom(
    '',
    ' ',
    '  ',
    '-',
    ' - ',
    '.',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u00b7',
    '\u034f',
    '\u1680',
    '\u2003',
  )
  const rarer = fc.constantFrom(
    '\u200b',
    '\u200f',
    '\u2010',
    '\u2011',
    '\u2013',
    '\u2015',
    '\u202f',
    '\u2212',
    '\u3000',
    '\ufe0f',
    '\uff0d',
    '\uff0e',
  )
  const zero = fc.constantFrom(0x30, 0x30, 0x30, 0x6_60, 0x6_f0, 0x9_66, 0xff_10, 0x1_d7_ce)
  const between = fc.array(fc.tuple(fc.oneof(parting, rarer), zero), { minLength: 19, maxLength: 19 })
  const payload = fc.stringMatching(/^[1-9][0-9]{11,17}$/)

  test('nothing of a card number remains but its last four', () => {
    fc.assert(
      fc.property(payload, between, (digits, pieces) => {
        const card = digits + checkDigit(digits)
        fc.pre(new Set(card).size > 1)
        const written = Array.from(card, (digit, at) => {
          const [before, from] = pieces[at] ?? ['', 0x30]
          return before + String.fromCodePoint(from + Number(digit))
        })
        const left = maskCardNumbers(`Card:${written.join('')}, refused`).match(/\p{Nd}/gu) ?? []
        expect(left).toHaveLength(4)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a text without one stays as it is', () => {
    const number = fc
      .stringMatching(/^[1-9][0-9]{12,18}$/)
      .filter((digits) => checkDigit(digits.slice(0, -1)) !== digits.slice(-1))
    const text = fc.oneof(
      fc
        .nat({ max: 99_999_999_999 })
        .map((minor) => `€ ${new Intl.NumberFormat('nl', { minimumFractionDigits: 2 }).format(minor / 100)}`),
      fc
        .tuple(parting, fc.nat({ max: 999 }), fc.nat({ max: 9_999_999 }))
        .map(([by, code, rest]) => `+${code}${by}${rest}`),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
      fc.uuid(),
      number,
    )
    const texts = fc.array(text, { maxLength: 5 }).map((parts) => parts.join(', '))
    fc.assert(
      fc.property(texts, (given) => {
        expect(maskCardNumbers(given)).toBe(given)
      }),
      { numRuns: 1_000 },
    )
  })
})

test('a text of nothing but digits is searched in one go, however long it is', () => {
  for (const digits of ['7 ', '7', '7.7 ', '7\u00a0']) {
    const text = digits.repeat(200_000)
    expect(maskCardNumbers(text) === text).toBe(true)
  }
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
