import type { z } from 'zod'

/** One element of a 422's `details` (handpoint-api.md §2.13), with the codes and words of the service's validator. */
export type Detail = { path: string; code: string; message: string; info: Record<string, unknown> }

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = input
  for (const key of path) {
    if (!isObject(value) || !(key in value)) return true
    value = value[key]
  }
  return false
}

const pointer = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part)}`).join('')

export function missingDetail(property: string, parent = ''): Detail {
  return {
    path: parent,
    code: 'required',
    message: `must have required property '${property}'`,
    info: { missingProperty: property },
  }
}

/** Translates zod's issues about `input` into validation details. */
export function toDetails(error: z.ZodError, input: unknown): Detail[] {
  return error.issues.flatMap((issue) => toDetail(issue, input))
}

function toDetail(issue: z.core.$ZodIssue, input: unknown): Detail[] {
  const path = pointer(issue.path)
  const last = issue.path.at(-1)
  if (last !== undefined && isMissing(input, issue.path)) {
    return [missingDetail(String(last), pointer(issue.path.slice(0, -1)))]
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path,
        code: 'additionalProperties',
        message: 'must NOT have additional properties',
        info: { additionalProperty: key },
      }))
    case 'invalid_type': {
      const type = wireType(issue.expected)
      return [{ path, code: 'type', message: `must be ${type}`, info: { type } }]
    }
    case 'invalid_union':
      return [{ path, code: 'type', message: 'must be number', info: { type: 'number' } }]
    case 'invalid_value':
      return [
        {
          path,
          code: 'enum',
          message: 'must be equal to one of the allowed values',
          info: { allowedValues: issue.values },
        },
      ]
    case 'too_big':
      return [limit(path, issue.origin, 'max', Number(issue.maximum))]
    case 'too_small':
      return [limit(path, issue.origin, 'min', Number(issue.minimum))]
    case 'invalid_format':
      return [{ path, code: 'pattern', message: 'must match pattern', info: { format: issue.format } }]
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return [{ path, code: 'invalid', message: 'must be valid', info: {} }]
  }
}

function wireType(expected: string): string {
  if (expected === 'int') return 'integer'
  return expected === 'record' ? 'object' : expected
}

function limit(path: string, origin: string, edge: 'min' | 'max', bound: number): Detail {
  const relation = edge === 'max' ? 'more' : 'fewer'
  if (origin === 'string') {
    return {
      path,
      code: `${edge}Length`,
      message: `must NOT have ${relation} than ${bound} characters`,
      info: { limit: bound },
    }
  }
  if (origin === 'array') {
    return {
      path,
      code: `${edge}Items`,
      message: `must NOT have ${relation} than ${bound} items`,
      info: { limit: bound },
    }
  }
  const sign = edge === 'max' ? '<=' : '>='
  return { path, code: `${edge}imum`, message: `must be ${sign} ${bound}`, info: { comparison: sign, limit: bound } }
}
