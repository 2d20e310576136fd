import { expect, it } from 'vitest'
import {
  accepted,
  aLinkedRefund,
  anOutcome,
  settledAs,
  statusSays,
  unanswered,
} from '../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import { toSiblings } from './siblings.ts'

/** What another refund of the same sale, of which this is known, means for the one that is asked about. */
function besides(...facts: TransactionEvent[]) {
  const transaction = fold(aLinkedRefund, facts)
  const row = { intent: aLinkedRefund, state: transaction.state, seq: 1, updatedAt: 0, retriedBy: null }
  return toSiblings([{ ...row, correctedFrom: null, news: null }], () => transaction)
}

const paid = anOutcome('AUTHORISED', {
  type: 'REFUND',
  transactionId: 'refund-1',
  originalTransactionId: aLinkedRefund.original?.transactionId ?? null,
  requestedAmountMinor: 2000,
  totalAmountMinor: 2000,
})
const done: TransactionEvent = { type: 'terminalReported', digest: 'done', outcome: paid }

it('an entry of the gateway belongs to the operation that heard of it, by whatever way', () => {
  expect([...besides(accepted, done).claimed]).toEqual(['refund-1'])
  const known = anOutcome('AUTHORISED').transactionId
  expect([...besides(unanswered, statusSays('AUTHORISED')).claimed]).toEqual([known])
})

it('one whose outcome is open may be filing its entry just now', () => {
  expect(besides(unanswered)).toMatchObject({ hasOpen: true, hasUnnamed: false })
  expect(besides(accepted, done)).toMatchObject({ hasOpen: false, hasUnnamed: false })
})

it('one that a manager settled as paid without an id could own any entry', () => {
  expect(besides(unanswered, settledAs('charged'))).toMatchObject({ hasOpen: false, hasUnnamed: true })
  expect(besides(unanswered, settledAs('notCharged'))).toMatchObject({ hasUnnamed: false })
  expect(besides(unanswered, statusSays('AUTHORISED'), settledAs('charged'))).toMatchObject({ hasUnnamed: false })
})
