import { expect, test } from 'vitest'
import { formatAgo, formatDate, toFormatLocale } from './formats.ts'
import { formatMoney, parseAmount } from './money.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const START = Date.UTC(2026, 0, 1, 15, 10, 5)
/** Every weekday in every month. */
const YEAR = Array.from({ length: 365 }, (_, day) => START + day * DAY_MS)

const DAY = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Atlantic/Reykjavik' } as const
const ON_PAPER = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Atlantic/Reykjavik',
  timeZoneName: 'short',
} as const

/** Node has all of Icelandic, so it says what the page must say without it. */
test('Icelandic dates are those of a runtime that knows Icelandic, on every day of a year', () => {
  expect(Intl.DateTimeFormat.supportedLocalesOf('is')).toEqual(['is'])
  for (const options of [DAY, ON_PAPER]) {
    const known = new Intl.DateTimeFormat('is-IS', options)
    for (const instant of YEAR) expect(formatDate(instant, 'is-IS', options)).toBe(known.format(instant))
  }
  expect(formatDate(START, 'is', { timeStyle: 'medium', timeZone: 'UTC' })).toBe('15:10:05')
})

test('Icelandic ages are those of a runtime that knows Icelandic', () => {
  const known = new Intl.RelativeTimeFormat('is-IS', { numeric: 'auto' })
  for (let count = 1; count < 60; count += 1) {
    for (const unit of ['second', 'minute', 'hour'] as const) {
      expect(formatAgo(count, unit, 'is-IS')).toBe(known.format(-count, unit))
    }
  }
  expect(formatAgo(0, 'second', 'is')).toBe(known.format(0, 'second'))
})

test('nothing that is written in Icelandic asks the runtime for Icelandic', () => {
  expect(['is', 'is-IS', 'is-IE'].map(toFormatLocale)).toEqual(['de', 'de', 'de'])
  expect(['en-IE', 'nl-BE', 'de-CH', 'fi-FI'].map(toFormatLocale)).toEqual(['en-IE', 'nl-BE', 'de-CH', 'fi-FI'])
})

test('Icelandic money has points between the thousands, and krónur have no cents', () => {
  expect(formatMoney(450_000, 'EUR', 'is-IS').replaceAll('\u00A0', ' ')).toBe('4.500,00 €')
  expect(formatMoney(450_000, 'ISK', 'is-IS').replaceAll('\u00A0', ' ')).toBe('450.000 kr')
  expect(parseAmount('4.500 kr', 'ISK', 'is-IS')).toEqual({ ok: true, value: 4500 })
  expect(parseAmount('4.500,50', 'EUR', 'is-IS')).toEqual({ ok: true, value: 450_050 })
})

test('other languages are written by the runtime', () => {
  expect(formatDate(START, 'nl-NL', DAY)).toBe(new Intl.DateTimeFormat('nl-NL', DAY).format(START))
  expect(formatAgo(2, 'minute', 'nl-NL')).toBe('2 minuten geleden')
})
