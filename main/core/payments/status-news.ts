import { ABSENCE_COUNTS_AFTER_MS, LONGEST_TRANSACTION_MS } from '../../../shared/transaction/rules.ts'
import { isAgainst } from '../../../shared/transaction/conclude.ts'
import { isAskedLate, type Evidence } from '../../../shared/transaction/evidence.ts'
import type { EventOf } from '../../../shared/transaction/events.ts'
import { isRefusal, type Outcome } from '../../../shared/transaction/terminal-result.ts'

/**
 * Whether an answer of the status service adds to what is known. The same answer comes every few seconds for minutes, and for
 * days where a payment hangs: the journal keeps the first, each that weighs more, and not every repetition.
 */
export function isStatusNews(evidence: Evidence, said: EventOf<'statusReported'>): boolean {
  const { answer } = said
  switch (answer.known) {
    case 'inProgress':
      return !evidence.wasInProgress
    case 'outcome':
      return (
        evidence.status === null ||
        said.resultsKnown > evidence.status.resultsKnown ||
        said.query <= evidence.status.query ||
        contradictsFiles(evidence, answer.outcome) ||
        contradictsManager(evidence, answer.outcome) ||
        !isSame(answer.outcome, evidence.status.outcome)
      )
    case 'absent':
      return weighsMore(evidence, said)
  }
}

/** The same for all that the gateway has filed. */
export function isHistoryNews({ history, status }: Evidence, said: EventOf<'historyReported'>): boolean {
  if (history === null || said.resultsKnown > history.resultsKnown) return true
  if (status !== null && status.query > history.query) return true
  return said.verdict !== history.verdict || said.chargedMinor !== history.chargedMinor
}

/** "No such transaction" weighs more the later it is said, in steps (safety R8). */
function weighsMore(evidence: Evidence, said: EventOf<'statusReported'>): boolean {
  const { askedAfterMs, isResultPending, idleKnown } = said
  const crosses = (before: number, step: number): boolean => before < step && askedAfterMs >= step
  if (isAskedLate(said) && crosses(evidence.absentAfterResultMs, ABSENCE_COUNTS_AFTER_MS)) return true
  if (!evidence.wasAbsent) return true
  if (idleKnown && crosses(evidence.absentWhileIdleAfterMs, ABSENCE_COUNTS_AFTER_MS)) return true
  if (isResultPending) return false
  return (
    crosses(evidence.absentAfterMs, ABSENCE_COUNTS_AFTER_MS) || crosses(evidence.absentAfterMs, LONGEST_TRANSACTION_MS)
  )
}

/** The current state, asked for after the files, is the other one than what they said. */
function contradictsFiles({ history, status }: Evidence, { finStatus }: Outcome): boolean {
  if (history === null || history.verdict === 'unclear') return false
  return isRefusal(finStatus) === (history.verdict === 'charged') && (status?.query ?? 0) < history.query
}

/** It was known before a manager, who was not asked to decide about it, said otherwise, and it still is so. */
function contradictsManager({ manager, status }: Evidence, outcome: Outcome): boolean {
  if (manager === null || manager.isDecision === true) return false
  return isAgainst(manager.verdict, outcome) && (status?.query ?? 0) <= manager.query
}

/** Equal member by member, and theirs by theirs: every outcome has the same ones, but for a time that is only shown. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isRecord(one) || !isRecord(other)) return false
  for (const name in one) if (!isSame(one[name], other[name])) return false
  return true
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
