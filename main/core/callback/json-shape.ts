import { err, ok, type Result } from '../../../shared/result.ts'

export type ShapeFault = 'notJson' | 'notObject' | 'tooDeep'

const MOST_LEVELS = 20
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * The text of a JSON object without the names that could reach into an object's making, at any depth. Without such names it is
 * the very text that came, so that what is written down is what was said (safety L6).
 */
export function checkShape(text: string): Result<string, ShapeFault> {
  // Before parsing: nothing that follows may recurse deeper than this.
  if (isTooDeep(text)) return err('tooDeep')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('notJson')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err('notObject')
  if (!hasForbiddenName(value)) return ok(text)
  // A number beyond a double would come out as null: an amount that is not there instead of one that is wrong.
  return hasInfinity(value) ? err('notJson') : ok(JSON.stringify(withoutForbiddenNames(value)))
}

/** Counts brackets outside strings; the text need not be JSON. */
function isTooDeep(text: string): boolean {
  let levels = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index)
    if (isInString) {
      if (character === 0x5c) index += 1
      else if (character === 0x22) isInString = false
    } else if (character === 0x22) isInString = true
    else if (character === 0x7b || character === 0x5b) {
      levels += 1
      if (levels > MOST_LEVELS) return true
    } else if (character === 0x7d || character === 0x5d) levels -= 1
  }
  return false
}

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, member]) => FORBIDDEN.has(name) || hasForbiddenName(member))
}

function hasInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInfinity)
}

function withoutForbiddenNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutForbiddenNames)
  const kept = Object.entries(value).filter(([name]) => !FORBIDDEN.has(name))
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutForbiddenNames(member)]))
}
