import { expect, it } from 'vitest'
import { accepted, aSale } from '../../../shared/testing/transactions.ts'
import { createResultQuestion } from './result-question.ts'
import { tryWatch } from './watch-fixture.ts'

it('UNDEFINED by the terminal is written down once, however often it is said, and the status service is asked then', async () => {
  const answer = () => ({ status: 200, body: JSON.stringify({ finStatus: 'UNDEFINED' }) })
  const { context, recorded, advance } = tryWatch({ intent: aSale, facts: [accepted], answer })
  const question = createResultQuestion(context)
  for (let nth = 0; nth < 3; nth += 1) {
    await question.ask('act')
    await advance(5_000)
  }
  expect(recorded).toEqual([{ type: 'terminalUndecided' }])
  expect(context.current().state.status).toBe('checking')
})

it('a 404 for a result says nothing in the first 30 seconds, and then that the status service has to be asked', async () => {
  const answer = () => ({ status: 404, body: JSON.stringify({ error: { statusCode: 404, message: 'not found' } }) })
  const { context, recorded, advance } = tryWatch({ intent: aSale, facts: [accepted], answer })
  const question = createResultQuestion(context)
  await advance(29_000)
  await question.ask('act')
  expect(recorded).toEqual([])
  expect(context.current().state.status).toBe('waiting')
  await advance(2_000)
  await question.ask('act')
  expect(recorded).toEqual([{ type: 'resultForgotten' }])
  expect(context.current().state).toMatchObject({ status: 'checking', because: 'resultLost' })
})

it('a partial approval stands once it is read again 90 seconds later', async () => {
  const result = {
    finStatus: 'PARTIAL_APPROVAL',
    type: 'SALE',
    requestedAmount: 4500,
    totalAmount: 2000,
    currency: 'EUR',
  }
  const answer = () => ({ status: 200, body: JSON.stringify(result) })
  const { context, advance } = tryWatch({ intent: aSale, facts: [accepted], answer })
  const question = createResultQuestion(context)
  await question.ask('act')
  await advance(89_000)
  await question.ask('act')
  expect(context.current().state.status).toBe('partial')
  await advance(2_000)
  await question.ask('act')
  expect(context.current().state).toMatchObject({ status: 'partlyApproved', chargedMinor: 2000 })
})

it('eight seconds without an answer are a silence that people are told of', async () => {
  const answer = () => ({ status: 502, body: '' })
  const { context, recorded, advance } = tryWatch({ intent: aSale, facts: [accepted], answer })
  const question = createResultQuestion(context)
  await question.ask('act')
  await advance(7_000)
  await question.ask('act')
  expect(recorded).toEqual([])
  await advance(2_000)
  await question.ask('act')
  expect(recorded).toEqual([{ type: 'contactLost', episode: 1 }])
})
