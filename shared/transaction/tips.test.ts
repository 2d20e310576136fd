import { describe, expect, it } from 'vitest'
import { accepted, ANOTHER, anOutcome, reported, settledAs, unanswered } from '../testing/transactions.ts'
import type { TransactionEvent } from './events.ts'
import { toFilesRead, toTipSpan, withTips, type Span } from './tips.ts'

const at = (from: number, to = from): Span => ({ from, to })
const placed = (...events: TransactionEvent[]) => events.map((event, place) => ({ seq: (place + 1) * 10, event }))

describe('the files of a sale tell 55.00', () => {
  const files = { chargedMinor: 5500, tipMinor: 0, filesRead: at(20, 30) }
  const total = (...tips: [number, Span][]): number =>
    withTips(
      files,
      tips.map(([amountMinor, span]) => ({ amountMinor, span })),
    ).totalMinor

  it('with the tip that was set before they were read', () => {
    expect(total([1000, at(5, 10)])).toBe(5500)
    expect(total([1000, at(5, 10)], [300, at(11, 15)])).toBe(5500)
  })

  it('without a tip that was begun after they were read', () => {
    expect(total([1000, at(31, 40)])).toBe(6500)
    expect(total([1000, at(5, 10)], [300, at(31, 40)])).toBe(4800)
  })

  it('with a tip or without it where it was set while they were read: the least is counted', () => {
    expect(total([1000, at(25, 35)])).toBe(5500)
    expect(total([1000, at(5, 10)], [300, at(25, 35)])).toBe(4800)
    expect(total([300, at(5, 10)], [1000, at(25, 35)])).toBe(5500)
  })
})

describe('a charge of 45.00 with two tips', () => {
  const total = (...spans: Span[]): number => {
    const tips = spans.map((span, place) => ({ amountMinor: place === 0 ? 100 : 900, span }))
    return withTips({ chargedMinor: 4500, tipMinor: 0, filesRead: null }, tips).totalMinor
  }

  it('is counted with the second where the first was over before it was begun', () => {
    expect(total(at(1, 2), at(3, 4))).toBe(5400)
  })

  it('is counted with the lower one where both were under way at once', () => {
    expect(total(at(1, 6), at(3, 4))).toBe(4600)
    expect(total(at(3, 4), at(1, 6))).toBe(4600)
  })
})

describe('the place of a tip in the journal', () => {
  const begun: TransactionEvent = { type: 'linkedBegun', operation: 'tipAdjustment', reference: ANOTHER }
  const set: TransactionEvent = { type: 'gatewayAnswered', digest: 'a', outcome: anOutcome('AUTHORISED') }

  it('is between its beginning and the first word that it is set', () => {
    const ofTip = [
      { seq: 25, event: unanswered },
      { seq: 31, event: set },
      { seq: 40, event: settledAs('charged') },
    ]
    expect(toTipSpan(ANOTHER, placed(accepted, reported('AUTHORISED'), begun), ofTip)).toEqual(at(30, 31))
  })

  it('is nowhere before a word that it is not', () => {
    const ofTip = [
      { seq: 35, event: settledAs('notCharged') },
      { seq: 50, event: set },
    ]
    expect(toTipSpan(ANOTHER, placed(accepted, begun), ofTip)).toEqual(at(20, 50))
  })

  it('is anywhere where the journal was restored, which tells facts again in another order', () => {
    const gone = { problem: 'restored', httpStatus: null, text: 'what it knew is gone' } as const
    const restored: TransactionEvent = { type: 'requestUnanswered', ...gone }
    expect(toTipSpan(ANOTHER, placed(accepted, begun), placed(restored, set))).toEqual(at(0, Infinity))
  })

  it('is anywhere where its sale does not tell of it', () => {
    expect(toTipSpan(ANOTHER, placed(accepted), [{ seq: 50, event: set }])).toEqual(at(0, 50))
    expect(toTipSpan(ANOTHER, placed(accepted), [])).toEqual(at(0, Infinity))
  })
})

it('files are read after every result that they decide about', () => {
  const read: TransactionEvent = {
    type: 'historyReported',
    query: 1,
    resultsKnown: 2,
    verdict: 'charged',
    chargedMinor: 1,
  }
  expect(toFilesRead(placed(accepted, reported('AUTHORISED'), reported('DECLINED'), accepted, read))).toEqual(
    at(30, 50),
  )
  expect(toFilesRead(placed(accepted))).toEqual(at(0, Infinity))
})
