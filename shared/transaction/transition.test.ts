import { describe, expect, it } from 'vitest'
import {
  accepted,
  aSale,
  refusedAs,
  reported,
  settledAs,
  statusAbsent,
  statusInProgress,
  statusSays,
  unanswered,
} from '../testing/transactions.ts'
import type { TransactionEvent } from './events.ts'
import { begin, fold, standingEffects, transition, type Transaction } from './transition.ts'

const MINUTE = 60_000

function after(...events: TransactionEvent[]): Transaction {
  return fold(aSale, events)
}

function statusAfter(...events: TransactionEvent[]): string {
  return after(...events).state.status
}

describe('an ordinary sale', () => {
  it('is created by begin, the only one to yield what is to be submitted', () => {
    expect(begin(aSale)).toEqual({
      next: { intent: aSale, evidence: after().evidence, state: { status: 'created' } },
      submit: aSale,
    })
  })

  it('waits for the terminal once the cloud accepted it', () => {
    expect(after(accepted).state).toEqual({
      status: 'waiting',
      resultId: '082104578-1700000000000',
      cancelRefused: false,
    })
  })

  it('is approved by the terminal, with what the card was charged', () => {
    const { state } = after(accepted, reported('AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 }))
    expect(state).toMatchObject({ status: 'approved', chargedMinor: 5000, basis: 'terminal' })
  })

  it.each([
    ['DECLINED', 'declined'],
    ['CANCELLED', 'cancelled'],
  ] as const)('ends %s as %s', (finStatus, status) => {
    expect(statusAfter(accepted, reported(finStatus))).toBe(status)
  })

  it('does not take approval-looking fields of a decline for an approval', () => {
    expect(statusAfter(accepted, reported('DECLINED', { totalAmountMinor: 4500 }))).toBe('declined')
  })

  it('calls an approval of less than was asked for what it is', () => {
    const part = reported('AUTHORISED', { totalAmountMinor: 2000 })
    expect(after(part).state).toMatchObject({ status: 'partial', chargedMinor: 2000 })
    expect(after(part, { type: 'partialConfirmed' }).state).toMatchObject({
      status: 'partlyApproved',
      chargedMinor: 2000,
    })
    expect(after(part, reported('CANCELLED')).state).toMatchObject({ status: 'cancelled', isReversed: true })
  })
})

describe('a request that did not reach the terminal', () => {
  it('is not started when the service says so', () => {
    expect(after(refusedAs('terminalBusy')).state).toMatchObject({ status: 'notStarted', reason: 'terminalBusy' })
  })

  it('is not started when no connection ever existed', () => {
    expect(after({ type: 'requestUnsent', text: 'refused' }).state).toMatchObject({
      status: 'notStarted',
      reason: 'noConnection',
    })
  })

  it('is in doubt when it went unanswered, whatever the status service says too early', () => {
    expect(after(unanswered, statusAbsent({ askedAfterMs: 89_999, idleKnown: true })).state).toMatchObject({
      status: 'checking',
      because: 'noAnswer',
    })
  })
})

describe('proof that nothing was charged (safety R8)', () => {
  it('needs 90 seconds and a terminal known to be idle', () => {
    expect(statusAfter(unanswered, statusAbsent({ askedAfterMs: 90_000 }))).toBe('checking')
    expect(statusAfter(unanswered, statusAbsent({ askedAfterMs: 90_000, idleKnown: true }))).toBe('notCharged')
  })

  it('or seven minutes', () => {
    expect(statusAfter(unanswered, statusAbsent({ askedAfterMs: 7 * MINUTE - 1 }))).toBe('checking')
    expect(statusAfter(unanswered, statusAbsent({ askedAfterMs: 7 * MINUTE }))).toBe('notCharged')
  })

  it('is never drawn where the gateway had the transaction in hand', () => {
    expect(statusAfter(unanswered, statusInProgress(), statusAbsent({ askedAfterMs: 8 * MINUTE }))).toBe('checking')
  })

  it('gives way to the terminal: a late approval is a charge, and a person is told', () => {
    const proved = after(unanswered, statusAbsent({ askedAfterMs: 7 * MINUTE }))
    const { next, effects } = transition(proved, reported('AUTHORISED'))
    expect(next.state.status).toBe('approved')
    expect(effects).toContainEqual({ type: 'raiseDiscrepancy', from: 'notCharged', to: 'approved' })
  })
})

describe('the status service alone', () => {
  it('approves provisionally only', () => {
    expect(statusAfter(unanswered, statusSays('AUTHORISED'))).toBe('provisional')
    expect(after(unanswered, statusSays('AUTHORISED'), { type: 'provisionalAccepted' }).state).toMatchObject({
      status: 'approved',
      basis: 'status',
    })
  })

  it('is overruled by the terminal: a chip pulled after authorisation is declined', () => {
    expect(statusAfter(accepted, statusSays('AUTHORISED'), reported('DECLINED'))).toBe('declined')
  })

  it('is believed about a refusal only after the terminal had its time', () => {
    expect(after(unanswered, statusSays('DECLINED')).state).toMatchObject({
      status: 'checking',
      because: 'awaitingTerminal',
    })
    expect(statusAfter(unanswered, statusSays('DECLINED'), { type: 'statusSettled' })).toBe('declined')
  })

  it('counts its later answer, whatever order the answers arrive in', () => {
    const [early, late] = [statusSays('DECLINED', { query: 1 }), statusSays('AUTHORISED', { query: 2 })]
    expect(statusAfter(unanswered, early, late)).toBe('provisional')
    expect(statusAfter(unanswered, late, early)).toBe('provisional')
  })

  it('never ends or overwrites anything by UNDEFINED or IN_PROGRESS (safety R9)', () => {
    const absent = statusAbsent({ askedAfterMs: 8 * MINUTE, idleKnown: true, query: 9 })
    expect(statusAfter(accepted, reported('AUTHORISED'), absent, statusInProgress({ query: 10 }))).toBe('approved')
    expect(statusAfter(unanswered, statusSays('AUTHORISED'), absent)).toBe('provisional')
  })
})

describe('a terminal that contradicts itself (safety R11)', () => {
  const both = [accepted, reported('AUTHORISED'), reported('DECLINED')]
  const history = (verdict: 'charged' | 'reversed' | 'unclear', resultsKnown: number): TransactionEvent => ({
    type: 'historyReported',
    query: 1,
    resultsKnown,
    verdict,
    chargedMinor: verdict === 'charged' ? 4500 : null,
  })

  it('is a conflict, whichever came first', () => {
    expect(statusAfter(...both)).toBe('conflict')
    expect(statusAfter(...both.toReversed())).toBe('conflict')
    expect(standingEffects(after(...both))).toEqual([{ type: 'queryHistory' }])
  })

  it('is decided by the files of the gateway', () => {
    expect(after(...both, history('reversed', 2)).state).toMatchObject({ status: 'cancelled', isReversed: true })
    expect(after(...both, history('charged', 2)).state).toMatchObject({ status: 'approved', basis: 'history' })
    expect(statusAfter(...both, history('unclear', 2))).toBe('conflict')
  })

  it('decided as charged is looked at again when the status service says afterwards that it was taken back', () => {
    const later = statusSays('CANCELLED', { query: 9, resultsKnown: 2 })
    expect(statusAfter(...both, history('charged', 2), later)).toBe('conflict')
    expect(statusAfter(...both, history('charged', 2), statusSays('CANCELLED', { query: 0, resultsKnown: 2 }))).toBe(
      'approved',
    )
  })

  it('is not decided by files that were read before the second word', () => {
    expect(statusAfter(...both, history('charged', 1))).toBe('conflict')
  })

  it('is not decided by one manager against the terminal, but where nothing else decides', () => {
    const word = settledAs('notCharged', { resultsKnown: 2 })
    expect(statusAfter(...both, word)).toBe('settledByManager')
    // What the terminal says after that has not been looked at by anybody.
    expect(statusAfter(...both, settledAs('notCharged', { resultsKnown: 1 }))).toBe('conflict')
    expect(statusAfter(accepted, reported('AUTHORISED'), word)).toBe('approved')
    expect(statusAfter(unanswered, word)).toBe('settledByManager')
  })

  it('is not settled by one manager against what the status service had said, unless asked to decide between the two', () => {
    const says = [unanswered, statusSays('AUTHORISED', { query: 3 })]
    const word = (isDecision?: boolean) => settledAs('notCharged', { query: 3, isDecision })
    expect(after(...says, word(false)).state).toMatchObject({ status: 'conflict', because: 'managerDisagrees' })
    expect(statusAfter(...says, word(true))).toBe('settledByManager')
    expect(statusAfter(...says, settledAs('charged', { query: 3, isDecision: false }))).toBe('settledByManager')
    expect(statusAfter(...says, word(true), statusSays('AUTHORISED', { query: 4 }))).toBe('conflict')
    // As an older Paydesk wrote it down it stays what it was, until the same is said again.
    expect(statusAfter(...says, word())).toBe('settledByManager')
    expect(statusAfter(...says, word(), statusSays('AUTHORISED', { query: 4 }))).toBe('conflict')
  })

  it.each([
    ['another amount', { requestedAmountMinor: 4400, totalAmountMinor: 4400 }],
    ['another currency', { currency: 'USD' }],
    ['another terminal', { terminalSerial: '082104579' }],
    ['another kind', { type: 'REFUND' }],
    ['another reference', { transactionReference: 'a95b0000-a95b-49c1-b6fe-b3f102305a76' }],
    ['nothing charged', { totalAmountMinor: 0 }],
  ])('a result that names %s is a conflict, not a success (safety R22)', (_, changes) => {
    expect(after(accepted, reported('AUTHORISED', changes)).state).toMatchObject({
      status: 'conflict',
      because: 'mismatch',
    })
  })

  it('a status that says otherwise, asked after the terminal spoke, is a conflict', () => {
    expect(statusAfter(accepted, reported('AUTHORISED'), statusSays('CANCELLED', { resultsKnown: 1 }))).toBe('conflict')
    expect(statusAfter(accepted, reported('DECLINED'), statusSays('AUTHORISED', { resultsKnown: 1 }))).toBe('conflict')
    expect(statusAfter(accepted, reported('AUTHORISED'), statusSays('REFUNDED', { resultsKnown: 1 }))).toBe('approved')
  })
})

describe('rules that have run out', () => {
  const approval = statusSays('AUTHORISED')

  it('have something to go by again in an approval that comes afterwards', () => {
    const doubt: TransactionEvent = { type: 'rulesExhausted', while: 'doubt' }
    expect(after(unanswered, doubt).state).toMatchObject({ status: 'checking', isExhausted: true })
    expect(after(unanswered, doubt, approval).state).toMatchObject({ status: 'provisional', isExhausted: false })
    const again: TransactionEvent = { type: 'rulesExhausted', while: 'approval' }
    expect(after(unanswered, doubt, approval, again).state).toMatchObject({ status: 'provisional', isExhausted: true })
  })

  it('as an older Paydesk wrote it down, have run out either way', () => {
    const exhausted: TransactionEvent = { type: 'rulesExhausted' }
    expect(after(unanswered, exhausted, approval).state).toMatchObject({ status: 'provisional', isExhausted: true })
  })
})

describe('partial approval', () => {
  it('may still be refused for a while', () => {
    const partial = after(accepted, reported('PARTIAL_APPROVAL'))
    expect(partial.state).toMatchObject({ status: 'partial', chargedMinor: 2000 })
    expect(transition(partial, { type: 'partialConfirmed' }).next.state.status).toBe('partlyApproved')
    expect(transition(partial, reported('CANCELLED')).next.state).toMatchObject({
      status: 'cancelled',
      isReversed: true,
    })
  })

  it('refused after it stood for its window is a conflict', () => {
    expect(statusAfter(reported('PARTIAL_APPROVAL'), { type: 'partialConfirmed' }, reported('CANCELLED'))).toBe(
      'conflict',
    )
  })

  it('of two amounts is a conflict, and so is a part of what is said to be charged in full', () => {
    const part = reported('PARTIAL_APPROVAL', { totalAmountMinor: 2000, dueAmountMinor: 2500 })
    const another = reported('PARTIAL_APPROVAL', { totalAmountMinor: 3000, dueAmountMinor: 1500 })
    for (const other of [another, reported('AUTHORISED')]) {
      expect(after(accepted, part, other).state).toMatchObject({ status: 'conflict', because: 'contradiction' })
      expect(statusAfter(accepted, part, { type: 'partialConfirmed' }, other)).toBe('conflict')
    }
  })

  it('is one under any word that leaves something to pay', () => {
    const rest = reported('AUTHORISED', { totalAmountMinor: null, dueAmountMinor: 2500 })
    expect(after(accepted, rest).state).toMatchObject({ status: 'partial', chargedMinor: 2000 })
    expect(after(accepted, reported('AUTHORISED', { totalAmountMinor: null })).state).toMatchObject({
      status: 'approved',
      chargedMinor: 4500,
    })
  })
})

describe('a part without its amount', () => {
  const untold = reported('PARTIAL_APPROVAL', { totalAmountMinor: null })

  it('is never shown as a number: it is looked up', () => {
    expect(after(accepted, untold).state).toMatchObject({ status: 'conflict', because: 'mismatch' })
    expect(statusAfter(accepted, untold, { type: 'partialConfirmed' })).toBe('conflict')
  })

  it('is known by what is left to pay, or by a result that tells it', () => {
    const rest = reported('PARTIAL_APPROVAL', { totalAmountMinor: null, dueAmountMinor: 2500 })
    expect(after(accepted, rest).state).toMatchObject({ status: 'partial', chargedMinor: 2000 })
    expect(after(accepted, untold, reported('PARTIAL_APPROVAL')).state).toMatchObject({
      status: 'partial',
      chargedMinor: 2000,
    })
  })

  it('and without it in the files stays with a person', () => {
    const files = { type: 'historyReported', query: 1, resultsKnown: 1, verdict: 'charged' } as const
    expect(statusAfter(accepted, untold, { ...files, chargedMinor: null })).toBe('conflict')
    expect(after(accepted, untold, { ...files, chargedMinor: 2000 }).state).toMatchObject({
      status: 'partlyApproved',
      chargedMinor: 2000,
    })
  })
})

describe('FAILED', () => {
  it('is checked once with the status service before a retry is offered (handpoint-api.md §6.16)', () => {
    expect(after(accepted, reported('FAILED')).state).toMatchObject({
      status: 'checking',
      because: 'failureUnconfirmed',
    })
    expect(statusAfter(accepted, reported('FAILED'), statusAbsent({ resultsKnown: 0 }))).toBe('checking')
    const late = { resultsKnown: 1, askedAfterMs: 90_000 }
    expect(statusAfter(accepted, reported('FAILED'), statusAbsent(late))).toBe('failed')
    // The service may be a moment behind the bank, as for any payment (handpoint-api.md §4.5).
    expect(statusAfter(accepted, reported('FAILED'), statusAbsent({ ...late, askedAfterMs: 89_999 }))).toBe('checking')
    const soon = { ...late, askedAfterResultMs: 29_999 }
    expect(statusAfter(accepted, reported('FAILED'), statusAbsent(soon))).toBe('checking')
    expect(statusAfter(accepted, reported('FAILED'), statusSays('AUTHORISED', { resultsKnown: 1 }))).toBe('conflict')
  })
})

describe('cancelling', () => {
  const asked: TransactionEvent = { type: 'cancelRequested', attempt: 1 }

  it('sends one stop for each time it is asked', () => {
    const first = transition(after(accepted), asked)
    expect(first.next.state.status).toBe('cancelling')
    expect(first.effects).toContainEqual({ type: 'sendStop', attempt: 1 })
    expect(transition(first.next, asked).effects).not.toContainEqual({ type: 'sendStop', attempt: 1 })
  })

  it('goes on waiting when it is too late', () => {
    expect(after(accepted, asked, { type: 'cancelRefused', attempt: 1 }).state).toMatchObject({
      status: 'waiting',
      cancelRefused: true,
    })
  })

  it('that loses the race ends as the terminal says', () => {
    expect(statusAfter(accepted, asked, { type: 'cancelAccepted', attempt: 1 }, reported('AUTHORISED'))).toBe(
      'approved',
    )
  })

  it('without an outcome is in doubt after its time', () => {
    expect(statusAfter(accepted, asked, { type: 'cancelUnanswered', attempt: 1 })).toBe('cancelling')
    expect(after(accepted, asked, { type: 'cancelExpired', attempt: 1 }).state).toMatchObject({
      status: 'checking',
      because: 'cancelUnresolved',
    })
  })

  it('can be asked again after it was refused', () => {
    const again: TransactionEvent = { type: 'cancelRequested', attempt: 2 }
    expect(statusAfter(accepted, asked, { type: 'cancelRefused', attempt: 1 }, again)).toBe('cancelling')
  })
})

describe('silence', () => {
  it('is a doubt until the cloud answers again', () => {
    const lost: TransactionEvent = { type: 'contactLost', episode: 1 }
    expect(after(accepted, lost).state).toMatchObject({ status: 'checking', because: 'silence' })
    expect(statusAfter(accepted, lost, { type: 'contactRegained', episode: 1 })).toBe('waiting')
    expect(
      statusAfter(accepted, lost, { type: 'contactRegained', episode: 1 }, { type: 'contactLost', episode: 2 }),
    ).toBe('checking')
  })

  it('that ends leaves the doubt about a request whose answer was lost', () => {
    const silence: TransactionEvent[] = [
      { type: 'contactLost', episode: 1 },
      { type: 'contactRegained', episode: 1 },
    ]
    for (const facts of [[unanswered], [accepted, unanswered]]) {
      expect(after(...facts, ...silence).state).toMatchObject({ status: 'checking', because: 'noAnswer' })
    }
  })

  it('of a restart is asked about, and a sale that was only saved is never taken for sent or unsent', () => {
    expect(after({ type: 'restarted', episode: 1 }).state).toMatchObject({ status: 'checking', because: 'restart' })
    expect(standingEffects(after(accepted, { type: 'restarted', episode: 1 }))).toContainEqual({ type: 'pollResult' })
  })
})
