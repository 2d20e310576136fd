import { expect, it } from 'vitest'
import { refusedAs, reported } from '../../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../../shared/transaction/events.ts'
import { transition, type Transaction } from '../../../../shared/transaction/transition.ts'
import { runReducerLayer } from './reducer-layer.ts'

it('every sequence of up to five of twelve facts, and every order of six, breaks no rule', async () => {
  const { lines, failures } = await runReducerLayer({ long: false })
  expect(lines).toContain('sale, dozen 1: 271452 sequences of up to 5 facts')
  expect(lines).toContain('40 sets of six facts: 28800 orders, each fact twice')
  expect(failures).toBe(0)
})

type Reduce = typeof transition

const takenFor =
  (type: TransactionEvent['type'], other: TransactionEvent): Reduce =>
  (before, fact) =>
    transition(before, fact.type === type ? other : fact)

/** Of two words of the terminal it knows the last. */
function forget(before: Transaction, fact: TransactionEvent): ReturnType<Reduce> {
  const evidence = fact.type === 'terminalReported' ? { ...before.evidence, results: [] } : before.evidence
  return transition({ ...before, evidence }, fact)
}

const tellNobody: Reduce = (before, fact) => {
  const { next, effects } = transition(before, fact)
  return { next, effects: effects.filter(({ type }) => type !== 'raiseDiscrepancy') }
}

const askNobody: Reduce = (before, fact) => ({ next: transition(before, fact).next, effects: [] })

it.each<[string, string, Reduce]>([
  ['R7', 'that forgets what the terminal said before', forget],
  ['R9', 'that takes UNDEFINED for the end', takenFor('terminalUndecided', reported('CANCELLED'))],
  ['R9', 'that takes silence for a refusal', takenFor('requestUnanswered', refusedAs('terminalBusy'))],
  ['R12', 'that tells nobody of a correction', tellNobody],
  ['R24', 'that asks nobody', askNobody],
])('breaks %s by a reducer %s, and says so', async (rule, _, reduce) => {
  const { lines, failures } = await runReducerLayer({ long: false, points: 3, longest: 3, reduce })
  expect(failures).toBeGreaterThan(0)
  expect(lines.some((line) => line.startsWith(`VIOLATION ${rule}`))).toBe(true)
})
