import { z } from 'zod'

/** What a till of the trials is told at its start. */
export const tillFlagsSchema = z.object({
  dataFolder: z.string(),
  cloudUrl: z.string(),
  statusUrl: z.string(),
  apiKey: z.string(),
  port: z.int(),
})
export type TillFlags = z.infer<typeof tillFlagsSchema>

/** What the trials ask of the till's process. */
export const questionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), command: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('state') }),
])
export type Question = z.infer<typeof questionSchema>

export const tillStateSchema = z.object({
  /** After its garbage was collected. */
  rssBytes: z.number(),
  heapBytes: z.number(),
  /** Time of a processor since the last question. */
  cpuMs: z.number(),
  /** Since the last question: ready to run, and kept waiting for a processor. */
  waitedMs: z.number(),
})
export type TillState = z.infer<typeof tillStateSchema>
