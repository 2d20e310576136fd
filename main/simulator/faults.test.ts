import { describe, expect, test } from 'vitest'
import { openRig, reference, sale, serial } from './rig.ts'
import type { Rig } from './rig.ts'
import type { Fault } from './faults.ts'

const strike = (rig: Rig, fault: Fault) => rig.control.addFaults([{ match: { operation: 'sale' }, fault, times: 1 }])
const phase = (rig: Rig) => rig.control.terminals()[0]?.phase

describe('faults on the way of a sale', () => {
  test.each(['drop', 'reset'] as const)('%s: the terminal never hears of it', async (type) => {
    const rig = openRig()
    strike(rig, { type })
    expect((await rig.start('sale', sale)).outcome).toBe(type)
    expect(phase(rig)).toBe('idle')
    expect(rig.control.ledger()).toMatchObject([{ reference, received: 1, handled: 0, transactions: [] }])
    expect(rig.control.requests()).toMatchObject([{ order: 1, status: null, fault: type, operation: 'sale' }])
  })

  test('loseAnswer: the terminal has it and the till does not know', async () => {
    const rig = openRig()
    strike(rig, { type: 'loseAnswer' })
    expect((await rig.start('sale', sale)).outcome).toBe('reset')
    expect(phase(rig)).toBe('waitingForCard')
    expect(rig.control.ledger()).toMatchObject([{ received: 1, handled: 1 }])
  })

  test('a 5xx may or may not have been carried out', async () => {
    for (const carriedOut of [true, false]) {
      const rig = openRig()
      strike(rig, { type: 'status', status: 503, carriedOut })
      expect(await rig.start('sale', sale)).toMatchObject({ status: 503 })
      expect(phase(rig)).toBe(carriedOut ? 'waitingForCard' : 'idle')
    }
  })

  test('duplicate: the second copy finds the terminal busy, or charges again when it comes late', async () => {
    const busy = openRig()
    strike(busy, { type: 'duplicate' })
    expect((await busy.start('sale', sale)).status).toBe(202)
    await busy.advance(10)
    expect(busy.control.ledger()).toMatchObject([{ received: 1, handled: 2 }])
    const late = openRig({ customer: 'auto' })
    strike(late, { type: 'duplicate', afterMs: 60_000 })
    await late.start('sale', sale)
    await late.advance(120_000)
    expect(late.control.ledger()).toMatchObject([{ received: 1, handled: 2, chargedMinor: 2000 }])
  })

  test('delay: before or after the terminal hears of it', async () => {
    for (const when of ['before', 'after'] as const) {
      const rig = openRig()
      strike(rig, { type: 'delay', ms: 5_000, when })
      const reply = rig.start('sale', sale)
      await rig.advance(4_000)
      expect(phase(rig)).toBe(when === 'before' ? 'idle' : 'waitingForCard')
      await rig.advance(1_000)
      expect((await reply).status).toBe(202)
    }
  })

  test('reorder: a stop overtakes the sale it was meant for', async () => {
    const rig = openRig()
    strike(rig, { type: 'reorder', ms: 60_000 })
    const started = rig.start('sale', sale)
    await rig.advance(100)
    expect((await rig.start('stopCurrentTransaction')).body).toMatchObject({ error: { message: { error: 1005 } } })
    expect((await started).status).toBe(202)
    expect(phase(rig)).toBe('waitingForCard')
  })

  test.each([
    ['truncated', /^\{"transactionResultId"/],
    ['html', /^<!doctype html>/],
    ['empty', /^$/],
    ['wrongTypes', /"statusMessage":18/],
    ['huge', /^\{"padding":"x{1000}/],
  ] as const)('malformed: the body comes %s', async (form, body) => {
    const rig = openRig()
    strike(rig, { type: 'malformed', form })
    const reply = await rig.start('sale', sale)
    expect(reply.status).toBe(202)
    expect(reply.text).toMatch(body)
    expect(phase(rig)).toBe('waitingForCard')
  })

  test('strike only what they match, as often as they say', async () => {
    const rig = openRig()
    rig.control.addFaults([
      { match: { terminal: serial, pathIncludes: 'transaction-result' }, fault: { type: 'drop' }, times: 2 },
    ])
    const { body } = await rig.start('sale', sale)
    const outcomes: unknown[] = []
    for (let n = 0; n < 3; n++) outcomes.push((await rig.result(body['transactionResultId'])).outcome)
    expect(outcomes.slice(0, 2)).toEqual(['drop', 'drop'])
    expect(outcomes[2]).toMatchObject({ status: 204 })
    rig.control.act(serial, { act: 'tap' })
    rig.control.addFaults([{ match: { terminal: serial, host: 'status' }, fault: { type: 'reset' }, times: 1 }])
    expect((await rig.status(`/transactions/${reference}/status`)).outcome).toBe('reset')
    rig.control.addFaults([{ fault: { type: 'reset' } }])
    expect((await rig.get('/initialize')).outcome).toBe('reset')
    rig.control.clearFaults()
    expect((await rig.get('/initialize')).status).toBe(200)
  })

  test('the whole cloud can be away, while the terminals go on', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    rig.control.setCloud(false)
    expect((await rig.get('/initialize')).outcome).toBe('reset')
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(1_000)
    rig.control.setCloud(true)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
  })
})

describe('an approval the terminal loses', () => {
  test.each(['UNDEFINED', 'FAILED'] as const)('is reported %s first and corrected later', async (reportAs) => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'loseApproval', reportAs })
    await rig.advance(1_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe(reportAs)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    await rig.advance(31_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('AUTHORISED')
  })
})

describe('the rate limit', () => {
  test('lets two requests through in any second, over both hosts together', async () => {
    const rig = openRig({ rateLimit: true })
    const ask = async () => [(await rig.get('/initialize')).status, await rig.finStatus(reference)]
    expect(await ask()).toEqual([200, 'UNDEFINED'])
    const refused = await rig.get('/initialize')
    expect(refused).toMatchObject({ status: 429, body: { error: { name: 'TooManyRequestsError' } } })
    expect(refused.text).toContain('Too many requests, please try again later.')
    await rig.advance(999)
    expect((await rig.get('/initialize')).status).toBe(429)
    await rig.advance(1)
    expect(await ask()).toEqual([200, 'UNDEFINED'])
  })
})

describe('a seed', () => {
  test('makes two runs the same', async () => {
    const results = await Promise.all([7, 7, 8].map((seed) => openRig({ seed }).run('sale', sale, { act: 'tap' })))
    expect(results[0]).toEqual(results[1])
    expect(results[0]).not.toEqual(results[2])
  })
})
