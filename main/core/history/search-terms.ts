import { toHistoryKind, toStateGroup } from '../../../shared/history-filter.ts'
import { toMinuteOfDay } from '../../../shared/history-matches.ts'
import { toIdText, toWords, type HistoryMeaning } from '../../../shared/history-meanings.ts'
import type { HistoryFilter } from '../../../shared/ipc/history.ts'
import type { IndexedPayment } from './journal-reader.ts'

/*
 * Every property that can be asked for is one word of a full-text index: a letter that says which property it is, and its
 * value. A filter with a text is then one expression of words, whichever filters and meanings it joins.
 *
 * The words of a customer reference are there with each of their beginnings, as they are typed: to look for the beginning of
 * a word that every payment has, the index would first put all of them together, where a whole word is read from its end.
 */

/** Every word under which a payment is found, separated by spaces. */
export function toTerms(payment: IndexedPayment): string {
  const terms = [
    `a${payment.amountMinor}`,
    ...(payment.chargedMinor === null ? [] : [`a${payment.chargedMinor}`]),
    ...payment.lastFours.map((digits) => `c${digits}`),
    ...payment.transactionIds.map((id) => `x${toIdText(id)}`),
    `r${toIdText(payment.reference)}`,
    ...(payment.number === null ? [] : [`n${payment.number}`]),
    `t${toMinuteOfDay(payment.createdAt)}`,
    ...toWords(payment.customerReference ?? '')
      .flatMap(toBeginnings)
      .map((word) => `w${word}`),
    `g${toStateGroup(payment.status)}`,
    `k${toHistoryKind(payment.operation) ?? ''}`,
    toTerminalTerm(payment.serialNumber),
  ]
  return [...new Set(terms)].join(' ')
}

/** What the index is asked for; null where no word narrows it, and the days alone do. */
export function toExpression(filter: HistoryFilter, meanings: readonly HistoryMeaning[]): string | null {
  const { serialNumber, group, kind } = filter
  const parts = [
    ...(meanings.length === 0 ? [] : [`(${meanings.map(toAlternative).join(' OR ')})`]),
    ...(serialNumber === null ? [] : [quote(toTerminalTerm(serialNumber))]),
    ...(group === null ? [] : [quote(`g${group}`)]),
    ...(kind === null ? [] : [quote(`k${kind}`)]),
  ]
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** `t`, `ta`, `tab`, and so on to the whole word. */
function toBeginnings(word: string): string[] {
  const letters = Array.from(word)
  return letters.map((_, at) => letters.slice(0, at + 1).join(''))
}

function toAlternative(meaning: HistoryMeaning): string {
  switch (meaning.type) {
    case 'amount':
      return quote(`a${meaning.amountMinor}`)
    case 'lastFour':
      return quote(`c${meaning.digits}`)
    case 'reference':
      return `${quote(`r${meaning.prefix}`)}*`
    case 'transactionId':
      return `${quote(`x${meaning.prefix}`)}*`
    case 'number':
      return quote(`n${meaning.number}`)
    case 'time':
      return quote(`t${meaning.minute}`)
    case 'words':
      return `(${meaning.words.map((word) => quote(`w${word}`)).join(' AND ')})`
  }
}

/** Terminals that differ only in signs or capitals come out as one: rows are looked at again before they are shown. */
function toTerminalTerm(serialNumber: string): string {
  return `s${toWords(serialNumber).join('')}`
}

function quote(term: string): string {
  return `"${term}"`
}
