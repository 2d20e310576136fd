import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import type { HttpOutcome } from '../ports.ts'
import { toResultAnswer } from './read-result.ts'
import { toHistoryAnswer, toStatusAnswer } from './read-status.ts'
import { toTerminalsAnswer } from './read-terminals.ts'
import { toStopAnswer, toStopBody } from './stop.ts'

const reference = referenceSchema.parse('6f1ed002-ab55-4f5a-9d1b-4f1b8f6e2a11')
const OTHER = '00000000-0000-4000-8000-000000000000'

const answered = (status: number, body: unknown): HttpOutcome => ({
  type: 'answered',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const failure = (status: number, message: unknown): HttpOutcome =>
  answered(status, { error: { statusCode: status, name: 'SomeError', message } })

/** What says nothing about any payment, whatever was asked. */
const silences: [HttpOutcome, string, number | null][] = [
  [{ type: 'notSent', text: 'ECONNREFUSED' }, 'unreachable', null],
  [{ type: 'lost', problem: 'timeout', text: 't' }, 'unreachable', null],
  [{ type: 'lost', problem: 'connectionLost', text: 't' }, 'unreachable', null],
  [{ type: 'lost', problem: 'tooLarge', text: 't' }, 'unreadable', null],
  [failure(401, 'No'), 'keyRefused', 401],
  [answered(403, ''), 'keyRefused', 403],
  [answered(429, '<html>'), 'rateLimited', 429],
  [answered(500, { finStatus: 'AUTHORISED' }), 'serverError', 500],
  [answered(503, ''), 'serverError', 503],
  [answered(302, { finStatus: 'UNDEFINED' }), 'unreadable', 302],
  [answered(400, { finStatus: 'DECLINED' }), 'unreadable', 400],
  [answered(404, '<html>404 Not Found</html>'), 'unreadable', 404],
  [answered(404, { message: 'no Route matched' }), 'unreadable', 404],
  [answered(200, ''), 'unreadable', 200],
  [answered(200, '<html>Sign in to the Wi-Fi</html>'), 'unreadable', 200],
  [answered(200, '"AUTHORISED"'), 'unreadable', 200],
  [answered(200, { finStatus: 'AUTHORIZED' }), 'unreadable', 200],
  [answered(200, { finStatus: 'AUTHORISED', totalAmount: '100' }), 'unreadable', 200],
]

describe('nothing is learnt from', () => {
  test.each(silences)('%j', (outcome, because, status) => {
    const silence = { type: 'noAnswer', because, status }
    expect(toResultAnswer(outcome)).toMatchObject(silence)
    expect(toStatusAnswer(outcome, reference)).toMatchObject(silence)
    expect(toHistoryAnswer(outcome, reference)).toMatchObject(silence)
    expect(toTerminalsAnswer(outcome)).toMatchObject(silence)
    expect(toStopAnswer(outcome).type).toBe(status === 200 ? 'accepted' : 'unanswered')
  })
})

describe('a result', () => {
  test.each([
    [answered(204, ''), { type: 'pending' }],
    [answered(204, { finStatus: 'AUTHORISED' }), { type: 'pending' }],
    [answered(200, { transactionResultId: 'x', statusMessage: 'In Progress' }), { type: 'pending' }],
    [answered(200, { finStatus: 'IN_PROGRESS' }), { type: 'pending' }],
    [answered(200, { finStatus: 'UNDEFINED' }), { type: 'undecided' }],
    [answered(200, { finStatus: 'DECLINED' }), { type: 'final', outcome: { finStatus: 'DECLINED' } }],
    [answered(404, ''), { type: 'forgotten' }],
    [failure(404, 'Not found'), { type: 'forgotten' }],
  ])('%j is %j', (outcome, answer) => {
    expect(toResultAnswer(outcome)).toMatchObject(answer)
  })
})

describe('a status', () => {
  test.each([
    [answered(200, { finStatus: 'UNDEFINED', transactionReference: reference }), { type: 'absent' }],
    [answered(200, { finStatus: 'UNDEFINED', transactionReference: reference.toUpperCase() }), { type: 'absent' }],
    [answered(200, { finStatus: 'UNDEFINED' }), { type: 'absent' }],
    // Nobody in particular: a proxy, or a mistyped host.
    [answered(404, ' \n'), { type: 'noAnswer', because: 'unreadable' }],
    [failure(404, 'Not found'), { type: 'absent' }],
    [answered(200, { finStatus: 'IN_PROGRESS', transactionReference: reference }), { type: 'inProgress' }],
    [answered(200, { finStatus: 'AUTHORISED', totalAmount: 5 }), { type: 'outcome', outcome: { totalAmountMinor: 5 } }],
    [answered(200, { finStatus: 'REFUNDED' }), { type: 'outcome', outcome: { finStatus: 'REFUNDED' } }],
    // "Absent" can end as "not charged": never by a word about something else.
    [
      answered(200, { finStatus: 'UNDEFINED', transactionReference: OTHER }),
      { type: 'noAnswer', because: 'unreadable' },
    ],
    [answered(200, {}), { type: 'noAnswer', because: 'unreadable' }],
  ])('%j is %j', (outcome, answer) => {
    expect(toStatusAnswer(outcome, reference)).toMatchObject(answer)
  })

  test('is absent by nothing but UNDEFINED or a 404 of the service', () => {
    const status = fc.oneof(fc.constantFrom(200, 204, 404), fc.integer({ min: 100, max: 599 }))
    fc.assert(
      fc.property(status, fc.oneof(fc.string({ minLength: 1 }), fc.json()), (code, body) => {
        fc.pre(body.trim() !== '')
        expect(['noAnswer']).toContain(toStatusAnswer({ type: 'answered', status: code, body }, reference).type)
      }),
    )
  })
})

describe('a history', () => {
  const sale = { finStatus: 'CANCELLED', type: 'SALE', transactionReference: reference }
  const reversal = { finStatus: 'AUTHORISED', type: 'REVERSAL', transactionReference: OTHER }

  test('keeps the order of the gateway', () => {
    const answer = toHistoryAnswer(answered(200, [sale, reversal]), reference)
    expect(answer).toMatchObject({ type: 'history', outcomes: [{ type: 'SALE' }, { type: 'REVERSAL' }] })
  })

  test.each([
    [answered(200, []), { type: 'absent' }],
    [answered(200, { finStatus: 'UNDEFINED' }), { type: 'absent' }],
    [answered(200, [{ finStatus: 'UNDEFINED' }]), { type: 'absent' }],
    [failure(404, 'Not found'), { type: 'absent' }],
    [answered(200, sale), { type: 'history', outcomes: [{ finStatus: 'CANCELLED' }] }],
    [answered(200, [{ finStatus: 'IN_PROGRESS' }]), { type: 'history', outcomes: [{ finStatus: 'IN_PROGRESS' }] }],
    [answered(200, [sale, { finStatus: 'NEW' }]), { type: 'noAnswer', because: 'unreadable' }],
    [answered(200, [sale, {}]), { type: 'noAnswer', because: 'unreadable' }],
    [answered(200, [{ ...sale, transactionReference: OTHER }]), { type: 'noAnswer', because: 'unreadable' }],
  ])('%j is %j', (outcome, answer) => {
    expect(toHistoryAnswer(outcome, reference)).toMatchObject(answer)
  })
})

describe('a list of terminals', () => {
  test('holds their names exactly as they are, and no secret', () => {
    const list = [
      { serial_number: '082104578', terminal_type: 'PAXA920', ssk: 'canary', merchant_id_alpha: 'canary' },
      { serial_number: 'VT000000023500', terminal_type: 'VT' },
    ]
    expect(toTerminalsAnswer(answered(200, list))).toStrictEqual({
      type: 'terminals',
      terminals: [
        { serialNumber: '082104578', terminalType: 'PAXA920', isVirtual: false },
        { serialNumber: 'VT000000023500', terminalType: 'VT', isVirtual: true },
      ],
    })
  })

  test('may be empty', () => {
    expect(toTerminalsAnswer(answered(200, []))).toEqual({ type: 'terminals', terminals: [] })
  })

  test.each([{}, [{ serial_number: 7, terminal_type: 'PAXA920' }], [{ terminal_type: 'VT' }]])('is not %j', (body) => {
    expect(toTerminalsAnswer(answered(200, body))).toMatchObject({ type: 'noAnswer', because: 'unreadable' })
  })
})

describe('a stop', () => {
  const coded = (error: number) => failure(400, JSON.stringify({ error, message: 'text' }))

  test('asks for nothing but the terminal', () => {
    expect(toStopBody({ serialNumber: '08', terminalType: 'PAXA920' })).toStrictEqual({
      operation: 'stopCurrentTransaction',
      serial_number: '08',
      terminal_type: 'PAXA920',
    })
  })

  test.each([
    [answered(202, {}), 'accepted'],
    [coded(1003), 'refused'],
    [coded(1005), 'idle'],
    [answered(400, '{"error":1005,"message":"No transaction in progress to cancel"}'), 'idle'],
    [coded(1001), 'unanswered'],
    [coded(1002), 'unanswered'],
    [answered(500, '{"error":1005,"message":"x"}'), 'unanswered'],
    [answered(400, 'No transaction in progress to cancel'), 'unanswered'],
  ])('%j is %s', (outcome, type) => {
    expect(toStopAnswer(outcome).type).toBe(type)
  })
})
