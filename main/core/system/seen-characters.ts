/**
 * What a person sees in a character where card numbers are looked for: a digit, 0 to 9, in whatever script or width; something
 * that parts groups of digits and not two numbers; nothing at all; or anything else.
 */
export type Seen = number

export const PARTING: Seen = 10
export const NOTHING: Seen = 11
export const OTHER: Seen = 12

const NOT_DRAWN = /[\p{Cf}\p{Cc}\p{Mn}\p{Default_Ignorable_Code_Point}]/u
const BLANK_DASH_OR_DOT = /[\s\p{Zs}\p{Pd}\u2043\u2212_.\u00b7\u2022\u2027\u30fb]/u
const DIGIT = /\p{Nd}/u

/** By code unit, once it was looked at, plus one: every text of the wire goes through here. */
const known = new Uint8Array(0x1_00_00)

/** What is seen of the character that begins at `index`. The second half of a pair is seen as nothing. */
export function seenAt(text: string, index: number): Seen {
  const unit = text.charCodeAt(index)
  if (unit >= 0xd8_00 && unit <= 0xdf_ff) return seenOfPair(text, index)
  const before = known[unit] ?? 0
  if (before > 0) return before - 1
  const seen = classify(String.fromCharCode(unit))
  known[unit] = seen + 1
  return seen
}

function seenOfPair(text: string, index: number): Seen {
  const code = text.codePointAt(index) ?? 0
  if (code > 0xff_ff) return classify(String.fromCodePoint(code))
  const isSecondHalf = index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xff_ff
  return isSecondHalf ? NOTHING : OTHER
}

function classify(char: string): Seen {
  // Full width, above the line, in a circle.
  const plain = char.normalize('NFKC')
  if (/^[0-9]$/.test(plain)) return Number(plain)
  if (DIGIT.test(char)) return valueOf(char)
  if (BLANK_DASH_OR_DOT.test(char) || plain === '.') return PARTING
  return NOT_DRAWN.test(char) ? NOTHING : OTHER
}

/** Every script has its ten digits in one row, from 0. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}
