import type { Reference, ResultId } from '../ids.ts'
import type { EventOf, TransactionEvent } from './events.ts'
import { rulesOf } from './operations.ts'
import { FAILURE_COUNTS_AFTER_MS } from './rules.ts'
import type { Outcome } from './terminal-result.ts'

type CancelAnswer = EventOf<'cancelAccepted' | 'cancelEnded' | 'cancelRefused' | 'nothingToCancel' | 'cancelUnanswered'>

/**
 * All that is known about one operation. Every field only ever grows (a set, a maximum, a flag), so that adding facts is a
 * join: order and repetition cannot matter (safety R7). Sets are held sorted, so that equal knowledge is equal data.
 */
export interface Evidence {
  isAccepted: boolean
  resultIds: readonly ResultId[]
  refusals: readonly EventOf<'requestRefused'>[]
  unsent: readonly EventOf<'requestUnsent'>[]
  isUnanswered: boolean
  /** The last silence, restart and end of a silence. Contact exists while `regained` has caught up with both others. */
  lostEpisode: number
  restartEpisode: number
  regainedEpisode: number
  /** Every final word of the terminal, or of the gateway where no terminal takes part. */
  results: readonly EventOf<'terminalReported' | 'gatewayAnswered'>[]
  /** Operations that were begun to take this one back. */
  undoneBy: readonly Reference[]
  /** How they ended, corrections included. */
  undoEnds: readonly EventOf<'linkedEnded'>[]
  documentsNamed: readonly EventOf<'documentNamed'>[]
  documentsDone: readonly EventOf<'documentKept' | 'documentRefused'>[]
  isGivenUp: boolean
  /** How many results were known when it was last found not to need asking about any more. -1: never. */
  followedUpTo: number
  followUpStarts: number
  isTerminalUndecided: boolean
  isResultForgotten: boolean
  /** The answer to the latest status question that had an outcome. */
  status: { query: number; resultsKnown: number; outcome: Outcome } | null
  /** The status service said, at least once, that it has the transaction in hand. */
  wasInProgress: boolean
  wasAbsent: boolean
  /** How late "no such transaction" was last heard: with no result pending, and with the terminal known to be idle. -1: never. */
  absentAfterMs: number
  absentWhileIdleAfterMs: number
  /** The same of the answers to questions that were asked long enough after the terminal had spoken. */
  absentAfterResultMs: number
  history: EventOf<'historyReported'> | null
  cancelAttempt: number
  cancelAnswers: readonly CancelAnswer[]
  cancelExpiredAttempt: number
  isPartialConfirmed: boolean
  isStatusSettled: boolean
  isProvisionalAccepted: boolean
  isExhausted: boolean
  /** They ran out while it was approved by the status service alone, or may have. */
  isApprovalExhausted: boolean
  /** They ran out while a terminal said that it was still at it. */
  isWaitExhausted: boolean
  /** The newest news of the outcome, and the newest that a person has seen. */
  unseenNews: number
  seenNews: number
  manager: EventOf<'settledByManager'> | null
}

export const NO_EVIDENCE: Evidence = {
  isAccepted: false,
  resultIds: [],
  refusals: [],
  unsent: [],
  isUnanswered: false,
  lostEpisode: 0,
  restartEpisode: 0,
  regainedEpisode: 0,
  results: [],
  undoneBy: [],
  undoEnds: [],
  documentsNamed: [],
  documentsDone: [],
  isGivenUp: false,
  followedUpTo: -1,
  followUpStarts: 0,
  isTerminalUndecided: false,
  isResultForgotten: false,
  status: null,
  wasInProgress: false,
  wasAbsent: false,
  absentAfterMs: -1,
  absentWhileIdleAfterMs: -1,
  absentAfterResultMs: -1,
  history: null,
  cancelAttempt: 0,
  cancelAnswers: [],
  cancelExpiredAttempt: 0,
  isPartialConfirmed: false,
  isStatusSettled: false,
  isProvisionalAccepted: false,
  isExhausted: false,
  isApprovalExhausted: false,
  isWaitExhausted: false,
  unseenNews: 0,
  seenNews: 0,
  manager: null,
}

/** The evidence with one more fact. Commutative, associative and idempotent. */
export function addEvidence(evidence: Evidence, event: TransactionEvent): Evidence {
  switch (event.type) {
    case 'requestAccepted':
      return {
        ...evidence,
        isAccepted: true,
        resultIds: event.resultId === null ? evidence.resultIds : add(evidence.resultIds, event.resultId, (id) => id),
      }
    case 'requestRefused':
      return { ...evidence, refusals: add(evidence.refusals, event, toKey) }
    case 'requestUnsent':
      return { ...evidence, unsent: add(evidence.unsent, event, toKey) }
    case 'requestUnanswered':
      return { ...evidence, isUnanswered: true }
    case 'restarted':
      return { ...evidence, restartEpisode: Math.max(evidence.restartEpisode, event.episode) }
    case 'contactLost':
      return { ...evidence, lostEpisode: Math.max(evidence.lostEpisode, event.episode) }
    case 'contactRegained':
      return { ...evidence, regainedEpisode: Math.max(evidence.regainedEpisode, event.episode) }
    case 'terminalReported':
    case 'gatewayAnswered':
      return { ...evidence, results: add(evidence.results, event, (result) => result.digest + toKey(result)) }
    case 'documentNamed':
      return { ...evidence, documentsNamed: add(evidence.documentsNamed, event, toKey) }
    case 'documentKept':
    case 'documentRefused':
      return { ...evidence, documentsDone: add(evidence.documentsDone, event, toKey) }
    case 'linkedBegun':
      return rulesOf(event.operation).moves === 'undo'
        ? { ...evidence, undoneBy: add(evidence.undoneBy, event.reference, (reference) => reference) }
        : evidence
    case 'linkedEnded':
      return { ...evidence, undoEnds: add(evidence.undoEnds, event, toKey) }
    case 'givenUp':
      return { ...evidence, isGivenUp: true }
    case 'followUpEnded':
      return { ...evidence, followedUpTo: Math.max(evidence.followedUpTo, event.resultsKnown) }
    case 'followUpTaken':
      return { ...evidence, followUpStarts: Math.max(evidence.followUpStarts, event.start) }
    case 'terminalUndecided':
      return { ...evidence, isTerminalUndecided: true }
    case 'resultForgotten':
      return { ...evidence, isResultForgotten: true }
    case 'statusReported':
      return addStatus(evidence, event)
    case 'historyReported':
      return { ...evidence, history: evidence.history === null ? event : later(evidence.history, event) }
    case 'cancelRequested':
      return { ...evidence, cancelAttempt: Math.max(evidence.cancelAttempt, event.attempt) }
    case 'cancelAccepted':
    case 'cancelEnded':
    case 'cancelRefused':
    case 'nothingToCancel':
    case 'cancelUnanswered':
      return { ...evidence, cancelAnswers: add(evidence.cancelAnswers, event, toKey) }
    case 'cancelExpired':
      return { ...evidence, cancelExpiredAttempt: Math.max(evidence.cancelExpiredAttempt, event.attempt) }
    case 'partialConfirmed':
      return { ...evidence, isPartialConfirmed: true }
    case 'statusSettled':
      return { ...evidence, isStatusSettled: true }
    case 'provisionalAccepted':
      return { ...evidence, isProvisionalAccepted: true }
    case 'rulesExhausted':
      return {
        ...evidence,
        isExhausted: true,
        isApprovalExhausted: evidence.isApprovalExhausted || (event.while ?? 'approval') === 'approval',
        isWaitExhausted: evidence.isWaitExhausted || event.while === 'wait',
      }
    case 'outcomeUnseen':
      return { ...evidence, unseenNews: Math.max(evidence.unseenNews, event.news) }
    case 'outcomeSeen':
      return { ...evidence, seenNews: Math.max(evidence.seenNews, event.news) }
    case 'settledByManager':
      return { ...evidence, manager: evidence.manager === null ? event : latest(evidence.manager, event) }
  }
}

function addStatus(evidence: Evidence, event: EventOf<'statusReported'>): Evidence {
  const { answer } = event
  switch (answer.known) {
    case 'inProgress':
      return { ...evidence, wasInProgress: true }
    case 'absent':
      return {
        ...evidence,
        wasAbsent: true,
        // While the cloud waits for a result, the terminal may still be at it however long that takes.
        absentAfterMs: Math.max(evidence.absentAfterMs, event.isResultPending ? -1 : event.askedAfterMs),
        absentWhileIdleAfterMs: Math.max(evidence.absentWhileIdleAfterMs, event.idleKnown ? event.askedAfterMs : -1),
        absentAfterResultMs: Math.max(evidence.absentAfterResultMs, isAskedLate(event) ? event.askedAfterMs : -1),
      }
    case 'outcome': {
      const said = { query: event.query, resultsKnown: event.resultsKnown, outcome: answer.outcome }
      return { ...evidence, status: evidence.status === null ? said : later(evidence.status, said) }
    }
  }
}

/** Late enough after the terminal's word for the status service to have caught up with the bank. */
export function isAskedLate({ resultsKnown, askedAfterResultMs }: EventOf<'statusReported'>): boolean {
  return resultsKnown > 0 && askedAfterResultMs >= FAILURE_COUNTS_AFTER_MS
}

/** A later question outweighs an earlier one; between two answers to one question the choice only has to be the same each time. */
function later<Said extends { query: number }>(one: Said, other: Said): Said {
  if (one.query !== other.query) return one.query > other.query ? one : other
  return toKey(one) >= toKey(other) ? one : other
}

function latest(one: EventOf<'settledByManager'>, other: EventOf<'settledByManager'>): EventOf<'settledByManager'> {
  if (one.word !== other.word) return one.word > other.word ? one : other
  return toKey(one) >= toKey(other) ? one : other
}

function add<Fact>(facts: readonly Fact[], fact: Fact, key: (fact: Fact) => string): readonly Fact[] {
  if (facts.length === 0) return [fact]
  const wanted = key(fact)
  if (facts.some((known) => key(known) === wanted)) return facts
  return [...facts, fact].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** One text for equal data, whatever the order in which its properties were written. */
function toKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toKey).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, held]) => `${name}:${toKey(held)}`).join()}}`
}

/** Whether this very result of the terminal is known: what is known was written down. */
export function knowsResult({ results }: Evidence, digest: string): boolean {
  return results.some((known) => known.type === 'terminalReported' && known.digest === digest)
}

/** Whether something was begun to take this back that took it back, or still may. */
export function isBeingUndone(evidence: Evidence): boolean {
  return evidence.undoneBy.some((reference) => latestEnd(evidence, reference)?.hasMoved !== false)
}

/** Whether something took it back on purpose. */
export function isUndone(evidence: Evidence): boolean {
  return evidence.undoneBy.some((reference) => latestEnd(evidence, reference)?.hasMoved === true)
}

/** How an operation that was to take this one back has ended, by the last that is known of it. */
export function latestEnd({ undoEnds }: Evidence, reference: Reference): EventOf<'linkedEnded'> | null {
  const ends = undoEnds.filter((ended) => ended.reference === reference)
  return ends.reduce<EventOf<'linkedEnded'> | null>(
    (last, ended) => (ended.end > (last?.end ?? 0) ? ended : last),
    null,
  )
}

/** The documents that a result points to and that were neither fetched nor refused yet. */
export function pendingDocuments({ documentsNamed, documentsDone }: Evidence): readonly EventOf<'documentNamed'>[] {
  return documentsNamed.filter(({ kind, url }) => !documentsDone.some((done) => done.kind === kind && done.url === url))
}
