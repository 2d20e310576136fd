import { EMPTY_ENTRY, entryToMinor } from './amount-entry.ts'
import { toFormatLocale } from './formats.ts'
import { MAX_AMOUNT_MINOR, parseAmount } from './money.ts'

/** What a text that somebody searches for may mean. A payment is found when any one of its meanings fits. */
export type HistoryMeaning =
  | { type: 'amount'; amountMinor: number }
  | { type: 'lastFour'; digits: string }
  /** The beginning, or the whole, of our reference: hexadecimal digits without dashes. */
  | { type: 'reference'; prefix: string }
  /** The beginning, or the whole, of the gateway's id: letters and digits alone. */
  | { type: 'transactionId'; prefix: string }
  | { type: 'number'; number: number }
  /** Minutes since midnight. */
  | { type: 'time'; minute: number }
  /** Beginnings of words of the customer reference; all of them have to be there. */
  | { type: 'words'; words: readonly string[] }

interface Habits {
  currency: string
  locale: string
}

/** Long enough that hardly two payments share it (a UUID has 32). */
export const SHORTEST_REFERENCE = 4
export const SHORTEST_TRANSACTION_ID = 6
const MOST_WORDS = 8

/**
 * Every meaning that a text can have, in the order in which a person is told of them: `4242` is an amount in two ways, a card,
 * a sale number and the beginning of a reference. Nothing is guessed: what is ambiguous is searched for in all its meanings.
 */
export function readMeanings(text: string, habits: Habits): HistoryMeaning[] {
  const bare = text.trim()
  // Nobody writes the sign before anything else.
  if (bare.startsWith('#')) return readNumber(bare.slice(1).trim())
  const times = readTimes(bare, habits.locale)
  if (times.length > 0) return times
  const meanings = [...readNumber(bare), ...readAmounts(bare, habits), ...readLastFour(bare), ...readIds(bare)]
  // With the signs of a masked card in front it is that card.
  return /^[•*…]/.test(bare) ? meanings : [...meanings, ...readWords(bare)]
}

/** `1042` and `#1042`. */
function readNumber(bare: string): HistoryMeaning[] {
  const number = Number(/^[0-9]{1,12}$/.exec(bare)?.[0] ?? 0)
  return number > 0 ? [{ type: 'number', number }] : []
}

/** As it is written (`45` is 45.00), and as it is typed on the keypad (`4500` is 45.00 too). A sign in front is not looked at. */
function readAmounts(bare: string, { currency, locale }: Habits): HistoryMeaning[] {
  const unsigned = bare.replace(/^[-−+]\s*/, '')
  const written = parseAmount(unsigned, currency, locale)
  const typed = /^[0-9]{3,12}$/.test(unsigned) ? entryToMinor({ ...EMPTY_ENTRY, digits: unsigned }, currency) : 0
  const amounts = [written.ok ? written.value : 0, typed].filter((minor) => minor > 0 && minor <= MAX_AMOUNT_MINOR)
  return [...new Set(amounts)].map((amountMinor) => ({ type: 'amount', amountMinor }))
}

/** `4242`, `•••• 4242`, `...4242`, `**** 4242`. */
function readLastFour(bare: string): HistoryMeaning[] {
  const digits = /^[•*.…xX\s]*([0-9]{4})$/.exec(bare)?.[1]
  return digits === undefined ? [] : [{ type: 'lastFour', digits }]
}

/** `14:33`, `2:33 pm`; where clocks have twelve hours, `2:33` is both. */
function readTimes(bare: string, locale: string): HistoryMeaning[] {
  const [, hours, minutes, half] = /^([0-9]{1,2}):([0-5][0-9])\s*([ap])?\.?(?:m\.?)?$/i.exec(bare) ?? []
  if (hours === undefined || minutes === undefined) return []
  const hour = Number(hours)
  if (hour > 23) return []
  const toTime = (at: number): HistoryMeaning => ({ type: 'time', minute: at * 60 + Number(minutes) })
  if (half === undefined) {
    const isAmbiguous = hour >= 1 && hour <= 12 && hasTwelveHours(locale)
    return isAmbiguous ? [toTime(hour % 12), toTime((hour % 12) + 12)] : [toTime(hour)]
  }
  if (hour < 1 || hour > 12) return []
  return [toTime((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0))]
}

function hasTwelveHours(locale: string): boolean {
  return new Intl.DateTimeFormat(toFormatLocale(locale), { hour: 'numeric' }).resolvedOptions().hour12 === true
}

function readIds(bare: string): HistoryMeaning[] {
  if (/\s/.test(bare) || !/^[0-9A-Za-z-]+$/.test(bare)) return []
  const id = toIdText(bare)
  const isReference = id.length >= SHORTEST_REFERENCE && id.length <= 32 && /^[0-9a-f]+$/.test(id)
  return [
    ...(isReference ? ([{ type: 'reference', prefix: id }] as const) : []),
    ...(id.length >= SHORTEST_TRANSACTION_ID ? ([{ type: 'transactionId', prefix: id }] as const) : []),
  ]
}

function readWords(bare: string): HistoryMeaning[] {
  const words = toWords(bare).slice(0, MOST_WORDS)
  return words.some((word) => word.length > 1) ? [{ type: 'words', words }] : []
}

/** The letters and digits of an id, in lower case: how it is compared. */
export function toIdText(id: string): string {
  return id.replaceAll(/[^0-9A-Za-z]/g, '').toLowerCase()
}

/** The words of a customer reference as they are compared: no capitals, no accents, no signs. */
export function toWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
