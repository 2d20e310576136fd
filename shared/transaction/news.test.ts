import { describe, expect, it } from 'vitest'
import { accepted, aPing, aSale, refusedAs, reported, settledAs, statusSays } from '../testing/transactions.ts'
import type { TransactionEvent } from './events.ts'
import { toNews, toSeen } from './news.ts'
import { fold } from './transition.ts'

/** The news that these facts bring to a sale of which those were known. */
function newsOf(before: TransactionEvent[], facts: TransactionEvent[], intent = aSale) {
  return toNews(fold(intent, before), fold(intent, [...before, ...facts]))
}

const seen = (news: number): TransactionEvent => ({ type: 'outcomeSeen', news })
const unseen = (news: number): TransactionEvent => ({ type: 'outcomeUnseen', news })

describe('what a person has to see', () => {
  it('is every outcome, good or bad', () => {
    expect(newsOf([accepted], [reported('AUTHORISED')])).toEqual(unseen(1))
    expect(newsOf([accepted], [reported('DECLINED')])).toEqual(unseen(1))
    expect(newsOf([], [refusedAs('terminalBusy')])).toEqual(unseen(1))
  })

  it('is not a step on the way to one', () => {
    expect(newsOf([], [accepted])).toBe(null)
    expect(newsOf([accepted], [{ type: 'contactLost', episode: 1 }])).toBe(null)
    expect(newsOf([accepted], [statusSays('AUTHORISED')])).toBe(null)
  })

  it('is not what moves no money', () => {
    expect(newsOf([], [accepted], aPing)).toBe(null)
    expect(newsOf([], [refusedAs('terminalOffline')], aPing)).toBe(null)
  })

  it('is a correction, also after the first word was seen, and under a number of its own', () => {
    const approved = [accepted, reported('AUTHORISED'), unseen(1), seen(1)]
    expect(newsOf(approved, [reported('DECLINED')])).toEqual(unseen(2))
    expect(newsOf([...approved, reported('DECLINED'), unseen(2)], [settledAs('notCharged', { resultsKnown: 2 })])).toBe(
      null,
    )
  })

  it('is another amount', () => {
    const charged = (chargedMinor: number): TransactionEvent[] => [
      { type: 'historyReported', query: 1, resultsKnown: 2, verdict: 'charged', chargedMinor },
    ]
    const before = [accepted, reported('AUTHORISED'), reported('DECLINED'), ...charged(4500), unseen(1), seen(1)]
    const later: TransactionEvent = {
      type: 'historyReported',
      query: 2,
      resultsKnown: 2,
      verdict: 'charged',
      chargedMinor: 5000,
    }
    expect(newsOf(before, [later])).toEqual(unseen(2))
  })

  it('is nothing that comes again, and nothing that changes no word about the money', () => {
    const before = [accepted, reported('AUTHORISED'), unseen(1)]
    expect(newsOf(before, [reported('AUTHORISED')])).toBe(null)
    expect(newsOf(before, [{ type: 'followUpEnded', resultsKnown: 1 }])).toBe(null)
  })

  it('is not what a manager settles here, but it is what the bank says against it', () => {
    const exhausted: TransactionEvent[] = [accepted, { type: 'contactLost', episode: 1 }, { type: 'rulesExhausted' }]
    expect(newsOf(exhausted, [settledAs('notCharged')])).toBe(null)
    expect(newsOf([...exhausted, settledAs('notCharged')], [reported('AUTHORISED')])).toEqual(unseen(1))
  })

  it('is told once, where it was written down together with what it is', () => {
    expect(newsOf([accepted], [reported('AUTHORISED'), unseen(1), seen(1)])).toBe(null)
  })
})

describe('what a person has seen', () => {
  const twice = fold(aSale, [accepted, reported('AUTHORISED'), unseen(1), unseen(2)])

  it('is what was on the screen and no more', () => {
    expect(toSeen(twice, 1)).toEqual(seen(1))
    expect(toSeen(twice, Infinity)).toEqual(seen(2))
    expect(toSeen(fold(aSale, [accepted]), Infinity)).toBe(null)
  })

  it('is noted once', () => {
    const known = fold(aSale, [accepted, reported('AUTHORISED'), unseen(1), seen(1)])
    expect(toSeen(known, 1)).toBe(null)
    expect(toSeen(known, 7)).toBe(null)
  })

  it('never changes what is concluded', () => {
    const facts = [accepted, reported('AUTHORISED')]
    expect(fold(aSale, [unseen(2), ...facts, seen(1), seen(2)]).state).toEqual(fold(aSale, facts).state)
  })
})
