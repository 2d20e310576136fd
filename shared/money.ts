import { z } from 'zod/mini'
import { toFormatLocale } from './formats.ts'
import { keepEach } from './keep-each.ts'
import { toLanguage } from './languages.ts'
import { err, ok, type Result } from './result.ts'

/** ISO 4217 alphabetic code. Any code is let through: the service decides which ones it takes (handpoint-api.md §3.16). */
export const currencySchema = z.string().check(z.regex(/^[A-Z]{3}$/, 'not an ISO 4217 code such as EUR'))

/** The largest amount the service accepts, in minor units: 0 < amount < 999999999999 (handpoint-api.md §1.3). */
export const MAX_AMOUNT_MINOR = 999_999_999_998

/** An amount that can be charged: whole minor units, more than zero. */
export const amountMinorSchema = z.int().check(z.minimum(1), z.maximum(MAX_AMOUNT_MINOR))

const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** Decimal places by ISO 4217. Not `Intl`: it follows local habit for some currencies, IQD among them. */
export function currencyDigits(currency: string): 0 | 2 | 3 {
  if (NO_DECIMALS.has(currency)) return 0
  return THREE_DECIMALS.has(currency) ? 3 : 2
}

/**
 * Money as the locale writes it, with the currency's ISO decimals: 4500 EUR is "€45.00" in English.
 * Exact for every amount the service takes: 12 digits fit a double with room to spare, and `Intl` rounds to the minor unit.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return toMoneyFormat(currency, locale).format(amountMinor / 10 ** currencyDigits(currency))
}

/** The same in its parts, for an amount whose sign looks different from its figures. */
export function moneyParts(amountMinor: number, currency: string, locale: string): Intl.NumberFormatPart[] {
  return toMoneyFormat(currency, locale).formatToParts(amountMinor / 10 ** currencyDigits(currency))
}

const toMoneyFormat = keepEach((currency: string, locale: string): Intl.NumberFormat => {
  const digits = currencyDigits(currency)
  return new Intl.NumberFormat(toFormatLocale(locale), {
    style: 'currency',
    currency,
    // An Icelander reads krónur as kr; elsewhere the code tells one country's krone from another's.
    currencyDisplay: currency === 'ISK' && toLanguage(locale) === 'is' ? 'narrowSymbol' : 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
})

export type AmountProblem = 'empty' | 'notANumber' | 'zero' | 'negative' | 'tooLarge' | 'tooManyDecimals' | 'ambiguous'

/** Minor units, or why they cannot be charged. */
export function checkAmount(amountMinor: number): Result<number, AmountProblem> {
  if (!Number.isInteger(amountMinor)) return err('notANumber')
  if (amountMinor < 0) return err('negative')
  if (amountMinor === 0) return err('zero')
  return amountMinor > MAX_AMOUNT_MINOR ? err('tooLarge') : ok(amountMinor)
}

/**
 * Reads an amount that a person typed or pasted as the locale writes it: `1.234,56` is 123456 in Dutch.
 * A lone separator that cannot be grouping is taken as the decimal sign, whichever of the two it is (`12.50` in Dutch);
 * what could be read in two ways is refused as `ambiguous` instead of guessed.
 * @returns whole minor units, more than zero and within the service's limit
 */
export function parseAmount(text: string, currency: string, locale: string): Result<number, AmountProblem> {
  const bare = withoutCurrency(text, currency, locale).replaceAll(/[\s\u00A0\u202F'’]/g, '')
  if (bare === '') return err('empty')
  if (/^[-−(]/.test(bare)) return err('negative')
  const split = splitAmount(bare, currencyDigits(currency), groupSign(locale))
  return split.ok ? toMinor(split.value, currencyDigits(currency)) : split
}

/** Only the till's own currency is taken off: "$12" on a till in euros is not an amount of it. */
function withoutCurrency(text: string, currency: string, locale: string): string {
  const sign = toCurrencySigns(currency, locale).find((known) => text.toUpperCase().includes(known.toUpperCase()))
  if (sign === undefined) return text
  const at = text.toUpperCase().indexOf(sign.toUpperCase())
  return text.slice(0, at) + text.slice(at + sign.length)
}

const toCurrencySigns = keepEach((currency: string, locale: string): string[] =>
  (['symbol', 'narrowSymbol', 'code'] as const).map((currencyDisplay) => {
    const options = { style: 'currency', currency, currencyDisplay } as const
    const parts = new Intl.NumberFormat(toFormatLocale(locale), options).formatToParts(1)
    return parts.find((part) => part.type === 'currency')?.value ?? currency
  }),
)

interface SplitAmount {
  whole: string
  fraction: string
}

function splitAmount(bare: string, digits: number, group: string): Result<SplitAmount, AmountProblem> {
  if (!/^[0-9]*(?:[.,][0-9]*)*$/.test(bare) || !/[0-9]/.test(bare)) return err('notANumber')
  const signs = bare.match(/[.,]/g) ?? []
  if (signs.length === 0) return ok({ whole: bare, fraction: '' })

  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  const [whole, fraction] = [bare.slice(0, last), bare.slice(last + 1)]
  const isGrouped = /^[0-9]{1,3}(?:[.,][0-9]{3})+$/.test(bare) && new Set(signs).size === 1
  if (signs.length === 1) {
    if (!isGrouped || bare[last] !== group) return ok({ whole, fraction })
    // "1.234" in Dutch dinars: 1234 by the locale's grouping, 1.234 by the currency's three decimals.
    return digits === 3 ? err('ambiguous') : ok({ whole: whole + fraction, fraction: '' })
  }
  if (isGrouped) return ok({ whole: bare.replaceAll(/[.,]/g, ''), fraction: '' })
  const groups = new Set(signs.slice(0, -1))
  const isWellGrouped =
    /^[0-9]{1,3}(?:[.,][0-9]{3})+$/.test(whole) && groups.size === 1 && !groups.has(bare[last] === ',' ? ',' : '.')
  return isWellGrouped ? ok({ whole: whole.replaceAll(/[.,]/g, ''), fraction }) : err('notANumber')
}

function toMinor({ whole, fraction }: SplitAmount, digits: number): Result<number, AmountProblem> {
  if (fraction.length > digits) return err('tooManyDecimals')
  const minor = `${whole}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=[0-9])/, '')
  return minor.length > 12 ? err('tooLarge') : checkAmount(Number(minor))
}

function groupSign(locale: string): string {
  const parts = new Intl.NumberFormat(toFormatLocale(locale), { useGrouping: true }).formatToParts(1_234_567)
  return parts.find((part) => part.type === 'group')?.value ?? ''
}

/** The sign between whole units and decimals in a locale: `,` in Dutch, `.` in English. */
export function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(toFormatLocale(locale)).formatToParts(1.5)
  return parts.find((part) => part.type === 'decimal')?.value ?? '.'
}

/** Major units as the gateway writes them in some bodies: 525 EUR is `5.25`, 45 ISK is `45`. By decimal shift, exact (handpoint-api.md §6.3). */
export function toMajorText(amountMinor: number, currency: string): string {
  const digits = currencyDigits(currency)
  const padded = String(amountMinor).padStart(digits + 1, '0')
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}

/** Minor units of an amount in major units, or null where it is none or has more decimals than the currency. */
export function fromMajorText(text: string, currency: string): number | null {
  const found = /^([0-9]{1,12})(?:\.([0-9]+))?$/.exec(text)
  if (found === null) return null
  const [, whole = '', decimals = ''] = found
  const digits = currencyDigits(currency)
  const shifted = decimals.padEnd(digits, '0')
  if (/[1-9]/.test(shifted.slice(digits))) return null
  const minor = Number(whole + shifted.slice(0, digits))
  return minor <= MAX_AMOUNT_MINOR ? minor : null
}
