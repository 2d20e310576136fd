import { describe, expect, test } from 'vitest'
import type { BehaviourPatch } from './behaviour.ts'
import { openRig, reference, reference2, sale, serial } from './rig.ts'

const card = { lastFour: '1456', schemeName: 'Visa' } as const

describe('trigger amounts', () => {
  test.each([
    [3779, 'DECLINED', 'Refer to card issuer', 0],
    [3784, 'DECLINED', 'Transaction failed', 0],
    [3793, 'DECLINED', 'Pick-up card', 0],
    [3768, 'FAILED', 'Error connecting to authorization provider', 0],
    [3741, 'FAILED', 'Processing error', 0],
    [1000, 'AUTHORISED', 'Approved or completed successfully', 1000],
  ])('%d ends %s', async (amount, finStatus, statusMessage, netMinor) => {
    const rig = openRig()
    const result = await rig.run('sale', { ...sale, amount: String(amount) }, { act: 'tap' })
    expect(result).toMatchObject({ finStatus, statusMessage, requestedAmount: amount })
    expect(await rig.finStatus(reference)).toBe(finStatus)
    expect(rig.control.ledger()[0]).toMatchObject({ reference, received: 1, handled: 1, netMinor })
  })

  test('a decline looks like an approval in everything but finStatus', async () => {
    const result = await openRig().run('sale', { ...sale, amount: '3779' }, { act: 'tap' })
    expect(result).toMatchObject({
      finStatus: 'DECLINED',
      issuerResponseCode: '00',
      authorisationCode: '123456',
      totalAmount: 3779,
      arc: '1000',
    })
  })

  test('or carries the real code and nothing charged, if so set', async () => {
    const rig = openRig({ behaviour: { declineForm: 'plain' } })
    const result = await rig.run('sale', { ...sale, amount: '3779' }, { act: 'tap' })
    expect(result).toMatchObject({ issuerResponseCode: '01', authorisationCode: '', totalAmount: 0 })
  })

  test('a step-up amount asks a tapped card for its PIN', async () => {
    const rig = openRig()
    await rig.start('sale', { ...sale, amount: '6165' })
    rig.control.act(serial, { act: 'tap' })
    expect(rig.control.terminals()[0]?.phase).toBe('pin')
  })
})

describe('what a merchant has no agreement for', () => {
  test.each([
    ['sale', {}, { currencies: ['USD'] }, 'Agreement not found'],
    ['sale', { merchantAuth: [{ externalId: 'nobody' }] }, { externalIds: ['shop-1'] }, 'Invalid Merchant'],
    ['refund', {}, { refundUnlinked: 'declined' }, 'Refund not allowed'],
    ['preAuthorization', {}, { preAuthorization: false }, 'Pre-authorizations are not enabled'],
  ] satisfies [string, object, BehaviourPatch, string][])(
    '%s is declined after the card: %j %j',
    async (operation, fields, behaviour, statusMessage) => {
      const rig = openRig()
      rig.control.setOptions(behaviour)
      const result = await rig.run(operation, { ...sale, ...fields }, { act: 'tap' })
      expect(result).toMatchObject({ finStatus: 'DECLINED', statusMessage, arc: '1000' })
    },
  )
})

describe('partial approval', () => {
  test('while the prompt is open the status says AUTHORISED with an amount due, and the result is pending', async () => {
    const rig = openRig()
    const { body } = await rig.start('sale', { ...sale, amount: '3757' })
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(1_000)
    const status = await rig.status(`/transactions/${reference}/status`)
    expect(status.body).toMatchObject({ finStatus: 'AUTHORISED', totalAmount: 1100, dueAmount: 2657 })
    expect((await rig.result(body['transactionResultId'])).status).toBe(204)
  })

  test('accepted it charges the approved part', async () => {
    const rig = openRig()
    const result = await rig.run('sale', { ...sale, amount: '3757' }, { act: 'tap' }, { act: 'acceptPartial' })
    expect(result).toMatchObject({
      finStatus: 'PARTIAL_APPROVAL',
      requestedAmount: 3757,
      totalAmount: 1100,
      dueAmount: 2657,
    })
    expect(rig.control.ledger()[0]?.netMinor).toBe(1100)
  })

  test('refused, or not answered for a minute, it is reversed and CANCELLED', async () => {
    const refused = openRig()
    const result = await refused.run('sale', { ...sale, amount: '3757' }, { act: 'tap' }, { act: 'refusePartial' })
    expect(result['finStatus']).toBe('CANCELLED')
    const silent = openRig()
    const { body } = await silent.start('sale', { ...sale, amount: '3757' })
    silent.control.act(serial, { act: 'tap' })
    await silent.advance(60_000)
    expect((await silent.result(body['transactionResultId'])).status).toBe(204)
    await silent.advance(1_500)
    expect((await silent.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
    expect([refused, silent].map((rig) => rig.control.ledger()[0]?.netMinor)).toEqual([0, 0])
  })
})

describe('a partial approval that is reported early', () => {
  test('stands as PARTIAL_APPROVAL until the prompt is refused, and is then corrected', async () => {
    const rig = openRig({ behaviour: { earlyResults: true, tipMinor: 100 } })
    const { body } = await rig.start('sale', { ...sale, amount: '3757' })
    rig.control.act(serial, { act: 'tap' })
    await rig.advance(500)
    const early = await rig.result(body['transactionResultId'])
    expect(early.body).toMatchObject({ finStatus: 'PARTIAL_APPROVAL', totalAmount: 1100, tipAmount: 0 })
    rig.control.act(serial, { act: 'refusePartial' })
    await rig.advance(2_000)
    expect((await rig.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
  })
})

describe('tips', () => {
  test('a tip left on the terminal is part of the total', async () => {
    const rig = openRig({ behaviour: { tipMinor: 150 } })
    const result = await rig.run('sale', sale, { act: 'tap' })
    expect(result).toMatchObject({ requestedAmount: 1000, tipAmount: 150, totalAmount: 1150, tipPercentage: 15 })
    expect(rig.control.ledger()[0]?.chargedMinor).toBe(1150)
  })

  test('a later adjustment replaces the earlier one', async () => {
    const rig = openRig()
    const { efttransactionID } = await rig.run('sale', sale, { act: 'tap' })
    const adjust = (amount: unknown) => rig.post(`/transactions/${String(efttransactionID)}/tip-adjustment`, { amount })
    expect((await adjust(5.25)).body).toEqual({ statusMessage: 'tip adjusted' })
    expect((await adjust('2.00')).status).toBe(200)
    expect(rig.control.ledger()[0]?.chargedMinor).toBe(1200)
    expect((await rig.status(`/transactions/${reference}/status`)).body).toMatchObject({
      totalAmount: 1200,
      tipAmount: 200,
    })
    for (const wrong of [0, -1, 1.005, 37.84, '0']) expect((await adjust(wrong)).status).toBe(400)
    expect((await adjust(37.68)).status).toBe(504)
    expect((await adjust(true)).status).toBe(422)
    rig.control.setOptions({ batchClosed: true })
    expect((await adjust(1)).status).toBe(400)
    expect(rig.control.ledger()[0]?.chargedMinor).toBe(1200)
  })
})

describe('refunds', () => {
  test('linked refunds may not exceed what was charged', async () => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap', card })
    const refund = (amount: string) => rig.run('refund', { ...sale, amount, originalTransactionId }, { act: 'tap' })
    const first = await refund('600')
    expect(first).toMatchObject({
      finStatus: 'AUTHORISED',
      type: 'REFUND',
      transactionReference: '',
      originalEFTTransactionID: originalTransactionId,
    })
    expect((await refund('401'))['finStatus']).toBe('DECLINED')
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    expect((await refund('400'))['finStatus']).toBe('AUTHORISED')
    expect(await rig.finStatus(reference)).toBe('REFUNDED')
    expect(rig.control.ledger()).toMatchObject([{ chargedMinor: 1000, refundedMinor: 1000, netMinor: 0 }])
  })

  test('another card than the original is refused', async () => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap', card })
    const act = { act: 'tap', card: { lastFour: '9999' } } as const
    const result = await rig.run('refund', { ...sale, originalTransactionId }, act)
    expect(result).toMatchObject({ finStatus: 'DECLINED', statusMessage: 'ORIGINAL_CARD_REQUIRED_FOR_REFUND' })
  })

  test('an unlinked refund has a reference of its own and gives money out', async () => {
    const rig = openRig()
    const result = await rig.run('refund', { ...sale, transactionReference: reference2 }, { act: 'tap' })
    expect(result).toMatchObject({ finStatus: 'AUTHORISED', transactionReference: reference2 })
    expect(rig.control.ledger()).toMatchObject([{ reference: reference2, refundedMinor: 1000, netMinor: -1000 }])
  })

  test('a reversed refund gives its allowance back and still shows AUTHORISED in the list', async () => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap' })
    const refund = await rig.run('refund', { ...sale, originalTransactionId }, { act: 'tap' })
    const undo = { ...sale, originalTransactionId: refund['efttransactionID'] }
    expect(await rig.run('refundReversal', undo)).toMatchObject({ finStatus: 'AUTHORISED', type: 'VOID_REFUND' })
    const all = await rig.status(`/transactions/${reference}/status/all`)
    expect(JSON.parse(all.text)).toMatchObject([
      { type: 'SALE', finStatus: 'AUTHORISED' },
      { type: 'REFUND', finStatus: 'AUTHORISED' },
      { type: 'REVERSAL', finStatus: 'AUTHORISED', originalEFTTransactionID: refund['efttransactionID'] },
    ])
    expect(rig.control.ledger()[0]?.netMinor).toBe(1000)
  })
})

describe('reversals', () => {
  test('a sale is reversed once, in full, and shows CANCELLED', async () => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap' })
    const undo = { amount: '1', currency: 'EUR', originalTransactionId }
    expect(await rig.run('saleReversal', undo)).toMatchObject({ finStatus: 'AUTHORISED', totalAmount: 1000 })
    expect(await rig.run('saleReversal', undo)).toMatchObject({ finStatus: 'DECLINED' })
    expect(await rig.finStatus(reference)).toBe('CANCELLED')
    expect(rig.control.ledger()[0]?.netMinor).toBe(0)
  })

  test('after the batch has closed there is nothing to reverse', async () => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap' })
    rig.control.setOptions({ batchClosed: true })
    const result = await rig.run('saleReversal', { amount: '1000', currency: 'EUR', originalTransactionId })
    expect(result['statusMessage']).toBe('UNABLE_TO_FIND_MESSAGE_TO_REVERSE.')
  })

  test('without a terminal: in parts, never above the original, and with documented codes', async () => {
    const rig = openRig()
    const { efttransactionID: originalGuid } = await rig.run('sale', sale, { act: 'tap' })
    rig.control.setNetwork(serial, false)
    const reverse = (fields: object) => rig.post('/reversal', { originalGuid, ...fields })
    expect((await reverse({ amount: '4.00' })).status).toBe(422)
    const part = await reverse({ amount: '4.00', currency: 'EUR' })
    expect(part.body).toMatchObject({ httpStatus: 200, amount: '4.00', issuerResponseCode: '00', originalGuid })
    expect(part.body).not.toHaveProperty('finStatus')
    expect((await reverse({ amount: '6.01', currency: 'EUR' })).body).toMatchObject({ error: { code: '4066' } })
    expect((await reverse({})).status).toBe(200)
    expect((await reverse({})).body).toMatchObject({ error: { code: '3051' } })
    expect((await reverse({ originalGuid: 'nothing' })).body).toMatchObject({ error: { code: '3153' } })
    expect(rig.control.ledger()[0]?.netMinor).toBe(0)
  })
})

describe('pre-authorisation', () => {
  test('a hold moves no money until it is captured, once', async () => {
    const rig = openRig()
    const hold = await rig.run('preAuthorization', sale, { act: 'tap' })
    expect(hold).toMatchObject({ type: 'PRE_AUTHORIZATION', finStatus: 'AUTHORISED' })
    const linked = { currency: 'EUR', originalTransactionId: hold['efttransactionID'] }
    await rig.run('preAuthorizationIncrease', { ...linked, amount: '500' })
    expect(rig.control.ledger()[0]?.netMinor).toBe(0)
    expect((await rig.run('preAuthorizationCapture', { ...linked, amount: '1501' }))['finStatus']).toBe('DECLINED')
    const capture = await rig.run('preAuthorizationCapture', { ...linked, amount: '1500' })
    expect(capture['finStatus']).toBe('CAPTURED')
    expect((await rig.run('preAuthorizationCapture', { ...linked, amount: '1' }))['finStatus']).toBe('DECLINED')
    expect(await rig.finStatus(reference)).toBe('CAPTURED')
    expect(rig.control.ledger()[0]?.netMinor).toBe(1500)
    await rig.run('preAuthorizationReversal', { originalTransactionId: capture['efttransactionID'] })
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
    expect(rig.control.ledger()[0]?.netMinor).toBe(0)
  })

  test('a hold can be changed and captured without the terminal', async () => {
    const rig = openRig()
    const { efttransactionID: originalGuid } = await rig.run('preAuthorization', sale, { act: 'tap' })
    const increase = (fields: object) => rig.post('/preauthorization/increase', { originalGuid, ...fields })
    expect((await increase({ increaseAmount: '5.00' })).body).toMatchObject({ holdAmount: '15.00' })
    expect((await increase({ increaseAmount: '15.00', subtract: '1' })).body).toMatchObject({ error: { code: '3212' } })
    const capture = (capturedAmount: string) => rig.post('/preauthorization/capture', { originalGuid, capturedAmount })
    expect((await capture('15.01')).body).toMatchObject({ error: { code: '3215' } })
    expect((await capture('12.00')).body).toMatchObject({ capturedAmount: '12.00' })
    expect((await capture('1.00')).body).toMatchObject({ error: { code: '3211' } })
    expect(rig.control.ledger()[0]?.netMinor).toBe(1200)
  })
})

describe('mail and telephone orders without a terminal', () => {
  test('are charged, refunded within the charge and reversed at once', async () => {
    const rig = openRig()
    const order = { currency: 'EUR', cardToken: 'abc', transactionReference: reference }
    const sold = await rig.post('/moto/sale', { ...order, amount: '10.00' })
    expect(sold.body).toMatchObject({ type: 'motoSaleResponse', amount: '10.00', issuerResponseCode: '00' })
    const linked = { originalGuid: sold.body['guid'], currency: 'EUR' }
    expect((await rig.post('/moto/refund', { ...linked, amount: '10.01' })).body).toMatchObject({
      error: { code: '3209' },
    })
    expect((await rig.post('/moto/refund', { ...linked, currency: 'USD', amount: '1' })).text).toContain('3210')
    expect((await rig.post('/moto/refund', { ...linked, amount: '4.00' })).status).toBe(200)
    expect(rig.control.ledger()[0]?.netMinor).toBe(600)
    const declined = await rig.post('/moto/sale', { ...order, amount: '37.84' })
    expect(declined.body).toMatchObject({ issuerResponseCode: '05', approvalCode: '' })
    const again = await rig.post('/moto/sale', { ...order, transactionReference: reference2, amount: '10.00' })
    const undo = { originalGuid: again.body['guid'], amount: '10.00' }
    expect((await rig.post('/moto/reversal', undo)).body).toMatchObject({ type: 'motoReversalResponse' })
    expect((await rig.post('/moto/reversal', undo)).body).toMatchObject({ error: { code: '3051' } })
    expect(rig.control.ledger()[1]?.netMinor).toBe(0)
  })
})
