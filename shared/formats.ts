import { toLanguage } from './languages.ts'

/**
 * The locale by whose rules figures and dates are written. Chromium, and with it Electron, keeps no Icelandic ones and would
 * write English ones without a word (issues.chromium.org/issues/40624456). German writes 4.500,00 and 20.11.2026, 15:10 as
 * Iceland does; it stands in everywhere, so that paper and screen say the same.
 */
export function toFormatLocale(locale: string): string {
  return toLanguage(locale) === 'is' ? 'de' : locale
}

/** A date as the locale writes it, its names of days and months in the locale's language. */
export function formatDate(instant: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(toFormatLocale(locale), options)
  if (toFormatLocale(locale) === locale) return format.format(instant)
  const { timeZone } = format.resolvedOptions()
  const toName = ({ type, value }: Intl.DateTimeFormatPart): string => {
    if (type === 'weekday') return toIcelandicDay(instant, timeZone)
    const isWord = type === 'month' && !/^[0-9]/.test(value)
    return isWord ? toIcelandicMonth(instant, timeZone, options.month === 'short') : value
  }
  return format
    .formatToParts(instant)
    .map((part) => toName(part))
    .join('')
}

/** How many whole seconds, minutes or hours ago, in the locale's language. */
export function formatAgo(count: number, unit: 'second' | 'minute' | 'hour', locale: string): string {
  if (toFormatLocale(locale) === locale) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-count, unit)
  }
  if (count === 0 && unit === 'second') return 'núna'
  const isOne = count % 10 === 1 && count % 100 !== 11
  return `fyrir ${count.toString()} ${ICELANDIC_UNITS[unit][isOne ? 'one' : 'other']}`
}

const ICELANDIC_UNITS = {
  second: { one: 'sekúndu', other: 'sekúndum' },
  minute: { one: 'mínútu', other: 'mínútum' },
  hour: { one: 'klukkustund', other: 'klukkustundum' },
} as const

const ICELANDIC_MONTHS = [
  'janúar',
  'febrúar',
  'mars',
  'apríl',
  'maí',
  'júní',
  'júlí',
  'ágúst',
  'september',
  'október',
  'nóvember',
  'desember',
] as const

const ICELANDIC_DAYS: Readonly<Record<string, string>> = {
  Mon: 'mánudagur',
  Tue: 'þriðjudagur',
  Wed: 'miðvikudagur',
  Thu: 'fimmtudagur',
  Fri: 'föstudagur',
  Sat: 'laugardagur',
  Sun: 'sunnudagur',
}

function toIcelandicMonth(instant: number, timeZone: string, isShort: boolean): string {
  const month = Number(new Intl.DateTimeFormat('en', { timeZone, month: 'numeric' }).format(instant))
  const name = ICELANDIC_MONTHS[month - 1] ?? ''
  // maí. would be no abbreviation.
  return isShort && name.length > 3 ? `${name.slice(0, 3)}.` : name
}

function toIcelandicDay(instant: number, timeZone: string): string {
  return ICELANDIC_DAYS[new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(instant)] ?? ''
}
