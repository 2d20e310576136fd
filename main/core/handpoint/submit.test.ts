import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transactionEventSchema } from '../../../shared/transaction/events.ts'
import type { HttpOutcome } from '../ports.ts'
import { toSubmitEvent } from './submit.ts'

const answered = (status: number, body: unknown): HttpOutcome => ({
  type: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const failure = (status: number, message: unknown, rest: object = {}): HttpOutcome =>
  answered(status, { error: { statusCode: status, name: 'SomeError', message, ...rest } })
const coded = (status: number, code: number): HttpOutcome => failure(status, { error: code, message: 'text' })

describe('a request is accepted', () => {
  test.each([
    [
      'with its result id',
      answered(202, { transactionResultId: '082104578-1736', statusMessage: 'x' }),
      '082104578-1736',
    ],
    ['without one', answered(202, { statusMessage: 'Operation Accepted' }), null],
    ['with an empty one', answered(202, { transactionResultId: '' }), null],
    ['with one that is no text', answered(202, { transactionResultId: 7 }), null],
    ['with an unreadable body', answered(202, '<html>'), null],
    ['with no body', answered(202, ''), null],
    ['by another 2xx', answered(200, { transactionResultId: 'id' }), 'id'],
    ['by a terminal that answers a ping at once', answered(200, { result: 'PING_PONG' }), null],
    ['by a 2xx without a body', answered(200, ' '), null],
    ['as a command to a device', answered(202, { status: 'Accepted' }), null],
  ])('%s', (_, outcome, resultId) => {
    expect(toSubmitEvent(outcome)).toEqual({ type: 'requestAccepted', resultId })
  })
})

describe('a request is refused for sure', () => {
  test.each([
    [coded(400, 1001), 'terminalBusy', 1001],
    [coded(400, 1002), 'terminalOffline', 1002],
    [coded(400, 1004), 'terminalNotAssigned', 1004],
    [coded(400, 1003), 'invalidRequest', 1003],
    [answered(400, '{"error":1001,"message":"Device is busy"}'), 'terminalBusy', 1001],
    [failure(400, '{"error":1002,"message":"Device not responding"}'), 'terminalOffline', 1002],
    [failure(400, 'Invalid amount (0 < amount < 999999999999)'), 'invalidRequest', null],
    [
      failure(400, 'Viscus operation failed', { details: { body: { error: { errorCode: 5001 } } } }),
      'originalNotFound',
      null,
    ],
    [failure(400, 'Transaction already completed', { code: '3052' }), 'notAllowed', null],
    [failure(403, 'No valid key found in header'), 'keyRefused', null],
    [failure(404, 'Terminal not found'), 'terminalOffline', null],
    [failure(409, 'Busy'), 'terminalBusy', null],
    [failure(422, 'Invalid', { code: 'VALIDATION_FAILED', details: [] }), 'invalidRequest', null],
    [failure(429, 'Too many requests, please try again later.'), 'tooManyRequests', null],
  ])('%j: %s', (outcome, reason, terminalCode) => {
    const httpStatus = outcome.type === 'answered' ? outcome.status : null
    expect(toSubmitEvent(outcome)).toMatchObject({ type: 'requestRefused', reason, terminalCode, httpStatus })
  })
})

describe('a request certainly did not leave', () => {
  test('only where the adapter says so', () => {
    expect(toSubmitEvent({ type: 'notSent', text: 'ECONNREFUSED' })).toEqual({
      type: 'requestUnsent',
      text: 'ECONNREFUSED',
    })
  })
})

describe('nobody knows whether a request arrived', () => {
  test.each<[HttpOutcome, string, number | null]>([
    [{ type: 'lost', problem: 'timeout', text: 't' }, 'timeout', null],
    [{ type: 'lost', problem: 'connectionLost', text: 't' }, 'connectionLost', null],
    [{ type: 'lost', problem: 'tooLarge', text: 't' }, 'unreadable', null],
    ...[400, 403, 404, 409, 422, 429].flatMap((status): [HttpOutcome, string, number][] => [
      [answered(status, ''), 'unreadable', status],
      [answered(status, '<html>blocked</html>'), 'unreadable', status],
      [answered(status, '{"message":"Forbidden"}'), 'unreadable', status],
    ]),
    [failure(401, 'No'), 'unreadable', 401],
    [coded(405, 1001), 'unreadable', 405],
    [failure(408, 'Timeout'), 'unreadable', 408],
    [answered(200, '<html>Sign in to the network</html>'), 'unreadable', 200],
    [answered(201, '"ok"'), 'unreadable', 201],
    [answered(302, ''), 'unreadable', 302],
    [answered(304, ''), 'unreadable', 304],
    [coded(500, 1002), 'serverError', 500],
    [failure(502, 'Bad gateway'), 'serverError', 502],
    [answered(503, ''), 'serverError', 503],
    [answered(504, '<html>'), 'serverError', 504],
  ])('%j: %s', (outcome, problem, httpStatus) => {
    expect(toSubmitEvent(outcome)).toMatchObject({ type: 'requestUnanswered', problem, httpStatus })
  })
})

test('no answer but a 2xx is an acceptance, and no refusal lacks a documented body', () => {
  const page = fc.oneof(fc.string(), fc.json(), fc.constantFrom('', '<html>', '{"error":400,"message":"x"}'))
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), page, (status, text) => {
      const isSuccess = status >= 200 && status < 300
      const { type } = toSubmitEvent({ type: 'answered', status, body: text })
      expect(isSuccess ? ['requestAccepted', 'requestUnanswered'] : ['requestUnanswered']).toContain(type)
    }),
  )
})

test('any answer is an event that the journal takes, and no 5xx is ever a refusal', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom('{"error":1001,"message":"busy"}'))
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
      const event = toSubmitEvent({ type: 'answered', status, body: text })
      expect(transactionEventSchema.safeParse(event).success).toBe(true)
      if (status >= 500 || status === 401) expect(event.type).toBe('requestUnanswered')
    }),
  )
})
