import type { Reference } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
import type { HistoryAnswer, HistoryEntry, NoAnswer, StatusAnswer } from './answers.ts'
import { readOnce } from './read-once.ts'
import { isOwnNotFound, noAnswer, toSilence } from './silence.ts'
import { readEntry, toOutcome } from './wire-result.ts'
import { parseJson } from './wire-text.ts'

/**
 * What `GET /transactions/{reference}/status` says (handpoint-api.md §1.5, §4.5). "Absent" can end as "not charged", so it
 * is taken from the service's own words alone, and never from an answer that names another reference.
 */
export function toStatusAnswer(outcome: HttpOutcome, reference: Reference): StatusAnswer {
  return toAnswer(outcome, reference, readStatus)
}

/** What `GET /transactions/{reference}/status/all` says. One unreadable entry makes all of it unreadable. */
export function toHistoryAnswer(outcome: HttpOutcome, reference: Reference): HistoryAnswer {
  return toAnswer(outcome, reference, readHistory)
}

/** What a body of the service says, and about which reference: null where it names none. */
interface Reading<Answer> {
  about: string | null
  answer: Answer
}

const readStatus = readOnce((body): Reading<StatusAnswer> => {
  const reading = readEntry(parseJson(body))
  if (reading.type === 'noStatus') return unreadable('the answer has no finStatus')
  if (reading.type === 'unreadable') return unreadable(reading.text)
  const { entry } = reading
  return { about: entry.transactionReference, answer: toStatus(entry) }
})

function toStatus(entry: HistoryEntry): StatusAnswer {
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  if (entry.finStatus === 'UNDEFINED') return { type: 'absent' }
  return { type: 'outcome', outcome: toOutcome(entry, entry.finStatus) }
}

const readHistory = readOnce((body): Reading<HistoryAnswer> => {
  const json = parseJson(body)
  const outcomes: HistoryEntry[] = []
  for (const element of Array.isArray(json) ? json : [json]) {
    const reading = readEntry(element)
    if (reading.type !== 'entry') return unreadable('the history has an unreadable entry')
    outcomes.push(reading.entry)
  }
  const [first, second] = outcomes
  const isAbsent = first === undefined || (first.finStatus === 'UNDEFINED' && second === undefined)
  return {
    about: first?.transactionReference ?? null,
    answer: isAbsent ? { type: 'absent' } : { type: 'history', outcomes },
  }
})

function toAnswer<Answer>(
  outcome: HttpOutcome,
  reference: Reference,
  read: (body: string) => Reading<Answer>,
): Answer | { type: 'absent' } | NoAnswer {
  if (isOwnNotFound(outcome)) return { type: 'absent' }
  if (outcome.type !== 'answered' || outcome.status !== 200) return toSilence(outcome)
  const { about, answer } = read(outcome.body)
  return about === null || about.toLowerCase() === reference ? answer : ANOTHER_REFERENCE
}

function unreadable(text: string): Reading<NoAnswer> {
  return { about: null, answer: noAnswer('unreadable', 200, text) }
}

const ANOTHER_REFERENCE = noAnswer('unreadable', 200, 'the answer is about another reference')
