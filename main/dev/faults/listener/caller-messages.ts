import { z } from 'zod'

/** A letter that the process is to deliver, to the till with this process number. */
export const orderSchema = z.object({ port: z.int(), pid: z.int(), letter: z.string() })
export type Order = z.infer<typeof orderSchema>

export const deliveredSchema = z.object({
  status: z.number(),
  ms: z.number(),
  /** How long the machine meanwhile kept this process, the till or the disk waiting: the longest of them. */
  waitedMs: z.number(),
})
export type Delivered = z.infer<typeof deliveredSchema>
