import { z } from 'zod'
import { gatewayRefusal, json } from './answers.ts'
import type { Answer } from './answers.ts'
import { draftRecord } from './drafts.ts'
import { isRecord, readBody } from './json-body.ts'
import { maskedNumber } from './cards.ts'
import { toMajor, toMinor } from './receipts.ts'
import { isApproved } from './records.ts'
import type { GatewayRecord } from './records.ts'
import type { Route, RouteContext } from './route.ts'
import { toDigits } from './status-object.ts'
import { missingDetail } from './validation.ts'
import type { World } from './world.ts'

const reversalSchema = z.strictObject({
  originalGuid: z.string().min(1).max(64),
  amount: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  messageReasonCode: z.string().optional(),
  timestamp: z
    .string()
    .regex(/^\d{17}$/)
    .optional(),
})

const currencyForPartial = (input: unknown) =>
  isRecord(input) && 'amount' in input && !('currency' in input) ? [missingDetail('currency')] : []

/** handpoint-api.md §1.8: synchronous, and possible while the terminal is away. */
function reverse({ world, body, ownsTerminals }: RouteContext): Answer {
  const read = readBody(body, reversalSchema, currencyForPartial)
  if (!read.ok) return read.answer
  const original = ownsTerminals ? world.gateway.find(read.value.originalGuid) : undefined
  if (original === undefined || world.behaviour().batchClosed) return gatewayRefusal('3153', 'Original not found')
  if (original.isReversed) return gatewayRefusal('3051', 'Transaction already reversed')
  if (!isApproved(original) || original.refundedMinor > 0 || original.capturedMinor > 0) {
    return gatewayRefusal('3052', 'Transaction already completed')
  }
  const left = original.totalMinor - original.reversedMinor
  const amountMinor = read.value.amount === undefined ? left : toMinor(read.value.amount, original.currency)
  if (amountMinor === null || amountMinor > left) return gatewayRefusal('4066', 'Amount exceeds the original')
  if (read.value.currency !== undefined && read.value.currency !== original.currency) {
    return gatewayRefusal('3210', 'Currency mismatch')
  }
  return json(200, toResponse(book(world, original, amountMinor), original))
}

function book(world: World, original: GatewayRecord, amountMinor: number): GatewayRecord {
  const { serial, terminalType, reference, currency, card } = original
  const draft = draftRecord({
    serial,
    terminalType,
    reference,
    currency,
    card,
    type: 'REVERSAL',
    isLinked: true,
    originalGuid: original.guid,
    requestedMinor: amountMinor,
  })
  const reversal = world.gateway.begin(draft)
  world.gateway.settle(reversal, { kind: 'approved', totalMinor: amountMinor, dueMinor: 0 })
  return reversal
}

/** §2.10: no finStatus; success is the 200 and the issuer's 00. */
function toResponse(reversal: GatewayRecord, original: GatewayRecord): Record<string, unknown> {
  const { card } = original
  return {
    httpStatus: 200,
    amount: toMajor(reversal.totalMinor, reversal.currency),
    currency: reversal.currency,
    approvalCode: reversal.authorisationCode,
    issuerResponseCode: '00',
    issuerResponseText: reversal.message,
    reversalGuid: reversal.guid,
    originalGuid: original.guid,
    authorizationGuid: original.guid,
    transactionReference: original.reference,
    customFields: { entry: [{ key: 'messageReasonCode', value: '4000' }] },
    cardTypeName: card?.schemeName ?? '',
    maskedCardNumber: card === null ? '' : maskedNumber(card),
    expiryDateMMYY: card?.expiryMMYY ?? '',
    acquirerTid: 'ACQUIRER_TID',
    agreementNumber: '1',
    batchNumber: '',
    f25: '4000',
    serverDateTime: toDigits(reversal.at),
    terminalDateTime: toDigits(reversal.at),
  }
}

export const reversalRoutes: readonly Route[] = [
  { host: 'cloud', method: 'POST', path: '/reversal', handle: reverse },
  { host: 'cloud', method: 'POST', path: '/v1/reversal', handle: reverse },
]
