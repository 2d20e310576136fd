import { LONGEST_TEXT } from '../../../shared/transaction/terminal-result.ts'
import { isBareId, maskCardNumbers } from '../system/mask-card-numbers.ts'
import { cut, toWholeText } from '../system/whole-text.ts'

const MAY_BE_JSON = /^[[{"0-9tfn-]/
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"' }

/** The value that a body holds; undefined where it is not JSON. */
export function parseJson(body: string): unknown {
  const text = body.trim()
  // A page of HTML and a body that was cut are told apart without the cost of an exception.
  if (!MAY_BE_JSON.test(text)) return undefined
  const closing = CLOSING[text.charAt(0)]
  if (closing !== undefined && !text.endsWith(closing)) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A text of the wire, whole and with full card numbers masked, or null where there is none or where it is no text at all. */
export function toText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  // Cut twice: masking is not fast on hostile lengths, and a number must not be hidden from it by the final cut.
  const text = cut(maskCardNumbers(toWholeText(cut(value, 2 * LONGEST_TEXT)).trim()), LONGEST_TEXT)
  return text === '' ? null : text
}

/**
 * A secret that this answer does not show to be one: a callback's, of which nothing but digests is kept, has a form of its own
 * (callback/secret.ts), and the merchant's `ssk` its name (handpoint-api.md §2.1).
 */
const SECRET = /[0-9a-f]{64}|\/cb\/[0-9a-f]{32}|\bssk\b["'\s]*[:=]["'\s]*[^\s"',;}]+/gi

/** What the service or a terminal says in words: a {@link toText} that is shown to people, without secrets. */
export function toWords(value: unknown): string | null {
  return toText(typeof value === 'string' ? value.slice(0, 2 * LONGEST_TEXT).replace(SECRET, '[hidden]') : value)
}

/** No id of a gateway is longer. */
const MAX_ID = 100

/**
 * An id that the gateway, an acquirer or a terminal gave, as it is: with stars in it nobody finds the money again
 * (handpoint-api.md §6.31). What is longer than ids of its kind, or has a form that no id has, is a text like any other.
 */
export function toId(value: unknown, longest = MAX_ID): string | null {
  const id = typeof value === 'string' && value.length <= 2 * MAX_ID ? value.trim() : ''
  return id.length <= longest && isBareId(id) ? id : toText(value)
}

/** A card number with no digit but the last four. */
export function hideAllButLastFour(number: string): string {
  return number.replaceAll(/[0-9](?=(?:[^0-9]*[0-9]){4})/g, '*')
}
