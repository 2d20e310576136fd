import { z } from 'zod/mini'
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
  day: z._default(z.nullable(z.strictObject({ from: instantSchema, until: instantSchema })), null),
  serialNumber: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(64))), null),
  group: z._default(z.nullable(historyStateGroupSchema), null),
  kind: z._default(z.nullable(historyKindSchema), null),
  /** As it was typed; `readMeanings` says what it may mean. */
  text: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
})
export type HistoryFilter = z.infer<typeof historyFilterSchema>

export const EVERYTHING: HistoryFilter = { day: null, serialNumber: null, group: null, kind: null, text: '' }

/** How far the search index is: until it is ready, older payments may be missing from what is found. */
export const historySearchSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ready') }),
  z.object({
    status: z.literal('building'),
    doneCount: z.int().check(z.nonnegative()),
    allCount: z.int().check(z.nonnegative()),
  }),
  /** The index cannot be used just now; the list of everything can. */
  z.object({ status: z.literal('failed') }),
])
export type HistorySearch = z.infer<typeof historySearchSchema>

/** How many payments there are; `isMore`: more than that, and nobody has counted on. */
const historyTotalSchema = z.object({ count: z.int().check(z.nonnegative()), isMore: z.boolean() })
export type HistoryTotal = z.infer<typeof historyTotalSchema>

/** Newest first. `before` is the `cursor` of the page before, under the same filter. */
export const historyListContract = {
  input: z.strictObject({
    before: z.nullable(z.string().check(z.maxLength(100))),
    limit: z.int().check(z.minimum(1), z.maximum(200)),
    filter: z._default(historyFilterSchema, EVERYTHING),
    /** Whether a first page comes with how many there are in all. */
    isCounted: z._default(z.boolean(), true),
  }),
  output: z.object({
    payments: z.array(paymentSnapshotSchema),
    cursor: z.nullable(z.string()),
    /** How many there are in all, with a first page; null where it is not known, or was not asked for. */
    total: z.nullable(historyTotalSchema),
    search: historySearchSchema,
  }),
}
