import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, useContext } from 'react'
import { formatAgo, formatDate, toFormatLocale } from '../../../shared/formats.ts'
import { formatMoney } from '../../../shared/money.ts'
import type { Catalogue, MessageId } from '../messages/catalogue.ts'

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

export const TextContext = createContext<Text | null>(null)

/** The words of the page, in its language. */
export function useText(): Text {
  const text = useContext(TextContext)
  if (text === null) throw new Error('no words above this component')
  return text
}

/** The words of one locale, in the time zone of this computer where no other is named. */
export function toText(locale: string, catalogue: Catalogue, timeZone?: string): Text {
  const date = createDates(locale, timeZone)
  return {
    locale,
    say: createSay(locale, catalogue),
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, locale),
    time: (instant) => date(instant, { timeStyle: 'short' }),
    preciseTime: (instant) => date(instant, { timeStyle: 'medium' }),
    moment: (instant) => date(instant, { dateStyle: 'medium', timeStyle: 'medium' }),
    percent: (percent) => new Intl.NumberFormat(toFormatLocale(locale), { style: 'percent' }).format(percent / 100),
    ago: (instant, now) => toAgo(instant, now, locale, date),
    day: (instant, now) =>
      date(instant, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: new Date(instant).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric',
      }),
  }
}

/** Makes each message once, when it is first said. One that cannot be said is named instead: a screen does not fail by it. */
function createSay(locale: string, catalogue: Catalogue): Text['say'] {
  const formats = new Map<MessageId, IntlMessageFormat>()
  const toFormat = (id: MessageId): IntlMessageFormat => {
    const format = formats.get(id) ?? new IntlMessageFormat(catalogue[id], locale)
    formats.set(id, format)
    return format
  }
  return (id, values) => {
    try {
      return String(toFormat(id).format(values))
    } catch (error) {
      console.error(`cannot be said: ${id}`, error)
      return id
    }
  }
}

type Dates = (instant: number, options: Intl.DateTimeFormatOptions) => string

/** Keeps its formats, which are slow to make; what the browser cannot write, it would write in English. */
function createDates(locale: string, timeZone: string | undefined): Dates {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (instant, options) => {
    if (toFormatLocale(locale) !== locale) return formatDate(instant, locale, { ...options, timeZone })
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
    formats.set(key, format)
    return format.format(instant)
  }
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

function toAgo(instant: number, now: number, locale: string, date: Dates): string {
  const agoMs = Math.max(0, now - instant)
  const say = (unit: 'second' | 'minute' | 'hour', unitMs: number) =>
    formatAgo(Math.floor(agoMs / unitMs), unit, locale)
  if (agoMs < MINUTE_MS) return say('second', 1000)
  if (agoMs < HOUR_MS) return say('minute', MINUTE_MS)
  if (agoMs < 24 * HOUR_MS) return say('hour', HOUR_MS)
  return date(instant, { dateStyle: 'medium', timeStyle: 'short' })
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
