import { z } from 'zod'
import { gatewayRefusal, json, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { drawCard, maskedNumber } from './cards.ts'
import { decide } from './decisions.ts'
import { draftRecord } from './drafts.ts'
import { readBody } from './json-body.ts'
import { toMajor, toMinor } from './receipts.ts'
import { isApproved } from './records.ts'
import type { GatewayRecord } from './records.ts'
import { isReference } from './reference.ts'
import type { Route, RouteContext } from './route.ts'
import { toDigits } from './status-object.ts'
import type { World } from './world.ts'

const major = z.string().regex(/^\d+(\.\d+)?$/)
const currency = z.string().regex(/^[A-Z]{3}$/)
const common = { customerReference: z.string().max(50).optional(), transactionReference: z.string().optional() }
const channel = z.enum(['MO', 'TO']).optional()

const saleSchema = z.strictObject({ ...common, amount: major, currency, cardToken: z.string().min(1), channel })
const refundSchema = z.strictObject({ ...common, originalGuid: z.string(), amount: major, currency, channel })
const reversalSchema = z.strictObject({
  ...common,
  originalGuid: z.string(),
  amount: major,
  currency: currency.optional(),
})

/** Books a draft at once: these endpoints are synchronous (handpoint-api.md §1.10). */
function book(world: World, draft: GatewayRecord): GatewayRecord {
  const record = world.gateway.begin(draft)
  const original = record.isLinked ? world.gateway.find(record.originalGuid) : undefined
  const decision = decide({ record, original, behaviour: world.behaviour(), forced: null, externalIds: [] })
  world.gateway.settle(record, decision)
  return record
}

/** §2.9: no finStatus. */
function toResponse(type: string, record: GatewayRecord): Answer {
  const { card } = record
  const code = /TEXT_IRT_(\d\d)/.exec(record.messageKey)?.[1] ?? '96'
  return json(200, {
    type,
    httpStatus: 200,
    guid: record.guid,
    originalGuid: record.originalGuid,
    amount: toMajor(record.totalMinor, record.currency),
    currency: record.currency,
    issuerResponseCode: code,
    issuerResponseText: record.message,
    approvalCode: isApproved(record) ? record.authorisationCode : '',
    maskedCardNumber: card === null ? '' : maskedNumber(card),
    cardTypeName: card?.schemeName ?? '',
    expiryDateMMYY: card?.expiryMMYY ?? '',
    acquirerTid: 'ACQUIRER_TID',
    transactionReference: record.reference,
    serverDateTime: toDigits(record.at),
    terminalDateTime: toDigits(record.at),
    f25: '',
    batchNumber: '',
  })
}

function sell({ world, body, ownsTerminals }: RouteContext): Answer {
  const read = readBody(body, saleSchema)
  if (!read.ok) return read.answer
  const { transactionReference, customerReference = '' } = read.value
  if (transactionReference !== undefined && !isReference(transactionReference)) {
    return refusal(400, `TransactionReference with wrong uuidv4 format ${transactionReference}`)
  }
  const requestedMinor = toMinor(read.value.amount, read.value.currency)
  if (requestedMinor === null || requestedMinor === 0) return refusal(400, 'Invalid amount')
  if (!ownsTerminals || world.behaviour().tokenization === 'missing')
    return gatewayRefusal('5252', 'Card token failure')
  const draft = draftRecord({
    type: 'MOTO_SALE',
    reference: transactionReference ?? world.random.uuidV4(),
    currency: read.value.currency,
    requestedMinor,
    customerReference,
    card: drawCard(world.random),
    scenario: 'MOTO',
  })
  return toResponse('motoSaleResponse', book(world, draft))
}

function undo(
  { world, ownsTerminals }: RouteContext,
  type: 'MOTO_REFUND' | 'MOTO_REVERSAL',
  asked: { originalGuid: string; amount: string; currency?: string | undefined },
): Answer {
  const original = ownsTerminals ? world.gateway.find(asked.originalGuid) : undefined
  if (original === undefined || !isApproved(original)) return gatewayRefusal('3153', 'Original not found')
  if (asked.currency !== undefined && asked.currency !== original.currency) {
    return gatewayRefusal('3210', 'Currency mismatch')
  }
  if (original.isReversed) return gatewayRefusal('3051', 'Transaction already reversed')
  const requestedMinor = toMinor(asked.amount, original.currency)
  const left = original.totalMinor - original.reversedMinor - original.refundedMinor
  if (requestedMinor === null || requestedMinor === 0) return refusal(400, 'Invalid amount')
  if (requestedMinor > left) return gatewayRefusal('3209', 'Refund amount exceeds the original')
  const { reference, card, guid: originalGuid, currency: originalCurrency } = original
  const linked = { type, reference, card, originalGuid, currency: originalCurrency, isLinked: true, requestedMinor }
  const record = book(world, draftRecord({ ...linked, scenario: 'MOTO' }))
  return toResponse(type === 'MOTO_REFUND' ? 'motoRefundResponse' : 'motoReversalResponse', record)
}

function refund(context: RouteContext): Answer {
  const read = readBody(context.body, refundSchema)
  return read.ok ? undo(context, 'MOTO_REFUND', read.value) : read.answer
}

function reverse(context: RouteContext): Answer {
  const read = readBody(context.body, reversalSchema)
  return read.ok ? undo(context, 'MOTO_REVERSAL', read.value) : read.answer
}

export const motoRoutes: readonly Route[] = [
  { host: 'cloud', method: 'POST', path: '/moto/sale', handle: sell },
  { host: 'cloud', method: 'POST', path: '/moto/refund', handle: refund },
  { host: 'cloud', method: 'POST', path: '/moto/reversal', handle: reverse },
]
