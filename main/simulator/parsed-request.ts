import { z } from 'zod'
import { isRecord } from './json-body.ts'

/** A request as any transport brings it. Header names may have any case. */
export type SimRequest = {
  host: 'cloud' | 'status'
  method: string
  /** With or without a query, which is ignored. */
  path: string
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

/** What a fault rule or the log wants to know of a request before it is judged. */
export type RequestFacts = {
  operation: string | null
  terminal: string | null
  transactionReference: string | null
  originalTransactionId: string | null
}

const interesting = z
  .object({
    operation: z.string(),
    serial_number: z.string(),
    transactionReference: z.string(),
    originalTransactionId: z.string(),
  })
  .partial()

/** Finds the request's name and its terminal, in the body, the path or the result id; never fails. */
export function readFacts(request: SimRequest): RequestFacts {
  const body = interesting.safeParse(readLoosely(request.body)).data ?? {}
  const segments = request.path.split('?')[0]?.split('/') ?? []
  const fromPath = segments[1] === 'transaction-result' ? /^(.*)-\d+$/.exec(segments[2] ?? '')?.[1] : undefined
  const fromDevice = segments[1] === 'devices' ? segments[3] : undefined
  return {
    operation: body.operation ?? null,
    terminal: body.serial_number ?? fromPath ?? fromDevice ?? null,
    transactionReference: body.transactionReference ?? null,
    originalTransactionId: body.originalTransactionId ?? null,
  }
}

function readLoosely(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : {}
  } catch {
    // Judged later, where a malformed body is answered with 400.
    return {}
  }
}

/** A header's value, its name compared without case. */
export function headerOf(request: SimRequest, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === wanted)?.[1]
}
