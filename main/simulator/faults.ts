import { z } from 'zod'

const ms = z.number().int().min(0)

/** What can go wrong between a till and Handpoint, or between a terminal and the till's callback listener. */
const faultSchema = z.discriminatedUnion('type', [
  /** The request arrives, or the answer leaves, later. */
  z.strictObject({ type: z.literal('delay'), ms, when: z.enum(['before', 'after']).optional() }),
  /** The request is lost and no answer ever comes. */
  z.strictObject({ type: z.literal('drop') }),
  /** The connection breaks before the request is heard. */
  z.strictObject({ type: z.literal('reset') }),
  /** The request is carried out and its answer is lost. */
  z.strictObject({ type: z.literal('loseAnswer'), how: z.enum(['reset', 'hang']).optional() }),
  /** The network delivers the request twice; the second time after `afterMs`. */
  z.strictObject({ type: z.literal('duplicate'), afterMs: ms.optional() }),
  /** Held back until the next request has been answered, at most `ms`. */
  z.strictObject({ type: z.literal('reorder'), ms }),
  /** Another status instead of the answer; `carriedOut` when the request was nevertheless obeyed. */
  z.strictObject({
    type: z.literal('status'),
    status: z.number().int().min(200).max(599),
    body: z.string().optional(),
    carriedOut: z.boolean().optional(),
  }),
  /** Carried out, and the answer's body spoilt. */
  z.strictObject({ type: z.literal('malformed'), form: z.enum(['truncated', 'html', 'empty', 'wrongTypes', 'huge']) }),
  /** Only for callbacks. */
  z.strictObject({ type: z.literal('wrongToken') }),
  z.strictObject({ type: z.literal('noToken') }),
])
export type Fault = z.infer<typeof faultSchema>

export const faultRuleSchema = z.strictObject({
  match: z
    .strictObject({
      host: z.enum(['cloud', 'status', 'callback']).optional(),
      method: z.string().optional(),
      pathIncludes: z.string().optional(),
      operation: z.string().optional(),
      terminal: z.string().optional(),
    })
    .optional(),
  fault: faultSchema,
  /** How often it strikes; without it, until the faults are cleared. */
  times: z.number().int().min(1).optional(),
})
export type FaultRule = z.infer<typeof faultRuleSchema>

type FaultSubject = {
  host: 'cloud' | 'status' | 'callback'
  method: string
  path: string
  operation: string | null
  terminal: string | null
}

export type Faults = {
  add(rules: readonly FaultRule[]): void
  clear(): void
  /** The fault that strikes this message, counted down; the oldest matching rule wins. */
  take(subject: FaultSubject): Fault | null
  /** What is still to strike, as rules that strike that often. */
  pending(): readonly FaultRule[]
}

/** Creates an empty list of faults; `changed` is called whenever it is another one. */
export function createFaults(changed: () => void): Faults {
  let rules: { rule: FaultRule; left: number }[] = []
  const matches = ({ match }: FaultRule, subject: FaultSubject): boolean =>
    // Without a host a rule is about the till's requests, not about callbacks.
    (match?.host === undefined ? subject.host !== 'callback' : match.host === subject.host) &&
    (match?.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match?.pathIncludes === undefined || subject.path.includes(match.pathIncludes)) &&
    (match?.operation === undefined || match.operation === subject.operation) &&
    (match?.terminal === undefined || match.terminal === subject.terminal)

  return {
    add(added) {
      rules.push(...added.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY })))
      changed()
    },
    clear() {
      rules = []
      changed()
    },
    take(subject) {
      const found = rules.find(({ rule }) => matches(rule, subject))
      if (found === undefined) return null
      found.left -= 1
      rules = rules.filter(({ left }) => left > 0)
      if (Number.isFinite(found.left)) changed()
      return found.rule.fault
    },
    pending: () => rules.map(({ rule, left }) => (Number.isFinite(left) ? { ...rule, times: left } : rule)),
  }
}
