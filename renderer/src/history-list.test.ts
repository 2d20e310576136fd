import { expect, test } from 'vitest'
import { referenceSchema } from '../../shared/ids.ts'
import { EVERYTHING, historyListContract } from '../../shared/ipc/history.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import { buildOutcome, buildPayment } from '../dev/build-payment.ts'
import { HistoryList } from './history-list.ts'

const habits = { currency: 'EUR', locale: 'en' }
const waiting: TransactionState = { status: 'waiting', resultId: null, cancelRefused: false }
const approved: TransactionState = {
  status: 'approved',
  chargedMinor: 4500,
  basis: 'terminal',
  outcome: buildOutcome(),
}
const inDoubt = { ...EVERYTHING, group: 'inDoubt' } as const

function payment(index: number, state = approved): PaymentSnapshot {
  const reference = referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`)
  return buildPayment(state, { reference, createdAt: index, number: index })
}

type Answer = Awaited<ReturnType<ConstructorParameters<typeof HistoryList>[0]>>

function answerWith(payments: PaymentSnapshot[], cursor: string | null = null): Answer {
  return {
    ok: true,
    value: { payments, cursor, total: { count: payments.length, isMore: false }, search: { status: 'ready' } },
  }
}

const failed: Answer = {
  ok: false,
  error: { code: 'bridge.disconnected', message: '', moneyState: 'none', correlationId: '1' },
}

/** A till that answers when the test says so. */
function openList() {
  const asked: { before: string | null; answer: (reply: Answer) => Promise<void> }[] = []
  const list = new HistoryList((input) => {
    const { before } = historyListContract.input.parse(input)
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const answer = async (reply: Answer) => {
      resolve(reply)
      // Until the list has taken it.
      await new Promise((done) => setTimeout(done))
    }
    asked.push({ before, answer })
    return promise
  })
  const shown = () => list.getState().rows?.payments.map(({ createdAt }) => createdAt)
  return { list, asked, shown }
}

test('a payment that begins while an older page is read stays at the top', async () => {
  const { list, asked, shown } = openList()
  void list.open(EVERYTHING, habits)
  await asked[0]?.answer(answerWith([payment(3), payment(2)], 'after 2'))
  void list.showOlder()
  list.take(payment(4, waiting))
  await asked[1]?.answer(answerWith([payment(1)]))
  expect(shown()).toEqual([4, 3, 2, 1])
  expect(asked.map(({ before }) => before)).toEqual([null, 'after 2'])
})

test('a payment that begins while the list is read, and is not in the answer yet, is placed', async () => {
  const { list, asked, shown } = openList()
  void list.open(EVERYTHING, habits)
  list.take(payment(4, waiting))
  await asked[0]?.answer(answerWith([payment(3), payment(2)]))
  expect(shown()).toEqual([4, 3, 2])
})

test('what is no longer in doubt leaves the list of what is, and new doubt comes into it', async () => {
  const { list, asked, shown } = openList()
  void list.open(inDoubt, habits)
  await asked[0]?.answer(answerWith([payment(3, waiting), payment(2, waiting)]))
  list.take(payment(3, approved))
  list.take(payment(5, waiting))
  list.take(payment(6, approved))
  expect(shown()).toEqual([5, 2])
  expect(list.getState().rows?.total?.count).toBe(2)
})

test('under a text, news come in only where one of its meanings fits', async () => {
  const { list, asked, shown } = openList()
  void list.open({ ...EVERYTHING, text: '#7' }, habits)
  await asked[0]?.answer(answerWith([]))
  list.take(payment(6, waiting))
  list.take(payment(7, waiting))
  expect(shown()).toEqual([7])
})

test('the answer to an earlier question is thrown away', async () => {
  const { list, asked, shown } = openList()
  void list.open({ ...EVERYTHING, text: '#1' }, habits)
  void list.open({ ...EVERYTHING, text: '#12' }, habits)
  await asked[1]?.answer(answerWith([payment(12)]))
  await asked[0]?.answer(answerWith([payment(1)]))
  expect(shown()).toEqual([12])
})

test('after a failure nothing stands under a filter that another one let through', async () => {
  const { list, asked, shown } = openList()
  void list.open(EVERYTHING, habits)
  await asked[0]?.answer(answerWith([payment(3)]))
  void list.open(inDoubt, habits)
  await asked[1]?.answer(failed)
  expect(shown()).toBeUndefined()
  expect(list.getState().failure?.code).toBe('bridge.disconnected')
  void list.readAgain()
  await asked[2]?.answer(answerWith([payment(2, waiting)]))
  expect(shown()).toEqual([2])
  expect(list.getState().failure).toBeNull()
})

test('a failure to read the same list again leaves it as it is shown', async () => {
  const { list, asked, shown } = openList()
  void list.open(EVERYTHING, habits)
  await asked[0]?.answer(answerWith([payment(3)]))
  void list.readAgain()
  await asked[1]?.answer(failed)
  expect(shown()).toEqual([3])
})
