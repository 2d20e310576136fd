import { useIntl, type IntlShape } from 'react-intl'
import { formatAgo, formatDate, toFormatLocale } from '../../../shared/formats.ts'
import { formatMoney } from '../../../shared/money.ts'
import type { MessageId } from '../messages/catalogue.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** Words, money and times of the shop's locale. */
export interface Text {
  locale: string
  say: (id: MessageId, values?: MessageValues) => string
  money: (amountMinor: number, currency: string) => string
  /** Hours and minutes, with seconds where seconds tell facts apart. */
  time: (instant: number) => string
  preciseTime: (instant: number) => string
  /** The day, and the time on it. */
  moment: (instant: number) => string
  /** A share of a hundred. */
  percent: (percent: number) => string
  /** How long ago, in whole seconds, minutes or hours; the day and the time where that was longer than a day ago. */
  ago: (instant: number, now: number) => string
  /** The weekday and the date, with the year where it is not the year of `now`. */
  day: (instant: number, now: number) => string
}

/** The words of the page, in the locale of the provider above. */
export function useText(): Text {
  return toText(useIntl())
}

/** The words of one locale. */
export function toText(intl: IntlShape): Text {
  const { locale } = intl
  const date = (instant: number, options: Intl.DateTimeFormatOptions): string => toDate(intl, instant, options)
  return {
    locale,
    say: (id, values) => intl.formatMessage({ id }, values),
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, locale),
    time: (instant) => date(instant, { timeStyle: 'short' }),
    preciseTime: (instant) => date(instant, { timeStyle: 'medium' }),
    moment: (instant) => date(instant, { dateStyle: 'medium', timeStyle: 'medium' }),
    percent: (percent) =>
      intl.formatters.getNumberFormat(toFormatLocale(locale), { style: 'percent' }).format(percent / 100),
    ago: (instant, now) => toAgo(intl, instant, now),
    day: (instant, now) =>
      date(instant, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: new Date(instant).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric',
      }),
  }
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function toAgo(intl: IntlShape, instant: number, now: number): string {
  const agoMs = Math.max(0, now - instant)
  const say = (unit: 'second' | 'minute' | 'hour', unitMs: number) =>
    formatAgo(Math.floor(agoMs / unitMs), unit, intl.locale)
  if (agoMs < MINUTE_MS) return say('second', 1000)
  if (agoMs < HOUR_MS) return say('minute', MINUTE_MS)
  if (agoMs < 24 * HOUR_MS) return say('hour', HOUR_MS)
  return toDate(intl, instant, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The provider keeps its formatters; what it cannot write, it would write in English. */
function toDate(intl: IntlShape, instant: number, options: Intl.DateTimeFormatOptions): string {
  const { locale, timeZone } = intl
  if (toFormatLocale(locale) === locale) return intl.formatDate(instant, options)
  return formatDate(instant, locale, { ...options, timeZone })
}

/** Minutes and seconds as on a stop-watch: 0:07, 12:34. */
export function toStopwatch(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toString().padStart(2, '0')}`
}

/** The start of a reference, enough for people to tell two payments of a day apart. */
export function toShortReference(reference: string): string {
  return reference.slice(0, 8)
}
