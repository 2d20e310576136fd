import type { z } from 'zod'
import { invalid, refusal } from './answers.ts'
import type { Answer } from './answers.ts'
import { toDetails } from './validation.ts'
import type { Detail } from './validation.ts'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type Read<T> = { ok: true; value: T } | { ok: false; answer: Answer }

/**
 * Parses and validates a JSON body: 400 when it is no JSON, 422 when it does not fit the schema or `alsoRequired`
 * finds more that is missing (handpoint-api.md §1.1).
 */
export function readBody<T>(
  body: string,
  schema: z.ZodType<T>,
  alsoRequired: (input: unknown) => Detail[] = () => [],
): Read<T> {
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    return { ok: false, answer: refusal(400, 'Request body is not valid JSON') }
  }
  const parsed = schema.safeParse(input)
  const details = [...(parsed.success ? [] : toDetails(parsed.error, input)), ...alsoRequired(input)]
  if (!parsed.success || details.length > 0) return { ok: false, answer: invalid(details) }
  return { ok: true, value: parsed.data }
}
