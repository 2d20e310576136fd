import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fromMajorText } from '../../../shared/money.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { FinalStatus, Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { HttpOutcome } from '../ports.ts'
import type { SubmitEvent } from './answers.ts'
import { parseError } from './error-body.ts'
import { toSubmitEvent } from './submit.ts'
import { parseJson, toText } from './wire-text.ts'

/** "Already reversed": what was asked for is so (safety R25). */
const ALREADY_REVERSED = '3051'

/** Refusals that say for sure that nothing was done (handpoint-api.md §3.12). Any other is looked up (handpoint-api.md §6.35). */
const REFUSED_FOR_SURE = new Set('3109 3153 3156 3207 3209 3210 3211 3212 3215 4066 5001'.split(' '))

const shown = z.unknown().optional().transform(toText)

const changeSchema = z.object({
  issuerResponseCode: z.string(),
  issuerResponseText: shown,
  approvalCode: shown,
  currency: shown,
  amount: shown,
  reversalGuid: shown,
  preAuthorizationIncreaseGuid: shown,
  maskedCardNumber: shown,
  cardTypeName: shown,
})
const tipSchema = z.object({ statusMessage: z.string() })

/**
 * What a synchronous answer of the gateway says about an operation that needs no terminal (handpoint-api.md §1.6, §1.8,
 * §1.9): done, refused for sure, or unknown. It has no `finStatus`: success is the 200 and the issuer's 00 (§6.34).
 */
export function toGatewayEvent(outcome: HttpOutcome, intent: Intent): SubmitEvent {
  if (outcome.type !== 'answered') return toSubmitEvent(outcome)
  const { status, body } = outcome
  if (status >= 200 && status < 300) return readSuccess(status, body, intent)
  const report = parseError(status, body)
  const isReversal = intent.operation !== 'tipAdjustment' && intent.operation !== 'preAuthorizationIncrease'
  if (isReversal && status === 400 && report?.gatewayCode === ALREADY_REVERSED) {
    return answered(intent, 'AUTHORISED', { statusMessage: report.text })
  }
  const isSure = status !== 400 || !isReversal || REFUSED_FOR_SURE.has(report?.gatewayCode ?? '')
  if (isSure) return toSubmitEvent(outcome)
  return unknown(status, report?.text ?? `HTTP ${status}`)
}

function readSuccess(status: number, body: string, intent: Intent): SubmitEvent {
  const json = parseJson(body)
  if (intent.operation === 'tipAdjustment') {
    const tip = tipSchema.safeParse(json)
    if (!tip.success) return unknown(status, 'the answer to the tip adjustment cannot be read')
    return answered(intent, 'AUTHORISED', { statusMessage: toText(tip.data.statusMessage) })
  }
  const change = changeSchema.safeParse(json)
  if (!change.success) return unknown(status, 'the answer of the gateway cannot be read')
  const { data } = change
  return answered(intent, data.issuerResponseCode === '00' ? 'AUTHORISED' : 'DECLINED', {
    transactionId: data.reversalGuid ?? data.preAuthorizationIncreaseGuid,
    totalAmountMinor: data.amount === null ? null : fromMajorText(data.amount, intent.currency),
    currency: data.currency,
    statusMessage: data.issuerResponseText,
    card: {
      scheme: data.cardTypeName,
      maskedNumber: data.maskedCardNumber,
      entry: null,
      verification: null,
      authorisationCode: data.approvalCode,
      issuerResponseCode: toText(data.issuerResponseCode),
    },
  })
}

/** It may have been done: the gateway's files will say (handpoint-api.md §6.20, §6.35). */
function unknown(httpStatus: number, text: string): SubmitEvent {
  return { type: 'requestUnanswered', problem: 'unreadable', httpStatus, text }
}

function answered(intent: Intent, finStatus: FinalStatus, known: Partial<Outcome>): SubmitEvent {
  const outcome: Outcome = {
    ...NOTHING_KNOWN,
    originalTransactionId: intent.original?.transactionId ?? null,
    ...known,
    finStatus,
  }
  const digest = createHash('sha256').update(JSON.stringify(outcome)).digest('hex')
  return { type: 'gatewayAnswered', digest, outcome }
}

const NOTHING_KNOWN: Omit<Outcome, 'finStatus'> = {
  type: null,
  transactionId: null,
  originalTransactionId: null,
  transactionReference: null,
  requestedAmountMinor: null,
  totalAmountMinor: null,
  tipAmountMinor: null,
  dueAmountMinor: null,
  surchargeAmountMinor: null,
  currency: null,
  terminalSerial: null,
  statusMessage: null,
  errorMessage: null,
  card: {
    scheme: null,
    maskedNumber: null,
    entry: null,
    verification: null,
    authorisationCode: null,
    issuerResponseCode: null,
  },
  rrn: null,
  batchNumber: null,
  emv: { aid: null, tvr: null, tsi: null, iad: null, arc: null, applicationLabel: null },
  tenderType: null,
  merchant: { name: null, address: null, mid: null, tid: null },
  happenedAt: null,
}
