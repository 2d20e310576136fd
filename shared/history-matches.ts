import { passesFilter, toLastFour, toOutcomes, type Filterable } from './history-filter.ts'
import { toIdText, toWords, type HistoryMeaning } from './history-meanings.ts'
import type { HistoryFilter } from './ipc/history.ts'

/** What of an operation can be searched for. */
export interface Searchable extends Filterable {
  reference: string
  number: number | null
  amountMinor: number
  customerReference: string | null
}

/**
 * Whether an operation belongs to what a filter asks for, by what its state holds: for one that changes while the answer is
 * shown. `meanings` are those of the filter's text.
 */
export function matchesHistory(
  payment: Searchable,
  filter: HistoryFilter,
  meanings: readonly HistoryMeaning[],
): boolean {
  if (!passesFilter(payment, filter)) return false
  return filter.text === '' || meanings.some((meaning) => fits(payment, meaning))
}

function fits(payment: Searchable, meaning: HistoryMeaning): boolean {
  const outcomes = toOutcomes(payment.state)
  switch (meaning.type) {
    case 'amount': {
      const charged = 'chargedMinor' in payment.state ? payment.state.chargedMinor : null
      return payment.amountMinor === meaning.amountMinor || charged === meaning.amountMinor
    }
    case 'lastFour':
      return outcomes.some(({ card }) => toLastFour(card.maskedNumber) === meaning.digits)
    case 'reference':
      return toIdText(payment.reference).startsWith(meaning.prefix)
    case 'transactionId':
      return outcomes.some(({ transactionId }) => toIdText(transactionId ?? '').startsWith(meaning.prefix))
    case 'number':
      return payment.number === meaning.number
    case 'time':
      return toMinuteOfDay(payment.createdAt) === meaning.minute
    case 'words': {
      const words = toWords(payment.customerReference ?? '')
      return meaning.words.every((wanted) => words.some((word) => word.startsWith(wanted)))
    }
  }
}

/** Minutes since midnight by the clock on the wall. */
export function toMinuteOfDay(instant: number): number {
  const moment = new Date(instant)
  return moment.getHours() * 60 + moment.getMinutes()
}
