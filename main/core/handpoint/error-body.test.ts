import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseError } from './error-body.ts'

const envelope = (statusCode: number, message: unknown, rest: object = {}): string =>
  JSON.stringify({ error: { statusCode, name: 'SomeError', message, ...rest } })

const busy = { http: 400, terminalCode: 1001, gatewayCode: null, text: 'The device is busy', errorGuid: null }

describe('an error of the service is read', () => {
  test.each([
    ['nested', envelope(400, { error: 1001, message: 'The device is busy' })],
    ['as a JSON string', envelope(400, JSON.stringify({ error: 1001, message: 'The device is busy' }))],
    ['flat', '{"error":1001,"message":"The device is busy"}'],
  ])('with a terminal code %s', (_, body) => {
    expect(parseError(400, body)).toEqual(busy)
  })

  test('with a plain message', () => {
    expect(parseError(400, envelope(400, 'Invalid guid [fake-guid]'))).toEqual({
      http: 400,
      terminalCode: null,
      gatewayCode: null,
      text: 'Invalid guid [fake-guid]',
      errorGuid: null,
    })
  })

  test('with the faults of a failed validation', () => {
    const details = [
      { path: '/amount', code: 'type', message: 'must be string', info: {} },
      { path: '', code: 'required', message: 'must have currency', info: { missingProperty: 'currency' } },
    ]
    const body = envelope(422, 'The request body is invalid.', { code: 'VALIDATION_FAILED', details })
    expect(parseError(422, body)).toMatchObject({
      http: 422,
      gatewayCode: null,
      text: 'The request body is invalid.: /amount must be string: must have currency',
    })
  })

  test('with the gateway’s error inside', () => {
    const error = { errorCode: '3112', reason: 'Not eligible', errorGuid: 'guid-1', httpStatus: '400' }
    const body = envelope(400, 'Viscus operation failed', { details: { body: { error } } })
    expect(parseError(400, body)).toEqual({
      http: 400,
      terminalCode: null,
      gatewayCode: '3112',
      text: 'Viscus operation failed: Not eligible',
      errorGuid: 'guid-1',
    })
  })

  test.each(['3051', 3051])('with the gateway’s code %j beside a plain message', (code) => {
    expect(parseError(400, envelope(400, 'Already reversed', { code }))).toMatchObject({ gatewayCode: '3051' })
  })

  test('with full card numbers masked and its length limited', () => {
    expect(parseError(400, envelope(400, 'card 4111111111111111 refused'))?.text).toBe('card ************1111 refused')
    expect(parseError(400, envelope(400, 'x'.repeat(50_000)))?.text).toHaveLength(1_000)
  })
})

describe('somebody else’s answer is none', () => {
  test.each([
    ['empty', ''],
    ['a page', '<html><body>400 Bad Request</body></html>'],
    ['cut off', '{"error":{"statusCode":400,'],
    ['not an object', '"busy"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['of another kind', '{"message":"Forbidden"}'],
    ['a web server’s', '{"timestamp":1,"status":400,"error":"Bad Request","path":"/"}'],
    ['a load balancer’s', '{"error":{"code":400,"message":"Bad Request","status":"INVALID_ARGUMENT"}}'],
    ['flat with an HTTP status as its code', '{"error":400,"message":"Bad Request"}'],
    ['about another status', envelope(500, 'Internal error')],
    ['without a message', '{"error":{"statusCode":400,"name":"BadRequestError"}}'],
  ])('%s', (_, body) => {
    expect(parseError(400, body)).toBeNull()
  })

  test('and nothing at all makes the parser throw', () => {
    fc.assert(fc.property(fc.nat(599), fc.string(), (status, body) => void parseError(status, body)))
    fc.assert(
      fc.property(fc.nat(599), fc.jsonValue(), fc.jsonValue(), (status, message, details) => {
        const report = parseError(
          status,
          JSON.stringify({ error: { statusCode: status, name: 'x', message, details } }),
        )
        expect(report === null || report.text.length <= 1_000).toBe(true)
      }),
    )
  })
})
