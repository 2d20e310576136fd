import { expect, it } from 'vitest'
import { aLinkedRefund, unanswered } from '../../../shared/testing/transactions.ts'
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
