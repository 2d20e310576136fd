import { z } from 'zod'
import { gatewayRefusal, json } from './answers.ts'
import type { Answer } from './answers.ts'
import { draftRecord } from './drafts.ts'
import { readBody } from './json-body.ts'
import { toMajor, toMinor } from './receipts.ts'
import { isApproved } from './records.ts'
import type { GatewayRecord } from './records.ts'
import type { Route, RouteContext } from './route.ts'
import { toDigits } from './status-object.ts'
import type { World } from './world.ts'

const major = z.string().regex(/^\d+(\.\d+)?$/)
const common = {
  originalGuid: z.string().min(1),
  tipAmount: major.optional(),
  customerReference: z.string().optional(),
}
const increaseSchema = z.strictObject({ ...common, increaseAmount: major, subtract: z.literal('1').optional() })
const captureSchema = z.strictObject({ ...common, capturedAmount: major })

type Found = { ok: true; hold: GatewayRecord } | { ok: false; answer: Answer }

function findHold({ world, ownsTerminals }: RouteContext, guid: string): Found {
  const hold = ownsTerminals ? world.gateway.find(guid) : undefined
  if (hold === undefined) return { ok: false, answer: gatewayRefusal('3156', 'Pre-authorization not found') }
  if (hold.type !== 'PRE_AUTHORIZATION') return { ok: false, answer: gatewayRefusal('3207', 'Not a pre-authorization') }
  if (!isApproved(hold) || hold.isReversed || hold.capturedMinor > 0) {
    return { ok: false, answer: gatewayRefusal('3211', 'Pre-authorization is closed') }
  }
  return { ok: true, hold }
}

type Change = { type: 'PRE_AUTHORIZATION_INCREASE' | 'PRE_AUTHORIZATION_CAPTURE'; amountMinor: number }

function book(world: World, hold: GatewayRecord, { type, amountMinor }: Change): GatewayRecord {
  const { serial, terminalType, reference, currency, card } = hold
  const draft = draftRecord({ serial, terminalType, reference, currency, card, type })
  const record = world.gateway.begin({ ...draft, isLinked: true, originalGuid: hold.guid, requestedMinor: amountMinor })
  world.gateway.settle(record, { kind: 'approved', totalMinor: amountMinor, dueMinor: 0 })
  return record
}

function toResponse(record: GatewayRecord, hold: GatewayRecord): Record<string, unknown> {
  const isCapture = record.type === 'PRE_AUTHORIZATION_CAPTURE'
  const amount = toMajor(record.requestedMinor, hold.currency)
  return {
    holdAmount: toMajor(hold.holdMinor, hold.currency),
    originalAmount: toMajor(hold.requestedMinor, hold.currency),
    ...(isCapture ? { capturedAmount: amount } : { increaseAmount: amount }),
    preAuthorizationGuid: hold.guid,
    [isCapture ? 'preAuthorizationCaptureGuid' : 'preAuthorizationIncreaseGuid']: record.guid,
    approvalCode: record.authorisationCode,
    currency: hold.currency,
    issuerResponseCode: '00',
    issuerResponseText: record.message,
    transactionReference: hold.reference,
    serverDateTime: toDigits(record.at),
    terminalDateTime: toDigits(record.at),
    customFields: {},
  }
}

/** handpoint-api.md §1.9: a delta, which `subtract` turns into a decrease. */
function increase(context: RouteContext): Answer {
  const read = readBody(context.body, increaseSchema)
  if (!read.ok) return read.answer
  const found = findHold(context, read.value.originalGuid)
  if (!found.ok) return found.answer
  const delta = toMinor(read.value.increaseAmount, found.hold.currency) ?? 0
  const amountMinor = read.value.subtract === '1' ? 0 - delta : delta
  if (found.hold.holdMinor + amountMinor <= 0) return gatewayRefusal('3212', 'Decrease too large')
  const record = book(context.world, found.hold, { type: 'PRE_AUTHORIZATION_INCREASE', amountMinor })
  return json(200, toResponse(record, found.hold))
}

function capture(context: RouteContext): Answer {
  const read = readBody(context.body, captureSchema)
  if (!read.ok) return read.answer
  const found = findHold(context, read.value.originalGuid)
  if (!found.ok) return found.answer
  const amountMinor = toMinor(read.value.capturedAmount, found.hold.currency)
  if (amountMinor === null || amountMinor > found.hold.holdMinor) return gatewayRefusal('3215', 'Capture above hold')
  const record = book(context.world, found.hold, { type: 'PRE_AUTHORIZATION_CAPTURE', amountMinor })
  return json(200, toResponse(record, found.hold))
}

export const preAuthorizationRoutes: readonly Route[] = [
  { host: 'cloud', method: 'POST', path: '/preauthorization/increase', handle: increase },
  { host: 'cloud', method: 'POST', path: '/preauthorization/capture', handle: capture },
]
