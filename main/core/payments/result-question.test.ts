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
