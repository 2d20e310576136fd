import { expect, it } from 'vitest'
import { aSale, unanswered } from '../../../shared/testing/transactions.ts'
import { createStatusQuestion } from './status-question.ts'
import { tryWatch } from './watch-fixture.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** A sale whose answer was lost, after the status service alone was asked about it at these times. */
async function askAt(finStatus: string, timesMs: readonly number[]) {
  const body = { finStatus, type: 'SALE', requestedAmount: 4500, totalAmount: 4500, currency: 'EUR' }
  const answer = () => ({ status: 200, body: JSON.stringify(body) })
  const { context, advance } = tryWatch({ intent: aSale, facts: [unanswered], answer })
  const question = createStatusQuestion(context)
  for (const [nth, timeMs] of timesMs.entries()) {
    await advance(timeMs - (timesMs[nth - 1] ?? 0))
    await question.ask('act')
  }
  return context.current().state
}

it('an approval by the status service alone is taken five minutes after it was first said, not before (safety R10)', async () => {
  const first = 10 * SECOND
  expect(await askAt('AUTHORISED', [first])).toMatchObject({ status: 'provisional' })
  expect(await askAt('AUTHORISED', [first, first + 5 * MINUTE - SECOND])).toMatchObject({ status: 'provisional' })
  expect(await askAt('AUTHORISED', [first, first + 5 * MINUTE + SECOND])).toMatchObject({
    status: 'approved',
    basis: 'status',
  })
})

it.each([
  ['DECLINED', 'declined'],
  ['CANCELLED', 'cancelled'],
  ['FAILED', 'failed'],
])(
  '%s by the status service alone waits a minute for the terminal’s own word (handpoint-api.md §4.6)',
  async (finStatus, status) => {
    const first = 2 * MINUTE
    const open = { status: 'checking', because: 'awaitingTerminal' }
    expect(await askAt(finStatus, [first])).toMatchObject(open)
    expect(await askAt(finStatus, [first, first + 59 * SECOND])).toMatchObject(open)
    expect(await askAt(finStatus, [first, first + 61 * SECOND])).toMatchObject({ status, basis: 'status' })
  },
)

it('a refusal by the status service alone counts no earlier than 90 seconds after the request, however long it stands', async () => {
  expect(await askAt('DECLINED', [0, 89 * SECOND])).toMatchObject({ status: 'checking' })
  expect(await askAt('DECLINED', [0, 91 * SECOND])).toMatchObject({ status: 'declined', basis: 'status' })
})
