import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLinkedRefund, aSale } from '../../../shared/testing/transactions.ts'
import { transactionEventSchema } from '../../../shared/transaction/events.ts'
import { fitsRequest } from '../../../shared/transaction/fits-request.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import type { HttpOutcome } from '../ports.ts'
import { toGatewayEvent } from './gateway-answer.ts'

const GUID = aLinkedRefund.original?.transactionId ?? ''

function intentOf(operation: Intent['operation'], amountMinor = 4500): Intent {
  const { original } = aLinkedRefund
  return intentSchema.parse({ ...aSale, operation, amountMinor, channel: 'gateway', original })
}

const reversal = intentOf('saleReversal')
const increase = intentOf('preAuthorizationIncrease', 1500)
const tip = intentOf('tipAdjustment', 525)
const EVERY = [reversal, intentOf('refundReversal'), intentOf('preAuthorizationReversal'), increase, tip]

const answered = (status: number, body: unknown): HttpOutcome => ({
  type: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const failure = (status: number, message: unknown, rest: object = {}): HttpOutcome =>
  answered(status, { error: { statusCode: status, name: 'SomeError', message, ...rest } })
const coded = (code: string | number): HttpOutcome => failure(400, 'text', { code })
const inner = (errorCode: string, errorGuid = 'guid-1'): HttpOutcome =>
  failure(400, 'Viscus operation failed', {
    details: { body: { error: { errorCode, reason: 'why', errorGuid, httpStatus: '400' } } },
  })

/** As recorded, shortened (handpoint-api.md §2.10). */
const reversed = {
  httpStatus: 200,
  amount: '45.00',
  currency: 'EUR',
  approvalCode: '123456',
  issuerResponseCode: '00',
  issuerResponseText: 'Approved or completed successfully',
  reversalGuid: 'reversal-guid',
  originalGuid: GUID,
  authorizationGuid: GUID,
  transactionReference: aSale.reference,
  customFields: { entry: [{ key: 'messageReasonCode', value: '4000' }] },
  cardTypeName: 'Visa',
  maskedCardNumber: '453212******1456',
}
const increased = {
  holdAmount: '60.00',
  originalAmount: '45.00',
  increaseAmount: '15.00',
  amount: '60.00',
  preAuthorizationGuid: GUID,
  preAuthorizationIncreaseGuid: 'increase-guid',
  approvalCode: '123456',
  currency: 'EUR',
  issuerResponseCode: '00',
  issuerResponseText: 'Approved',
  customFields: {},
}

describe('a reversal without a terminal', () => {
  test('is done by the 200 and the issuer’s 00, without any finStatus', () => {
    const event = toGatewayEvent(answered(200, reversed), reversal)
    expect(event).toMatchObject({
      type: 'gatewayAnswered',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      outcome: {
        finStatus: 'AUTHORISED',
        transactionId: 'reversal-guid',
        originalTransactionId: GUID,
        totalAmountMinor: 4500,
        currency: 'EUR',
        statusMessage: 'Approved or completed successfully',
        card: { scheme: 'Visa', maskedNumber: '************1456', authorisationCode: '123456' },
      },
    })
    expect(toGatewayEvent(answered(200, { ...reversed, finStatus: 'AUTHORISED' }), reversal)).toEqual(event)
    expect(fold(reversal, [event]).state).toMatchObject({ status: 'approved', basis: 'gateway' })
  })

  test('is refused by another code of the issuer, whatever else the 200 holds', () => {
    const body = { ...reversed, issuerResponseCode: '05', finStatus: 'AUTHORISED' }
    const event = toGatewayEvent(answered(200, body), reversal)
    expect(event).toMatchObject({ type: 'gatewayAnswered', outcome: { finStatus: 'DECLINED' } })
    expect(fold(reversal, [event]).state.status).toBe('declined')
  })

  test.each([coded('3051'), coded(3051), inner('3051')])('is done where it was done before: 3051 %#', (outcome) => {
    const event = toGatewayEvent(outcome, reversal)
    expect(event).toMatchObject({ type: 'gatewayAnswered', outcome: { finStatus: 'AUTHORISED' } })
    expect(fold(reversal, [event]).state).toMatchObject({ status: 'approved', chargedMinor: 4500 })
  })

  test.each([
    ['3052', coded('3052')],
    ['words alone', failure(400, 'Transaction already reversed')],
    ['a code that nobody documented', coded('9999')],
    ['a terminal’s code', failure(400, { error: 1002, message: 'offline' })],
    ['an empty body', answered(400, '')],
    ['a page', answered(400, '<html>')],
  ])('is looked up after a 400 with %s', (_, outcome) => {
    expect(toGatewayEvent(outcome, reversal)).toMatchObject({ type: 'requestUnanswered', httpStatus: 400 })
  })

  test.each([
    ['3153', 'originalNotFound'],
    ['5001', 'originalNotFound'],
    ['3109', 'notAllowed'],
    ['3210', 'notAllowed'],
    ['4066', 'notAllowed'],
  ])('is refused for sure by %s as %s', (code, reason) => {
    for (const outcome of [coded(code), inner(code)]) {
      expect(toGatewayEvent(outcome, reversal)).toMatchObject({
        type: 'requestRefused',
        reason,
        gatewayCode: code,
        terminalCode: null,
      })
    }
  })

  test('that took back another operation took back nothing that was asked for', () => {
    const other = { ...reversed, originalGuid: '11111111-8192-11eb-9aca-ad4b0e95f241' }
    expect(toGatewayEvent(answered(200, other), reversal)).toMatchObject({ type: 'requestUnanswered' })
    const upper = { ...reversed, originalGuid: GUID.toUpperCase() }
    expect(toGatewayEvent(answered(200, upper), reversal)).toMatchObject({ type: 'gatewayAnswered' })
  })

  test('is looked up where the amount cannot be read: it may be a part', () => {
    for (const amount of [1.5, 45, 4500, '45,00', '15.005', true, ['45.00']]) {
      const event = toGatewayEvent(answered(200, { ...reversed, amount }), reversal)
      expect([amount, event]).toMatchObject([amount, { type: 'requestUnanswered', httpStatus: 200 }])
    }
  })

  test('took back all of it where no amount is told', () => {
    for (const amount of [undefined, null, '', ' ']) {
      const event = toGatewayEvent(answered(200, { ...reversed, amount }), reversal)
      expect(fold(reversal, [event]).state).toMatchObject({ status: 'approved', chargedMinor: 4500 })
    }
  })

  test('in another currency is a conflict, not a success', () => {
    const event = toGatewayEvent(answered(200, { ...reversed, currency: 'USD' }), reversal)
    expect(fold(reversal, [event]).state).toMatchObject({ status: 'conflict', because: 'mismatch' })
  })
})

describe('an increase without a terminal', () => {
  test('is done, with what was added and not what is held in all', () => {
    const event = toGatewayEvent(answered(200, increased), increase)
    expect(event).toMatchObject({
      outcome: { finStatus: 'AUTHORISED', transactionId: 'increase-guid', totalAmountMinor: 1500 },
    })
    expect(event.type === 'gatewayAnswered' && fitsRequest(increase, event.outcome)).toBe(true)
    expect(fold(increase, [event]).state).toMatchObject({ status: 'approved', chargedMinor: 1500 })
  })

  test.each([
    ['3156', 'originalNotFound'],
    ['5001', 'originalNotFound'],
    ['3207', 'notAllowed'],
    ['3211', 'notAllowed'],
    ['3212', 'notAllowed'],
    ['3052', 'notAllowed'],
    ['3051', 'notAllowed'],
  ])('is refused by %s as %s', (code, reason) => {
    expect(toGatewayEvent(coded(code), increase)).toMatchObject({ type: 'requestRefused', reason })
  })

  test('of an amount that cannot be read, or of another hold, is looked up', () => {
    const amounts = ['15.005', 'x', 1.5, 15].map((increaseAmount) => ({ increaseAmount }))
    for (const change of [...amounts, { preAuthorizationGuid: 'other' }]) {
      const event = toGatewayEvent(answered(200, { ...increased, ...change }), increase)
      expect(event).toMatchObject({ type: 'requestUnanswered', httpStatus: 200 })
    }
  })

  test('of another amount than was asked for is a conflict', () => {
    const event = toGatewayEvent(answered(200, { ...increased, increaseAmount: '60.00' }), increase)
    expect(fold(increase, [event]).state.status).toBe('conflict')
  })
})

describe('a tip adjustment', () => {
  test('is done by its 200 and its word', () => {
    const event = toGatewayEvent(answered(200, { statusMessage: 'tip adjusted' }), tip)
    expect(event).toMatchObject({ outcome: { finStatus: 'AUTHORISED', statusMessage: 'tip adjusted' } })
    expect(fold(tip, [event]).state).toMatchObject({ status: 'approved', chargedMinor: 525, basis: 'gateway' })
  })

  test('is refused in words alone', () => {
    expect(toGatewayEvent(failure(400, 'Invalid guid [fake-guid]'), tip)).toMatchObject({
      type: 'requestRefused',
      reason: 'notAllowed',
      text: 'Invalid guid [fake-guid]',
    })
  })

  test.each([{}, { statusMessage: 7 }, [], 'tip adjusted'])('without its word is looked up: %j', (body) => {
    expect(toGatewayEvent(answered(200, JSON.stringify(body)), tip)).toMatchObject({ type: 'requestUnanswered' })
  })
})

describe.each(EVERY.map((intent) => [intent.operation, intent] as const))('%s', (_, intent) => {
  test.each<[string, HttpOutcome]>([
    ['a page', answered(200, '<html>Sign in</html>')],
    ['nothing', answered(200, '')],
    ['an empty object', answered(200, {})],
    ['a list', answered(200, '[]')],
    ['a cut body', answered(200, '{"issuerResponseCode":"00"')],
    ['an empty code', answered(200, { ...reversed, issuerResponseCode: '' })],
    ['a number for a code', answered(200, { ...reversed, issuerResponseCode: 0 })],
    ['another 2xx', answered(202, { ...reversed, statusMessage: 'x' })],
    ['no content', answered(204, '')],
    ['an address elsewhere', answered(302, '')],
    ['a refused key without rights to the reference', failure(401, 'Unauthorized')],
    ['a 500', failure(500, 'Internal Server Error')],
    ['a 503 of a proxy', answered(503, '<html>')],
    ['a 504', failure(504, 'Tip adjustment timed out')],
    ['a refusal of a proxy', answered(403, '<html>')],
    ['a 404 of a proxy', answered(404, '')],
    ['a time-out', { type: 'lost', problem: 'timeout', text: 't' }],
    ['a lost connection', { type: 'lost', problem: 'connectionLost', text: 't' }],
    ['a huge body', { type: 'lost', problem: 'tooLarge', text: 't' }],
  ])('is unknown after %s', (__, outcome) => {
    expect(toGatewayEvent(outcome, intent).type).toBe('requestUnanswered')
  })

  test.each<[HttpOutcome, string]>([
    [
      failure(403, 'No valid key found in header'),
      // Documented for the key of a partner, which is good for everything else.
      intent.operation === 'preAuthorizationIncrease' ? 'notAllowed' : 'keyRefused',
    ],
    [failure(404, 'Endpoint "POST /reversal" not found.'), 'other'],
    [failure(409, 'Conflict'), 'other'],
    [failure(422, 'Invalid', { code: 'VALIDATION_FAILED', details: [{ path: '/x', message: 'm' }] }), 'invalidRequest'],
    [failure(429, 'Too many requests, please try again later.'), 'tooManyRequests'],
  ])('is refused by %j as %s, and no terminal is blamed', (outcome, reason) => {
    expect(toGatewayEvent(outcome, intent)).toMatchObject({ type: 'requestRefused', reason })
  })

  test('was not sent where the adapter says so', () => {
    expect(toGatewayEvent({ type: 'notSent', text: 'ECONNREFUSED' }, intent)).toMatchObject({ type: 'requestUnsent' })
  })

  test('is never said to be done or refused by a body that is not documented, and nothing throws', () => {
    const status = fc.oneof(fc.constantFrom(200, 400, 403, 404, 409, 422, 429), fc.integer({ min: 100, max: 599 }))
    const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom('{"error":400}', '<html>', 'null', '{"error":{}}'))
    fc.assert(
      fc.property(status, body, (http, text) => {
        expect(toGatewayEvent(answered(http, text), intent).type).toBe('requestUnanswered')
      }),
    )
    const message = fc.oneof(fc.string(), fc.record({ error: fc.integer(), message: fc.string() }), fc.jsonValue())
    const code = fc.oneof(fc.constantFrom('3051', '3052', '3153', 3156), fc.jsonValue())
    fc.assert(
      fc.property(status, message, code, fc.jsonValue(), (http, words, gatewayCode, details) => {
        const event = toGatewayEvent(failure(http, words, { code: gatewayCode, details }), intent)
        expect(transactionEventSchema.safeParse(event).success).toBe(true)
        if (http >= 500 || http === 401) expect(event.type).toBe('requestUnanswered')
        if (http !== 400) expect(event.type).not.toBe('gatewayAnswered')
      }),
    )
  })
})

describe('every shape of an error is understood', () => {
  const details = [{ path: '/originalGuid', code: 'required', message: 'must be there', info: {} }]
  test.each<[string, HttpOutcome, object]>([
    ['nested', failure(400, { error: 3153, message: 'gone' }), { gatewayCode: '3153', text: 'gone' }],
    ['as a JSON string', failure(400, '{"error":3153,"message":"gone"}'), { gatewayCode: '3153', text: 'gone' }],
    ['flat', answered(400, { error: 3153, message: 'gone' }), { gatewayCode: '3153', text: 'gone' }],
    ['plain with a code', failure(400, 'gone', { code: '3153' }), { gatewayCode: '3153', text: 'gone' }],
    [
      'a failed validation',
      failure(422, 'Invalid', { code: 'VALIDATION_FAILED', details }),
      { reason: 'invalidRequest', text: 'Invalid: /originalGuid must be there' },
    ],
    ['the gateway’s inside', inner('3153'), { gatewayCode: '3153', errorGuid: 'guid-1' }],
  ])('%s', (_, outcome, known) => {
    expect(toGatewayEvent(outcome, reversal)).toMatchObject({ type: 'requestRefused', ...known })
  })

  test('and none at all says nothing', () => {
    expect(toGatewayEvent(answered(400, ''), reversal).type).toBe('requestUnanswered')
  })
})

test('the gateway’s ids are kept whole, also where their digits pass for a card number', () => {
  const id = '4000000000000002'
  const original = { reference: aSale.reference, transactionId: id, filedUnder: aSale.reference }
  const ofSale = { ...reversal, original }
  const body = { ...reversed, originalGuid: id, reversalGuid: '5555555555554444' }
  expect(toGatewayEvent(answered(200, body), ofSale)).toMatchObject({
    outcome: { transactionId: '5555555555554444', originalTransactionId: id },
  })
  expect(toGatewayEvent(inner('3153', id), ofSale)).toMatchObject({ errorGuid: id })
})

test('no full card number comes through, in whatever field it is', () => {
  const card = '4111 1111 1111 1111'
  const body = { ...reversed, maskedCardNumber: card, issuerResponseText: card, cardTypeName: card, reversalGuid: card }
  expect(JSON.stringify(toGatewayEvent(answered(200, body), reversal))).not.toMatch(/4111[ ]?1111/)
})
