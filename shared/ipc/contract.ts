import { z } from 'zod/mini'
import { referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { currencySchema } from '../money.ts'
import { approvalContract, grantSchema } from './approval.ts'
import { historyListContract } from './history.ts'
import { operationRequestSchema } from './operation-request.ts'
import { documentKindSchema } from '../transaction/events.ts'
import type { Command, EventName } from './channels.ts'
import { listenerContract } from './listener-test.ts'
import { jobsSnapshotSchema, printingContract } from './printing.ts'
import { preferencesContract } from './preferences.ts'
import {
  appSnapshotSchema,
  documentSchema,
  orphanSnapshotSchema,
  paymentSnapshotSchema,
  standingSchema,
  terminalsSnapshotSchema,
  timelineEntrySchema,
  versionSchema,
} from './snapshots.ts'

const byReference = z.strictObject({ reference: referenceSchema })
const nothing = z.strictObject({})

/** Every command of the bridge: what the page may say and all that it can hear back. Output keys not named here are dropped. */
export const commandContract = {
  'app:read': { input: nothing, output: appSnapshotSchema },
  ...preferencesContract,
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
      customerReference: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(50))),
      /** Whether the terminal asks for a tip, where the shop allows it. */
      withTip: z._default(z.boolean(), false),
      /** The person's answer to `payment.looksDoubled`: that this one is another customer's. */
      confirmedTwin: z.optional(referenceSchema),
    }),
    output: paymentSnapshotSchema,
  },
  /** The same for every other operation. */
  'operation:start': { input: operationRequestSchema, output: paymentSnapshotSchema },
  /** Asks the terminal to stop. The answer is the payment as it stands, not whether the stop will succeed. */
  'payment:cancel': { input: byReference, output: paymentSnapshotSchema },
  /** Asks the cloud now instead of at the next turn. Never sends a charge. */
  'payment:check': { input: byReference, output: paymentSnapshotSchema },
  /** A new attempt, with a new reference, of a payment that is proved not charged. */
  'payment:retry': {
    input: z.strictObject({
      reference: referenceSchema,
      requestKey: requestKeySchema,
      /** Where a manager approved the first attempt, and that was a good while ago. */
      approval: z.optional(grantSchema),
    }),
    output: paymentSnapshotSchema,
  },
  /** The cashier went on to the next customer: the till's screen no longer shows this payment. */
  'payment:leave': {
    input: z.strictObject({
      reference: referenceSchema,
      /** The number of its news, where the screen showed some: they are seen. */
      news: z._default(z.nullable(z.int().check(z.positive())), null),
    }),
    output: appSnapshotSchema,
  },
  /** A person has seen the news of a payment, up to the n-th. */
  'payment:acknowledge': {
    input: z.strictObject({ reference: referenceSchema, news: z.int().check(z.positive()) }),
    output: paymentSnapshotSchema,
  },
  /** A manager says what became of an operation that no rule could decide. */
  'payment:settle': {
    input: z.strictObject({
      reference: referenceSchema,
      /** The sequence number of the last fact that the manager was shown: what is known since may say otherwise. */
      shown: z.int().check(z.nonnegative()),
      verdict: z.enum(['charged', 'notCharged']),
      evidence: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
      reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
      operator: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
      approval: z.optional(grantSchema),
    }),
    output: paymentSnapshotSchema,
  },
  ...approvalContract,
  'payment:read': {
    input: byReference,
    output: z.object({
      payment: paymentSnapshotSchema,
      timeline: z.array(timelineEntrySchema),
      /** Operations that change this one, oldest first. */
      linked: z.array(paymentSnapshotSchema),
      standing: standingSchema,
    }),
  },
  /** A receipt or signature: as the terminal gave it, or a receipt built from fields where it gave none. */
  'document:read': {
    input: z.strictObject({ reference: referenceSchema, kind: documentKindSchema }),
    output: documentSchema,
  },
  'history:list': historyListContract,
  /** Results that a terminal delivered for no operation that this till knows. */
  'orphan:list': { input: nothing, output: z.object({ orphans: z.array(orphanSnapshotSchema) }) },
  'unresolved:list': {
    input: nothing,
    output: z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
  },
  /** Outcomes that came, or changed, while the till's screen showed something else, until a person has seen them; newest first. */
  'late:list': {
    input: nothing,
    output: z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
  },
  ...listenerContract,
  ...printingContract,
} as const satisfies Record<Command, { input: z.ZodMiniType; output: z.ZodMiniType }>

/** Every event of the bridge: whole snapshots, so that one missed event loses nothing. */
export const eventContract = {
  'app:changed': appSnapshotSchema,
  'terminals:changed': terminalsSnapshotSchema,
  'payment:changed': paymentSnapshotSchema,
  'unresolved:changed': z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
  'late:changed': z.object({ version: versionSchema, payments: z.array(paymentSnapshotSchema) }),
  'jobs:changed': jobsSnapshotSchema,
} as const satisfies Record<EventName, z.ZodMiniType>

export type CommandInput<Name extends Command> = z.input<(typeof commandContract)[Name]['input']>
export type CommandOutput<Name extends Command> = z.output<(typeof commandContract)[Name]['output']>
export type EventPayload<Name extends EventName> = z.output<(typeof eventContract)[Name]>
