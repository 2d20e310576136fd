import { z } from 'zod/mini'
import { instantSchema } from '../ids.ts'

/** Outcomes that end something. UNDEFINED and IN_PROGRESS are absent on purpose: they never end anything (safety R9). */
export const finalStatusSchema = z.enum([
  'AUTHORISED',
  'DECLINED',
  'CANCELLED',
  'FAILED',
  'PARTIAL_APPROVAL',
  'PROCESSED',
  'CAPTURED',
  'REFUNDED',
])
export type FinalStatus = z.infer<typeof finalStatusSchema>

/** What is kept of any text of the service. What is copied from an outcome must have room for as much. */
export const LONGEST_TEXT = 1000

const text = z.nullable(z.string().check(z.maxLength(LONGEST_TEXT)))
const minor = z.nullable(z.int())

/** How the card was used and what the bank said. All of it is for showing; none of it decides (handpoint-api.md §6.13). */
const cardDetailsSchema = z.object({
  scheme: text,
  /** Never more than the last four digits. */
  maskedNumber: text,
  entry: text,
  verification: text,
  authorisationCode: text,
  issuerResponseCode: text,
})

/**
 * The outcome of an operation as the terminal or the status service tells it, reduced to an allow-list of fields:
 * whatever else a body holds never reaches the journal (safety P2).
 */
export const outcomeSchema = z.object({
  finStatus: finalStatusSchema,
  type: text,
  /** The gateway's id, needed to reverse or refund. Null where the gateway gave none: then no follow-up is possible. */
  transactionId: text,
  originalTransactionId: text,
  transactionReference: text,
  requestedAmountMinor: minor,
  totalAmountMinor: minor,
  tipAmountMinor: minor,
  dueAmountMinor: minor,
  surchargeAmountMinor: minor,
  currency: text,
  terminalSerial: text,
  statusMessage: text,
  errorMessage: text,
  card: cardDetailsSchema,
  rrn: text,
  batchNumber: text,
  /** EMV data and names for a receipt that has to be built from fields (handpoint-api.md §4.7). */
  emv: z._default(z.object({ aid: text, tvr: text, tsi: text, iad: text, arc: text, applicationLabel: text }), {
    aid: null,
    tvr: null,
    tsi: null,
    iad: null,
    arc: null,
    applicationLabel: null,
  }),
  tenderType: z._default(text, null),
  merchant: z._default(z.object({ name: text, address: text, mid: text, tid: text }), {
    name: null,
    address: null,
    mid: null,
    tid: null,
  }),
  /** The terminal's or the gateway's own time, or null where the zone is not known. */
  happenedAt: z.nullable(instantSchema),
  /**
   * The time in the 17 digits of which nobody knows the zone, as they came (handpoint-api.md §6.1): for showing. Absent where it came
   * otherwise, so that such a result has the digest that it always had.
   */
  gatewayTime: z.optional(z.string().check(z.regex(/^[0-9]{17}$/))),
})
export type Outcome = z.infer<typeof outcomeSchema>

const CHARGED: ReadonlySet<FinalStatus> = new Set(['AUTHORISED', 'PROCESSED', 'CAPTURED', 'REFUNDED'])

/** Whether money moved in full; a partial approval is neither this nor {@link isRefusal}. */
export function isCharge(status: FinalStatus): boolean {
  return CHARGED.has(status)
}

export function isRefusal(status: FinalStatus): boolean {
  return status === 'DECLINED' || status === 'CANCELLED' || status === 'FAILED'
}
