import { currencyDigits, MAX_AMOUNT_MINOR, type AmountProblem } from './money.ts'

/**
 * What has been typed on the keypad. Without a decimal sign the digits are minor units, as on every till (`4500` is 45.00);
 * after a decimal sign they are whole units and decimals (`45.00` is 45.00 too).
 */
export interface AmountEntry {
  digits: string
  /** Digits typed after the decimal sign, or null while none was typed. */
  decimals: string | null
  /**
   * Keys that could not be taken, the first of them for this reason. Until they are taken back nothing can be charged: what
   * stands on the screen is not what the cashier typed.
   */
  refused: { keys: number; problem: AmountProblem } | null
}

export const EMPTY_ENTRY: AmountEntry = { digits: '', decimals: null, refused: null }

export type EntryKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '00'
  | 'decimal'
  | 'minus'
  | 'other'
  | 'backspace'
  | 'clear'

/** The entry after one key. */
export function pressKey(entry: AmountEntry, key: EntryKey, currency: string): AmountEntry {
  if (key === 'clear') return EMPTY_ENTRY
  if (key === 'backspace') return backspace(entry)
  if (entry.refused !== null) return refuse(entry, entry.refused.problem)
  if (key === 'minus') return refuse(entry, 'negative')
  if (key === 'other') return refuse(entry, 'notANumber')
  if (key === 'decimal') return pressDecimal(entry, currency)
  const next =
    entry.decimals === null
      ? { ...entry, digits: (entry.digits + key).replace(/^0+/, '') }
      : { ...entry, decimals: entry.decimals + key }
  if (next.decimals !== null && next.decimals.length > currencyDigits(currency)) return refuse(entry, 'tooManyDecimals')
  return entryToMinor(next, currency) > MAX_AMOUNT_MINOR ? refuse(entry, 'tooLarge') : next
}

/** An empty entry that says why what was given cannot be charged. */
export function refusedEntry(problem: AmountProblem): AmountEntry {
  return refuse(EMPTY_ENTRY, problem)
}

function refuse(entry: AmountEntry, problem: AmountProblem): AmountEntry {
  return { ...entry, refused: { keys: (entry.refused?.keys ?? 0) + 1, problem } }
}

function backspace(entry: AmountEntry): AmountEntry {
  const { digits, decimals, refused } = entry
  if (refused !== null) return { ...entry, refused: refused.keys === 1 ? null : { ...refused, keys: refused.keys - 1 } }
  if (decimals === null) return { ...entry, digits: digits.slice(0, -1) }
  return { ...entry, decimals: decimals === '' ? null : decimals.slice(0, -1) }
}

function pressDecimal(entry: AmountEntry, currency: string): AmountEntry {
  if (currencyDigits(currency) === 0) return refuse(entry, 'tooManyDecimals')
  if (entry.decimals !== null) return refuse(entry, 'notANumber')
  const next = { ...entry, decimals: '' }
  return entryToMinor(next, currency) > MAX_AMOUNT_MINOR ? refuse(entry, 'tooLarge') : next
}

/** Minor units of what has been typed and taken; 0 when nothing was. */
export function entryToMinor({ digits, decimals }: AmountEntry, currency: string): number {
  if (decimals === null) return Number(digits || '0')
  return Number(`${digits || '0'}${decimals.padEnd(currencyDigits(currency), '0')}`)
}

/** An entry that shows the given amount, for a pasted or repeated one. */
export function minorToEntry(amountMinor: number): AmountEntry {
  return { ...EMPTY_ENTRY, digits: amountMinor === 0 ? '' : amountMinor.toString() }
}

/** What a key of the keyboard is on the keypad; null for keys that are none of its business. */
export function toEntryKey(key: string): EntryKey | null {
  switch (key) {
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
      return key
    case '.':
    case ',':
      return 'decimal'
    case 'Backspace':
      return 'backspace'
    case 'Delete':
      return 'clear'
    case '-':
      return 'minus'
    default:
      return key.length === 1 && key !== ' ' ? 'other' : null
  }
}
