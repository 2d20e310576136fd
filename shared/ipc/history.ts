import { z } from 'zod'
import { instantSchema } from '../ids.ts'
import { paymentSnapshotSchema } from './snapshots.ts'

/** `inDoubt`: the outcome is still to be found out. `settled`: by a manager, whichever way. */
export const historyStateGroupSchema = z.enum(['charged', 'notCharged', 'inDoubt', 'settled'])
export type HistoryStateGroup = z.infer<typeof historyStateGroupSchema>

export const historyKindSchema = z.enum(['sale', 'refund', 'reversal', 'preAuthorization', 'tip'])
export type HistoryKind = z.infer<typeof historyKindSchema>

/** Which payments are asked for. What is null, or an empty text, asks for nothing in particular. */
export const historyFilterSchema = z.strictObject({
  /** From the first instant of a day of the page's calendar until the first of the next. */
  day: z.strictObject({ from: instantSchema, until: instantSchema }).nullable().default(null),
  serialNumber: z.string().min(1).max(64).nullable().default(null),
  group: historyStateGroupSchema.nullable().default(null),
  kind: historyKindSchema.nullable().default(null),
  /** As it was typed; `readMeanings` says what it may mean. */
  text: z.string().trim().max(100).default(''),
})
export type HistoryFilter = z.infer<typeof historyFilterSchema>

export const EVERYTHING: HistoryFilter = { day: null, serialNumber: null, group: null, kind: null, text: '' }

/** How far the search index is: until it is ready, older payments may be missing from what is found. */
export const historySearchSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ready') }),
  z.object({ status: z.literal('building'), doneCount: z.int().nonnegative(), allCount: z.int().nonnegative() }),
  /** The index cannot be used just now; the list of everything can. */
  z.object({ status: z.literal('failed') }),
])
export type HistorySearch = z.infer<typeof historySearchSchema>

/** How many payments there are; `isMore`: more than that, and nobody has counted on. */
const historyTotalSchema = z.object({ count: z.int().nonnegative(), isMore: z.boolean() })
export type HistoryTotal = z.infer<typeof historyTotalSchema>

/** Newest first. `before` is the `cursor` of the page before, under the same filter. */
export const historyListContract = {
  input: z.strictObject({
    before: z.string().max(100).nullable(),
    limit: z.int().min(1).max(200),
    filter: historyFilterSchema.default(EVERYTHING),
    /** Whether a first page comes with how many there are in all. */
    isCounted: z.boolean().default(true),
  }),
  output: z.object({
    payments: z.array(paymentSnapshotSchema),
    cursor: z.string().nullable(),
    /** How many there are in all, with a first page; null where it is not known, or was not asked for. */
    total: historyTotalSchema.nullable(),
    search: historySearchSchema,
  }),
}
