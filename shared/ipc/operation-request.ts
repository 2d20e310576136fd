import { z } from 'zod/mini'
import { referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { currencySchema } from '../money.ts'
import { grantSchema } from './approval.ts'
import { deviceCommandSchema } from '../transaction/device-command.ts'

const press = { requestKey: requestKeySchema }
// Any number: that an amount cannot be charged is answered in words, not as a malformed message.
const money = { amountMinor: z.number(), currency: currencySchema }
const customerReference = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(50)))
const atTerminal = { ...press, terminal: terminalRefSchema }
/** The person's answer to `payment.looksDoubled`: that this one is another customer's. */
const originating = { ...atTerminal, ...money, customerReference, confirmedTwin: z.optional(referenceSchema) }
/** Where a manager has to allow it. */
const approvable = { approval: z.optional(grantSchema) }
const changing = { ...press, original: referenceSchema }

/** Every operation but the sale, as the page asks for it. What it needs and cannot choose, the till adds. */
export const operationRequestSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('saleAndTokenizeCard'), ...originating }),
  z.strictObject({ operation: z.literal('preAuthorization'), ...originating }),
  z.strictObject({ operation: z.literal('moToSale'), ...originating, ...approvable }),
  /** Linked to a sale, or unlinked with `original: null`. */
  z.strictObject({
    operation: z.literal('refund'),
    ...originating,
    ...approvable,
    original: z.nullable(referenceSchema),
  }),
  z.strictObject({
    operation: z.literal('moToRefund'),
    ...originating,
    ...approvable,
    original: z.nullable(referenceSchema),
  }),
  /** Takes back the whole of it. `gateway`: without a terminal. */
  z.strictObject({
    operation: z.literal('saleReversal'),
    ...changing,
    ...approvable,
    channel: z.enum(['terminal', 'gateway']),
  }),
  z.strictObject({ operation: z.literal('refundReversal'), ...changing, channel: z.enum(['terminal', 'gateway']) }),
  z.strictObject({
    operation: z.literal('preAuthorizationReversal'),
    ...changing,
    channel: z.enum(['terminal', 'gateway']),
  }),
  z.strictObject({ operation: z.literal('moToReversal'), ...changing, ...approvable }),
  z.strictObject({ operation: z.literal('preAuthorizationIncrease'), ...changing, amountMinor: z.number() }),
  z.strictObject({ operation: z.literal('preAuthorizationCapture'), ...changing, amountMinor: z.number() }),
  /** The tip in all, not what is added to an earlier one. */
  z.strictObject({ operation: z.literal('tipAdjustment'), ...changing, ...approvable, amountMinor: z.number() }),
  z.strictObject({ operation: z.literal('tokenizeCard'), ...atTerminal }),
  z.strictObject({
    operation: z.literal('printReceipt'),
    ...atTerminal,
    original: referenceSchema,
    copy: z.enum(['customer', 'merchant']),
  }),
  z.strictObject({ operation: z.literal('pingDevice'), ...atTerminal }),
  z.strictObject({ operation: z.literal('stopCurrentTransaction'), ...atTerminal }),
  z.strictObject({ operation: z.literal('deviceCommand'), ...atTerminal, command: deviceCommandSchema }),
])
export type OperationRequest = z.infer<typeof operationRequestSchema>
