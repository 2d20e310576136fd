import { currencyDigits, MAX_AMOUNT_MINOR, type AmountProblem } from './money.ts'
import { err, ok, type Result } from './result.ts'

/**
 * What has been typed on the keypad. Without a decimal sign the digits are minor units, as on every till (`4500` is 45.00);
 * after a decimal sign they are whole units and decimals (`45.00` is 45.00 too).
 */
export interface AmountEntry {
  digits: string
  /** Digits typed after the decimal sign, or null while none was typed. */
  decimals: string | null
}

export const EMPTY_ENTRY: AmountEntry = { digits: '', decimals: null }

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
  | 'backspace'
  | 'clear'

/** The entry after one key, or why the key does nothing. */
export function pressKey(entry: AmountEntry, key: EntryKey, currency: string): Result<AmountEntry, AmountProblem> {
  if (key === 'clear') return ok(EMPTY_ENTRY)
  if (key === 'backspace') return ok(backspace(entry))
  if (key === 'decimal') return pressDecimal(entry, currency)
  const next =
    entry.decimals === null
      ? { digits: (entry.digits + key).replace(/^0+/, ''), decimals: null }
      : { digits: entry.digits, decimals: entry.decimals + key }
  if (next.decimals !== null && next.decimals.length > currencyDigits(currency)) return err('tooManyDecimals')
  return entryToMinor(next, currency) > MAX_AMOUNT_MINOR ? err('tooLarge') : ok(next)
}

function backspace({ digits, decimals }: AmountEntry): AmountEntry {
  if (decimals === null) return { digits: digits.slice(0, -1), decimals: null }
  return { digits, decimals: decimals === '' ? null : decimals.slice(0, -1) }
}

function pressDecimal(entry: AmountEntry, currency: string): Result<AmountEntry, AmountProblem> {
  if (currencyDigits(currency) === 0) return err('tooManyDecimals')
  if (entry.decimals !== null) return err('notANumber')
  const next = { digits: entry.digits, decimals: '' }
  return entryToMinor(next, currency) > MAX_AMOUNT_MINOR ? err('tooLarge') : ok(next)
}

/** Minor units of what has been typed; 0 when nothing was. */
export function entryToMinor({ digits, decimals }: AmountEntry, currency: string): number {
  if (decimals === null) return Number(digits || '0')
  return Number(`${digits || '0'}${decimals.padEnd(currencyDigits(currency), '0')}`)
}

/** An entry that shows the given amount, for a pasted or repeated one. */
export function minorToEntry(amountMinor: number): AmountEntry {
  return { digits: amountMinor === 0 ? '' : amountMinor.toString(), decimals: null }
}
