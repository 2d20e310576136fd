import { expect, it } from 'vitest'
import { accepted, aPing, aSale, reported, statusSays, unanswered } from '../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { LONGEST_RUN_MS, LONGEST_TRANSACTION_MS, RULES_EXHAUSTED_AFTER_MS } from '../../../shared/transaction/rules.ts'
import { fold, standingEffects } from '../../../shared/transaction/transition.ts'
import { createHandpointClient } from '../handpoint/client.ts'
import type { Log } from '../ports.ts'
import { createDeadlines } from './deadlines.ts'
import { tryWatch } from './watch-fixture.ts'

const ASKED_FOR_MS = 5_000
const YEAR_MS = 365 * 24 * 60 * 60_000
const CLOUD = { cloudUrl: 'https://cloud.test', statusUrl: 'https://status.test', apiKey: 'none' }
const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }

/** When each deadline of a payment falls due, on the monotonic clock, whatever the wall clock shows by now. */
function dueAfter(events: TransactionEvent[], wallClockMs: number): number[] {
  const due: number[] = []
  const clock = {
    now: () => wallClockMs,
    monotonicMs: () => 60_000 + ASKED_FOR_MS,
    setTimer(afterMs: number) {
      due.push(ASKED_FOR_MS + afterMs)
      return ignore
    },
  }
  const transaction = fold(aSale, events)
  const context = {
    client: createHandpointClient({ http: () => Promise.resolve({ type: 'notSent', text: '' }), clock, log, ...CLOUD }),
    current: () => transaction,
    siblings: () => ({ claimed: new Set<string>(), hasOpen: false, hasUnnamed: false }),
    isLarge: () => false,
    notes: { isResultPending: true },
    record: ignore,
    recordResult: ignore,
    onContact: ignore,
    onPlan: ignore,
  }
  createDeadlines({ ...context, clock, log, sinceMs: 60_000 }).update(transaction, standingEffects(transaction))
  return due
}

it.each([
  ['as it was', aSale.createdAt + ASKED_FOR_MS],
  ['a year ahead', aSale.createdAt + YEAR_MS],
  ['a year behind', aSale.createdAt - YEAR_MS],
])(
  'with the wall clock %s, a manager is named and a terminal asked to stop at the same time (safety R21)',
  (_, now) => {
    expect(dueAfter([unanswered], now)).toEqual([RULES_EXHAUSTED_AFTER_MS])
    expect(dueAfter([accepted], now)).toEqual([LONGEST_RUN_MS, LONGEST_TRANSACTION_MS])
  },
)

const SECOND = 1_000
const MINUTE = 60 * SECOND
const acceptedOnly: TransactionEvent = { type: 'requestAccepted', resultId: null }
const stop: TransactionEvent = { type: 'cancelRequested', attempt: 1 }

it.each([
  ['the answer was lost: a manager is named (safety R24)', aSale, [unanswered], 5.5 * MINUTE, 'rulesExhausted'],
  [
    'approved by the status service alone: a manager is named',
    aSale,
    [unanswered, statusSays('AUTHORISED')],
    5.5 * MINUTE,
    'rulesExhausted',
  ],
  [
    'the cloud gave no id to ask by: doubted after its longest wait',
    aSale,
    [acceptedOnly],
    7.5 * MINUTE,
    'rulesExhausted',
  ],
  ['the cloud still waits: the terminal is asked to stop', aSale, [accepted], 7 * MINUTE, 'cancelRequested'],
  ['a stop has come to nothing: the bank is asked', aSale, [accepted, stop], 30 * SECOND, 'cancelExpired'],
  [
    'a partial approval without an id to read it by: it stands',
    aSale,
    [unanswered, reported('PARTIAL_APPROVAL')],
    90 * SECOND,
    'partialConfirmed',
  ],
  ['no money could have moved: nothing is waited for', aPing, [unanswered], 3 * MINUTE, 'givenUp'],
] as const)('%s, in its time and not before', async (_, intent, facts, dueMs, type) => {
  const { context, recorded, advance } = tryWatch({ intent, facts })
  createDeadlines(context).update(context.current(), standingEffects(context.current()))
  await advance(dueMs - SECOND)
  expect(recorded).toEqual([])
  await advance(2 * SECOND)
  expect(recorded.map((event) => event.type)).toEqual([type])
})
