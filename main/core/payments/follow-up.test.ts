import { describe, expect, it } from 'vitest'
import {
  accepted,
  aLinkedRefund,
  aSale,
  reported,
  statusAbsent,
  unanswered,
} from '../../../shared/testing/transactions.ts'
import { startFollowUp } from './follow-up.ts'
import { tryWatch } from './watch-fixture.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const YEAR = 365 * 24 * 60 * MINUTE

const provedAbsent = [unanswered, statusAbsent({ askedAfterMs: 7 * MINUTE })]
const unknownThere = () => ({ status: 200, body: JSON.stringify({ finStatus: 'UNDEFINED' }) })
const hasEnded = (recorded: readonly { type: string }[]): boolean =>
  recorded.some(({ type }) => type === 'followUpEnded')

describe('an approval by the terminal', () => {
  const facts = [accepted, reported('AUTHORISED')]
  const outcome = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 4500, totalAmount: 4500, currency: 'EUR' }
  const answer = () => ({ status: 200, body: JSON.stringify(outcome) })

  it('is read again once, after a minute', async () => {
    const { context, asked, recorded, advance } = tryWatch({ intent: aSale, facts, answer })
    startFollowUp(context)
    await advance(59 * SECOND)
    expect(asked).toEqual([])
    await advance(10 * MINUTE)
    expect(asked).toHaveLength(1)
    expect(hasEnded(recorded)).toBe(true)
  })

  it('is looked at again where the answer held no result', async () => {
    const { context, recorded, advance } = tryWatch({ intent: aSale, facts })
    startFollowUp(context)
    await advance(10 * MINUTE)
    expect(hasEnded(recorded)).toBe(false)
  })

  it('of a large amount is read every five seconds for a minute', async () => {
    const { context, asked, recorded, advance } = tryWatch({ intent: aSale, facts, answer, isLarge: true })
    startFollowUp(context)
    await advance(30 * SECOND)
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(hasEnded(recorded)).toBe(false)
    await advance(MINUTE)
    expect(hasEnded(recorded)).toBe(true)
  })
})

describe('a payment that was proved not charged', () => {
  it.each([
    ['as it was', 0],
    ['a year ahead', YEAR],
    ['a year behind', -YEAR],
  ])('is asked about for a day and no longer, with the wall clock %s (safety R21, R24)', async (_, jumpMs) => {
    const { context, asked, recorded, advance } = tryWatch({
      intent: aSale,
      facts: provedAbsent,
      startsAt: aSale.createdAt + jumpMs,
      answer: unknownThere,
    })
    startFollowUp(context)
    await advance(16 * MINUTE)
    expect(asked).toHaveLength(4)
    await advance((23 * 60 + 43) * MINUTE)
    expect(asked).toHaveLength(6)
    expect(hasEnded(recorded)).toBe(false)
    await advance(2 * MINUTE)
    expect(asked).toHaveLength(7)
    expect(hasEnded(recorded)).toBe(true)
  })

  it('is asked about no more once three starts of the till agree that it is old', async () => {
    const starts = [1, 2, 3].map((start) => ({ type: 'followUpTaken', start }) as const)
    const facts = [...provedAbsent, ...starts]
    const { context, recorded, advance } = tryWatch({
      intent: aSale,
      facts,
      startsAt: aSale.createdAt + YEAR,
      answer: unknownThere,
    })
    startFollowUp(context)
    await advance(5 * MINUTE)
    expect(hasEnded(recorded)).toBe(true)
  })

  it.each([
    ['waits while another operation on the same sale is open, whose entry could be taken for its own', true, 0],
    ['is looked for in the files of its sale', false, 3],
  ])('as a refund, %s', async (_, hasOpen, questions) => {
    const { context, asked, advance } = tryWatch({
      intent: aLinkedRefund,
      facts: provedAbsent,
      siblings: { hasOpen },
      answer: unknownThere,
    })
    startFollowUp(context)
    await advance(6 * MINUTE)
    expect(asked).toHaveLength(questions)
  })
})
