import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import { hasTooManyDigits } from './receipt-html.ts'

/** Tags that do not part what is before them from what is behind them. */
const INLINE = /^<\/?(?:a|abbr|b|big|em|font|i|label|mark|s|small|span|strong|sub|sup|tt|u|wbr)(?![a-z0-9])/i
const ENTITY =
  /&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|(nbsp|shy|thinsp|ensp|emsp|zwnj|zwj|ndash|mdash|minus|middot|bull));?/iy
export interface MaskedReceipt {
  html: string
  /** There was a full card number in it, which the gateway should never have sent (safety P1). */
  isMasked: boolean
}

/**
 * A receipt's HTML with every full card number reduced to its last four digits (safety P1), also where markup, entities or
 * unseen characters part its digits. Null where it holds more digits than can be searched: no receipt does.
 */
export function maskReceipt(html: string): MaskedReceipt | null {
  const seen = readSeenText(html)
  if (hasTooManyDigits(seen.text) || hasTooManyDigits(html)) return null
  const masked = maskCardNumbers(seen.text)
  let result = ''
  let copied = 0
  for (const [index, at] of seen.starts.entries()) {
    if (masked[index] === seen.text[index]) continue
    result += `${html.slice(copied, at)}*`
    copied = seen.ends[index] ?? at
  }
  // What is not seen is stored all the same: attributes, comments.
  const stored = maskCardNumbers(result + html.slice(copied))
  return { html: stored, isMasked: stored !== html }
}

/** What a reader sees, one code unit at a time, with where each begins and ends in the source. */
interface SeenText {
  text: string
  starts: readonly number[]
  ends: readonly number[]
}

function readSeenText(html: string): SeenText {
  const text: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  while (at < html.length) {
    const { end, shown } = readPiece(html, at)
    for (const unit of shown.split('')) {
      text.push(unit)
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { text: text.join(''), starts, ends }
}

/** What parts two texts: no number goes on behind it. */
const BREAK = '|'

/** One tag, comment, entity or code unit, and what is seen of it, if anything. */
function readPiece(html: string, at: number): { end: number; shown: string } {
  const char = html.charAt(at)
  if (char === '&') {
    ENTITY.lastIndex = at
    const found = ENTITY.exec(html)
    if (found !== null) return { end: ENTITY.lastIndex, shown: decode(found) }
  }
  if (char === '<' && html.startsWith('<!--', at)) return { end: endOf(html, '-->', at), shown: '' }
  if (char === '<' && /[a-z/!?]/i.test(html.charAt(at + 1))) {
    const end = endOf(html, '>', at)
    return { end, shown: INLINE.test(html.slice(at, at + 12)) ? '' : BREAK }
  }
  return { end: at + 1, shown: char }
}

/** Behind the next `mark`; what never ends goes on to the end, so that no text is searched twice. */
function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function decode([, decimal, hex, name]: RegExpExecArray): string {
  if (name !== undefined) return /^(?:shy|zw)/i.test(name) ? '' : ' '
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : BREAK
}
