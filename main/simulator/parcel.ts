import { z } from 'zod'

/** A result on its way from a terminal to a till's callback address. */
export const parcelSchema = z.object({
  serial: z.string(),
  url: z.string(),
  token: z.string(),
  result: z.record(z.string(), z.unknown()),
})
export type Parcel = z.infer<typeof parcelSchema>
