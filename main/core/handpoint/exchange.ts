import type { HttpOutcome, HttpRequest, LogFields } from '../ports.ts'
import type { Urgency } from './answers.ts'
import { createBudget } from './budget.ts'
import type { HandpointClientOptions } from './client-options.ts'
import { createHiding } from './hide-secrets.ts'

/** A path of the service. Behind its slash nothing can belong to the name of a host. */
export type ServicePath = `/${string}`

export interface Question {
  method: HttpRequest['method']
  service: 'cloud' | 'status'
  /** The path as it is logged: `{name}` stands for the member of `values`. */
  path: ServicePath
  values?: Readonly<Record<string, string>>
  body?: Readonly<Record<string, unknown>>
  /** What of the body must not come back in anything that is said about it. */
  secrets?: readonly string[] | undefined
  urgency: Urgency
  /** Asked when its turn has come: false, and it does not leave. */
  mayLeave?: (() => boolean) | undefined
  /** Time for the exchange itself, in milliseconds; waiting for its turn does not count. */
  timeoutMs: number
}

/** Sends one question, once, in its turn; never throws. */
export type Exchange = (question: Question) => Promise<HttpOutcome>

const NO_VALUES = {}

/** The one place that holds the key: nothing of it leaves here but the header (safety K5, K6). */
export function createExchange(options: HandpointClientOptions): Exchange {
  const { http, clock, cloudUrl, statusUrl, apiKey, log } = options
  const budget = createBudget(clock)
  const services = { cloud: toService(cloudUrl, apiKey), status: toService(statusUrl, apiKey) }

  // A server may repeat the key in what it says, and what it says is shown, logged and journaled. What is read from here on, and
  // remembered of it (`read-once.ts`), is without it.
  const hideKey = createHiding([apiKey])

  function toRequest({ method, service, path, values = NO_VALUES, body, timeoutMs }: Question): HttpRequest {
    const { base, headers, headersOfBody } = services[service]
    const url = base + fill(path, values)
    if (body === undefined) return { method, url, headers, body: null, timeoutMs }
    return { method, url, headers: headersOfBody, body: JSON.stringify(body), timeoutMs }
  }

  return async (question) => {
    const request = toRequest(question)
    await budget.turn(question.urgency)
    if (question.mayLeave?.() === false) return { type: 'notSent', text: 'it was held back' }
    const startedMs = clock.monotonicMs()
    const outcome = await http(request)
    const ms = Math.round(clock.monotonicMs() - startedMs)
    if (outcome.type === 'answered' && outcome.status === 429) budget.pause()
    log.info('handpoint.exchange', describe(question, outcome, ms))
    const hide = question.secrets === undefined ? hideKey : createHiding([apiKey, ...question.secrets])
    return outcome.type === 'answered'
      ? { type: 'answered', status: outcome.status, body: hide(outcome.body) }
      : { ...outcome, text: hide(outcome.text) }
  }
}

interface Service {
  base: string
  headers: HttpRequest['headers']
  headersOfBody: HttpRequest['headers']
}

/** One of the two hosts that get the key, and no other can: a path goes on after a slash. What is no address gets none. */
function toService(url: string, apiKey: string): Service {
  const base = url.replace(/\/+$/, '')
  const key: Record<string, string> = URL.canParse(base) ? { ApiKeyCloud: apiKey } : {}
  const headers = Object.freeze({ Accept: 'application/json', ...key })
  return { base, headers, headersOfBody: Object.freeze({ ...headers, 'Content-Type': 'application/json' }) }
}

function fill(path: ServicePath, values: Readonly<Record<string, string>>): string {
  let filled: string = path
  for (const name in values) filled = filled.replace(`{${name}}`, toSegment(values[name] ?? ''))
  return filled
}

const NEEDS_NO_ENCODING = /^[\w-]*$/

/** One segment of a path. An id of the service may hold half a character, on which encoding alone would throw. */
function toSegment(value: string): string {
  return NEEDS_NO_ENCODING.test(value) ? value : encodeURIComponent(value.toWellFormed())
}

function describe({ method, service, path }: Question, outcome: HttpOutcome, ms: number): LogFields {
  switch (outcome.type) {
    case 'answered':
      return { method, service, path, status: outcome.status, ms }
    case 'notSent':
      return { method, service, path, status: null, problem: 'notSent', ms }
    case 'lost':
      return { method, service, path, status: null, problem: outcome.problem, ms }
  }
}
