import { expect, it } from 'vitest'
import { settledAs, statusAbsent, statusInProgress, statusSays } from '../../../shared/testing/transactions.ts'
import { addEvidence, NO_EVIDENCE } from '../../../shared/transaction/evidence.ts'
import type { EventOf, TransactionEvent } from '../../../shared/transaction/events.ts'
import { isHistoryNews, isStatusNews } from './status-news.ts'

function said(event: TransactionEvent): EventOf<'statusReported'> {
  if (event.type !== 'statusReported') throw new Error('not a status')
  return event
}

/** Whether each of these answers, in this order, is news. */
function news(...events: TransactionEvent[]): boolean[] {
  let evidence = NO_EVIDENCE
  return events.map((event) => {
    const isNews = isStatusNews(evidence, said(event))
    if (isNews) evidence = addEvidence(evidence, event)
    return isNews
  })
}

it('"in progress" is news once', () => {
  expect(news(statusInProgress(), statusInProgress({ query: 2 }))).toEqual([true, false])
})

it('the same outcome is news again when it was asked after a result of the terminal', () => {
  const again = [statusSays('AUTHORISED', { query: 2 }), statusSays('AUTHORISED', { query: 3, resultsKnown: 1 })]
  expect(news(statusSays('AUTHORISED'), ...again)).toEqual([true, false, true])
})

it('the same outcome is news once more when a manager said otherwise without deciding about it', () => {
  const [known, again, third] = [1, 2, 3].map((query) => said(statusSays('AUTHORISED', { query })))
  if (known === undefined || again === undefined || third === undefined) throw new Error('three were made')
  const settle = (isDecision?: boolean) =>
    addEvidence(addEvidence(NO_EVIDENCE, known), settledAs('notCharged', { query: 1, isDecision }))
  expect(isStatusNews(settle(), again)).toBe(true)
  expect(isStatusNews(addEvidence(settle(), again), third)).toBe(false)
  expect(isStatusNews(settle(true), again)).toBe(false)
  const agreeing = addEvidence(addEvidence(NO_EVIDENCE, known), settledAs('charged', { query: 1 }))
  expect(isStatusNews(agreeing, again)).toBe(false)
})

it('another outcome is news', () => {
  expect(news(statusSays('AUTHORISED'), statusSays('DECLINED', { query: 2 }))).toEqual([true, true])
})

it('"no such transaction" is news first, at 90 seconds and at seven minutes', () => {
  const at = (askedAfterMs: number): TransactionEvent => statusAbsent({ askedAfterMs })
  expect(news(at(0), at(4_000), at(89_999), at(90_000), at(94_000), at(420_000), at(480_000))).toEqual([
    true,
    false,
    false,
    true,
    false,
    true,
    false,
  ])
})

it('and once the terminal is known to be idle, even while a result is pending', () => {
  const at = (askedAfterMs: number, idleKnown: boolean): TransactionEvent =>
    statusAbsent({ askedAfterMs, idleKnown, isResultPending: true })
  expect(news(at(0, false), at(95_000, false), at(99_000, true), at(120_000, true))).toEqual([true, false, true, false])
})

it('files that say the same as before are news only after another word of the terminal', () => {
  const files = { type: 'historyReported', query: 1, resultsKnown: 2, verdict: 'unclear', chargedMinor: null } as const
  expect(isHistoryNews(NO_EVIDENCE, files)).toBe(true)
  const known = addEvidence(NO_EVIDENCE, files)
  expect(isHistoryNews(known, { ...files, query: 2 })).toBe(false)
  expect(isHistoryNews(known, { ...files, query: 2, verdict: 'charged' })).toBe(true)
  expect(isHistoryNews(known, { ...files, query: 2, resultsKnown: 3 })).toBe(true)
})
