import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { behaviourPatchSchema } from './behaviour.ts'
import { virtualClock } from './clock.ts'
import { createSimulator } from './simulator.ts'

const folder = join(import.meta.dirname, 'requests')

const exchangeSchema = z.strictObject({
  name: z.string(),
  /** Virtual time to pass before the request. */
  waitMs: z.number().optional(),
  /** Fields of the reply to use in later paths as `{name}`. */
  keep: z.record(z.string(), z.string()).optional(),
  request: z.strictObject({
    host: z.enum(['cloud', 'status']),
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    /** JSON, or text that is sent as it stands. */
    body: z.unknown().optional(),
  }),
  /** Without `body` only the status counts, and 202 and 204 must be empty. Text in slashes is a pattern. */
  reply: z.strictObject({ status: z.number(), body: z.unknown().optional() }),
})
const fileSchema = z.strictObject({
  given: z
    .strictObject({ customer: z.enum(['auto', 'none']), behaviour: behaviourPatchSchema })
    .partial()
    .optional(),
  exchanges: z.array(exchangeSchema),
})

function toMatcher(expected: unknown): unknown {
  if (typeof expected === 'string') {
    const pattern = /^\/(.*)\/(s?)$/s.exec(expected)
    const regex = pattern === null ? null : new RegExp(pattern[1] ?? '', pattern[2])
    return regex === null ? expected : expect.toSatisfy((actual: unknown) => regex.test(String(actual)))
  }
  if (Array.isArray(expected)) return expected.map(toMatcher)
  if (typeof expected !== 'object' || expected === null) return expected
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, toMatcher(value)]))
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('over real HTTP, %s', (name) => {
  test('is answered as documented', async () => {
    const { given, exchanges } = fileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    const { customer = 'auto', behaviour = {} } = given ?? {}
    const clock = virtualClock()
    const simulator = await createSimulator({ customer, behaviour, clock, rateLimit: false })
    onTestFinished(() => simulator.close())
    const kept = new Map<string, string>()
    for (const { name: step, waitMs, keep, request, reply } of exchanges) {
      await clock.advance(waitMs ?? 0)
      const path = request.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => kept.get(key) ?? '')
      const base = request.host === 'cloud' ? simulator.cloudUrl : simulator.statusUrl
      const response = await fetch(base + path, {
        method: request.method,
        headers: { ...request.headers, 'Content-Type': 'application/json' },
        body:
          request.body === undefined || typeof request.body === 'string'
            ? (request.body ?? null)
            : JSON.stringify(request.body),
      })
      const text = await response.text()
      expect(response.status, `${step}: ${text}`).toBe(reply.status)
      const body = readBody(text)
      if (reply.body !== undefined) expect(body, step).toEqual(toMatcher(reply.body))
      else if (reply.status === 202 || reply.status === 204) expect(text, step).toBe('')
      const object = z.record(z.string(), z.unknown()).safeParse(body).data ?? {}
      for (const [key, field] of Object.entries(keep ?? {})) kept.set(key, String(object[field]))
    }
  })
})
