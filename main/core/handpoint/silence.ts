import type { HttpOutcome } from '../ports.ts'
import type { NoAnswer, SilenceReason } from './answers.ts'
import { parseError } from './error-body.ts'
import { readOnce } from './read-once.ts'
import { toWords } from './wire-text.ts'

/** An exchange from which nothing was learnt about any payment (safety §1, evidence ranks). */
export function toSilence(outcome: HttpOutcome): NoAnswer {
  if (outcome.type !== 'answered') {
    const isTooLarge = outcome.type === 'lost' && outcome.problem === 'tooLarge'
    return noAnswer(isTooLarge ? 'unreadable' : 'unreachable', null, outcome.text)
  }
  const { status, body } = outcome
  return noAnswer(toReason(status), status, parseError(status, body)?.text ?? `HTTP ${status}`)
}

export function noAnswer(because: SilenceReason, status: number | null, text: string): NoAnswer {
  return { type: 'noAnswer', because, status, text: toWords(text) ?? '' }
}

function toReason(status: number): SilenceReason {
  if (status === 429) return 'rateLimited'
  // 401 on a status question says that the key does not own the reference, not that nothing was charged (handpoint-api.md §6.10).
  if (status === 401 || status === 403) return 'keyRefused'
  return status >= 500 ? 'serverError' : 'unreadable'
}

/** A 404 in the service's own words. */
export function isOwnNotFound(outcome: HttpOutcome): boolean {
  return outcome.type === 'answered' && outcome.status === 404 && isNotFoundBody(outcome.body)
}

const isNotFoundBody = readOnce((body) => parseError(404, body) !== null)

/** A 404 of the service, or of nobody in particular. Enough to look elsewhere, never to say "not charged". */
export function isNotFound(outcome: HttpOutcome): boolean {
  return isOwnNotFound(outcome) || (outcome.type === 'answered' && outcome.status === 404 && outcome.body.trim() === '')
}
