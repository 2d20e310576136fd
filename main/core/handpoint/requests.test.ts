import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_AMOUNT_MINOR } from '../../../shared/money.ts'
import { aSale } from '../../../shared/testing/transactions.ts'
import { deviceCommandSchema } from '../../../shared/transaction/device-command.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { movesMoney, operationSchema, rulesOf, type Operation } from '../../../shared/transaction/operations.ts'
import { toWireRequest, type WireRequest } from './requests.ts'

const GUID = '01236fc0-8192-11eb-9aca-ad4b0e95f241'
const original = { reference: aSale.reference, transactionId: GUID, filedUnder: aSale.reference }
const terminal = { terminal_type: 'PAXA920', serial_number: '082104578' }
const money = { amount: '4500', currency: 'EUR' }
const metadata = { metadata1: 'till-1', metadata2: aSale.reference }
const own = { transactionReference: aSale.reference }
const named = { originalTransactionId: GUID }

/** An intent as the till makes it for an operation: parsed, so that a test cannot ask for what cannot be asked. */
function intentOf(operation: Operation, changes: Partial<Intent> = {}): Intent {
  return intentSchema.parse({
    ...aSale,
    operation,
    amountMinor: movesMoney(operation) ? 4500 : 0,
    original: rulesOf(operation).link === 'always' ? original : null,
    ...changes,
  })
}

function request(
  operation: Operation,
  changes: Partial<Intent> = {},
  extras: { receipt?: string; callback?: { url: string; token: string }; till?: string } = {},
): WireRequest | null {
  return toWireRequest({ intent: intentOf(operation, changes), till: 'till-1', ...extras })
}

const bodyOf = (...args: Parameters<typeof request>) => request(...args)?.body

describe('a request to a terminal says what is needed and nothing else', () => {
  test.each<[Operation, Partial<Intent>, Record<string, unknown>]>([
    ['sale', {}, { ...money, ...own, metadata }],
    ['saleAndTokenizeCard', {}, { ...money, ...own, metadata }],
    ['refund', {}, { ...money, ...own, metadata }],
    ['refund', { original }, { ...money, ...named, metadata }],
    ['saleReversal', {}, { ...money, ...named, metadata }],
    ['refundReversal', {}, { ...money, ...named, metadata }],
    ['preAuthorization', {}, { ...money, ...own, metadata }],
    ['preAuthorizationCapture', {}, { ...money, ...named, metadata }],
    ['preAuthorizationReversal', {}, { ...named, metadata }],
    ['moToSale', {}, { ...money, metadata }],
    ['moToRefund', {}, { ...money, metadata }],
    ['moToRefund', { original }, { ...money, ...named, metadata }],
    ['moToReversal', {}, { ...named, metadata }],
    ['tokenizeCard', {}, { metadata }],
    ['pingDevice', {}, { returnDeviceInfo: true }],
    ['stopCurrentTransaction', {}, {}],
  ])('%s %j', (operation, changes, body) => {
    expect(request(operation, changes)).toStrictEqual({
      path: '/transactions',
      values: {},
      body: { operation, ...terminal, ...body },
      answer: 'forwarded',
    })
  })

  test('a print, with what is to be printed', () => {
    expect(bodyOf('printReceipt', {}, { receipt: '<p>45.00</p>' })).toStrictEqual({
      operation: 'printReceipt',
      ...terminal,
      receipt: '<p>45.00</p>',
    })
  })

  test('the largest amount is exact, and an amount is a string of digits', () => {
    expect(bodyOf('sale', { amountMinor: MAX_AMOUNT_MINOR })).toMatchObject({ amount: '999999999998' })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }), (amountMinor) => {
        const amount = bodyOf('sale', { amountMinor })?.['amount']
        expect(amount).toMatch(/^[1-9][0-9]{0,11}$/)
        expect(Number(amount)).toBe(amountMinor)
      }),
    )
  })

  test('the order of the shop goes with it where there is one', () => {
    expect(bodyOf('sale', { customerReference: 'order 7' })).toMatchObject({ customerReference: 'order 7' })
    expect(bodyOf('sale')).not.toHaveProperty('customerReference')
  })

  test('a tip is asked for with a sale only: for others the documents disagree', () => {
    const tip = { tipPercentages: [5, 10], headerName: 'Tip' }
    expect(bodyOf('sale', { tip })).toHaveProperty('tipConfiguration', tip)
    for (const operation of ['saleAndTokenizeCard', 'refund', 'preAuthorization', 'moToSale'] as const) {
      expect(bodyOf(operation, { tip })).not.toHaveProperty('tipConfiguration')
    }
  })

  test('a callback goes with its token, and only where there is a result to deliver', () => {
    const callback = { url: 'https://till.example/c/1', token: 'secret' }
    const receipt = '<p></p>'
    for (const operation of operationSchema.options) {
      const body = bodyOf(operation, {}, { callback, receipt })
      const isTaken = body !== undefined && operation !== 'deviceCommand' && rulesOf(operation).endsBy === 'result'
      expect([operation, body?.['callbackUrl'], body?.['token']]).toEqual(
        isTaken ? [operation, callback.url, callback.token] : [operation, undefined, undefined],
      )
    }
  })

  test('no member is null, empty or undefined: the service refuses those', () => {
    for (const operation of operationSchema.options) {
      for (const channel of ['terminal', 'gateway'] as const) {
        const body = request(operation, { channel }, { receipt: '<p></p>' })?.body ?? {}
        for (const value of Object.values(body)) expect([null, '', undefined]).not.toContain(value)
      }
    }
  })

  test('cardPan is no operation of Paydesk', () => {
    expect(operationSchema.safeParse('cardPan').success).toBe(false)
  })
})

describe('the metadata', () => {
  test.each([
    ['till-1', 'till-1'],
    ['Till 1', 'Till-1'],
    ['Kassa é 🙂 2', 'Kassa------2'],
    ['a<b>c;d', 'a-b-c-d'],
    ['@:%_\\+.~#?&/={}"\',()', '@:%_\\+.~#?&/={}"\',()'],
    ['', 'till'],
    ['x'.repeat(300), 'x'.repeat(250)],
  ])('of the till %j is %j', (till, metadata1) => {
    expect(bodyOf('sale', {}, { till })?.['metadata']).toEqual({ metadata1, metadata2: aSale.reference })
  })

  // Halves of characters too. Made by hand: the library's own takes seconds to prepare.
  const anyText = fc.array(fc.integer({ min: 0, max: 0x10_ffff })).map((points) => String.fromCodePoint(...points))

  test('has no character that the service refuses, whatever the till is called', () => {
    fc.assert(
      fc.property(anyText, (till) => {
        expect(bodyOf('sale', {}, { till })).toMatchObject({
          metadata: { metadata1: expect.stringMatching(/^[a-zA-Z0-9\-()@:%_\\+.~#?&/={}"',]{1,250}$/) },
        })
      }),
    )
  })
})

describe('a request to the gateway', () => {
  const channel = 'gateway'

  test.each<Operation>(['saleReversal', 'refundReversal', 'preAuthorizationReversal'])(
    '%s takes back the whole of its original, by its id alone',
    (operation) => {
      expect(request(operation, { channel })).toStrictEqual({
        path: '/reversal',
        values: {},
        body: { originalGuid: GUID },
        answer: 'synchronous',
      })
    },
  )

  test.each([
    [4500, 'EUR', '45.00'],
    [5, 'EUR', '0.05'],
    [4500, 'ISK', '4500'],
    [4500, 'BHD', '4.500'],
    [MAX_AMOUNT_MINOR, 'EUR', '9999999999.98'],
  ])('increases a pre-authorisation by %i minor units of %s: "%s"', (amountMinor, currency, increaseAmount) => {
    expect(request('preAuthorizationIncrease', { channel, amountMinor, currency })).toStrictEqual({
      path: '/preauthorization/increase',
      values: {},
      body: { originalGuid: GUID, increaseAmount },
      answer: 'synchronous',
    })
  })

  test.each([
    [525, 'EUR', '{"amount":5.25}'],
    [1, 'EUR', '{"amount":0.01}'],
    [2000, 'EUR', '{"amount":20}'],
    [525, 'ISK', '{"amount":525}'],
    [1, 'BHD', '{"amount":0.001}'],
    [525, 'BHD', '{"amount":0.525}'],
    [MAX_AMOUNT_MINOR, 'EUR', '{"amount":9999999999.98}'],
    [MAX_AMOUNT_MINOR, 'ISK', '{"amount":999999999998}'],
    [MAX_AMOUNT_MINOR, 'BHD', '{"amount":999999999.998}'],
  ])('adjusts a tip to %i minor units of %s as a number of major units: %s', (amountMinor, currency, body) => {
    const wire = request('tipAdjustment', { channel, amountMinor, currency })
    expect(wire).toMatchObject({ path: '/transactions/{guid}/tip-adjustment', values: { guid: GUID } })
    expect(JSON.stringify(wire?.body)).toBe(body)
  })

  test('writes any tip so that it reads as the same amount, with no more decimals than the currency has', () => {
    const tip = fc.integer({ min: 1, max: MAX_AMOUNT_MINOR })
    fc.assert(
      fc.property(tip, fc.constantFrom('EUR', 'ISK', 'BHD'), (amountMinor, currency) => {
        const digits = { EUR: 2, ISK: 0, BHD: 3 }[currency] ?? 2
        const text = JSON.stringify(bodyOf('tipAdjustment', { channel, amountMinor, currency })?.['amount'])
        const [whole = '', decimals = ''] = text.split('.')
        expect(text).toMatch(/^[0-9]+(\.[0-9]+)?$/)
        expect(decimals.length).toBeLessThanOrEqual(digits)
        expect(Number(whole + decimals.padEnd(digits, '0'))).toBe(amountMinor)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('there is no request', () => {
  test('to the gateway for what only a terminal can do: another one would move other money', () => {
    const possible = ['tipAdjustment', 'preAuthorizationIncrease', 'saleReversal', 'refundReversal']
    const found = operationSchema.options.filter(
      (operation) => request(operation, { channel: 'gateway' }, { receipt: '<p></p>' }) !== null,
    )
    expect(found.toSorted()).toEqual([...possible, 'preAuthorizationReversal'].toSorted())
    expect(request('refund', { channel: 'gateway', original })).toBeNull()
    expect(request('moToRefund', { channel: 'gateway', original })).toBeNull()
  })

  test('to a terminal for what only the gateway can do', () => {
    expect(request('tipAdjustment', { channel: 'terminal' })).toBeNull()
    expect(request('preAuthorizationIncrease', { channel: 'terminal' })).toBeNull()
  })

  test('for a print of nothing or a command that is none', () => {
    expect(request('printReceipt')).toBeNull()
    expect(request('deviceCommand')).toBeNull()
  })
})

describe('a command to a device', () => {
  test.each([
    { name: 'set-unattended-mode', settings: { status: true } },
    { name: 'set-locale', settings: { locale: 'en_CA' } },
    { name: 'set-password-protected', settings: { status: false } },
    { name: 'reboot', settings: { force: false } },
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: 0, maximumBrightnessLevel: 100 } },
    { name: 'set-reboot-time', settings: { hour: 23 } },
    { name: 'set-security-policy', settings: { blockSystemUI: true } },
  ] as const)('$name goes to the device itself', (command) => {
    expect(request('deviceCommand', { command })).toStrictEqual({
      path: '/devices/{terminalType}/{serialNumber}/{command}',
      values: { terminalType: 'PAXA920', serialNumber: '082104578', command: command.name },
      body: command.settings,
      answer: 'forwarded',
    })
  })

  test.each([
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: -1, maximumBrightnessLevel: 100 } },
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: 0, maximumBrightnessLevel: 101 } },
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: 0.5, maximumBrightnessLevel: 100 } },
    { name: 'set-reboot-time', settings: { hour: 24 } },
    { name: 'set-reboot-time', settings: { hour: -1 } },
    { name: 'set-locale', settings: { locale: 'en-CA' } },
    { name: 'set-locale', settings: { locale: '' } },
    { name: 'reboot', settings: {} },
    { name: 'reboot', settings: { force: true, now: true } },
    { name: 'set-security-policy', settings: { colour: true } },
    { name: 'set-security-policy', settings: {} },
    { name: 'update', settings: {} },
    { name: 'reboot/../../transactions', settings: { force: true } },
  ])('outside its range is none: %j', (command) => {
    expect(deviceCommandSchema.safeParse(command).success).toBe(false)
  })
})
