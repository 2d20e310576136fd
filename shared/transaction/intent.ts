import { z } from 'zod'
import { instantSchema, referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { amountMinorSchema, currencySchema } from '../money.ts'

/** The operations of Handpoint that Paydesk performs, by Handpoint's own names (handpoint-api.md §3.1). `cardPan` is left out on purpose. */
export const operationSchema = z.enum([
  'sale',
  'saleAndTokenizeCard',
  'refund',
  'saleReversal',
  'refundReversal',
  'tokenizeCard',
  'preAuthorization',
  'preAuthorizationIncrease',
  'preAuthorizationCapture',
  'preAuthorizationReversal',
  'moToSale',
  'moToRefund',
  'moToReversal',
  'tipAdjustment',
  'printReceipt',
])
export type Operation = z.infer<typeof operationSchema>

/** What was asked for, fixed before the request leaves and never changed after. */
export const intentSchema = z.object({
  reference: referenceSchema,
  operation: operationSchema,
  amountMinor: amountMinorSchema,
  currency: currencySchema,
  terminal: terminalRefSchema,
  customerReference: z.string().min(1).max(50).nullable(),
  /** The attempt that this one repeats, after that one was proved not charged. */
  attemptOf: referenceSchema.nullable(),
  /** The operation that this one changes: a refund's sale. */
  original: referenceSchema.nullable(),
  requestKey: requestKeySchema,
  createdAt: instantSchema,
})
export type Intent = z.infer<typeof intentSchema>
