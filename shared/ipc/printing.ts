import { z } from 'zod/mini'
import { instantSchema, referenceSchema } from '../ids.ts'
import { versionSchema } from './snapshots.ts'

/** What can be put on paper. The slip is for a payment whose outcome is not known yet: what the customer should do. */
export const printableSchema = z.enum(['customerReceipt', 'merchantReceipt', 'customerSlip'])
export type Printable = z.infer<typeof printableSchema>

/** The papers that receipts are laid out for: two widths of till roll, and a sheet. */
export const PAPERS = ['58mm', '80mm', 'a4'] as const
export const paperSchema = z.enum(PAPERS)
export type Paper = z.infer<typeof paperSchema>

/** The name that the operating system knows a printer by. */
export const printerNameSchema = z.string().check(z.minLength(1), z.maxLength(200))

/** Why something was not printed or sent, or may have been and nobody knows. Closed: each has words in every catalogue. */
export const jobProblemSchema = z.enum([
  'printerMissing',
  'printerOffline',
  'printerRefused',
  'noAnswer',
  'stopped',
  'tooOld',
  'receiptPending',
  'receiptMissing',
  'outcomeKnown',
  'mailOff',
  'mailHostUnknown',
  'mailUnreachable',
  'mailLoginRefused',
  'mailAddressRefused',
  'mailSenderRefused',
  'mailRefused',
  'mailNotSafe',
])
export type JobProblem = z.infer<typeof jobProblemSchema>

export const jobStateSchema = z.enum([
  'queued',
  'running',
  'done',
  /** Nobody knows whether it came out: it is never repeated by itself. */
  'uncertain',
  'failed',
])
export type JobState = z.infer<typeof jobStateSchema>

/** One receipt on its way to a printer or an address. Nothing that happens to it can change a payment. */
export const jobSnapshotSchema = z.object({
  id: z.uuid(),
  reference: referenceSchema,
  what: printableSchema,
  way: z.enum(['printer', 'mail']),
  /** The printer's name, or the address. */
  to: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  attempts: z.int().check(z.nonnegative()),
  state: jobStateSchema,
  /** What the last attempt ended with; null while nothing went wrong. */
  problem: z.nullable(jobProblemSchema),
  /** It came out, or goes out, marked as a copy. */
  isCopy: z.boolean(),
})
export type JobSnapshot = z.infer<typeof jobSnapshotSchema>

/** The newest jobs, newest first. `waiting` counts all that a person should know of: waiting, in doubt or failed. */
export const jobsSnapshotSchema = z.object({
  version: versionSchema,
  waiting: z.int().check(z.nonnegative()),
  jobs: z.array(jobSnapshotSchema),
})
export type JobsSnapshot = z.infer<typeof jobsSnapshotSchema>

const printerSnapshotSchema = z.object({
  name: printerNameSchema,
  /** What people call it. */
  label: z.string(),
  status: z.enum(['ready', 'offline', 'unknown']),
  paper: paperSchema,
})

export const printersSnapshotSchema = z.object({
  printers: z.array(printerSnapshotSchema),
  /** Where receipts go unless another printer is named; null where there is none. */
  chosen: z.nullable(printerNameSchema),
  /** `settingsLost`: the file of the choices was damaged, was moved aside, and everything is as on the first day. */
  problem: z.nullable(z.enum(['listUnavailable', 'settingsLost'])),
  /** Whether the shop's configuration names a mail server. */
  canMail: z.boolean(),
})
export type PrintersSnapshot = z.infer<typeof printersSnapshotSchema>

const nothing = z.strictObject({})
const receiptKind = z.enum(['customerReceipt', 'merchantReceipt'])

/** The commands of receipts on paper and by mail, for `contract.ts`. */
export const printingContract = {
  /** `printer` null: the chosen one. Answers when the job is saved, not when it is printed. */
  'print:start': {
    input: z.strictObject({
      reference: referenceSchema,
      what: printableSchema,
      printer: z._default(z.nullable(printerNameSchema), null),
    }),
    output: jobSnapshotSchema,
  },
  'print:jobs': { input: nothing, output: jobsSnapshotSchema },
  /** Once more, on the same or another printer. What may have come out before is marked as a copy. */
  'print:retry': {
    input: z.strictObject({ id: z.uuid(), printer: z._default(z.nullable(printerNameSchema), null) }),
    output: jobSnapshotSchema,
  },
  /** A person has seen it: it is not tried again and counts no more. */
  'print:dismiss': { input: z.strictObject({ id: z.uuid() }), output: jobsSnapshotSchema },
  /** The very document that would be printed, on a paper. */
  'print:preview': {
    input: z.strictObject({ reference: referenceSchema, what: printableSchema, paper: paperSchema }),
    output: z.object({ html: z.string(), widthMm: z.number(), heightMm: z.number(), isCopy: z.boolean() }),
  },
  /** `saved`: a person chose a place. `file`: the page hands it to the person. */
  'print:pdf': {
    input: z.strictObject({ reference: referenceSchema, what: printableSchema, paper: paperSchema }),
    output: z.discriminatedUnion('type', [
      z.object({ type: z.literal('saved'), place: z.string() }),
      z.object({ type: z.literal('cancelled') }),
      z.object({ type: z.literal('file'), name: z.string(), base64: z.string() }),
    ]),
  },
  'printer:list': { input: nothing, output: printersSnapshotSchema },
  'printer:choose': {
    input: z.strictObject({ printer: printerNameSchema, paper: paperSchema, isChosen: z.boolean() }),
    output: printersSnapshotSchema,
  },
  'receipt:mail': {
    input: z.strictObject({ reference: referenceSchema, copy: receiptKind, to: z.email().check(z.maxLength(254)) }),
    output: jobSnapshotSchema,
  },
  /** The newest payment that has a receipt. */
  'receipt:last': { input: nothing, output: z.object({ reference: z.nullable(referenceSchema) }) },
} as const satisfies Record<string, { input: z.ZodMiniType; output: z.ZodMiniType }>
