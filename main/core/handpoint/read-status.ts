import type { Reference } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
import type { HistoryAnswer, HistoryEntry, StatusAnswer } from './answers.ts'
import { isOwnNotFound, noAnswer, toSilence } from './silence.ts'
import { readEntry, toOutcome } from './wire-result.ts'
import { parseJson } from './wire-text.ts'

/**
 * What `GET /transactions/{reference}/status` says (handpoint-api.md §1.5, §4.5). "Absent" can end as "not charged", so it
 * is taken from the service's own words alone, and never from an answer that names another reference.
 */
export function toStatusAnswer(outcome: HttpOutcome, reference: Reference): StatusAnswer {
  if (isOwnNotFound(outcome)) return { type: 'absent' }
  if (outcome.type !== 'answered' || outcome.status !== 200) return toSilence(outcome)
  const reading = readEntry(parseJson(outcome.body))
  if (reading.type === 'noStatus') return noAnswer('unreadable', 200, 'the answer has no finStatus')
  if (reading.type === 'unreadable') return noAnswer('unreadable', 200, reading.text)
  const { entry } = reading
  if (!isAbout(entry, reference)) return ANOTHER_REFERENCE
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  if (entry.finStatus === 'UNDEFINED') return { type: 'absent' }
  return { type: 'outcome', outcome: toOutcome(entry, entry.finStatus) }
}

/** What `GET /transactions/{reference}/status/all` says. One unreadable entry makes all of it unreadable. */
export function toHistoryAnswer(outcome: HttpOutcome, reference: Reference): HistoryAnswer {
  if (isOwnNotFound(outcome)) return { type: 'absent' }
  if (outcome.type !== 'answered' || outcome.status !== 200) return toSilence(outcome)
  const json = parseJson(outcome.body)
  const outcomes: HistoryEntry[] = []
  for (const element of Array.isArray(json) ? json : [json]) {
    const reading = readEntry(element)
    if (reading.type !== 'entry') return noAnswer('unreadable', 200, 'the history has an unreadable entry')
    outcomes.push(reading.entry)
  }
  const [first, second] = outcomes
  if (first === undefined) return { type: 'absent' }
  if (!isAbout(first, reference)) return ANOTHER_REFERENCE
  return first.finStatus === 'UNDEFINED' && second === undefined ? { type: 'absent' } : { type: 'history', outcomes }
}

const ANOTHER_REFERENCE = noAnswer('unreadable', 200, 'the answer is about another reference')

function isAbout({ transactionReference }: HistoryEntry, reference: Reference): boolean {
  return transactionReference === null || transactionReference.toLowerCase() === reference
}
