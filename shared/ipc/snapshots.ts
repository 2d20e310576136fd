import { z } from 'zod/mini'
import { instantSchema, referenceSchema, requestKeySchema, terminalRefSchema } from '../ids.ts'
import { currencySchema } from '../money.ts'
import { operationSchema } from '../transaction/operations.ts'
import { approvalSchema } from '../transaction/intent.ts'
import { recordedEventSchema } from '../transaction/events.ts'
import { transactionStateSchema, transactionStatusSchema } from '../transaction/state.ts'

/** Grows with every published change of this process. The page keeps the newer of two snapshots of the same thing. */
export const versionSchema = z.int().check(z.nonnegative())

export const terminalSnapshotSchema = z.object({
  ...terminalRefSchema.shape,
  name: z.string(),
  /** `busy` by Paydesk's own payments; `idle` and `offline` by the last contact, `unknown` before there was one. */
  condition: z.enum(['idle', 'busy', 'offline', 'unknown']),
  /** The open payment that blocks it. */
  openPayment: z.nullable(referenceSchema),
  /** What that is, and since when. */
  work: z.nullable(
    z.object({
      operation: operationSchema,
      number: z.nullable(z.int().check(z.positive())),
      amountMinor: z.int(),
      currency: currencySchema,
      since: instantSchema,
    }),
  ),
  /** The last proof of whether Handpoint reaches it: a request that it took or did not, a result, a test. */
  contact: z.nullable(z.object({ isReachable: z.boolean(), at: instantSchema })),
  /** As its last result told it. */
  battery: z.nullable(
    z.object({
      percent: z.int().check(z.minimum(0), z.maximum(100)),
      isCharging: z.nullable(z.boolean()),
      at: instantSchema,
    }),
  ),
})
export type TerminalSnapshot = z.infer<typeof terminalSnapshotSchema>

/** The list of terminals and how it was come by. */
export const terminalsSnapshotSchema = z.object({
  version: versionSchema,
  /** `stale`: the list of an earlier reading, because the cloud did not answer now. */
  status: z.enum(['loading', 'ready', 'stale', 'failed']),
  problem: z.nullable(z.enum(['cloud.unreachable', 'cloud.unexpected', 'key.refused', 'key.missing'])),
  terminals: z.array(terminalSnapshotSchema),
  /** Serial number of the terminal that the shop's configuration names, if it is in the list. */
  defaultSerialNumber: z.nullable(z.string()),
})
export type TerminalsSnapshot = z.infer<typeof terminalsSnapshotSchema>

/** Where the asking stands while a payment is open. Times are wall-clock, for a countdown on the screen only. */
export const watchSnapshotSchema = z.object({
  lastAskedAt: z.nullable(instantSchema),
  nextAskAt: z.nullable(instantSchema),
  /** When "not charged" can be proved at the latest if nothing is found, or null where that rule does not apply. */
  concludesBy: z.nullable(instantSchema),
  /** Whether the last question was answered. */
  isReachable: z.boolean(),
})
export type WatchSnapshot = z.infer<typeof watchSnapshotSchema>

export const paymentSnapshotSchema = z.object({
  version: versionSchema,
  reference: referenceSchema,
  /** What people call it by on this till; null for what moves no money and what an older Paydesk wrote down. */
  number: z.nullable(z.int().check(z.positive())),
  /** The press of Charge or Try again that began it. */
  requestKey: requestKeySchema,
  operation: operationSchema,
  channel: z.enum(['terminal', 'gateway']),
  amountMinor: z.int(),
  currency: currencySchema,
  terminal: terminalRefSchema,
  terminalName: z.string(),
  customerReference: z.nullable(z.string()),
  approval: z.optional(approvalSchema),
  attemptOf: z.nullable(referenceSchema),
  /** The operation that this one changes. */
  original: z.nullable(referenceSchema),
  /** A later attempt that repeats this one. */
  retriedBy: z.nullable(referenceSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  state: transactionStateSchema,
  watch: z.nullable(watchSnapshotSchema),
  /** Set when a person had been told something else about the money before. */
  correctedFrom: z.nullable(transactionStatusSchema),
  /** What of it no person has seen yet: the n-th news of its outcome, and when that became known. */
  news: z.nullable(z.object({ number: z.int().check(z.positive()), at: instantSchema })),
})
export type PaymentSnapshot = z.infer<typeof paymentSnapshotSchema>

/** One line of the evidence timeline: a fact, its source and its place in the journal. */
export const timelineEntrySchema = z.object({ seq: z.int(), ...recordedEventSchema.shape })
export type TimelineEntry = z.infer<typeof timelineEntrySchema>

/** What became of an operation with all that was linked to it, in minor units. */
export const standingSchema = z.object({
  totalMinor: z.int(),
  tipMinor: z.int(),
  remainingMinor: z.int(),
  refundedMinor: z.int(),
  isReversed: z.boolean(),
  isCaptured: z.boolean(),
  isDoneElsewhere: z.boolean(),
  hasOpenLink: z.boolean(),
  isGivingBack: z.boolean(),
})

export const documentSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('html'),
    origin: z.enum(['terminal', 'built']),
    /** Untrusted: to be shown in a document of its own, without scripts and without requests. */
    html: z.string(),
    /** The terminal's own was kept for as long as it had to be and is gone: this one is built instead. */
    isExpired: z.boolean(),
  }),
  z.object({ type: z.literal('image'), mediaType: z.enum(['image/png', 'image/jpeg']), base64: z.string() }),
  /** Named by the result and not fetched yet. */
  z.object({ type: z.literal('pending') }),
  /** Was kept for as long as it had to be and is gone; nothing can be built in its place. */
  z.object({ type: z.literal('expired') }),
])
export type DocumentSnapshot = z.infer<typeof documentSchema>

export const orphanSnapshotSchema = z.object({
  receivedAt: instantSchema,
  /** What the body named. */
  bodyReference: z.nullable(z.string()),
  reason: z.string(),
  payload: z.string(),
})

const timesSchema = z.int().check(z.nonnegative())

/** What came to the listener since Paydesk was started. */
const callbackTrafficSchema = z.object({
  /** Results that were saved, repeated ones included. */
  stored: timesSchema,
  refused: z.object({
    /** Without a right path and token, from a page of a browser, or too many of these. */
    strangers: timesSchema,
    /** Under another name than the till's: a relay may have changed it. */
    otherName: timesSchema,
    /** From a terminal, and no result that can be read. */
    unusable: timesSchema,
    /** From a terminal while the journal could not take it. */
    notSaved: timesSchema,
    /** Cut off, too slow, or no proper request at all. */
    connections: timesSchema,
  }),
  /** Results that came with the right token and named another payment (safety L4): of how many payments, and the last of them. */
  foreign: z.nullable(
    z.object({ payments: z.int().check(z.positive()), lastAt: instantSchema, lastReference: referenceSchema }),
  ),
})
export type CallbackTraffic = z.infer<typeof callbackTrafficSchema>

/** How the parts of the till that nobody sees are doing. */
const healthSchema = z.object({
  callback: z.discriminatedUnion('status', [
    z.object({ status: z.literal('off') }),
    z.object({
      status: z.literal('listening'),
      certificateEndsAt: z.nullable(instantSchema),
      /** `certificateEndsSoon`: within 21 days (safety L2). */
      warnings: z.array(z.enum(['plainHttp', 'certificateEndsSoon'])),
      traffic: callbackTrafficSchema,
    }),
    z.object({ status: z.literal('failed'), because: z.string(), traffic: callbackTrafficSchema }),
  ]),
  /** When the last verified backup of the journal was made; null where there is none yet. */
  lastBackupAt: z.nullable(instantSchema),
  backupProblem: z.nullable(z.string()),
  /** Results that name an operation which nobody knows. */
  orphanCount: z.int().check(z.nonnegative()),
  /** What terminals delivered with the right token and nobody can read. */
  unreadableCount: z.int().check(z.nonnegative()),
  /** The journal was damaged and has been restored: what was done, in plain English for support. */
  restored: z.nullable(z.string()),
})
export type Health = z.infer<typeof healthSchema>

export const appSnapshotSchema = z.object({
  version: versionSchema,
  appVersion: z.string(),
  shop: z.object({ name: z.string(), currency: currencySchema, locale: z.string() }),
  /** `training`: the built-in simulator; no money moves. */
  mode: z.enum(['training', 'production', 'development']),
  /** Why nothing can be charged now, or null when it can. */
  blocked: z.nullable(z.enum(['journal.unavailable', 'journal.restoring', 'disk.low', 'key.missing', 'key.refused'])),
  cloud: z.enum(['unknown', 'reachable', 'unreachable']),
  /** The payment that the till's screen shows, so that a reloaded page comes back to it. */
  shownPayment: z.nullable(referenceSchema),
  unresolvedCount: z.int().check(z.nonnegative()),
  health: healthSchema,
  /** What the shop's configuration allows beyond the sale. */
  allows: z.object({ tip: z.boolean(), tipAdjustment: z.boolean(), mailOrder: z.boolean() }),
})
export type AppSnapshot = z.infer<typeof appSnapshotSchema>
