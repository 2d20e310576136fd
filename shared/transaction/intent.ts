import { z } from 'zod/mini'
import { digestSchema, instantSchema, referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { amountMinorSchema, currencySchema } from '../money.ts'
import { deviceCommandSchema } from './device-command.ts'
import { movesMoney, operationSchema, rulesOf } from './operations.ts'
import { LONGEST_TEXT } from './terminal-result.ts'

/** The operation that another one changes. */
export const originalSchema = z.object({
  reference: referenceSchema,
  /** The gateway's id of it, `efttransactionID`: what the request names (handpoint-api.md §2.2). */
  transactionId: z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT)),
  /** The reference under which the gateway files it and everything linked to it; null where nobody knows it. */
  filedUnder: z.nullable(referenceSchema),
})
export type Original = z.infer<typeof originalSchema>

/** Who allowed what not everybody may do. */
export const approvalSchema = z.object({
  by: z.literal('manager'),
  reason: z.string().check(z.minLength(1), z.maxLength(200)),
  at: instantSchema,
})
export type Approval = z.infer<typeof approvalSchema>

/** How the terminal asks for a tip (handpoint-api.md §2.7). */
export const tipConfigurationSchema = z.object({
  tipPercentages: z.array(z.int().check(z.minimum(0), z.maximum(100))).check(z.minLength(1), z.maxLength(6)),
  headerName: z.optional(z.string().check(z.minLength(1), z.maxLength(30))),
  enterAmountEnabled: z.optional(z.boolean()),
  skipEnabled: z.optional(z.boolean()),
  footer: z.optional(z.string().check(z.maxLength(60))),
})
export type TipConfiguration = z.infer<typeof tipConfigurationSchema>

/**
 * What was asked for, fixed before the request leaves and never changed after. Defaults stand for what an older Paydesk did not
 * write down.
 */
export const intentSchema = z
  .object({
    reference: referenceSchema,
    /**
     * What people call it by: the journal counts what moves money, in the transaction that saves it. Null before that, for
     * what moves none, and for what an older Paydesk wrote down.
     */
    number: z._default(z.nullable(z.int().check(z.positive())), null),
    operation: operationSchema,
    /** `gateway`: carried out without a terminal (handpoint-api.md §1.6, §1.8, §1.9). */
    channel: z._default(z.enum(['terminal', 'gateway']), 'terminal'),
    /** 0 for operations that move no money. */
    amountMinor: z.union([amountMinorSchema, z.literal(0)]),
    currency: currencySchema,
    terminal: terminalRefSchema,
    customerReference: z.nullable(z.string().check(z.minLength(1), z.maxLength(50))),
    /** The attempt that this one repeats, after that one was proved not charged. */
    attemptOf: z.nullable(referenceSchema),
    /** The operation that this one changes: a refund's sale. */
    original: z.nullable(originalSchema),
    tip: z._default(z.nullable(tipConfigurationSchema), null),
    command: z._default(z.nullable(deviceCommandSchema), null),
    /** Where the terminal may deliver the result: digests only, the secrets leave with the request (safety L3). */
    callback: z._default(z.nullable(z.object({ pathDigest: digestSchema, tokenDigest: digestSchema })), null),
    /** Absent where nobody had to allow it; it changes nothing of what is sent. */
    approval: z.optional(approvalSchema),
    requestKey: requestKeySchema,
    createdAt: instantSchema,
  })
  .check(
    z.refine(({ operation, amountMinor }) => movesMoney(operation) === amountMinor > 0, {
      message: 'the amount does not suit the operation',
    }),
    z.refine(({ operation, original }) => suitsLink(rulesOf(operation).link, original !== null), {
      message: 'the operation that it changes does not suit the operation',
    }),
  )
export type Intent = z.infer<typeof intentSchema>

function suitsLink(link: 'never' | 'optional' | 'always', isLinked: boolean): boolean {
  return link === 'optional' || isLinked === (link === 'always')
}

/** Whether an operation occupies its terminal, so that a second one must wait (safety R3). */
export function occupiesTerminal({ operation, channel }: Intent): boolean {
  return channel === 'terminal' && rulesOf(operation).holdsTerminal
}

/** The reference under which the gateway can be asked about an operation, or null where it cannot. */
export function filedUnder({ operation, original, reference }: Intent): Intent['reference'] | null {
  const { filed } = rulesOf(operation)
  if (original !== null) return original.filedUnder
  return filed === 'own' ? reference : null
}
