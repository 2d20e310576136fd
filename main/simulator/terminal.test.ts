import { describe, expect, test } from 'vitest'
import { openRig, reference, reference2, sale, serial } from './rig.ts'
import type { Rig } from './rig.ts'

const phase = (rig: Rig) => rig.control.terminals()[0]?.phase
const net = (rig: Rig) => rig.control.ledger()[0]?.netMinor

describe('the customer', () => {
  test('taps a good card after two seconds when nobody plays', async () => {
    const rig = openRig({ customer: 'auto' })
    const { body } = await rig.start('sale', sale)
    await rig.advance(1_999)
    expect(phase(rig)).toBe('waitingForCard')
    await rig.advance(301)
    const result = await rig.result(body['transactionResultId'])
    expect(result.body).toMatchObject({ finStatus: 'AUTHORISED', paymentScenario: 'CHIPCONTACTLESS' })
  })

  test('who arrives while the terminal waits is served too, and one who leaves is not', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    rig.control.setCustomer({ mode: 'auto', delayMs: 500 })
    rig.control.setCustomer({ mode: 'none' })
    await rig.advance(5_000)
    expect(phase(rig)).toBe('waitingForCard')
    rig.control.setCustomer({ mode: 'auto', serial })
    await rig.advance(1_000)
    expect(phase(rig)).toBe('idle')
  })

  test('inserts the card and types the PIN; three wrong ones are declined', async () => {
    const good = await openRig().run('sale', sale, { act: 'insert' }, { act: 'wrongPin' }, { act: 'pin' })
    expect(good).toMatchObject({ finStatus: 'AUTHORISED', verificationMethod: 'PIN', paymentScenario: 'CHIP' })
    const wrong = { act: 'wrongPin' } as const
    const bad = await openRig().run('sale', sale, { act: 'insert' }, wrong, wrong, wrong)
    expect(bad).toMatchObject({ finStatus: 'DECLINED', verificationMethod: 'FAILED' })
  })

  test('may skip the PIN only when the till allows it', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    rig.control.act(serial, { act: 'insert' })
    expect(rig.control.act(serial, { act: 'bypassPin' }).ok).toBe(false)
    const bypassOptions = { signatureBypass: false, pinBypass: true }
    const result = await openRig().run('sale', { ...sale, bypassOptions }, { act: 'insert' }, { act: 'bypassPin' })
    expect(result['verificationMethod']).toBe('PIN_BYPASS')
  })

  test('is refused by the issuer, or cancels', async () => {
    expect((await openRig().run('sale', sale, { act: 'decline' }))['finStatus']).toBe('DECLINED')
    expect((await openRig().run('sale', sale, { act: 'fail' }))['finStatus']).toBe('FAILED')
    expect((await openRig().run('sale', sale, { act: 'cancel' }))['finStatus']).toBe('CANCELLED')
  })

  test('cannot do what the screen does not offer', async () => {
    const rig = openRig()
    expect(rig.control.act(serial, { act: 'tap' })).toEqual({ ok: false, reason: 'the terminal is idle' })
    await rig.start('sale', sale)
    expect(rig.control.act(serial, { act: 'sign' }).ok).toBe(false)
    await rig.start('moToSale', sale)
    expect(rig.control.act('nowhere', { act: 'tap' }).ok).toBe(false)
  })

  test('who never comes leaves a cancelled sale after six minutes', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    await rig.advance(359_000)
    expect((await rig.result(body['transactionResultId'])).status).toBe(204)
    await rig.advance(1_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
  })
})

describe('a chip pulled after the bank agreed', () => {
  test('is reversed: AUTHORISED in the status for a moment, then DECLINED from the terminal and no money', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'pullCard' })
    await rig.advance(250)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    await rig.advance(1_500)
    const result = await rig.result(body['transactionResultId'])
    expect(result.body).toMatchObject({ finStatus: 'DECLINED', totalAmount: 0 })
    expect(result.body['customFields']).toEqual([
      { key: 'messageReasonCode', value: '4000' },
      { key: 'messageReasonCode', value: '4351' },
    ])
    expect(await rig.finStatus(reference)).toBe('CANCELLED')
    expect(net(rig)).toBe(0)
  })

  test('shows AUTHORISED as a result first when the service is set to early results', async () => {
    const rig = openRig({ behaviour: { earlyResults: true, resultIdWithCallback: true } })
    const { body } = await rig.start('sale', { ...sale, callbackUrl: 'https://till.example/cb', token: 't' })
    rig.control.act(serial, { act: 'pullCard' })
    await rig.advance(250)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('AUTHORISED')
    await rig.advance(1_500)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('DECLINED')
    expect(rig.callbacks.map((callback) => /"finStatus":"(\w+)"/.exec(callback.body)?.[1])).toEqual([
      'AUTHORISED',
      'DECLINED',
    ])
  })
})

describe('a signature', () => {
  test.each([
    ['url', /^http:\/\/127\.0\.0\.1\/receipts\/.*\/signature\.png$/],
    ['base64', /^iVBORw0KGgo/],
  ] as const)('comes as %s', async (signature, form) => {
    const result = await openRig({ behaviour: { signature } }).run('sale', sale, { act: 'tap' }, { act: 'sign' })
    expect(result).toMatchObject({ finStatus: 'AUTHORISED', verificationMethod: 'SIGNATURE' })
    expect(result['signatureUrl']).toMatch(form)
  })

  test('that is not given within 30 seconds, or refused, undoes the sale', async () => {
    const silent = openRig()
    const { body } = await silent.start('sale', sale)
    silent.control.act(serial, { act: 'swipe' })
    await silent.advance(30_000)
    expect(phase(silent)).toBe('signature')
    await silent.advance(2_000)
    expect((await silent.result(body['transactionResultId'])).text).toContain('4353')
    const refused = openRig()
    const result = await refused.run('sale', sale, { act: 'swipe' }, { act: 'refuseSignature' })
    expect(result['finStatus']).toBe('CANCELLED')
    expect(JSON.stringify(result)).toContain('4354')
    expect([net(silent), net(refused)]).toEqual([0, 0])
  })

  test('is not asked for when the till waives it', async () => {
    const bypassOptions = { signatureBypass: true, pinBypass: false }
    const result = await openRig().run('sale', { ...sale, bypassOptions }, { act: 'swipe' })
    expect(result).toMatchObject({ finStatus: 'AUTHORISED', signatureUrl: '' })
  })
})

describe('the same card and amount within five minutes', () => {
  const card = { lastFour: '1456', schemeName: 'Visa' } as const
  const again = { ...sale, transactionReference: reference2 }

  test('makes the terminal ask, and silence for 30 seconds cancels', async () => {
    const rig = openRig()
    await rig.run('sale', sale, { act: 'tap', card })
    const { body } = await rig.start('sale', again)
    rig.control.act(serial, { act: 'tap', card })
    expect(phase(rig)).toBe('duplicatePrompt')
    await rig.advance(30_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
  })

  test('is charged when confirmed, or when the till switched the question off', async () => {
    const rig = openRig()
    await rig.run('sale', sale, { act: 'tap', card })
    const confirmed = await rig.run('sale', again, { act: 'tap', card }, { act: 'acceptDuplicate' })
    const unasked = await rig.run('sale', { ...again, duplicate_check: false }, { act: 'tap', card })
    expect([confirmed['finStatus'], unasked['finStatus']]).toEqual(['AUTHORISED', 'AUTHORISED'])
    expect(rig.control.ledger()[1]).toMatchObject({ reference: reference2, received: 2, chargedMinor: 2000 })
  })
})

describe('the network of the terminal', () => {
  test('cut after the approval: the status knows it, the result comes when the network is back', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(250)
    rig.control.setNetwork(serial, false)
    await rig.advance(120_000)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    expect((await rig.result(body['transactionResultId'])).status).toBe(204)
    rig.control.setNetwork(serial, true)
    const result = await rig.result(body['transactionResultId'])
    expect(result.body).toMatchObject({ finStatus: 'AUTHORISED', recoveredTransaction: true })
  })

  test('cut while the bank is asked: IN_PROGRESS, AUTHORISED, and a result afterwards', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(100)
    expect((await rig.status(`/transactions/${reference}/status`)).body).toEqual({
      finStatus: 'IN_PROGRESS',
      transactionReference: reference,
    })
    rig.control.setNetwork(serial, false)
    await rig.advance(10_000)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    expect((await rig.result(body['transactionResultId'])).status).toBe(204)
    rig.control.setNetwork(serial, true)
    await rig.advance(200)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('AUTHORISED')
  })

  test('or UNDEFINED first and the truth 31 seconds later, if so set', async () => {
    const rig = openRig({ behaviour: { lostAnswer: 'undefinedFirst' } })
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    rig.control.setNetwork(serial, false)
    await rig.advance(1_000)
    rig.control.setNetwork(serial, true)
    await rig.advance(100)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('UNDEFINED')
    await rig.advance(31_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('AUTHORISED')
  })

  test('cut before the card: the terminal gives up after 30 seconds and the gateway never hears of it', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.setNetwork(serial, false)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(30_000)
    rig.control.setNetwork(serial, true)
    await rig.advance(60_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('FAILED')
    expect(await rig.finStatus(reference)).toBe('UNDEFINED')
    expect(net(rig)).toBe(0)
  })

  test('back in time, the request goes out once', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    rig.control.setNetwork(serial, false)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(29_000)
    rig.control.setNetwork(serial, true)
    await rig.advance(60_000)
    expect(rig.control.ledger()[0]?.transactions).toHaveLength(1)
    expect(net(rig)).toBe(1000)
  })
})

describe('a slow bank', () => {
  test('is waited for once it has the request', async () => {
    const rig = openRig({ behaviour: { gatewayMs: 45_000 } })
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(44_000)
    expect(phase(rig)).toBe('processing')
    await rig.advance(2_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('AUTHORISED')
  })

  test('is asked once for a card that is pulled while the terminal is offline', async () => {
    const rig = openRig({ behaviour: { verification: 'NOT_REQUIRED' } })
    await rig.start('sale', sale)
    rig.control.setNetwork(serial, false)
    rig.control.act(serial, { act: 'pullCard' })
    rig.control.setNetwork(serial, true)
    await rig.advance(5_000)
    expect(rig.control.ledger()[0]?.transactions).toMatchObject([{ type: 'SALE' }, { type: 'VOID_SALE' }])
    expect(net(rig)).toBe(0)
  })
})

describe('the app on the terminal', () => {
  test('dying while the card is awaited cancels the sale at its next start', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.setApp(serial, false)
    await rig.advance(600_000)
    expect((await rig.result(body['transactionResultId'])).status).toBe(204)
    rig.control.setApp(serial, true)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
  })

  test('dying after the approval reverses it at the next start', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(250)
    rig.control.setApp(serial, false)
    await rig.advance(1_000)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    expect(net(rig)).toBe(1000)
    rig.control.setApp(serial, true)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
    expect(net(rig)).toBe(0)
  })

  test('dying twice before it could tell anyone still reverses once', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', sale)
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(250)
    rig.control.setNetwork(serial, false)
    for (const open of [false, true, false, true]) rig.control.setApp(serial, open)
    rig.control.setNetwork(serial, true)
    await rig.advance(1_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
    expect(rig.control.ledger()[0]?.transactions).toHaveLength(2)
    expect(net(rig)).toBe(0)
  })

  test('a forced reboot interrupts the sale and a gentle one does not', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    const reboot = (force: boolean) => rig.post(`/devices/PAXA920/${serial}/reboot`, { force })
    expect((await reboot(false)).status).toBe(202)
    expect(phase(rig)).toBe('waitingForCard')
    expect((await reboot(true)).status).toBe(202)
    expect((await reboot(true)).body).toMatchObject({ error: { message: { error: 1002 } } })
    await rig.advance(30_000)
    expect(rig.control.terminals()[0]).toMatchObject({ phase: 'idle', appOpen: true })
    expect(net(rig)).toBe(0)
  })
})

describe('operations without a charge', () => {
  test('a print is PROCESSED with no currency and no device', async () => {
    const result = await openRig().run('printReceipt', { receipt: '<p>Hello</p>' })
    expect(result).toMatchObject({ finStatus: 'PROCESSED', type: 'PRINT_RECEIPT', currency: 'Unknown' })
    expect(new Set(Object.values(Object(result['deviceStatus'])))).toEqual(new Set(['']))
    const jammed = openRig({ behaviour: { printer: 'outOfPaper' } })
    const failed = await jammed.run('printReceipt', { receipt: '<p>Hello</p>' })
    expect(failed).toMatchObject({ finStatus: 'FAILED', errorMessage: 'Error printing receipt' })
  })

  test('a ping beside a sale is accepted if so set, has its result and leaves the sale alone', async () => {
    const rig = openRig({ behaviour: { pingWhileBusy: 'accepted' } })
    await rig.start('sale', sale)
    const ping = await rig.start('pingDevice')
    expect(ping.status).toBe(202)
    await rig.advance(1_000)
    expect((await rig.result(ping.body['transactionResultId'])).body['finStatus']).toBe('PROCESSED')
    expect(rig.control.terminals()[0]).toMatchObject({ phase: 'waitingForCard', operation: 'sale' })
  })

  test('a ping is accepted, or answered at once, if so set', async () => {
    const rig = openRig()
    expect((await rig.start('pingDevice')).status).toBe(202)
    await rig.advance(500)
    rig.control.setOptions({ pingForm: 'pong' })
    expect((await rig.start('pingDevice')).body).toEqual({ result: 'PING_PONG' })
  })

  test('a card is tokenised without a charge, and with one', async () => {
    const token = await openRig().run('tokenizeCard', {}, { act: 'tap' })
    expect(token).toMatchObject({ finStatus: 'PROCESSED', cardToken: expect.stringMatching(/^[0-9a-f]{32}$/) })
    const both = await openRig().run('saleAndTokenizeCard', sale, { act: 'tap' })
    expect(both).toMatchObject({ finStatus: 'AUTHORISED', cardToken: expect.stringMatching(/^[0-9a-f]{32}$/) })
    const missing = openRig({ behaviour: { tokenization: 'missing' } })
    expect(await missing.run('saleAndTokenizeCard', sale, { act: 'tap' })).toMatchObject({
      finStatus: 'DECLINED',
      statusMessage: 'Card token failure',
      transactionID: '',
      requestedAmount: 0,
    })
  })

  test('a keyed payment replaces the reference it was sent', async () => {
    const rig = openRig()
    const accepted = await rig.start('moToSale', sale)
    rig.control.act(serial, { act: 'key' })
    await rig.advance(1_000)
    const result = await rig.result(accepted.body['transactionResultId'])
    expect(result.body).toMatchObject({ finStatus: 'AUTHORISED', type: 'MOTO_SALE', cardEntryType: 'CNP', tid: '' })
    expect(result.body['transactionReference']).toBe(accepted.body['transactionReference'])
    expect(await rig.finStatus(reference)).toBe('UNDEFINED')
  })
})
