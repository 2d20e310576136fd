import type { LogFields } from '../ports.ts'
import { maskCardNumbers } from './mask-card-numbers.ts'

const HIDDEN = '[hidden]'
const SECRET_NAMES =
  /^(?:.*api-?_?key.*|.*token|authorization|cookie|.*secret.*|ssk|.*password.*|.*passphrase.*|pin|.*[-_]pin|(?:un)?masked-?_?pan|pan|card-?_?pan)$/i
/** Shorter values would blot out ordinary words. */
const SHORTEST_SECRET = 4

export interface Redactor {
  /** From now on this value is hidden wherever it appears. */
  addSecret(value: string): void
  text(text: string): string
  fields(fields: LogFields): Record<string, string | number | boolean | null>
}

/** Hides registered secrets by value, fields of secret names whole, and full card numbers (safety K5, P1). */
export function createRedactor(): Redactor {
  const secrets = new Set<string>()

  function text(input: string): string {
    let shown = input
    for (const secret of secrets) shown = shown.replaceAll(secret, HIDDEN)
    return maskCardNumbers(shown)
  }

  function value(name: string, given: LogFields[string]): LogFields[string] {
    if (SECRET_NAMES.test(name)) return HIDDEN
    if (typeof given === 'string') return text(given)
    if (typeof given !== 'number') return given
    const asText = String(given)
    const masked = text(asText)
    return masked === asText ? given : masked
  }

  return {
    addSecret(secret) {
      if (secret.length < SHORTEST_SECRET) return
      // A secret also travels in addresses and inside quoted JSON.
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) secrets.add(form)
    },
    text,
    fields: (fields) =>
      Object.fromEntries(Object.entries(fields).map(([name, given]) => [text(name), value(name, given)])),
  }
}
