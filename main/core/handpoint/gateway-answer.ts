import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fromMajorText } from '../../../shared/money.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { FinalStatus, Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { HttpOutcome } from '../ports.ts'
import type { SubmitEvent } from './answers.ts'
import { parseError } from './error-body.ts'
import { NOTHING_KNOWN } from './nothing-known.ts'
import { toSubmitEvent } from './submit.ts'
import { hideAllButLastFour, parseJson, toId, toText, toWords } from './wire-text.ts'

/** "Already reversed": what was asked for is so (safety R25). */
const ALREADY_REVERSED = '3051'

/** Refusals that say for sure that nothing was done (handpoint-api.md §3.12). Any other is looked up (handpoint-api.md §6.35). */
const REFUSED_FOR_SURE = new Set('3109 3153 3156 3207 3209 3210 3211 3212 3215 4066 5001'.split(' '))

const shown = z.unknown().optional().transform(toText)
const id = z
  .unknown()
  .optional()
  .transform((value) => toId(value))

/** A text in major units (handpoint-api.md §1.8). A number, which might be minor units, is unreadable: money is not guessed. */
const major = z.union([z.string().trim(), z.null().transform(() => '')]).optional()

const changeSchema = z.object({
  // A placeholder is no answer of an issuer.
  issuerResponseCode: z.string().regex(/^[0-9A-Z]{2}$/),
  issuerResponseText: z.unknown().optional().transform(toWords),
  approvalCode: shown,
  currency: shown,
  amount: major,
  increaseAmount: major,
  originalGuid: id,
  preAuthorizationGuid: id,
  reversalGuid: id,
  preAuthorizationIncreaseGuid: id,
  maskedCardNumber: shown,
  cardTypeName: shown,
})
type Change = z.infer<typeof changeSchema>
const tipSchema = z.object({ statusMessage: z.string() })

/**
 * What a synchronous answer of the gateway says about an operation that needs no terminal (handpoint-api.md §1.6, §1.8,
 * §1.9): done, refused for sure, or unknown. It has no `finStatus`: success is the 200 and the issuer's 00 (§6.34).
 */
export function toGatewayEvent(outcome: HttpOutcome, intent: Intent): SubmitEvent {
  if (outcome.type !== 'answered') return toSubmitEvent(outcome)
  const { status, body } = outcome
  if (status === 200) return readSuccess(body, intent)
  if (status > 200 && status < 300) return unknown(status, `HTTP ${status}`)
  const report = parseError(status, body)
  const isReversal = intent.operation !== 'tipAdjustment' && intent.operation !== 'preAuthorizationIncrease'
  if (isReversal && status === 400 && report?.gatewayCode === ALREADY_REVERSED) {
    return answered(intent, 'AUTHORISED', { statusMessage: report.text })
  }
  const isSure = status !== 400 || !isReversal || REFUSED_FOR_SURE.has(report?.gatewayCode ?? '')
  return isSure ? withoutTerminal(toSubmitEvent(outcome), intent) : unknown(status, report?.text ?? `HTTP ${status}`)
}

/** No terminal takes part, so none can be the reason. */
function withoutTerminal(event: SubmitEvent, { operation }: Intent): SubmitEvent {
  if (event.type !== 'requestRefused') return event
  if (event.httpStatus === 404 || event.httpStatus === 409) return { ...event, reason: 'other' }
  // A partner's key: good for everything but this (handpoint-api.md §1.9). The till must not stop selling for it.
  if (event.httpStatus === 403 && operation === 'preAuthorizationIncrease') return { ...event, reason: 'notAllowed' }
  // A tip is refused in words alone: the batch is closed, or the sale cannot have one (handpoint-api.md §1.6).
  return event.httpStatus === 400 && event.reason === 'invalidRequest' ? { ...event, reason: 'notAllowed' } : event
}

function readSuccess(body: string, intent: Intent): SubmitEvent {
  const json = parseJson(body)
  if (intent.operation === 'tipAdjustment') {
    const tip = tipSchema.safeParse(json)
    if (!tip.success) return unknown(200, 'the answer to the tip adjustment cannot be read')
    return answered(intent, 'AUTHORISED', { statusMessage: toWords(tip.data.statusMessage) })
  }
  const change = changeSchema.safeParse(json)
  if (!change.success) return unknown(200, 'the answer of the gateway cannot be read')
  const { data } = change
  const isIncrease = intent.operation === 'preAuthorizationIncrease'
  const about = isIncrease ? data.preAuthorizationGuid : data.originalGuid
  if (about !== null && about.toLowerCase() !== intent.original?.transactionId.toLowerCase()) {
    return unknown(200, 'the answer of the gateway is about another operation')
  }
  const amount = (isIncrease ? data.increaseAmount : data.amount) ?? ''
  const totalAmountMinor = fromMajorText(amount, intent.currency)
  if (amount !== '' && totalAmountMinor === null) {
    return unknown(200, 'the amount in the answer of the gateway cannot be read')
  }
  return answered(intent, data.issuerResponseCode === '00' ? 'AUTHORISED' : 'DECLINED', {
    transactionId: data.reversalGuid ?? data.preAuthorizationIncreaseGuid,
    totalAmountMinor,
    ...toShown(data),
  })
}

function toShown(data: Change): Pick<Outcome, 'currency' | 'statusMessage' | 'card'> {
  return {
    currency: data.currency,
    statusMessage: data.issuerResponseText,
    card: {
      scheme: data.cardTypeName,
      maskedNumber: data.maskedCardNumber === null ? null : hideAllButLastFour(data.maskedCardNumber),
      entry: null,
      verification: null,
      authorisationCode: data.approvalCode,
      issuerResponseCode: data.issuerResponseCode,
    },
  }
}

/** It may have been done: the gateway's files will say (handpoint-api.md §6.20, §6.35). */
function unknown(httpStatus: number, text: string): SubmitEvent {
  return { type: 'requestUnanswered', problem: 'unreadable', httpStatus, text }
}

function answered(intent: Intent, finStatus: FinalStatus, known: Partial<Outcome>): SubmitEvent {
  const originalTransactionId = intent.original?.transactionId ?? null
  const outcome: Outcome = { ...NOTHING_KNOWN, originalTransactionId, ...known, finStatus }
  const digest = createHash('sha256').update(JSON.stringify(outcome)).digest('hex')
  return { type: 'gatewayAnswered', digest, outcome }
}
