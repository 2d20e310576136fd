import { describe, expect, test } from 'vitest'
import { openRig, other, reference, sale, serial } from './rig.ts'

const nested = (code: number, message: string) => ({
  error: { statusCode: 400, name: 'BadRequestError', message: { error: code, message } },
})

describe('POST /transactions', () => {
  test('an accepted sale names its result id and the reference that was sent', async () => {
    const rig = openRig()
    const reply = await rig.start('sale', sale)
    expect(reply.status).toBe(202)
    expect(Object.keys(reply.body)).toEqual(['transactionResultId', 'statusMessage', 'transactionReference'])
    expect(reply.body['transactionResultId']).toBe(`${serial}-${rig.clock.now()}`)
    expect(reply.body).toMatchObject({ statusMessage: 'Operation Accepted', transactionReference: reference })
  })

  test('result ids differ even when given out in the same millisecond', async () => {
    const rig = openRig()
    const one = await rig.run('sale', sale, { act: 'cancel' })
    const ids = new Set<unknown>()
    for (let n = 0; n < 3; n++) {
      ids.add((await rig.start('sale', sale)).body['transactionResultId'])
      rig.control.act(serial, { act: 'cancel' })
    }
    expect(one['finStatus']).toBe('CANCELLED')
    expect(ids.size).toBe(3)
  })

  test('with a callback the result id stays out of the answer, as the seed has it', async () => {
    const rig = openRig()
    const reply = await rig.start('sale', { ...sale, callbackUrl: 'https://till.example/cb', token: 't1' })
    expect(reply.body).toEqual({ statusMessage: 'Operation Accepted', transactionReference: reference })
  })

  test('with a callback the result id is in the answer when the service is set to the newer form', async () => {
    const rig = openRig({ behaviour: { resultIdWithCallback: true } })
    const reply = await rig.start('sale', { ...sale, callbackUrl: 'https://till.example/cb', token: 't1' })
    expect(Object.keys(reply.body)).toContain('transactionResultId')
  })

  test('a linked refund is accepted without a reference of its own', async () => {
    const rig = openRig()
    const { efttransactionID } = await rig.run('sale', sale, { act: 'tap' })
    const reply = await rig.start('refund', { ...sale, amount: '100', originalTransactionId: efttransactionID })
    expect(Object.keys(reply.body)).toEqual(['transactionResultId', 'statusMessage'])
  })

  test.each([
    ['nested', nested(1001, 'The device is busy')],
    [
      'string',
      {
        error: {
          statusCode: 400,
          name: 'BadRequestError',
          message: JSON.stringify({ error: 1001, message: 'The device is busy' }),
        },
      },
    ],
    ['flat', { error: 1001, message: 'The device is busy' }],
  ] as const)('a busy terminal answers 1001 in the %s shape', async (errorShape, body) => {
    const rig = openRig({ behaviour: { errorShape } })
    await rig.start('sale', sale)
    const reply = await rig.start('sale', sale)
    expect(reply.status).toBe(400)
    expect(reply.body).toEqual(body)
    expect((await rig.start('sale', { ...sale, serial_number: other, terminal_type: 'PAXA920PRO' })).status).toBe(202)
  })

  test.each(['network', 'app'])('a terminal whose %s is gone answers 1002', async (what) => {
    const rig = openRig()
    if (what === 'network') rig.control.setNetwork(serial, false)
    else rig.control.setApp(serial, false)
    const message = 'No device listening at the other end of the secure channel'
    expect((await rig.start('sale', sale)).body).toEqual(nested(1002, message))
    rig.control.setNetwork(serial, true)
    rig.control.setApp(serial, true)
    expect((await rig.start('sale', sale)).status).toBe(202)
  })

  test('the short name of a terminal type is accepted and a wrong pair is 1004', async () => {
    const rig = openRig()
    expect((await rig.start('sale', { ...sale, terminal_type: 'A920' })).status).toBe(202)
    for (const pair of [{ terminal_type: 'PAXA77' }, { serial_number: '82104578' }]) {
      expect((await rig.start('sale', { ...sale, ...pair })).body).toMatchObject({
        error: { message: { error: 1004 } },
      })
    }
  })

  test('the virtual terminal takes keyed payments and no cards', async () => {
    const rig = openRig()
    const virtual = { serial_number: 'VT000000023500', terminal_type: 'VT' }
    expect((await rig.start('sale', { ...sale, ...virtual })).status).toBe(400)
    expect((await rig.start('moToSale', { ...sale, ...virtual })).status).toBe(202)
  })

  test.each([
    ['1', 202],
    ['999999999998', 202],
    ['999999999999', 400],
    ['1000000000000', 400],
    ['0', 400],
    ['-5', 400],
    ['12.50', 400],
    ['', 400],
  ])('an amount of "%s" is answered with %d', async (amount, status) => {
    expect((await openRig().start('sale', { ...sale, amount })).status).toBe(status)
  })

  test.each([['00000000-0000-0000-0000-000000000000'], ['01236fc0-8192-11eb-9aca-ad4b0e95f241'], ['hello']])(
    'the reference %s is refused: no UUID v4',
    async (transactionReference) => {
      const reply = await openRig().start('sale', { ...sale, transactionReference })
      expect(reply.status).toBe(400)
      expect(reply.text).toContain(`TransactionReference with wrong uuidv4 format ${transactionReference}`)
    },
  )

  test('everything wrong with a body is listed', async () => {
    const reply = await openRig().start('sale', { amount: 1000, customerReference: null, colour: 'red' })
    expect(reply.status).toBe(422)
    expect(reply.body).toMatchObject({ error: { name: 'UnprocessableEntityError', code: 'VALIDATION_FAILED' } })
    for (const detail of [
      { path: '/amount', code: 'type', message: 'must be string', info: { type: 'string' } },
      { path: '/customerReference', code: 'type', message: 'must be string', info: { type: 'string' } },
      {
        path: '',
        code: 'additionalProperties',
        message: 'must NOT have additional properties',
        info: { additionalProperty: 'colour' },
      },
      {
        path: '',
        code: 'required',
        message: "must have required property 'currency'",
        info: { missingProperty: 'currency' },
      },
    ]) {
      expect(reply.text).toContain(JSON.stringify(detail))
    }
  })

  test.each([
    ['saleReversal', { amount: '1', currency: 'EUR' }, 'originalTransactionId'],
    ['printReceipt', {}, 'receipt'],
    ['moToReversal', {}, 'originalTransactionId'],
    ['sale', { ...sale, callbackUrl: 'https://till.example' }, 'token'],
  ])('%s is refused while something it needs is missing', async (operation, fields, missingProperty) => {
    const reply = await openRig().start(operation, fields)
    expect(reply.status).toBe(422)
    expect(reply.text).toContain(JSON.stringify({ missingProperty }))
  })
})

describe('stopping', () => {
  test('while the card is awaited the running sale and the stop itself end CANCELLED', async () => {
    const rig = openRig()
    const accepted = await rig.start('sale', sale)
    const stopped = await rig.start('stopCurrentTransaction')
    expect(stopped.status).toBe(202)
    expect(Object.keys(stopped.body)).toEqual(['transactionResultId', 'statusMessage'])
    for (const { body } of [accepted, stopped]) {
      expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
    }
    expect(await rig.finStatus(reference)).toBe('UNDEFINED')
  })

  test.each([
    ['stop', 'pending', 'CANCELLED'],
    ['original', 'CANCELLED', 'pending'],
  ] as const)('its end appears under the id of the %s alone, if so set', async (stopReport, ofSale, ofStop) => {
    const rig = openRig({ behaviour: { stopReport } })
    const accepted = await rig.start('sale', sale)
    const stopped = await rig.start('stopCurrentTransaction')
    const read = async ({ body }: typeof accepted) => {
      const reply = await rig.result(body['transactionResultId'])
      return reply.status === 204 ? 'pending' : reply.body['finStatus']
    }
    expect([await read(accepted), await read(stopped)]).toEqual([ofSale, ofStop])
  })

  test('at the PIN it is still possible', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    rig.control.act(serial, { act: 'insert' })
    expect((await rig.start('stopCurrentTransaction')).status).toBe(202)
  })

  test('once the bank is being asked it is 1003, and idle it is 1005', async () => {
    const rig = openRig()
    expect((await rig.start('stopCurrentTransaction')).body).toMatchObject({ error: { message: { error: 1005 } } })
    await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    expect((await rig.start('stopCurrentTransaction')).body).toMatchObject({ error: { message: { error: 1003 } } })
  })
})

describe('GET /transaction-result', () => {
  test.each([
    ['noContent', 204, {}],
    ['message', 200, { statusMessage: 'In Progress' }],
    ['finStatus', 200, { finStatus: 'IN_PROGRESS' }],
  ] as const)('a pending result takes the form %s', async (pendingForm, status, body) => {
    const rig = openRig({ behaviour: { pendingForm } })
    const { transactionResultId } = (await rig.start('sale', sale)).body
    const reply = await rig.result(transactionResultId)
    expect(reply.status).toBe(status)
    expect(reply.body).toEqual(status === 204 ? {} : { transactionResultId, ...body })
    expect(reply.text === '').toBe(status === 204)
  })

  test('an id lives for 24 hours', async () => {
    const rig = openRig()
    const { transactionResultId } = (await rig.start('sale', sale)).body
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(86_400_000)
    expect((await rig.result(transactionResultId)).status).toBe(200)
    await rig.advance(1)
    expect((await rig.result(transactionResultId)).status).toBe(404)
  })
})
