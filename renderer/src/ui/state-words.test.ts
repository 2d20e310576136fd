import { expect, test } from 'vitest'
import { buildPayment } from '../../dev/build-payment.ts'
import { operationSchema, rulesOf, type MoneyMove, type Operation } from '../../../shared/transaction/operations.ts'
import type { TransactionState } from '../../../shared/transaction/state.ts'
import { en } from '../messages/en.ts'
import { nl } from '../messages/nl.ts'
import { toShown } from './badge.tsx'
import { toMeaning, toWordValues } from './payment-words.ts'
import { toHeadlineId, toMoneyId, toStateWords, toWhat } from './state-words.ts'
import { toText, type Text } from './text.ts'

const TEXTS = {
  en: toText('en-IE', en),
  nl: toText('nl-NL', nl),
}

const charged = { chargedMinor: 2000, outcome: null, basis: 'terminal' } as const
const refused = { outcome: null, basis: 'terminal' } as const
const outcome = { chargedMinor: 2000 } as const

/** One of every kind of state that has words of its own. */
const STATES: readonly TransactionState[] = [
  { status: 'created' },
  { status: 'waiting', resultId: null, cancelRefused: false },
  { status: 'cancelling', resultId: null },
  { status: 'checking', because: 'noAnswer', isExhausted: false, isCancelRefused: false },
  { status: 'checking', because: 'noAnswer', isExhausted: true, isCancelRefused: false },
  { status: 'conflict', because: 'contradiction', outcomes: [] },
  { status: 'approved', ...charged },
  { status: 'approved', ...charged, basis: 'gateway' },
  { status: 'approved', ...charged, basis: 'status' },
  { status: 'partlyApproved', ...charged, ...outcome },
  { status: 'declined', ...refused },
  { status: 'cancelled', ...refused, isReversed: false },
  { status: 'cancelled', ...refused, isReversed: true },
  { status: 'failed', ...refused },
  { status: 'notCharged' },
  { status: 'done', ...refused },
]

/** Everything that a person reads of it: badge, money word, headline, meaning. */
function read(operation: Operation, state: TransactionState, text: Text): string {
  const payment = buildPayment(state, { operation, amountMinor: 2000 })
  const shown = toShown(payment, payment.createdAt)
  const money = toMoneyId(shown.moneyState, shown.moves)
  return [
    toStateWords(shown, text),
    money === null ? '' : text.say(money),
    text.say(toHeadlineId(shown, state), toWordValues(payment, shown, text)),
    toMeaning(payment, shown, text),
    toWhat(payment, text),
  ].join(' | ')
}

function operationsThat(...moves: MoneyMove[]): Operation[] {
  return operationSchema.options.filter((operation) => moves.includes(rulesOf(operation).moves))
}

test.each(operationsThat('refund'))('a %s is never shown as a charge', (operation) => {
  for (const state of STATES) {
    expect(read(operation, state, TEXTS.en)).not.toMatch(/charg|approved/i)
    expect(read(operation, state, TEXTS.nl)).not.toMatch(/afgeschreven|afgerekend|belast|goedgekeurd/i)
  }
})

test.each(operationsThat('hold'))('what a %s holds is never called charged', (operation) => {
  for (const state of STATES) {
    expect(read(operation, state, TEXTS.en)).not.toMatch(/(?<!not |nothing is )charged|approved/i)
    expect(read(operation, state, TEXTS.nl)).not.toMatch(/(?<!niet |niets )afgeschreven|belast|goedgekeurd/i)
  }
})

test.each(operationsThat('undo'))('a %s says what became of the first one, either way', (operation) => {
  for (const text of Object.values(TEXTS)) {
    const done = read(operation, { status: 'approved', ...charged }, text)
    const notDone = read(operation, { status: 'declined', ...refused }, text)
    expect(done).toContain(text.say(`undone.${asReversal(operation)}`))
    expect(notDone).toContain(text.say(`stands.${asReversal(operation)}`))
  }
})

function asReversal(operation: Operation) {
  if (operation === 'saleReversal' || operation === 'refundReversal') return operation
  return operation === 'preAuthorizationReversal' ? operation : 'moToReversal'
}

test.each(operationsThat('none'))('%s speaks of no charge and knows only done and not done', (operation) => {
  for (const state of STATES) {
    expect(read(operation, state, TEXTS.en)).not.toMatch(/charg|refund|approved|bank/i)
  }
})

test('nothing is left to fill in, in any words of any operation', () => {
  for (const operation of operationSchema.options) {
    for (const state of STATES) expect(read(operation, state, TEXTS.en)).not.toMatch(/[{}]/)
  }
})

test('settled by a manager is never called approved', () => {
  for (const operation of operationSchema.options) {
    for (const verdict of ['charged', 'notCharged'] as const) {
      const state = { status: 'settledByManager', verdict, evidence: 'e', reason: 'r', operator: 'o' } as const
      const words = read(operation, state, TEXTS.en)
      expect(words).toMatch(/Settled by manager/)
      expect(words).not.toMatch(/approved/i)
    }
  }
})
