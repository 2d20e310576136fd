import { EVERYTHING, type HistoryFilter } from '../../../../shared/ipc/history.ts'
import type { HistoryChoice } from './history-store.ts'

/** What is asked of the till for what was chosen, on a day of this page's calendar. */
export function toFilter(choice: HistoryChoice, now: number): HistoryFilter {
  const { day, serialNumber, group, kind, text } = choice
  return { ...EVERYTHING, day: toRange(day, now), serialNumber, group, kind, text: text.trim() }
}

/** From midnight to midnight: where the clocks change, a day has not 24 hours. */
function toRange(day: string | null, now: number): HistoryFilter['day'] {
  if (day === null) return null
  const today = new Date(now)
  const [year, month, date] =
    day === 'today'
      ? [today.getFullYear(), today.getMonth(), today.getDate()]
      : day.split('-').map((part, index) => (index === 1 ? Number(part) - 1 : Number(part)))
  if (year === undefined || month === undefined || date === undefined) return null
  const from = new Date(year, month, date).getTime()
  return from >= 0 ? { from, until: new Date(year, month, date + 1).getTime() } : null
}
