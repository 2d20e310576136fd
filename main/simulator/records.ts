import { z } from 'zod'
import { cardSchema } from './cards.ts'
import { finStatusSchema, paymentScenarioSchema, transactionTypeSchema, verificationSchema } from './words.ts'
import type { FinStatus, TransactionType } from './words.ts'

const minor = z.number().int()

/**
 * One transaction as the gateway books it. A terminal fills the same record for an operation the gateway never
 * hears of; `guid` is then empty, as on the wire.
 */
export const recordSchema = z.object({
  guid: z.string(),
  /** The reference it is filed under: for linked operations the original's (handpoint-api.md §1.5). */
  reference: z.string(),
  isLinked: z.boolean(),
  originalGuid: z.string(),
  type: transactionTypeSchema,
  /** As processed; what it has become since is `currentStatus`. */
  finStatus: finStatusSchema,
  serial: z.string(),
  terminalType: z.string(),
  requestedMinor: minor,
  totalMinor: minor,
  tipMinor: minor,
  dueMinor: minor,
  holdMinor: minor,
  capturedMinor: minor,
  refundedMinor: minor,
  reversedMinor: minor,
  isReversed: z.boolean(),
  currency: z.string(),
  card: cardSchema.nullable(),
  scenario: paymentScenarioSchema,
  verification: verificationSchema,
  message: z.string(),
  messageKey: z.string(),
  errorMessage: z.string(),
  issuerResponseCode: z.string(),
  authorisationCode: z.string(),
  arc: z.string(),
  rrn: z.string(),
  cardToken: z.string(),
  customerReference: z.string(),
  reasonCodes: z.array(z.string()),
  metadata: z.record(z.string(), z.string().optional()).nullable(),
  moneyRemittance: z.record(z.string(), z.string()).nullable(),
  /** Epoch milliseconds. */
  at: z.number(),
})
export type GatewayRecord = z.infer<typeof recordSchema>

const saleTypes: readonly TransactionType[] = [
  'SALE',
  'SALE_AND_TOKENIZE_CARD',
  'MOTO_SALE',
  'PRE_AUTHORIZATION_CAPTURE',
]
const refundTypes: readonly TransactionType[] = ['REFUND', 'MOTO_REFUND']

export const isCharge = (record: GatewayRecord): boolean => saleTypes.includes(record.type)
export const isRefund = (record: GatewayRecord): boolean => refundTypes.includes(record.type)

/** Whether the gateway said yes, whatever became of it later. */
export function isApproved(record: GatewayRecord): boolean {
  const approvals: readonly FinStatus[] = ['AUTHORISED', 'PARTIAL_APPROVAL', 'CAPTURED']
  return approvals.includes(record.finStatus)
}

/** Money that has moved and stays moved, minor units: positive from the customer, negative to the customer. */
export function movedMinor(record: GatewayRecord): number {
  if (!isApproved(record)) return 0
  const kept = record.totalMinor - record.reversedMinor
  if (isCharge(record)) return kept
  return isRefund(record) ? 0 - kept : 0
}

/** The state a first element shows: what later operations made of it (handpoint-api.md §1.5, §6.33). */
export function currentStatus(record: GatewayRecord): FinStatus {
  if (!isApproved(record)) return record.finStatus
  if (record.isReversed) return 'CANCELLED'
  if (record.capturedMinor > 0) return 'CAPTURED'
  if (isCharge(record) && record.refundedMinor > 0 && record.refundedMinor >= movedMinor(record)) return 'REFUNDED'
  return record.finStatus
}
