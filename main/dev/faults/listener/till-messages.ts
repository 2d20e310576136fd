import { z } from 'zod'

/** What the trials and the till's process say to each other. */
export const questionSchema = z.literal('state')

export const tillReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), port: z.number(), path: z.string(), token: z.string() }),
  z.object({
    type: z.literal('state'),
    /** After its garbage was collected. */
    rssBytes: z.number(),
    heapBytes: z.number(),
    /** Since the last question: how long its event loop kept work waiting (p99), and its slowest commit. */
    stallMs: z.number(),
    commitMs: z.number(),
    /** Time of a processor since the last question. */
    cpuMs: z.number(),
    stored: z.number(),
    counters: z.object({ stored: z.number(), refused: z.record(z.string(), z.number()) }),
  }),
])
export type TillReport = z.infer<typeof tillReportSchema>
export type TillState = Extract<TillReport, { type: 'state' }>
