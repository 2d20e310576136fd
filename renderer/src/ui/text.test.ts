import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { toText } from './text.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const text = toText(createIntl({ locale: 'en-IE', messages: en, timeZone: 'UTC' }))
const ago = (ms: number) => text.ago(NOW - ms, NOW)

test('an age is said in whole seconds, minutes and hours, and as a day after one', () => {
  expect(ago(0)).toBe('now')
  expect(ago(40_900)).toBe('40 seconds ago')
  expect(ago(60_000)).toBe('1 minute ago')
  expect(ago(59 * 60_000)).toBe('59 minutes ago')
  expect(ago(23 * 3_600_000)).toBe('23 hours ago')
  expect(ago(25 * 3_600_000)).toContain('20 Nov 2026')
})

test('what a wrong clock puts into the future was now', () => {
  expect(ago(-5_000)).toBe('now')
})

test('a share is written as the locale writes it', () => {
  expect(text.percent(62)).toBe('62%')
})
