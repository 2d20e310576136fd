import type { Reply } from '../../../testing/foreign-cloud.ts'
import type { Lots } from '../../../testing/lots.ts'
import type { Filed } from './filed.ts'
import { toResult } from './shop-answers.ts'

/** An answer with a body, before anything odd happens to it. */
interface PlainReply {
  status: number
  body?: unknown
}

export interface OddContext {
  reply: PlainReply
  entry: Filed
  /** Another sale of the same merchant, where there is one. */
  other: Filed | undefined
  /** The till's milliseconds since the sale came in. */
  ageMs: number
  lots: Lots
  /** How many times as fast as really the till's time passes. */
  factor: number
}

type Oddity = (context: OddContext) => Reply

const members = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}

/** The object in the answer with other members; an answer without an object stays as it is. */
function withMembers(reply: PlainReply, change: (body: Record<string, unknown>) => Record<string, unknown>): Reply {
  if (Array.isArray(reply.body)) return { ...reply, body: reply.body.map((each) => change(members(each))) }
  return reply.body === undefined ? { status: reply.status } : { ...reply, body: change(members(reply.body)) }
}

/** Some milliseconds late. */
function late(reply: PlainReply, afterMs: number): Reply {
  if (reply.status === 204) return { pieces: [{ afterMs, bytes: 'HTTP/1.1 204 No\r\n\r\n' }], connection: 'close' }
  const text = JSON.stringify(reply.body ?? {})
  const length = `Content-Length: ${Buffer.byteLength(text).toString()}`
  const bytes = `HTTP/1.1 ${reply.status.toString()} Late\r\n${length}\r\n\r\n${text}`
  return { pieces: [{ afterMs, bytes }], connection: 'close' }
}

const refusal = (error: number, message: string): string => JSON.stringify({ error, message })

/** What the body of a refusal by the service says; null where the answer is none. */
function refusalCode({ status, body }: PlainReply): number | null {
  if (status !== 400) return null
  const code = /"error":(\d{4})/.exec(JSON.stringify(body))?.[1]
  return code === undefined ? null : Number(code)
}

/** One refusal in each of the shapes that the documents show (handpoint-api.md §1.12). */
function reshape(reply: PlainReply, lots: Lots): Reply {
  const code = refusalCode(reply)
  if (code === null) return reply
  const inner = { error: code, message: 'no' }
  const envelope = { statusCode: 400, name: 'BadRequestError' }
  return lots.pick<Reply>([
    { status: 400, body: { error: { ...envelope, message: refusal(code, 'no') } } },
    { status: 400, body: inner },
    { status: 400, body: { error: { ...envelope, message: inner, code: null, details: [] } } },
    { status: 400, body: { error: { ...envelope, message: inner }, requestId: 'r-1' } },
  ])
}

/** What can be odd about the answer to a sale that the service has understood. */
export const ODD_REQUESTS: Readonly<Record<string, Oddity>> = {
  'a refusal in another shape': ({ reply, lots }) => reshape(reply, lots),
  'no result id': ({ reply }) => withMembers(reply, ({ statusMessage }) => ({ statusMessage })),
  'a result id that is a number': ({ reply }) => withMembers(reply, (body) => ({ ...body, transactionResultId: 17 })),
  'an empty result id': ({ reply }) => withMembers(reply, (body) => ({ ...body, transactionResultId: '' })),
  'members that nobody knows': ({ reply }) =>
    withMembers(reply, (body) => ({ ...body, links: [{ rel: 'self' }], ok: 1 })),
  '200 instead of 202': ({ reply }) => ({ ...reply, status: reply.status === 202 ? 200 : reply.status }),
  '201 with an array': ({ reply }) => (reply.status === 202 ? { status: 201, body: [reply.body] } : reply),
  'another reference in it': ({ reply }) =>
    withMembers(reply, (body) => ({ ...body, transactionReference: '00000000-0000-0000-0000-000000000000' })),
  'a redirect': () => ({ status: 307, headers: { location: '/transactions' } }),
  'a proxy says bad request': ({ lots }) => ({
    status: lots.pick([400, 403, 404, 409, 422, 429]),
    headers: { 'content-type': 'text/html' },
    body: '<html><h1>Request blocked</h1></html>',
  }),
  'a balancer says bad request': ({ lots }) => ({
    status: lots.pick([400, 403, 404, 409]),
    body: { error: { code: 400, message: 'upstream refused', status: 'INVALID' } },
  }),
  'a gateway says it in numbers': () => ({ status: 400, body: { error: 502, message: 'upstream' } }),
  'an envelope of another status': () => ({
    status: 400,
    body: { error: { statusCode: 502, name: 'X', message: 'x' } },
  }),
  'accepted, in HTML': () => ({ status: 202, headers: { 'content-type': 'text/html' }, body: '<p>Accepted</p>' }),
  'accepted after patience': ({ reply, factor }) => late(reply, 40_000 / factor),
  'too many, after it went through': () => ({ status: 429, body: 'Too Many Requests' }),
}

const FINAL = new Set(['AUTHORISED', 'DECLINED', 'CANCELLED', 'FAILED', 'PARTIAL_APPROVAL'])
const isFinal = ({ body }: PlainReply): boolean => FINAL.has(String(members(body)['finStatus']))

/** What can be odd about an answer to a question, whoever is asked. */
export const ODD_ANSWERS: Readonly<Record<string, Oddity>> = {
  'members that nobody knows': ({ reply }) =>
    withMembers(reply, (body) => ({
      ...body,
      loyalty: { points: [1, null] },
      taxAmount: null,
      fee: { amount: '0.10' },
    })),
  'nothing but the status': ({ reply }) => withMembers(reply, ({ finStatus }) => ({ finStatus })),
  'null wherever it can be': ({ reply }) =>
    withMembers(reply, (body) =>
      Object.fromEntries(Object.keys(body).map((k) => [k, k === 'finStatus' ? body[k] : null])),
    ),
  'amounts that are texts': ({ reply }) =>
    withMembers(reply, (body) => ({
      ...body,
      requestedAmount: String(body['requestedAmount']),
      totalAmount: String(body['totalAmount']),
    })),
  'amounts with decimals': ({ reply }) => withMembers(reply, (body) => ({ ...body, totalAmount: 10.25 })),
  'another amount': ({ reply, entry }) =>
    withMembers(reply, (body) => ({ ...body, requestedAmount: entry.amountMinor + 1 })),
  'the partial approval by its other names': ({ reply, lots }) =>
    withMembers(reply, (body) =>
      body['finStatus'] === 'PARTIAL_APPROVAL'
        ? { ...body, finStatus: lots.pick(['PARTIALLY_APPROVED', 'PARTIALLY_AUTHORISED']) }
        : body,
    ),
  'the status in small letters': ({ reply }) =>
    withMembers(reply, (body) => ({ ...body, finStatus: String(body['finStatus']).toLowerCase() })),
  'a status of next year': ({ reply }) => withMembers(reply, (body) => ({ ...body, finStatus: 'SETTLED' })),
  'an empty status': ({ reply, lots }) => withMembers(reply, (body) => ({ ...body, finStatus: lots.pick(['', null]) })),
  'the reference in capitals': ({ reply, entry }) =>
    withMembers(reply, (body) => ({ ...body, transactionReference: entry.reference.toUpperCase() })),
  'no reference': ({ reply }) => withMembers(reply, (body) => ({ ...body, transactionReference: '' })),
  'clocks that are wrong': ({ reply, lots }) =>
    withMembers(reply, (body) => ({
      ...body,
      efttimestamp: lots.pick([0, -1, 4_102_444_800_000, 1e16, '20230511110113006', 'yesterday', '1615374961000']),
    })),
  'about somebody else': ({ reply, other }) => (other === undefined ? reply : { status: 200, body: toResult(other) }),
  'a megabyte': ({ reply }) => withMembers(reply, (body) => ({ ...body, customData: 'x'.repeat(900_000) })),
  'two megabytes': ({ reply }) => withMembers(reply, (body) => ({ ...body, customData: 'x'.repeat(2_000_000) })),
  'in an array': ({ reply }) => (Array.isArray(reply.body) ? reply : { ...reply, body: [reply.body] }),
  'in an envelope': ({ reply }) => ({ ...reply, body: { result: reply.body } }),
  'with a mark in front': ({ reply }) =>
    reply.body === undefined ? reply : { ...reply, body: `\uFEFF${JSON.stringify(reply.body)}` },
  'with more behind it': ({ reply }) =>
    reply.body === undefined ? reply : { ...reply, body: `${JSON.stringify(reply.body)};` },
  'the status twice': ({ reply }) => ({
    ...reply,
    body: JSON.stringify(reply.body ?? {}).replace('{', '{"finStatus":"IN_PROGRESS",'),
  }),
  'a page of a proxy': ({ lots }) => ({
    status: lots.pick([200, 401, 403, 404, 410, 429, 502]),
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Sign in</title>',
  }),
  'an error with 200': () => ({ status: 200, body: { error: { statusCode: 500, name: 'X', message: 'database' } } }),
  'not its key': () => ({
    status: 401,
    body: { error: { statusCode: 401, name: 'UnauthorizedError', message: 'no' } },
  }),
  'a redirect': ({ lots }) => ({
    status: lots.pick([301, 302, 307, 308]),
    headers: { location: 'https://transactions.handpoint.com/' },
  }),
  'later than its successors': ({ reply, lots, factor }) => (lots.chance(0.5) ? late(reply, 8_000 / factor) : reply),
  'the same thing twice in the files': ({ reply }) =>
    Array.isArray(reply.body) ? { ...reply, body: [...reply.body, ...reply.body] } : reply,
  'still in progress, it says': ({ reply, lots }) =>
    lots.pick<Reply>([
      { status: 200, body: { ...members(reply.body), finStatus: 'IN_PROGRESS' } },
      { status: 200, body: { transactionResultId: 'x', statusMessage: 'In Progress' } },
      { status: 204, body: undefined },
    ]),
  'undefined at first': ({ reply, ageMs }) =>
    isFinal(reply) && ageMs < 80_000 ? withMembers(reply, (body) => ({ ...body, finStatus: 'UNDEFINED' })) : reply,
  'unknown at first': ({ reply, ageMs }) =>
    ageMs < 25_000 ? { status: 404, body: { error: { statusCode: 404, name: 'NotFoundError', message: 'x' } } } : reply,
}
