import { z } from 'zod'
import { resultIdSchema } from '../../../shared/ids.ts'
import type { RefusalReason } from '../../../shared/transaction/events.ts'
import type { HttpOutcome } from '../ports.ts'
import type { SubmitEvent, SubmitRequest } from './answers.ts'
import { parseError, type ErrorReport } from './error-body.ts'
import { parseJson, toText } from './wire-text.ts'

/** Elsewhere Handpoint replaces the reference by its own (handpoint-api.md §2.2, §6.17). */
const ORIGINATING = new Set(['sale', 'saleAndTokenizeCard', 'refund', 'preAuthorization'])
const WITHOUT_AMOUNT = new Set(['tokenizeCard', 'printReceipt'])

/** Refusals that are documented to come before any terminal is involved (handpoint-api.md §1.3). */
const REFUSALS_BEFORE_TERMINAL = new Set([400, 403, 404, 409, 422, 429])

/**
 * The body of a request to a terminal (handpoint-api.md §2.2). The amount is a string of digits in minor units. What is
 * not given is absent: the service refuses unknown members, and null is a wrong type.
 */
export function toSubmitBody(request: SubmitRequest): Record<string, string> {
  const { operation, terminal, customerReference, originalTransactionId } = request
  const isOriginating = ORIGINATING.has(operation) && originalTransactionId === undefined
  return {
    operation,
    ...(WITHOUT_AMOUNT.has(operation) ? {} : { amount: String(request.amountMinor), currency: request.currency }),
    terminal_type: terminal.terminalType,
    serial_number: terminal.serialNumber,
    ...(isOriginating ? { transactionReference: request.reference } : {}),
    ...(originalTransactionId === undefined ? {} : { originalTransactionId }),
    ...(customerReference === null || customerReference === '' ? {} : { customerReference }),
  }
}

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
  if (status >= 200 && status < 300) return { type: 'requestAccepted', resultId: readResultId(body) }
  const report = REFUSALS_BEFORE_TERMINAL.has(status) ? parseError(status, body) : null
  if (report === null) {
    const problem = status >= 500 ? 'serverError' : 'unreadable'
    return { type: 'requestUnanswered', problem, httpStatus: status, text: `HTTP ${status}` }
  }
  const { terminalCode, text } = report
  return { type: 'requestRefused', reason: toReason(report), httpStatus: status, terminalCode, text }
}

const acceptedSchema = z.object({ transactionResultId: resultIdSchema })

/** Absent where a callback was asked for (handpoint-api.md §6.7); then the status service is asked. */
function readResultId(body: string): z.infer<typeof resultIdSchema> | null {
  const accepted = acceptedSchema.safeParse(parseJson(body))
  return accepted.success ? accepted.data.transactionResultId : null
}

function toReason({ http, terminalCode }: ErrorReport): RefusalReason {
  if (http === 429) return 'tooManyRequests'
  if (http === 403) return 'keyRefused'
  if (terminalCode === 1001) return 'terminalBusy'
  if (terminalCode === 1002) return 'terminalOffline'
  if (terminalCode === 1004) return 'terminalNotAssigned'
  if (http === 404) return 'terminalOffline'
  if (http === 409) return 'terminalBusy'
  return http === 400 || http === 422 ? 'invalidRequest' : 'other'
}
