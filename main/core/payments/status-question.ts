import { ABSENCE_COUNTS_AFTER_MS } from '../../../shared/transaction/rules.ts'
import { wasIdleLate } from '../../../shared/transaction/conclude.ts'
import type { EventOf } from '../../../shared/transaction/events.ts'
import { isBeingUndone, type Evidence } from '../../../shared/transaction/evidence.ts'
import { fitsRequest } from '../../../shared/transaction/fits-request.ts'
import { filedUnder } from '../../../shared/transaction/intent.ts'
import { standingEffects } from '../../../shared/transaction/transition.ts'
import { isRefusal } from '../../../shared/transaction/terminal-result.ts'
import { judgeHistory, UNCLEAR, type HistoryVerdict } from '../handpoint/history.ts'
import { findLinked, type LinkedFinding } from '../handpoint/linked-entry.ts'
import type { HistoryEntry, NoAnswer, StatusAnswer as StatusReply, Urgency } from '../handpoint/answers.ts'
import { AFTER_REFUSED_QUESTION_MS, nextStatusDelayMs } from './cadence.ts'
import { createStanding } from './standing.ts'
import { isHistoryNews, isStatusNews } from './status-news.ts'
import { isRefusedQuestion, toContact, type WatchContext } from './contact.ts'

/** Asks the status service by reference: the way that works when the terminal or its result cannot be reached. */
export interface StatusQuestion {
  firstDelayMs(): number
  /** Asks once and records what was learnt. Answers the time until the next question, in milliseconds. */
  ask(urgency: Urgency): Promise<number | null>
}

type Question = Omit<EventOf<'statusReported'>, 'type' | 'answer'>
type StatusAnswer = EventOf<'statusReported'>['answer']

export function createStatusQuestion(context: WatchContext): StatusQuestion {
  const { client, clock, current, record, onContact, sinceMs, notes } = context
  // Questions go on from the last number that was journaled, so that a later one outweighs every earlier one.
  let lastQuery = 0
  /** When this first asked with a result of the terminal known. */
  let resultSinceMs: number | null = null
  const standing = createStanding((event) => record('clock', event))

  const elapsedMs = (): number => clock.monotonicMs() - sinceMs

  /** Everything that an answer is weighed by is fixed before the question leaves: an answer may take its time. */
  function frameQuestion(): Question {
    const { evidence } = current()
    if (evidence.results.length > 0) resultSinceMs ??= clock.monotonicMs()
    lastQuery = Math.max(lastQuery, evidence.status?.query ?? 0, evidence.history?.query ?? 0) + 1
    return {
      query: lastQuery,
      askedAfterMs: Math.max(0, elapsedMs()),
      idleKnown: wasIdleLate(evidence),
      isResultPending: notes.isResultPending,
      resultsKnown: evidence.results.length,
      askedAfterResultMs: resultSinceMs === null ? 0 : clock.monotonicMs() - resultSinceMs,
    }
  }

  /** In an ordinary wait nobody asks before the answer could mean something; the result query does. */
  function untilItCountsMs(): number {
    const { state, evidence } = current()
    const isOrdinaryWait = state.status === 'waiting' || state.status === 'cancelling'
    return isOrdinaryWait && evidence.resultIds.length > 0 ? Math.max(0, ABSENCE_COUNTS_AFTER_MS - elapsedMs()) : 0
  }

  const nextDelayMs = (): number => Math.max(nextStatusDelayMs(elapsedMs()), untilItCountsMs())

  function afterNoAnswer(answer: NoAnswer): number {
    onContact(toContact(answer))
    return isRefusedQuestion(answer) ? AFTER_REFUSED_QUESTION_MS : nextDelayMs()
  }

  /** What originates money is asked about by its own reference, what is linked by its original's (handpoint-api.md §1.5). */
  async function look(urgency: Urgency): Promise<StatusReply | LinkedFinding | null> {
    const { intent } = current()
    const reference = filedUnder(intent)
    if (reference === null) return null
    if (intent.original === null) return client.readStatus(reference, urgency)
    const answer = await client.readHistory(reference, urgency)
    if (answer.type === 'noAnswer') return answer
    return answer.type === 'absent' ? { type: 'unclear' } : find(answer.outcomes)
  }

  function find(entries: readonly HistoryEntry[]): LinkedFinding {
    const { intent, evidence } = current()
    const { claimed, hasUnnamed } = context.siblings()
    const found = findLinked(entries, intent, claimed, knownId(evidence))
    return found.type === 'outcome' && hasUnnamed ? { type: 'unclear' } : found
  }

  /** Whether the money of an operation moved, by all that the gateway has filed. */
  function judge(entries: readonly HistoryEntry[]): HistoryVerdict {
    const { intent } = current()
    if (intent.original === null) return judgeHistory(entries, intent)
    const found = find(entries)
    if (found.type !== 'outcome') return UNCLEAR
    const { finStatus, totalAmountMinor } = found.outcome
    if (isRefusal(finStatus)) return { verdict: 'reversed', chargedMinor: null }
    return fitsRequest(intent, found.outcome) ? { verdict: 'charged', chargedMinor: totalAmountMinor } : UNCLEAR
  }

  /** That it is no longer charged is the doing of what takes it back, and not news about how it ended. */
  function isExplained(answer: StatusReply | LinkedFinding): boolean {
    return answer.type === 'outcome' && isRefusal(answer.outcome.finStatus) && isBeingUndone(current().evidence)
  }

  async function askStatus(urgency: Urgency): Promise<number> {
    const question = frameQuestion()
    const answer = await look(urgency)
    if (answer === null) return nextDelayMs()
    if (answer.type === 'noAnswer') return afterNoAnswer(answer)
    onContact('answered')
    if (answer.type === 'unclear' || isExplained(answer)) return nextDelayMs()
    const said = { ...question, type: 'statusReported', answer: toAnswer(answer) } as const
    if (isStatusNews(current().evidence, said)) record('statusQuery', said)
    standing.note(current(), answer.type, question.askedAfterMs)
    return nextDelayMs()
  }

  async function askHistory(urgency: Urgency): Promise<number> {
    const { query, resultsKnown } = frameQuestion()
    const { intent } = current()
    const reference = filedUnder(intent)
    if (reference === null) return nextDelayMs()
    const answer = await client.readHistory(reference, urgency)
    if (answer.type === 'noAnswer') return afterNoAnswer(answer)
    onContact('answered')
    const judged = answer.type === 'absent' ? UNCLEAR : judge(answer.outcomes)
    const said = { type: 'historyReported', query, resultsKnown, ...judged } as const
    if (isHistoryNews(current().evidence, said)) record('statusQuery', said)
    return nextDelayMs()
  }

  return {
    firstDelayMs: untilItCountsMs,
    ask: (urgency) =>
      (standingEffects(current()).some(({ type }) => type === 'queryHistory') ? askHistory : askStatus)(urgency),
  }
}

/** The gateway id of an operation, where it was heard before. */
function knownId({ results, status }: Evidence): string | null {
  const outcomes = [...results.map(({ outcome }) => outcome), ...(status === null ? [] : [status.outcome])]
  return outcomes.find(({ transactionId }) => transactionId !== null)?.transactionId ?? null
}

function toAnswer(
  answer:
    | { type: 'absent' }
    | { type: 'inProgress' }
    | { type: 'outcome'; outcome: Extract<StatusAnswer, { known: 'outcome' }>['outcome'] },
): StatusAnswer {
  switch (answer.type) {
    case 'absent':
      return { known: 'absent' }
    case 'inProgress':
      return { known: 'inProgress' }
    case 'outcome':
      return { known: 'outcome', outcome: answer.outcome }
  }
}
