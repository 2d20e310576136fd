import { parseJson } from './wire-text.ts'

const HIDDEN = '[hidden]'
/** Shorter values would blot out ordinary words. */
const SHORTEST_SECRET = 5
/** What hides a letter from a search before JSON is read, once or in a text that is JSON itself. */
const ESCAPED = /\\(?:u00|[\\/])/i
/** Nothing of the service is nested deeper. */
const DEEPEST = 20

/** A text of the wire, a body or what was said of a lost connection, without secrets. */
export type HideSecrets = (text: string) => string

/** Hides these values however they are written: in any case, encoded as in an address, with escapes of JSON (safety K5, L3). */
export function createHiding(secrets: readonly string[]): HideSecrets {
  const forms = new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed())]))
  const long = [...forms].filter((form) => form.length >= SHORTEST_SECRET)
  if (long.length === 0) return (text) => text
  const lowered = long.map((form) => form.toLowerCase())
  let pattern: RegExp | null = null

  // Every answer comes by here, and hardly any holds one: looking for it this way is several times as fast as by a pattern.
  function hideWritten(text: string): string {
    const lower = text.toLowerCase()
    if (!lowered.some((form) => lower.includes(form))) return text
    pattern ??= toPattern(long)
    return text.replace(pattern, HIDDEN)
  }

  function hide(text: string, depth: number): string {
    const shown = hideWritten(text)
    if (!shown.includes('\\') || !ESCAPED.test(shown)) return shown
    const json = parseJson(shown)
    if (json === undefined) return shown
    const clean = hideIn(json, depth + 1)
    return clean === json ? shown : JSON.stringify(clean)
  }

  /** The same value where there is no secret in it. */
  function hideIn(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return hide(value, depth)
    // Written anew it would be null, which is no amount, and not one that cannot be read.
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth > DEEPEST) return null
    const members = Object.entries(value).map(
      ([name, member]) => [hideWritten(name), hideIn(member, depth + 1)] as const,
    )
    if (members.every(([name, member]) => Object.hasOwn(value, name) && Reflect.get(value, name) === member))
      return value
    return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
  }

  return (text) => hide(text, 0)
}

/** The longest first: one may hold another. */
function toPattern(forms: readonly string[]): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map((form) => form.replaceAll(/[^\w\s-]/g, String.raw`\$&`)).join('|'), 'gi')
}

/** What of a callback's address must not be told: the address, its path, and the segment that nobody can guess. */
export function toSecretsOf({ url, token }: { url: string; token: string }): string[] {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return [url, path, ...path.split('/').slice(-1), token]
}
