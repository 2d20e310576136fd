import { z } from 'zod'
import { referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { currencySchema } from '../money.ts'
import type { Command, EventName } from './channels.ts'
import {
  appSnapshotSchema,
  paymentSnapshotSchema,
  terminalsSnapshotSchema,
  timelineEntrySchema,
  versionSchema,
} from './snapshots.ts'

const byReference = z.strictObject({ reference: referenceSchema })
const nothing = z.strictObject({})

/** Every command of the bridge: what the page may say and all that it can hear back. Output keys not named here are dropped. */
export const commandContract = {
  'app:read': { input: nothing, output: appSnapshotSchema },
  'terminal:list': { input: nothing, output: terminalsSnapshotSchema },
  /** Asks the cloud for the list again. */
  'terminal:refresh': { input: nothing, output: terminalsSnapshotSchema },
  /** Saves and sends one sale. The same `requestKey` again answers with the same payment and sends nothing. */
  'sale:start': {
    input: z.strictObject({
      requestKey: requestKeySchema,
      terminal: terminalRefSchema,
      // Any number: that an amount cannot be charged is answered in words, not as a malformed message.
      amountMinor: z.number(),
      currency: currencySchema,
      customerReference: z.string().trim().min(1).max(50).nullable(),
    }),
    output: paymentSnapshotSchema,
  },
  /** Asks the terminal to stop. The answer is the payment as it stands, not whether the stop will succeed. */
  'payment:cancel': { input: byReference, output: paymentSnapshotSchema },
  /** Asks the cloud now instead of at the next turn. Never sends a charge. */
  'payment:check': { input: byReference, output: paymentSnapshotSchema },
  /** A new attempt, with a new reference, of a payment that is proved not charged. */
  'payment:retry': {
    input: z.strictObject({ reference: referenceSchema, requestKey: requestKeySchema }),
    output: paymentSnapshotSchema,
  },
  /** The cashier went on to the next customer: the till's screen no longer shows this payment. */
  'payment:leave': { input: byReference, output: appSnapshotSchema },
  'payment:read': {
    input: byReference,
    output: z.object({ payment: paymentSnapshotSchema, timeline: z.array(timelineEntrySchema) }),
  },
  /** Newest first. `before` is the `cursor` of the page before. */
  'history:list': {
    input: z.strictObject({ before: z.string().max(100).nullable(), limit: z.int().min(1).max(200) }),
    output: z.object({ payments: z.array(paymentSnapshotSchema), cursor: z.string().nullable() }),
  },
  'unresolved:list': {
    input: nothing,
    output: z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
  },
} as const satisfies Record<Command, { input: z.ZodType; output: z.ZodType }>

/** Every event of the bridge: whole snapshots, so that one missed event loses nothing. */
export const eventContract = {
  'app:changed': appSnapshotSchema,
  'terminals:changed': terminalsSnapshotSchema,
  'payment:changed': paymentSnapshotSchema,
  'unresolved:changed': z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
} as const satisfies Record<EventName, z.ZodType>

export type CommandInput<Name extends Command> = z.input<(typeof commandContract)[Name]['input']>
export type CommandOutput<Name extends Command> = z.output<(typeof commandContract)[Name]['output']>
export type EventPayload<Name extends EventName> = z.output<(typeof eventContract)[Name]>
