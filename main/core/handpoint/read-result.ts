import type { HttpOutcome } from '../ports.ts'
import type { ResultAnswer } from './answers.ts'
import { isNotFound, noAnswer, toSilence } from './silence.ts'
import { readResultBody } from './wire-result.ts'

/** What `GET /transaction-result/{id}` says (handpoint-api.md §1.4, §6.11, §6.12). */
export function toResultAnswer(outcome: HttpOutcome): ResultAnswer {
  if (isNotFound(outcome)) return { type: 'forgotten' }
  if (outcome.type !== 'answered') return toSilence(outcome)
  // The body of a 204 is not looked at: it has none by definition.
  if (outcome.status === 204) return { type: 'pending' }
  return outcome.status === 200 ? readAnswer(outcome.body) : toSilence(outcome)
}

function readAnswer(body: string): ResultAnswer {
  const reading = readResultBody(body)
  switch (reading.type) {
    case 'final':
      return reading
    case 'undecided':
      return { type: 'undecided' }
    case 'inProgress':
    case 'noStatus':
      return { type: 'pending' }
    case 'unreadable':
      return noAnswer('unreadable', 200, reading.text)
  }
}
