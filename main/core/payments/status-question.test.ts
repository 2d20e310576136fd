import { expect, it } from 'vitest'
import { aLinkedRefund, aSale, unanswered } from '../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { createStatusQuestion } from './status-question.ts'
import { tryWatch } from './watch-fixture.ts'

const SALE = aLinkedRefund.original?.transactionId
const paid = { finStatus: 'AUTHORISED', currency: 'EUR' }
const files = [
  { ...paid, type: 'SALE', efttransactionID: SALE, requestedAmount: 4500, totalAmount: 4500 },
  {
    ...paid,
    type: 'REFUND',
    efttransactionID: 'refund-1',
    originalEFTTransactionID: SALE,
    requestedAmount: 2000,
    totalAmount: 2000,
  },
]

it.each([
  ['is taken for the one that was asked for', {}, ['AUTHORISED']],
  ['is not, where it is known to be another', { claimed: new Set(['refund-1']) }, ['absent']],
  ['is not, where a manager settled another one as paid without an id: it could be that one', { hasUnnamed: true }, []],
])('a refund in the files of its sale %s', async (_, siblings, said) => {
  const answer = () => ({ status: 200, body: JSON.stringify(files) })
  const { context, recorded } = tryWatch({ intent: aLinkedRefund, facts: [unanswered], siblings, answer })
  await createStatusQuestion(context).ask('act')
  const answers = recorded.flatMap((event) => (event.type === 'statusReported' ? [event.answer] : []))
  expect(answers.map((one) => (one.known === 'outcome' ? one.outcome.finStatus : one.known))).toEqual(said)
})

const SECOND = 1_000
const MINUTE = 60 * SECOND
const YEAR = 365 * 24 * 60 * MINUTE
const idle: TransactionEvent = { type: 'cancelEnded', attempt: 1 }

/** What a sale whose answer was lost is taken for, asked about once, when the status service has never heard of it. */
async function absentAfter(timeMs: number, facts: readonly TransactionEvent[], startsAt: number) {
  const answer = () => ({ status: 200, body: JSON.stringify({ finStatus: 'UNDEFINED' }) })
  const { context, advance } = tryWatch({ intent: aSale, facts, answer, startsAt })
  await advance(timeMs)
  await createStatusQuestion(context).ask('act')
  return context.current().state.status
}

it.each([
  ['as it was', 0],
  ['a year ahead', YEAR],
  ['a year behind', -YEAR],
])(
  'with the wall clock %s, an unknown reference is proof after seven minutes, or 90 seconds with an idle terminal, not before (safety R8, R21)',
  async (_, jumpMs) => {
    const startsAt = aSale.createdAt + jumpMs
    expect(await absentAfter(7 * MINUTE - SECOND, [unanswered], startsAt)).toBe('checking')
    expect(await absentAfter(7 * MINUTE + SECOND, [unanswered], startsAt)).toBe('notCharged')
    expect(await absentAfter(89 * SECOND, [unanswered, idle], startsAt)).toBe('checking')
    expect(await absentAfter(91 * SECOND, [unanswered, idle], startsAt)).toBe('notCharged')
  },
)
