import { z } from 'zod'
import { parseJson, toId, toText, toWords } from './wire-text.ts'

/** What an error answer of the service says. Branch on the codes, never on the text (handpoint-api.md §6.8). */
export interface ErrorReport {
  http: number
  /** 1001 to 1005, where the terminal or its channel is the reason (handpoint-api.md §3.11). */
  terminalCode: number | null
  /** The gateway's own code, such as `3051` (handpoint-api.md §3.12). */
  gatewayCode: string | null
  text: string
  /** What Handpoint's support can look up. */
  errorGuid: string | null
}

// Four digits: a flat `{"error":404,…}` comes from some proxy, not from this service.
const terminalErrorSchema = z.object({ error: z.int().min(1000).max(9999), message: z.string() })
const codeSchema = z.union([z.string().max(100), z.int().transform(String)])

const envelopeSchema = z.compile(
  z.object({
    error: z.object({
      // Load balancers write `error.message` too, but not this: without it nobody knows who refused.
      statusCode: z.int(),
      message: z.union([z.string(), terminalErrorSchema]),
      code: codeSchema.nullish().catch(null),
      details: z.unknown().optional(),
    }),
  }),
)
type Envelope = z.infer<typeof envelopeSchema>['error']

const faultSchema = z.object({ path: z.string().catch(''), message: z.string() })
const faultsSchema = z.array(faultSchema)
const gatewaySchema = z.object({
  body: z.object({
    error: z.object({
      errorCode: codeSchema.nullish().catch(null),
      reason: z.string().nullish().catch(null),
      errorGuid: z.string().nullish().catch(null),
    }),
  }),
})

/**
 * Reads every error shape of handpoint-api.md §1.12: a nested object, the same as a JSON string, flat, a plain message,
 * the list of a failed validation, and a gateway error inside. Null where the body is none of them, or contradicts the
 * HTTP status: then somebody else answered, and it says nothing about the request.
 */
export function parseError(status: number, body: string): ErrorReport | null {
  const json = parseJson(body)
  if (typeof json !== 'object' || json === null) return null
  const envelope = envelopeSchema.safeParse(json)
  if (!envelope.success) {
    const flat = terminalErrorSchema.safeParse(json)
    return flat.success ? toReport(status, flat.data) : null
  }
  const { error } = envelope.data
  if (error.statusCode !== status) return null
  const message = typeof error.message === 'string' ? (unpack(error.message) ?? error.message) : error.message
  if (typeof message !== 'string') return toReport(status, message)
  return toEnvelopeReport(status, error, message)
}

function toEnvelopeReport(http: number, { code, details }: Envelope, message: string): ErrorReport {
  const gateway = gatewaySchema.safeParse(details)
  const inner = gateway.success ? gateway.data.body.error : null
  const faults = faultsSchema.safeParse(details)
  const faultTexts = faults.success ? faults.data.map((fault) => `${fault.path} ${fault.message}`.trim()) : []
  const said = [message, inner?.reason ?? '', ...faultTexts].filter((part) => part !== '')
  return {
    http,
    terminalCode: null,
    gatewayCode: toText(inner?.errorCode) ?? (code === 'VALIDATION_FAILED' ? null : toText(code)),
    text: toWords(said.join(': ')) ?? '',
    errorGuid: toId(inner?.errorGuid),
  }
}

function toReport(http: number, { error, message }: z.infer<typeof terminalErrorSchema>): ErrorReport {
  const isTerminal = error < 2000
  return {
    http,
    terminalCode: isTerminal ? error : null,
    gatewayCode: isTerminal ? null : String(error),
    text: toWords(message) ?? '',
    errorGuid: null,
  }
}

function unpack(message: string): z.infer<typeof terminalErrorSchema> | null {
  // Most messages are words.
  if (!message.includes('{')) return null
  const inner = terminalErrorSchema.safeParse(parseJson(message))
  return inner.success ? inner.data : null
}
