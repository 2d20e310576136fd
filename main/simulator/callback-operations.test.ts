import { describe, expect, test } from 'vitest'
import { openRig, reference, reference2, sale } from './rig.ts'
import type { Rig } from './rig.ts'

const money = { amount: '1000', currency: 'EUR' }
const callbackUrl = 'https://till.example/callback'

/** Starts an operation with a callback, lets the customer act, and answers what was delivered. */
async function delivered(rig: Rig, operation: string, fields: Record<string, unknown>) {
  rig.callbacks.length = 0
  const token = `token of ${operation}`
  expect((await rig.start(operation, { ...fields, callbackUrl, token })).status).toBe(202)
  await rig.advance(5_000)
  return rig.callbacks.map(({ headers, body }) => ({ token: headers['AUTH-TOKEN'], ...JSON.parse(body) }))
}

/** The gateway's id of an operation that was carried out before. */
async function idOf(rig: Rig, operation: string, transactionReference = reference): Promise<string> {
  const [result] = await delivered(rig, operation, { ...money, transactionReference })
  return result['efttransactionID']
}

describe('the result is delivered', () => {
  test.each([
    ['sale', sale, 'AUTHORISED', 'SALE'],
    ['saleAndTokenizeCard', sale, 'AUTHORISED', 'SALE_AND_TOKENIZE_CARD'],
    ['refund', sale, 'AUTHORISED', 'REFUND'],
    ['preAuthorization', sale, 'AUTHORISED', 'PRE_AUTHORIZATION'],
    ['moToPreAuthorization', sale, 'AUTHORISED', 'PRE_AUTHORIZATION'],
  ])('of %s under its own reference', async (operation, fields, finStatus, type) => {
    const rig = openRig({ customer: 'auto', customerDelayMs: 0 })
    expect(await delivered(rig, operation, fields)).toMatchObject([
      { token: `token of ${operation}`, finStatus, type, transactionReference: reference },
    ])
  })

  test.each([
    ['refund', 'sale', money, 'REFUND'],
    ['saleReversal', 'sale', money, 'VOID_SALE'],
    ['refundReversal', 'refund', money, 'VOID_REFUND'],
    ['preAuthorizationIncrease', 'preAuthorization', money, 'PRE_AUTHORIZATION_INCREASE'],
    ['preAuthorizationCapture', 'preAuthorization', money, 'PRE_AUTHORIZATION_CAPTURE'],
    ['preAuthorizationReversal', 'preAuthorization', {}, 'REVERSAL'],
    ['moToRefund', 'moToSale', money, 'MOTO_REFUND'],
    ['moToReversal', 'moToSale', {}, 'MOTO_REVERSAL'],
  ])('of %s on a %s without a reference: the token is the only way to it', async (operation, of, fields, type) => {
    const rig = openRig({ customer: 'auto', customerDelayMs: 0 })
    const originalTransactionId = await idOf(rig, of)
    expect(await delivered(rig, operation, { ...fields, originalTransactionId })).toMatchObject([
      {
        token: `token of ${operation}`,
        finStatus: operation === 'preAuthorizationCapture' ? 'CAPTURED' : 'AUTHORISED',
        type,
        transactionReference: '',
        originalEFTTransactionID: originalTransactionId,
      },
    ])
  })

  test('of a linked operation under a reference of somebody else’s, if so set', async () => {
    const rig = openRig({ customer: 'auto', customerDelayMs: 0, behaviour: { linkedReference: 'foreign' } })
    const originalTransactionId = await idOf(rig, 'sale')
    const [result] = await delivered(rig, 'refund', { ...money, originalTransactionId })
    expect(result['transactionReference']).toMatch(/^[0-9a-f-]{36}$/)
    expect(result['transactionReference']).not.toBe(reference)
  })

  test.each([
    ['moToSale', money, 'AUTHORISED'],
    ['moToRefund', money, 'AUTHORISED'],
    ['tokenizeCard', {}, 'PROCESSED'],
    ['cardPan', {}, 'PROCESSED'],
    ['printReceipt', { receipt: '<p></p>' }, 'PROCESSED'],
    ['pingDevice', {}, 'PROCESSED'],
  ])('of %s under a reference that Handpoint made', async (operation, fields, finStatus) => {
    const rig = openRig({ customer: 'auto', customerDelayMs: 0 })
    const results = await delivered(rig, operation, fields)
    expect(results).toMatchObject([{ token: `token of ${operation}`, finStatus }])
    expect(results[0]['transactionReference']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('of a stop with its own token, beside that of what it ended', async () => {
    const rig = openRig()
    await rig.start('sale', { ...sale, callbackUrl, token: 'the sale' })
    await rig.start('stopCurrentTransaction', { callbackUrl, token: 'the stop' })
    await rig.advance(1_000)
    const results = rig.callbacks.map(({ headers, body }) => ({ token: headers['AUTH-TOKEN'], ...JSON.parse(body) }))
    expect(results).toMatchObject([
      { token: 'the sale', finStatus: 'CANCELLED', type: 'SALE', transactionReference: reference },
      { token: 'the stop', finStatus: 'CANCELLED', type: 'CANCEL_TRX', transactionReference: '' },
    ])
  })

  test('not of a stop without an address, nor of one that came too late', async () => {
    const rig = openRig()
    await rig.start('sale', { ...sale, transactionReference: reference2 })
    await rig.start('stopCurrentTransaction')
    expect((await rig.start('stopCurrentTransaction', { callbackUrl, token: 't' })).status).toBe(400)
    await rig.advance(10_000)
    expect(rig.callbacks).toEqual([])
  })
})
