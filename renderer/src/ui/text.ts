import { useIntl, type IntlShape } from 'react-intl'
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
  return {
    locale,
    say: (id, values) => intl.formatMessage({ id }, values),
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, locale),
    time: (instant) => intl.formatTime(instant, { timeStyle: 'short' }),
    preciseTime: (instant) => intl.formatTime(instant, { timeStyle: 'medium' }),
    moment: (instant) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'medium' }),
    percent: (percent) => intl.formatNumber(percent / 100, { style: 'percent' }),
    ago: (instant, now) => toAgo(intl, instant, now),
    day: (instant, now) =>
      intl.formatDate(instant, {
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
    intl.formatRelativeTime(-Math.floor(agoMs / unitMs), unit, { numeric: 'auto' })
  if (agoMs < MINUTE_MS) return say('second', 1000)
  if (agoMs < HOUR_MS) return say('minute', MINUTE_MS)
  if (agoMs < 24 * HOUR_MS) return say('hour', HOUR_MS)
  return intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' })
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
