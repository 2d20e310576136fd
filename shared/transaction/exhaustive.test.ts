import { describe, expect, it } from 'vitest'
import { permutations } from '../testing/permutations.ts'
import {
  A_DIGEST,
  accepted,
  aLinkedRefund,
  ANOTHER,
  anOutcome,
  aPing,
  aSale,
  refusedAs,
  reported,
  settledAs,
  statusAbsent,
  statusInProgress,
  statusSays,
  unanswered,
} from '../testing/transactions.ts'
import { transactionEventSchema, type TransactionEvent } from './events.ts'
import { toMoneyState } from './money-state.ts'
import { isOpen, transactionStateSchema } from './state.ts'
import { fold, standingEffects, transition, type Transaction } from './transition.ts'
import { view } from './view.ts'

/** Every kind of fact, those that decide in several forms. */
const FACTS: readonly TransactionEvent[] = [
  accepted,
  { type: 'requestAccepted', resultId: null },
  refusedAs('terminalBusy'),
  { type: 'requestUnsent', text: 'refused' },
  unanswered,
  { type: 'restarted', episode: 1 },
  { type: 'restarted', episode: 2 },
  reported('AUTHORISED'),
  reported('AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 }),
  reported('AUTHORISED', { currency: 'USD' }),
  reported('DECLINED'),
  reported('CANCELLED'),
  reported('FAILED'),
  reported('PARTIAL_APPROVAL'),
  { type: 'followUpEnded', resultsKnown: 0 },
  { type: 'followUpEnded', resultsKnown: 2 },
  { type: 'followUpTaken', start: 1 },
  { type: 'linkedEnded', reference: ANOTHER, hasMoved: false, end: 1 },
  { type: 'linkedEnded', reference: ANOTHER, hasMoved: true, end: 2 },
  { type: 'cancelEnded', attempt: 1 },
  { type: 'terminalUndecided' },
  { type: 'resultForgotten' },
  statusSays('AUTHORISED'),
  statusSays('DECLINED', { query: 2 }),
  statusSays('CANCELLED', { query: 3, resultsKnown: 1 }),
  statusSays('AUTHORISED', { query: 4, resultsKnown: 1 }),
  statusSays('FAILED', { query: 5 }),
  statusAbsent(),
  statusAbsent({ askedAfterMs: 90_000, idleKnown: true, resultsKnown: 1 }),
  statusAbsent({ askedAfterMs: 420_000 }),
  statusInProgress(),
  { type: 'historyReported', query: 1, resultsKnown: 2, verdict: 'charged', chargedMinor: 4500 },
  { type: 'historyReported', query: 2, resultsKnown: 2, verdict: 'reversed', chargedMinor: null },
  { type: 'historyReported', query: 3, resultsKnown: 3, verdict: 'unclear', chargedMinor: null },
  { type: 'contactLost', episode: 1 },
  { type: 'contactRegained', episode: 1 },
  { type: 'cancelRequested', attempt: 1 },
  { type: 'cancelAccepted', attempt: 1 },
  { type: 'cancelRefused', attempt: 1 },
  { type: 'nothingToCancel', attempt: 1, askedAfterMs: 90_000 },
  { type: 'cancelUnanswered', attempt: 1 },
  { type: 'cancelExpired', attempt: 1 },
  { type: 'partialConfirmed' },
  { type: 'statusSettled' },
  { type: 'provisionalAccepted' },
  { type: 'rulesExhausted' },
  settledAs('charged', { word: 1 }),
  settledAs('notCharged', { word: 2 }),
  settledAs('notCharged', { word: 3, resultsKnown: 2, query: 9 }),
  { type: 'gatewayAnswered', digest: 'reversed', outcome: anOutcome('AUTHORISED', { type: 'REVERSAL' }) },
  { type: 'documentNamed', kind: 'customerReceipt', url: 'https://receipts.handpoint.com/receipts/1/customer.html' },
  { type: 'documentKept', kind: 'customerReceipt', url: null, digest: A_DIGEST },
  { type: 'documentRefused', kind: 'signature', url: null, because: 'noImage' },
  { type: 'linkedBegun', operation: 'saleReversal', reference: ANOTHER },
  { type: 'linkedBegun', operation: 'refund', reference: ANOTHER },
  { type: 'givenUp' },
  { type: 'outcomeUnseen', news: 1 },
  { type: 'outcomeUnseen', news: 2 },
  { type: 'outcomeSeen', news: 1 },
]

/** One of each way to end: by a result, by a result about another operation, by a terminal that took it. */
const INTENTS = [aSale, aLinkedRefund, aPing]

/** One transaction for every state that up to three facts lead to. */
const REACHED: readonly Transaction[] = reachAll()

function reachAll(): Transaction[] {
  const found = new Map<string, Transaction>()
  const visit = (transaction: Transaction, depth: number): void => {
    const { state } = transaction
    const key = [
      transaction.intent.operation,
      state.status,
      'because' in state ? state.because : '',
      'basis' in state ? state.basis : '',
    ].join()
    if (!found.has(key)) found.set(key, transaction)
    if (depth > 0) for (const fact of FACTS) visit(transition(transaction, fact).next, depth - 1)
  }
  for (const intent of INTENTS) visit(fold(intent, []), 3)
  return [...found.values()]
}

const money = ({ intent, state }: Transaction): string => toMoneyState(intent.operation, state)

const FINAL_WORDS = ['AUTHORISED', 'DECLINED', 'CANCELLED', 'FAILED', 'PARTIAL_APPROVAL']

function hasTerminalWord(transaction: Transaction): boolean {
  return transaction.evidence.results.length > 0
}

it('the facts cover every kind of event', () => {
  const kinds = transactionEventSchema.def.options.flatMap((option) => option.shape.type.def.values)
  expect(new Set(FACTS.map((fact) => fact.type))).toEqual(new Set(kinds))
})

it('every state is reached', () => {
  const statuses = transactionStateSchema.def.options.flatMap((option) => option.shape.status.def.values)
  expect(new Set(REACHED.map(({ state }) => state.status))).toEqual(new Set(statuses))
})

describe('every state × every event', () => {
  const cases = REACHED.flatMap((before) => FACTS.map((fact) => ({ before, fact, ...transition(before, fact) })))

  it('is a valid state with a view, and a second time changes nothing', () => {
    for (const { next, fact } of cases) {
      expect(transactionStateSchema.parse(next.state)).toEqual(next.state)
      expect(view({ intent: next.intent, state: next.state, elapsedMs: 0 }).moneyState).toBe(
        toMoneyState(next.intent.operation, next.state),
      )
      expect(transition(next, fact).next).toEqual(next)
    }
  })

  it('never asks for a charge, and never offers a retry while the outcome is open', () => {
    for (const { next, effects } of cases) {
      expect(JSON.stringify(effects)).not.toContain('submit')
      const { actions } = view({ intent: next.intent, state: next.state, elapsedMs: 0 })
      if (isOpen(next.state)) expect(actions).not.toContain('tryAgain')
      if (!actions.includes('tryAgain')) continue
      expect(['notCharged', 'none']).toContain(toMoneyState(next.intent.operation, next.state))
    }
  })

  it('raises a discrepancy exactly when a person had been told otherwise', () => {
    for (const { before, next, effects } of cases) {
      const wasTold = !isOpen(before.state) && money(before) !== money(next)
      expect(effects.some((effect) => effect.type === 'raiseDiscrepancy')).toBe(wasTold)
    }
  })

  it('an open operation is always asked about, unless its request has not ended', () => {
    for (const { next } of cases) {
      if (!isOpen(next.state) || next.state.status === 'created') continue
      const asks = standingEffects(next).filter(({ type }) =>
        ['pollResult', 'queryStatus', 'queryHistory', 'confirmPartial', 'giveUp'].includes(type),
      )
      expect(asks, next.state.status).not.toEqual([])
    }
  })

  it('a terminal approval is never hidden by anything but another word of the terminal, the gateway or a mismatch', () => {
    for (const { before, next, fact } of cases) {
      if (before.state.status !== 'approved' || before.state.basis !== 'terminal' || next.state.status === 'approved')
        continue
      expect(
        next.state.status === 'conflict' || next.state.status === 'cancelled',
        `${fact.type} → ${next.state.status}`,
      ).toBe(true)
      expect(['terminalReported', 'gatewayAnswered', 'statusReported']).toContain(fact.type)
    }
  })

  it('not charged is said only with proof', () => {
    for (const { next } of cases) {
      if (money(next) !== 'notCharged' || hasTerminalWord(next)) continue
      const { refusals, unsent, absentAfterMs, absentWhileIdleAfterMs, isStatusSettled, manager } = next.evidence
      const isProved = absentAfterMs >= 420_000 || absentWhileIdleAfterMs >= 90_000
      expect(refusals.length + unsent.length > 0 || manager !== null || isProved || isStatusSettled).toBe(true)
    }
  })
})

describe('order and repetition', () => {
  it('every permutation of six facts, each twice, folds to the same operation', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const six = pickSix(seed)
      const expected = fold(aSale, six)
      for (const order of permutations(six)) {
        expect(fold(aSale, [...order, ...order.toReversed()])).toEqual(expected)
      }
    }
  }, 60_000)

  it('every ordered pair and its reverse agree', () => {
    for (const intent of INTENTS) {
      for (const one of FACTS) {
        for (const other of FACTS) expect(fold(intent, [one, other])).toEqual(fold(intent, [other, one, other]))
      }
    }
  })
})

function pickSix(seed: number): TransactionEvent[] {
  let state = seed * 2_654_435_761
  const left = [...FACTS]
  // Contradictions are where order could matter: every set has two words of the terminal.
  const words = left.filter((fact) => fact.type === 'terminalReported' && FINAL_WORDS.includes(fact.outcome.finStatus))
  const picked = [words[seed % words.length], words[(seed + 1 + (seed % 3)) % words.length]].filter(
    (fact) => fact !== undefined,
  )
  while (picked.length < 6) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const [fact] = left.splice(state % left.length, 1)
    if (fact !== undefined && !picked.includes(fact)) picked.push(fact)
  }
  return picked
}
