import type { Result } from '../../../shared/result.ts'

/** The value of a result that has to be there: a benchmark that meets a failure has broken. */
export function need<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`not answered: ${JSON.stringify(result.error)}`)
  return result.value
}
