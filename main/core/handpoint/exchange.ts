import type { HttpOutcome, HttpRequest, LogFields } from '../ports.ts'
import type { Urgency } from './answers.ts'
import { createBudget } from './budget.ts'
import type { HandpointClientOptions } from './client-options.ts'

export interface Question {
  method: HttpRequest['method']
  service: 'cloud' | 'status'
  /** The path as it is logged: `{name}` stands for the member of `values`. */
  path: string
  values?: Readonly<Record<string, string>>
  body?: Readonly<Record<string, unknown>>
  urgency: Urgency
  /** Asked when its turn has come: false, and it does not leave. */
  mayLeave?: (() => boolean) | undefined
  /** Time for the exchange itself, in milliseconds; waiting for its turn does not count. */
  timeoutMs: number
}

type Asked = Pick<Question, 'method' | 'service' | 'path'>

/** Sends one question, once, in its turn; never throws. */
export type Exchange = (question: Question) => Promise<HttpOutcome>

const HIDDEN = '[key]'

/** The one place that holds the key: nothing of it leaves here but the header (safety K5, K6). */
export function createExchange(options: HandpointClientOptions): Exchange {
  const { http, clock, cloudUrl, statusUrl, apiKey, log } = options
  const budget = createBudget(clock)
  const bases = { cloud: cloudUrl.replace(/\/+$/, ''), status: statusUrl.replace(/\/+$/, '') }
  const addresses = Object.values(bases)
    .filter((base) => URL.canParse(base))
    .map((base) => `${base}/`)

  /** What goes on from one of the two addresses after a slash goes to that host, whatever follows. */
  function withKey(url: string, headers: Record<string, string>): Record<string, string> {
    return addresses.some((address) => url.startsWith(address)) ? { ...headers, ApiKeyCloud: apiKey } : headers
  }

  // A server may repeat the key in what it says, and what it says is shown, logged and journaled.
  function hideKey(text: string): string {
    return apiKey === '' ? text : text.replaceAll(apiKey, HIDDEN)
  }

  return async ({ method, service, path, values = {}, body, urgency, mayLeave, timeoutMs }) => {
    const url = bases[service] + fill(path, values)
    const json: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
    const headers = withKey(url, { Accept: 'application/json', ...json })

    await budget.turn(urgency)
    if (mayLeave?.() === false) return { type: 'notSent', text: 'it was held back' }
    const startedMs = clock.monotonicMs()
    const outcome = await http({
      method,
      url,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      timeoutMs,
    })
    const ms = Math.round(clock.monotonicMs() - startedMs)
    if (outcome.type === 'answered' && outcome.status === 429) budget.pause()
    const question = { method, service, path }
    log.info('handpoint.exchange', describe(question, outcome, ms))
    return outcome.type === 'answered'
      ? { ...outcome, body: hideKey(outcome.body) }
      : { ...outcome, text: hideKey(outcome.text) }
  }
}

function fill(path: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, toSegment(value)), path)
}

/** One segment of a path. An id of the service may hold half a character, on which encoding alone would throw. */
function toSegment(value: string): string {
  return encodeURIComponent(value.toWellFormed())
}

function describe({ method, service, path }: Asked, outcome: HttpOutcome, ms: number): LogFields {
  switch (outcome.type) {
    case 'answered':
      return { method, service, path, status: outcome.status, ms }
    case 'notSent':
      return { method, service, path, status: null, problem: 'notSent', ms }
    case 'lost':
      return { method, service, path, status: null, problem: outcome.problem, ms }
  }
}
