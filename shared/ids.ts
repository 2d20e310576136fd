import { z } from 'zod/mini'

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Our id of an operation and, for operations that originate money, the `transactionReference` that Handpoint files it
 * under. Always a lower-case UUID v4: the service refuses anything else (handpoint-api.md §1.3).
 */
export const referenceSchema = z.string().check(z.regex(UUID_V4, 'not a lower-case UUID v4')).brand<'Reference'>()
export type Reference = z.infer<typeof referenceSchema>

/** The cloud's handle for one request's result. Opaque: percent-encode it in a path, never take it apart. */
export const resultIdSchema = z.string().check(z.minLength(1), z.maxLength(200)).brand<'ResultId'>()
export type ResultId = z.infer<typeof resultIdSchema>

/** An id of the gateway as a request can name it: whole, without a blank, and without the stars of a card number that was masked. */
export const gatewayIdSchema = z.string().check(z.regex(/^[!-)+-~]{1,1000}$/, 'not an id of the gateway'))

/** SHA-256 in lower-case hex: of a document, or of a secret that is never stored itself. */
export const digestSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hex'))
  .brand<'Digest'>()
export type Digest = z.infer<typeof digestSchema>

/** Made by the page for one press of Charge, so that a second delivery of the same press is the same payment. */
export const requestKeySchema = z.string().check(z.regex(UUID_V4, 'not a lower-case UUID v4')).brand<'RequestKey'>()
export type RequestKey = z.infer<typeof requestKeySchema>

/** A terminal exactly as the service lists it; both parts are sent back unchanged, leading zeros included. */
export const terminalRefSchema = z.object({
  serialNumber: z.string().check(z.minLength(1), z.maxLength(64)),
  terminalType: z.string().check(z.minLength(1), z.maxLength(64)),
})
export type TerminalRef = z.infer<typeof terminalRefSchema>

/** Wall-clock time in milliseconds since 1970. For showing and ordering, never for deciding about money. */
export const instantSchema = z.int().check(z.nonnegative())
