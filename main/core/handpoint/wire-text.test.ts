import { expect, test } from 'vitest'
import { toText } from './wire-text.ts'

test.each([
  ['half a character', 'no \ud83d card', 'no \ufffd card'],
  ['the other half', 'no \ude00 card', 'no \ufffd card'],
  ['a whole one', 'no \u{1f600} card', 'no \u{1f600} card'],
  ['NUL', 'de\0clined', 'declined'],
  ['nothing but NUL', ' \0 ', null],
  ['a character where it is cut', `${'x'.repeat(999)}\u{1f600}y`, 'x'.repeat(999)],
  ['a character before it is cut', `${'x'.repeat(998)}\u{1f600}y`, `${'x'.repeat(998)}\u{1f600}`],
  ['a character where it is cut the first time', `${' '.repeat(1999)}\u{1f600}`, null],
  ['NUL in a card number', '4111\x001111\x001111\x001111', '************1111'],
])('a text of the wire with %s is whole', (_, said, kept) => {
  expect(toText(said)).toBe(kept)
})
