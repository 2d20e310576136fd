import { isBeingUndone, isUndone, type Evidence } from './evidence.ts'
import type { Intent } from './intent.ts'
import { ABSENCE_COUNTS_AFTER_MS, LONGEST_TRANSACTION_MS } from './rules.ts'
import { movesMoney, rulesOf } from './operations.ts'
import type { Basis, Doubt, TransactionState } from './state.ts'
import { isCharge, isRefusal, type Outcome } from './terminal-result.ts'
import { fitsRequest } from './fits-request.ts'

/**
 * Where an operation stands, given all that is known. Evidence ranks: the terminal's own result > the status service >
 * a documented refusal before the terminal > silence (safety §1). Only `finStatus` decides, never a text or a code.
 */
export function conclude(intent: Intent, evidence: Evidence): TransactionState {
  const outcomes = evidence.results.map((result) => result.outcome)
  if (outcomes.length > 0) return fromResults(intent, evidence, outcomes)
  return (
    fromManager(evidence) ??
    fromStatus(intent, evidence) ??
    fromRequest(evidence) ??
    fromAcceptance(intent, evidence) ??
    fromProgress(evidence)
  )
}

function fromResults(intent: Intent, evidence: Evidence, all: Outcome[]): TransactionState {
  // A part without an amount adds nothing to one that has it.
  const parts = all.filter((outcome) => isPart(intent, outcome))
  const isTold = parts.some((outcome) => !isAmountless(intent, outcome))
  const outcomes = isTold ? all.filter((outcome) => !isAmountless(intent, outcome)) : all
  const conflict = findConflict(intent, evidence, outcomes)
  if (conflict !== null) {
    return (
      fromHistory(intent, evidence, outcomes) ??
      fromManager(evidence) ?? { status: 'conflict', because: conflict, outcomes }
    )
  }
  const basis = intent.channel
  const charge = outcomes.find((outcome) => isWholeCharge(intent, outcome))
  if (charge !== undefined) {
    return movesMoney(intent.operation) ? charged(intent, charge, basis) : { status: 'done', outcome: charge, basis }
  }
  const declined = outcomes.find((outcome) => outcome.finStatus === 'DECLINED')
  if (declined !== undefined) return { status: 'declined', outcome: declined, basis }
  const cancelled = outcomes.find((outcome) => outcome.finStatus === 'CANCELLED')
  if (cancelled !== undefined) {
    const isReversed = outcomes.some((outcome) => isPart(intent, outcome))
    return { status: 'cancelled', outcome: cancelled, basis, isReversed }
  }
  const partial = outcomes.find((outcome) => isPart(intent, outcome))
  if (partial !== undefined) {
    // Refused on the terminal in its window, by the status service alone: the terminal's word is waited for as for any refusal.
    const refusal = evidence.isPartialConfirmed ? null : findLaterRefusal(evidence)
    if (refusal !== null) {
      return evidence.isStatusSettled
        ? { status: 'cancelled', outcome: refusal, basis: 'status', isReversed: true }
        : checking(evidence, 'awaitingTerminal')
    }
    const chargedMinor = chargedBy(intent, partial)
    return evidence.isPartialConfirmed
      ? { status: 'partlyApproved', chargedMinor, outcome: partial, basis }
      : { status: 'partial', chargedMinor, outcome: partial }
  }
  const failed = outcomes.find((outcome) => outcome.finStatus === 'FAILED') ?? null
  // FAILED may have reached the acquirer: the status service is asked once before a retry is offered (handpoint-api.md §6.16).
  // That it knows nothing counts no earlier than for anything else: it may be a moment behind the bank.
  const isConfirmed =
    evidence.absentAfterResultMs >= ABSENCE_COUNTS_AFTER_MS ||
    (evidence.status?.resultsKnown ?? 0) > 0 ||
    !movesMoney(intent.operation)
  if (isConfirmed) return { status: 'failed', outcome: failed, basis }
  return fromManager(evidence) ?? checking(evidence, 'failureUnconfirmed')
}

/** The status service, asked after the terminal had spoken, says that nothing is charged. */
function findLaterRefusal({ status }: Evidence): Outcome | null {
  return status !== null && status.resultsKnown > 0 && isRefusal(status.outcome.finStatus) ? status.outcome : null
}

type Conflict = 'contradiction' | 'mismatch' | 'statusDisagrees'

function findConflict(intent: Intent, evidence: Evidence, outcomes: Outcome[]): Conflict | null {
  // Where no money can have moved there is nothing that a person would have to find out.
  if (!movesMoney(intent.operation)) return null
  // A part of nobody knows how much: no number may be shown for it.
  if (outcomes.some((outcome) => isAmountless(intent, outcome))) return 'mismatch'
  if (!outcomes.every((outcome) => fitsRequest(intent, outcome))) return 'mismatch'
  const charges = outcomes.filter((outcome) => isWholeCharge(intent, outcome))
  const hasRefusal = outcomes.some((outcome) => isRefusal(outcome.finStatus))
  if (charges.length > 0 && hasRefusal) return 'contradiction'
  // One card was charged once: two words for how much, parts among them, cannot both be true.
  const moved = outcomes.filter(({ finStatus }) => !isRefusal(finStatus))
  if (new Set(moved.map((outcome) => chargedBy(intent, outcome))).size > 1) return 'contradiction'
  // A partial approval that was refused on the terminal in its window is an ordinary end; after its window it is not.
  const hasPartial = outcomes.some((outcome) => isPart(intent, outcome))
  if (hasPartial && hasRefusal && evidence.isPartialConfirmed) return 'contradiction'

  const { status } = evidence
  // What was begun to take it back explains that the gateway no longer has it as the terminal said.
  if (status === null || status.resultsKnown === 0 || isBeingUndone(evidence)) return null
  // Asked after the terminal had spoken, and it says otherwise.
  const isStatusRefusal = isRefusal(status.outcome.finStatus)
  return ((charges.length > 0 || (hasPartial && evidence.isPartialConfirmed)) && isStatusRefusal) ||
    (hasRefusal && !isStatusRefusal)
    ? 'statusDisagrees'
    : null
}

/** The gateway's files decide a conflict, if they were read after the last contradicting word (safety R11). */
function fromHistory(intent: Intent, evidence: Evidence, outcomes: Outcome[]): TransactionState | null {
  const { history, status } = evidence
  if (history === null || history.verdict === 'unclear' || history.resultsKnown < evidence.results.length) return null
  // So it was in the files of a moment ago, and the other way round by now: they are read again.
  const isOverruled = status !== null && status.query > history.query
  if (isOverruled && isRefusal(status.outcome.finStatus) === (history.verdict === 'charged')) {
    if (!isBeingUndone(evidence)) return null
  }
  // Taken back by whom? Only what is being taken back on purpose can tell.
  if (history.verdict === 'reversed' && isBeingUndone(evidence) && !isUndone(evidence)) return null
  // What took it back has a row of its own, which says so: counted here too, it would be taken back twice.
  if (history.verdict === 'reversed' && !isUndone(evidence)) {
    const refusal = outcomes.find((outcome) => isRefusal(outcome.finStatus)) ?? null
    return { status: 'cancelled', outcome: refusal, basis: 'history', isReversed: true }
  }
  const charge = outcomes.find((outcome) => !isRefusal(outcome.finStatus)) ?? null
  if (history.chargedMinor === null && charge !== null && isAmountless(intent, charge)) return null
  const chargedMinor = history.chargedMinor ?? (charge === null ? intent.amountMinor : chargedBy(intent, charge))
  return { status: wholeOrPart(intent, chargedMinor), chargedMinor, outcome: charge, basis: 'history' }
}

/**
 * A person's word on what no rule decides. What contradicts it later has to be looked at again, and so has what contradicted
 * it before where this person was not asked to decide between the two (safety R11, R12).
 */
function fromManager({ manager, status, results }: Evidence): TransactionState | null {
  if (manager === null || manager.resultsKnown < results.length) return null
  const { verdict, evidence: shown, reason, operator, isDecision } = manager
  const isLater = status !== null && status.query > manager.query
  if (status !== null && (isLater || isDecision === false) && isAgainst(verdict, status.outcome)) {
    const because = isDecision === undefined ? 'statusDisagrees' : 'managerDisagrees'
    return { status: 'conflict', because, outcomes: [status.outcome] }
  }
  return { status: 'settledByManager', verdict, evidence: shown, reason, operator }
}

/** The status service says that money moved where the manager says that it did not, or the other way round. */
export function isAgainst(verdict: 'charged' | 'notCharged', { finStatus }: Outcome): boolean {
  return isRefusal(finStatus) !== (verdict === 'notCharged')
}

function fromStatus(intent: Intent, evidence: Evidence): TransactionState | null {
  if (evidence.status === null) return null
  const { outcome } = evidence.status
  if (!fitsRequest(intent, outcome) || isAmountless(intent, outcome))
    return { status: 'conflict', because: 'mismatch', outcomes: [outcome] }
  // The gateway carried it out itself: its files are its own word, and no terminal could add to it.
  const isOwnWord = intent.channel === 'gateway'
  if (isRefusal(outcome.finStatus)) {
    if (!evidence.isStatusSettled && !isOwnWord) return checking(evidence, 'awaitingTerminal')
    if (outcome.finStatus === 'DECLINED') return { status: 'declined', outcome, basis: 'status' }
    if (outcome.finStatus === 'FAILED') return { status: 'failed', outcome, basis: 'status' }
    return { status: 'cancelled', outcome, basis: 'status', isReversed: false }
  }
  // AUTHORISED here can still end DECLINED: a chip pulled after authorisation is reversed (handpoint-api.md §4.5).
  return evidence.isProvisionalAccepted || isOwnWord
    ? charged(intent, outcome, 'status')
    : {
        status: 'provisional',
        chargedMinor: chargedBy(intent, outcome),
        outcome,
        isExhausted: evidence.isApprovalExhausted,
      }
}

function fromRequest(evidence: Evidence): TransactionState | null {
  const refusal = evidence.refusals[0]
  if (refusal !== undefined) return { status: 'notStarted', reason: refusal.reason, text: refusal.text }
  const unsent = evidence.unsent[0]
  if (unsent !== undefined) return { status: 'notStarted', reason: 'noConnection', text: unsent.text }
  return isProvedAbsent(evidence) ? { status: 'notCharged' } : null
}

/** Safety R8 (c): nobody knows it, late enough that nobody can still come to know it. */
function isProvedAbsent(evidence: Evidence): boolean {
  if (evidence.wasInProgress) return false
  return evidence.absentWhileIdleAfterMs >= ABSENCE_COUNTS_AFTER_MS || evidence.absentAfterMs >= LONGEST_TRANSACTION_MS
}

/** What ends without a result: the terminal took it, or nobody answered and there is no money to recover. */
function fromAcceptance({ operation }: Intent, { isAccepted, isGivenUp }: Evidence): TransactionState | null {
  if (isAccepted && rulesOf(operation).endsBy === 'acceptance') {
    return { status: 'done', outcome: null, basis: 'gateway' }
  }
  return isGivenUp && !movesMoney(operation) ? { status: 'failed', outcome: null, basis: 'silence' } : null
}

function fromProgress(evidence: Evidence): TransactionState {
  const doubt = findDoubt(evidence)
  if (doubt !== null) return checking(evidence, doubt)
  if (!evidence.isAccepted) return { status: 'created' }
  const resultId = evidence.resultIds[0] ?? null
  return isCancelPending(evidence)
    ? { status: 'cancelling', resultId }
    : { status: 'waiting', resultId, cancelRefused: isCancelRefused(evidence) }
}

function findDoubt(evidence: Evidence): Doubt | null {
  if (evidence.isUnanswered) return 'noAnswer'
  // Without a result id nothing could end the wait.
  if (evidence.isExhausted && evidence.resultIds.length === 0) return 'silence'
  if (evidence.isTerminalUndecided) return 'terminalUndecided'
  if (evidence.isResultForgotten) return 'resultLost'
  if (evidence.restartEpisode > evidence.regainedEpisode) return 'restart'
  if (evidence.lostEpisode > evidence.regainedEpisode) return 'silence'
  // Earlier than that the terminal may just not have begun.
  if (wasIdleLate(evidence)) return 'terminalIdle'
  if (evidence.isWaitExhausted) return 'stillRunning'
  if (evidence.cancelAttempt > 0 && evidence.cancelExpiredAttempt >= evidence.cancelAttempt) return 'cancelUnresolved'
  return null
}

/** The terminal ran nothing, at a time when it would have been running this (safety R8). */
export function wasIdleLate({ cancelAnswers }: Evidence): boolean {
  return cancelAnswers.some(
    (answer) =>
      // What a stop has ended had begun, whenever that was.
      answer.type === 'cancelEnded' ||
      (answer.type === 'nothingToCancel' && answer.askedAfterMs >= ABSENCE_COUNTS_AFTER_MS),
  )
}

function isCancelRefused({ cancelAttempt, cancelAnswers }: Evidence): boolean {
  return cancelAnswers.some(
    (answer) =>
      (answer.type === 'cancelRefused' || answer.type === 'nothingToCancel') && answer.attempt >= cancelAttempt,
  )
}

function isCancelPending(evidence: Evidence): boolean {
  return evidence.cancelAttempt > 0 && !isCancelRefused(evidence)
}

function checking(evidence: Evidence, because: Doubt): TransactionState {
  return { status: 'checking', because, isExhausted: evidence.isExhausted, isCancelRefused: isCancelRefused(evidence) }
}

function charged(intent: Intent, outcome: Outcome, basis: Basis): TransactionState {
  const chargedMinor = chargedBy(intent, outcome)
  return { status: wholeOrPart(intent, chargedMinor), chargedMinor, outcome, basis }
}

function wholeOrPart(intent: Intent, chargedMinor: number): 'approved' | 'partlyApproved' {
  return chargedMinor < intent.amountMinor ? 'partlyApproved' : 'approved'
}

/** Approved for less than was asked, under either name: the terminal may still be asking whether that will do (handpoint-api.md §4.5). */
function isPart(intent: Intent, outcome: Outcome): boolean {
  if (!hasOwnAmount(intent)) return outcome.finStatus === 'PARTIAL_APPROVAL'
  return (
    outcome.finStatus === 'PARTIAL_APPROVAL' ||
    (isCharge(outcome.finStatus) && chargedBy(intent, outcome) < intent.amountMinor)
  )
}

function isWholeCharge(intent: Intent, outcome: Outcome): boolean {
  return isCharge(outcome.finStatus) && !isPart(intent, outcome)
}

/**
 * What the card was charged, tip included: `totalAmount`, never the amount that was asked for (handpoint-api.md §4.7); where that
 * is not told, all but what is said to be left to pay (handpoint-api.md §4.5).
 */
function chargedBy(intent: Intent, { totalAmountMinor, dueAmountMinor }: Outcome): number {
  if (!hasOwnAmount(intent)) return intent.amountMinor
  return totalAmountMinor ?? intent.amountMinor - Math.max(0, dueAmountMinor ?? 0)
}

/** Approved for a part, and neither what was charged nor what is left is told. */
function isAmountless(intent: Intent, { finStatus, totalAmountMinor, dueAmountMinor }: Outcome): boolean {
  const isTold = totalAmountMinor !== null || (dueAmountMinor !== null && dueAmountMinor > 0)
  return finStatus === 'PARTIAL_APPROVAL' && hasOwnAmount(intent) && !isTold
}

/** What takes back or adjusts an earlier operation moves what that one moved, whatever amount it is recorded with. */
function hasOwnAmount({ operation }: Intent): boolean {
  const { moves } = rulesOf(operation)
  return moves === 'charge' || moves === 'refund' || moves === 'hold'
}
