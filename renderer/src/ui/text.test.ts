import { expect, test, vi } from 'vitest'
import { en } from '../messages/en.ts'
import { is } from '../messages/is.ts'
import { toText } from './text.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const text = toText('en-IE', en, 'UTC')
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

test('Icelandic is written as in Iceland, also where the browser knows no Icelandic', () => {
  const known = toText('is-IS', is, 'UTC')
  expect(known.ago(NOW - 40_000, NOW)).toBe('fyrir 40 sekúndum')
  expect(known.day(NOW, NOW)).toBe('laugardagur, 21. nóvember')
  expect(known.time(NOW)).toBe('12:00')
  expect(known.moment(NOW)).toBe('21.11.2026, 12:00:00')
  expect(known.money(4500, 'ISK').replaceAll('\u00A0', ' ')).toBe('4.500 kr')
})

test('what cannot be said is named, and the screen stays', () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue()
  expect(text.say('sell.chargeAmount')).toBe('sell.chargeAmount')
  expect(text.say('sell.chargeAmount', { amount: '€45.00' })).toBe('Charge €45.00')
  expect(complaint).toHaveBeenCalledOnce()
  complaint.mockRestore()
})
