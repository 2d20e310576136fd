import { z } from 'zod'
import { referenceSchema } from '../../../shared/ids.ts'

/** What the till's process is started with. */
export const tillFlagsSchema = z.object({
  dataFolder: z.string(),
  cloudUrl: z.string(),
  statusUrl: z.string(),
  apiKey: z.string(),
  callbackPort: z.int(),
})
export type TillFlags = z.infer<typeof tillFlagsSchema>

/** One press of Charge, or of "Next customer" after it. */
export const orderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('charge'), serialNumber: z.string(), terminalType: z.string(), amountMinor: z.int() }),
  z.object({ type: z.literal('leave'), reference: referenceSchema }),
])
export type Order = z.infer<typeof orderSchema>

/** Times are of the one monotonic clock that all processes of a machine share, in milliseconds. */
export const newsSchema = z.discriminatedUnion('type', [
  /** `emptyPort`: where a listener answers that has no journal behind it, to any path and token. */
  z.object({ type: z.literal('ready'), emptyPort: z.int() }),
  z.object({ type: z.literal('charged'), reference: referenceSchema, pressedAtMs: z.number() }),
  z.object({ type: z.literal('left') }),
  z.object({ type: z.literal('failed'), problem: z.string() }),
])
export type News = z.infer<typeof newsSchema>

/** Of this machine, whichever process asks; in milliseconds. */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
