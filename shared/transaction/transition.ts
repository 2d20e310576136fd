import { addEvidence, isBeingUndone, NO_EVIDENCE, type Evidence } from './evidence.ts'
import { conclude } from './conclude.ts'
import type { TransactionEvent } from './events.ts'
import { filedUnder, type Intent } from './intent.ts'
import { movesMoney } from './operations.ts'
import { isOpen, type TransactionState, type TransactionStatus } from './state.ts'
import { toMoneyState } from './money-state.ts'

/** One operation: what was asked for, what is known, and what follows from it. */
export interface Transaction {
  intent: Intent
  evidence: Evidence
  state: TransactionState
}

/**
 * What is to be done, as data. There is no `submit` here on purpose: only `begin` yields it, so that no event can ever send
 * a charge a second time (safety R2).
 */
export type Effect =
  | { type: 'pollResult' }
  | { type: 'queryStatus' }
  | { type: 'queryHistory' }
  /** Not about an open payment: one that is over may still be undone, or turn out to have been charged. */
  | { type: 'followUp' }
  | { type: 'sendStop'; attempt: number }
  | { type: 'confirmPartial' }
  /** No answer, and no money that could have moved: after a while none is waited for any more. */
  | { type: 'giveUp' }
  | { type: 'expireCancel'; attempt: number }
  | { type: 'raiseDiscrepancy'; from: TransactionStatus; to: TransactionStatus }

/** A new operation, to be saved and then submitted, once, by the caller. */
export function begin(intent: Intent): { next: Transaction; submit: Intent } {
  return { next: { intent, evidence: NO_EVIDENCE, state: { status: 'created' } }, submit: intent }
}

/** The operation with one more fact, and what there is to do now. Pure: reads no clock. */
export function transition(
  transaction: Transaction,
  event: TransactionEvent,
): { next: Transaction; effects: Effect[] } {
  const evidence = addEvidence(transaction.evidence, event)
  const next = { intent: transaction.intent, evidence, state: conclude(transaction.intent, evidence) }
  const effects = standingEffects(next)
  if (event.type === 'cancelRequested' && event.attempt > transaction.evidence.cancelAttempt && isOpen(next.state)) {
    effects.unshift({ type: 'sendStop', attempt: event.attempt })
  }
  if (isDiscrepancy(transaction, next)) {
    effects.push({ type: 'raiseDiscrepancy', from: transaction.state.status, to: next.state.status })
  }
  return { next, effects }
}

/** An operation from all of its facts. */
export function fold(intent: Intent, events: Iterable<TransactionEvent>): Transaction {
  let evidence = NO_EVIDENCE
  for (const event of events) evidence = addEvidence(evidence, event)
  return { intent, evidence, state: conclude(intent, evidence) }
}

const POLL_RESULT: Effect = { type: 'pollResult' }
const QUERY_STATUS: Effect = { type: 'queryStatus' }
const QUERY_HISTORY: Effect = { type: 'queryHistory' }
const GIVE_UP: Effect = { type: 'giveUp' }
const FOLLOW_UP: Effect = { type: 'followUp' }
const CONFIRM_PARTIAL: Effect = { type: 'confirmPartial' }

/**
 * What an operation in this state keeps being in need of, whether it came here by an event or by a restart. The doer treats
 * them as "make sure that this is going on": doing one twice is harmless.
 */
export function standingEffects(transaction: Transaction): Effect[] {
  const { intent, evidence, state } = transaction
  switch (state.status) {
    case 'created':
    case 'done':
      return []
    case 'conflict':
      // Where the terminal has said nothing yet, its word or a better status answer is what is missing.
      if (evidence.results.length === 0) return toQuestions(transaction)
      return filedUnder(intent) === null ? [] : [QUERY_HISTORY]
    case 'waiting':
    case 'checking':
    case 'provisional':
      // Late in a long wait the status service is asked too; without a result id it is the only one to ask.
      return toWait(transaction)
    case 'cancelling':
      return [...toWait(transaction), { type: 'expireCancel', attempt: evidence.cancelAttempt }]
    case 'partial':
      return [...toQuestions(transaction), CONFIRM_PARTIAL]
    case 'approved':
    case 'partlyApproved':
    case 'notStarted':
    case 'declined':
    case 'cancelled':
    case 'failed':
    case 'notCharged':
    case 'settledByManager':
      return needsFollowUp(transaction) ? [FOLLOW_UP] : []
  }
}

function toWait(transaction: Transaction): Effect[] {
  const effects = toQuestions(transaction)
  if (!movesMoney(transaction.intent.operation)) effects.push(GIVE_UP)
  return effects
}

/** Who is asked about it. */
function toQuestions({ intent, evidence }: Transaction): Effect[] {
  const questions: Effect[] = []
  if (evidence.resultIds.length > 0) questions.push(POLL_RESULT)
  if (filedUnder(intent) !== null) questions.push(QUERY_STATUS)
  return questions
}

/**
 * Whether a later word could still overturn this end: an approval by the terminal for a moment (handpoint-api.md §6.45);
 * everything that rests on less than the terminal's word for a day; a terminal called offline by a time-out of the cloud's, or
 * busy, perhaps with the first copy of this very request, of which something on the way made two.
 */
function needsFollowUp({ intent, evidence, state }: Transaction): boolean {
  if (evidence.followedUpTo >= evidence.results.length || !movesMoney(intent.operation)) return false
  // What is being taken back is asked about by the operation that takes it back, but for the terminal's own last word.
  if (isBeingUndone(evidence) && !('basis' in state && state.basis === 'terminal')) return false
  switch (state.status) {
    case 'approved':
    case 'partlyApproved':
    case 'notCharged':
    case 'settledByManager':
    case 'failed':
      return true
    case 'declined':
    case 'cancelled':
      return state.basis !== 'terminal' && state.basis !== 'gateway'
    case 'notStarted':
      // What is filed under another's reference could be found there by mistake: the terminal is busy with that very thing.
      return state.reason === 'terminalOffline' || (state.reason === 'terminalBusy' && intent.original === null)
    case 'created':
    case 'waiting':
    case 'cancelling':
    case 'checking':
    case 'partial':
    case 'provisional':
    case 'conflict':
    case 'done':
      return false
  }
}

/** A person was told one thing about the money and now another is true. */
function isDiscrepancy(before: Transaction, after: Transaction): boolean {
  const { operation } = before.intent
  return !isOpen(before.state) && toMoneyState(operation, before.state) !== toMoneyState(operation, after.state)
}
