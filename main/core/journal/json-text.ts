import { z } from 'zod'

/** A column that holds JSON, parsed by `schema`. Text that is no JSON is an issue like any other, not an exception. */
export function jsonText<Schema extends z.core.$ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}
