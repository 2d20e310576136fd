import { z } from 'zod'
import { resultIdSchema } from '../../../shared/ids.ts'
import type { RefusalReason } from '../../../shared/transaction/events.ts'
import type { HttpOutcome } from '../ports.ts'
import type { SubmitEvent } from './answers.ts'
import { parseError, type ErrorReport } from './error-body.ts'
import { parseJson, toText } from './wire-text.ts'

/** Refusals that are documented to come before any terminal is involved (handpoint-api.md §1.3). */
const REFUSALS_BEFORE_TERMINAL = new Set([400, 403, 404, 409, 422, 429])

/**
 * What is known about a request after it was sent, once: accepted, refused for sure, not sent for sure, or unknown.
 * A refusal needs both a documented status and a documented body; everything else may have reached the terminal
 * (handpoint-api.md §6.20, safety R8).
 */
export function toSubmitEvent(outcome: HttpOutcome): SubmitEvent {
  if (outcome.type === 'notSent') return { type: 'requestUnsent', text: toText(outcome.text) ?? '' }
  if (outcome.type === 'lost') {
    const problem = outcome.problem === 'tooLarge' ? 'unreadable' : outcome.problem
    return { type: 'requestUnanswered', problem, httpStatus: null, text: toText(outcome.text) ?? '' }
  }
  const { status, body } = outcome
  if (isAcceptance(status, body)) return { type: 'requestAccepted', resultId: readResultId(body) }
  const report = REFUSALS_BEFORE_TERMINAL.has(status) ? parseError(status, body) : null
  if (report === null) {
    const problem = status >= 500 ? 'serverError' : 'unreadable'
    return { type: 'requestUnanswered', problem, httpStatus: status, text: `HTTP ${status}` }
  }
  const { terminalCode, gatewayCode, errorGuid, text } = report
  const reason = toReason(report)
  return { type: 'requestRefused', reason, httpStatus: status, terminalCode, gatewayCode, errorGuid, text }
}

/** 202 is the service's own; another 2xx with a page in it comes from whoever stands between (handpoint-api.md §6.37). */
function isAcceptance(status: number, body: string): boolean {
  if (status === 202) return true
  return status >= 200 && status < 300 && (body.trim() === '' || z.looseObject({}).safeParse(parseJson(body)).success)
}

const acceptedSchema = z.compile(z.object({ transactionResultId: resultIdSchema }))

/** Absent where a callback was asked for (handpoint-api.md §6.7); then the status service is asked. */
export function readResultId(body: string): z.infer<typeof resultIdSchema> | null {
  const accepted = acceptedSchema.safeParse(parseJson(body))
  return accepted.success ? accepted.data.transactionResultId : null
}

const NOT_FOUND = new Set(['3153', '3156', '5001'])

function toReason({ http, terminalCode, gatewayCode }: ErrorReport): RefusalReason {
  if (http === 429) return 'tooManyRequests'
  if (http === 403) return 'keyRefused'
  if (terminalCode === 1001) return 'terminalBusy'
  if (terminalCode === 1002) return 'terminalOffline'
  if (terminalCode === 1004) return 'terminalNotAssigned'
  if (gatewayCode !== null && http === 400) return NOT_FOUND.has(gatewayCode) ? 'originalNotFound' : 'notAllowed'
  if (http === 404) return 'terminalOffline'
  if (http === 409) return 'terminalBusy'
  return http === 400 || http === 422 ? 'invalidRequest' : 'other'
}
