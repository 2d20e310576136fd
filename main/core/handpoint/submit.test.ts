import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import { transactionEventSchema } from '../../../shared/transaction/events.ts'
import type { HttpOutcome } from '../ports.ts'
import type { SubmitRequest } from './answers.ts'
import { toSubmitBody, toSubmitEvent } from './submit.ts'

const reference = referenceSchema.parse('6f1ed002-ab55-4f5a-9d1b-4f1b8f6e2a11')
const sale: SubmitRequest = {
  operation: 'sale',
  amountMinor: 4_500,
  currency: 'EUR',
  terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
  reference,
  customerReference: null,
}

describe('the body of a request', () => {
  test('for a sale holds what is needed and nothing else', () => {
    expect(toSubmitBody(sale)).toStrictEqual({
      operation: 'sale',
      amount: '4500',
      currency: 'EUR',
      terminal_type: 'PAXA920',
      serial_number: '082104578',
      transactionReference: reference,
    })
  })

  test('keeps the largest amount exact and names the order where there is one', () => {
    const body = toSubmitBody({ ...sale, amountMinor: 999_999_999_998, customerReference: 'order 7' })
    expect(body).toMatchObject({ amount: '999999999998', customerReference: 'order 7' })
  })

  test('for a linked refund names the original and sends no reference of its own', () => {
    const body = toSubmitBody({ ...sale, operation: 'refund', originalTransactionId: 'original' })
    expect(body).toMatchObject({ operation: 'refund', originalTransactionId: 'original' })
    expect(body).not.toHaveProperty('transactionReference')
    expect(toSubmitBody({ ...sale, operation: 'refund' })).toHaveProperty('transactionReference', reference)
    expect(toSubmitBody({ ...sale, operation: 'saleReversal', originalTransactionId: 'o' })).not.toHaveProperty(
      'transactionReference',
    )
  })

  test('has no amount where the operation has none', () => {
    expect(toSubmitBody({ ...sale, operation: 'tokenizeCard' })).toStrictEqual({
      operation: 'tokenizeCard',
      terminal_type: 'PAXA920',
      serial_number: '082104578',
    })
  })
})

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
      'invalidRequest',
      null,
    ],
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
