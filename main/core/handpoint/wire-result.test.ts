import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finalStatusSchema, outcomeSchema } from '../../../shared/transaction/terminal-result.ts'
import { readResultBody } from './wire-result.ts'

const full = {
  finStatus: 'AUTHORISED',
  type: 'SALE',
  efttransactionID: '66d94f20-efda-11ed-929c-47fffda5f9b5',
  transactionID: 'other',
  originalEFTTransactionID: '',
  transactionReference: '6f1ed002-ab55-4f5a-9d1b-4f1b8f6e2a11',
  requestedAmount: 100,
  totalAmount: 110,
  tipAmount: 10,
  dueAmount: 0,
  currency: 'EUR',
  deviceStatus: { serialNumber: '082104578', batteryStatus: '90' },
  statusMessage: 'Approved',
  errorMessage: '',
  cardSchemeName: 'Visa',
  maskedCardNumber: '453212******1456',
  cardEntryType: 'ICC',
  paymentScenario: 'CHIPCONTACTLESS',
  verificationMethod: 'NOT_REQUIRED',
  authorisationCode: '123456',
  issuerResponseCode: '00',
  rrn: '0000511573740',
  batchNumber: '123',
  efttimestamp: 1615374961000,
  recoveredTransaction: false,
  unMaskedPan: 'canary-pan',
  cardToken: 'canary-token',
  aid: 'A0000000031010',
  tvr: '0400008001',
  tsi: '0000',
  iad: '06010A03A0B800',
  arc: '0000',
  applicationLabel: 'VISA CLASICA',
  tenderType: 'CREDIT',
  merchantName: 'The shop',
  merchantAddress: 'Street 1',
  mid: '1234',
  tid: 'T1',
  ssk: 'canary-ssk',
  expiryDateMMYY: 'canary-expiry',
  cardHolderName: 'canary-holder',
  somethingNew: 'canary-new',
}

const read = (value: unknown) => readResultBody(JSON.stringify(value))

function outcomeOf(value: unknown) {
  const reading = read(value)
  if (reading.type !== 'final') throw new Error(`not final: ${JSON.stringify(reading)}`)
  return reading.outcome
}

describe('a result', () => {
  test('is reduced to what Paydesk keeps of it', () => {
    expect(outcomeOf(full)).toStrictEqual({
      finStatus: 'AUTHORISED',
      type: 'SALE',
      transactionId: '66d94f20-efda-11ed-929c-47fffda5f9b5',
      originalTransactionId: null,
      transactionReference: '6f1ed002-ab55-4f5a-9d1b-4f1b8f6e2a11',
      requestedAmountMinor: 100,
      totalAmountMinor: 110,
      tipAmountMinor: 10,
      dueAmountMinor: 0,
      surchargeAmountMinor: null,
      currency: 'EUR',
      terminalSerial: '082104578',
      statusMessage: 'Approved',
      errorMessage: null,
      card: {
        scheme: 'Visa',
        maskedNumber: '************1456',
        entry: 'CHIPCONTACTLESS',
        verification: 'NOT_REQUIRED',
        authorisationCode: '123456',
        issuerResponseCode: '00',
      },
      rrn: '0000511573740',
      batchNumber: '123',
      emv: {
        aid: 'A0000000031010',
        tvr: '0400008001',
        tsi: '0000',
        iad: '06010A03A0B800',
        arc: '0000',
        applicationLabel: 'VISA CLASICA',
      },
      tenderType: 'CREDIT',
      merchant: { name: 'The shop', address: 'Street 1', mid: '1234', tid: 'T1' },
      happenedAt: 1615374961000,
    })
    expect(JSON.stringify(read(full))).not.toContain('canary')
  })

  test('needs nothing but its status', () => {
    const outcome = outcomeOf({ finStatus: 'DECLINED' })
    expect(outcomeSchema.parse(outcome)).toEqual(outcome)
    expect(outcome).toMatchObject({ finStatus: 'DECLINED', totalAmountMinor: null, transactionId: null })
  })

  test('may have nulls and wrong types in all that is only shown', () => {
    const odd = {
      ...full,
      type: 7,
      statusMessage: { en: 'x' },
      deviceStatus: 'none',
      efttimestamp: [],
      rrn: null,
      maskedCardNumber: 1,
    }
    expect(outcomeOf(odd)).toMatchObject({
      type: null,
      statusMessage: null,
      terminalSerial: null,
      happenedAt: null,
      rrn: null,
    })
  })

  test.each(finalStatusSchema.options)('with the status %s is final', (finStatus) => {
    expect(read({ finStatus })).toMatchObject({ type: 'final', outcome: { finStatus } })
  })

  test.each(['PARTIALLY_APPROVED', 'PARTIALLY_AUTHORISED'])('misspelt %s is a partial approval', (finStatus) => {
    expect(outcomeOf({ finStatus }).finStatus).toBe('PARTIAL_APPROVAL')
  })

  test.each(['requestedAmount', 'totalAmount', 'tipAmount', 'dueAmount'])(
    'with a guess for its %s is unreadable',
    (field) => {
      for (const value of ['100', 1.5, 2 ** 53, true, {}, []]) {
        expect(read({ ...full, [field]: value })).toMatchObject({
          type: 'unreadable',
          text: expect.stringContaining(field),
        })
      }
      expect(read({ ...full, [field]: null })).toMatchObject({ type: 'final' })
    },
  )

  test.each(['UNKNOWN', 'AUTHORIZED', 'authorised', 7, {}, true])(
    'with the unknown status %j ends nothing',
    (finStatus) => {
      expect(read({ ...full, finStatus })).toMatchObject({ type: 'unreadable' })
    },
  )

  test('that is not there yet, or that the terminal lost, ends nothing', () => {
    expect(read({ ...full, finStatus: 'IN_PROGRESS' })).toEqual({ type: 'inProgress' })
    expect(read({ ...full, finStatus: 'UNDEFINED' })).toMatchObject({
      type: 'undecided',
      entry: { transactionReference: full.transactionReference, happenedWithin: [1615374961000, 1615374961000] },
    })
    for (const finStatus of [undefined, null, '']) expect(read({ ...full, finStatus })).toEqual({ type: 'noStatus' })
    expect(read({ transactionResultId: 'x', statusMessage: 'In Progress' })).toEqual({ type: 'noStatus' })
  })

  test('has the gateway’s id from whichever field holds it', () => {
    expect(outcomeOf({ ...full, efttransactionID: '' }).transactionId).toBe('other')
    expect(outcomeOf({ ...full, efttransactionID: '', transactionID: '' }).transactionId).toBeNull()
  })

  test.each(['4000000000000002', '5555555555554444', '6304000000000000000', '378282246310005'])(
    'with the gateway’s ids in digits that pass for a card number, %s, keeps them whole',
    (id) => {
      const ids = { efttransactionID: id, originalEFTTransactionID: id, transactionReference: id }
      expect(outcomeOf({ ...full, ...ids, deviceStatus: { serialNumber: id } })).toMatchObject({
        transactionId: id,
        originalTransactionId: id,
        transactionReference: id,
        terminalSerial: id,
      })
      expect(outcomeOf({ ...full, efttransactionID: '', transactionID: ` ${id} ` }).transactionId).toBe(id)
    },
  )

  test('keeps the ids of an acquirer, and takes what is longer than those for a text', () => {
    const short = outcomeOf({ ...full, mid: '378282246310005', tid: '4222222222222', rrn: '4222222222222' })
    expect([short.merchant.mid, short.merchant.tid, short.rrn]).toEqual([
      '378282246310005',
      '4222222222222',
      '4222222222222',
    ])
    const long = outcomeOf({ ...full, mid: '4111111111111111', tid: '4111111111111111', rrn: '378282246310005' })
    expect([long.merchant.mid, long.merchant.tid, long.rrn]).toEqual([
      '************1111',
      '************1111',
      '***********0005',
    ])
  })

  test.each([
    ['4111 1111 1111 1111', '**** **** **** 1111'],
    ['id:4111111111111111', 'id:************1111'],
    [`4111111111111111${'0'.repeat(90)}`, `${'*'.repeat(102)}0000`],
  ])('with the id %s, a form that none has, is masked like a text', (efttransactionID, transactionId) => {
    expect(outcomeOf({ ...full, efttransactionID }).transactionId).toBe(transactionId)
  })

  test.each([
    [1615374961000, 1615374961000],
    ['1615374961000', 1615374961000],
    ['20230511110113006', null],
    [2 ** 54, null],
    ['', null],
    ['yesterday', null],
    [-1, null],
  ])('with the time %j happened at %j', (efttimestamp, happenedAt) => {
    expect(outcomeOf({ ...full, efttimestamp }).happenedAt).toBe(happenedAt)
  })

  test('keeps the time whose zone nobody knows as it came, and no other', () => {
    expect(outcomeOf({ ...full, efttimestamp: '20230511110113006' }).gatewayTime).toBe('20230511110113006')
    for (const efttimestamp of [1615374961000, '1615374961000', '2023051111011300x', '', null]) {
      // Not even as a member without a value: what was journaled before has its digest.
      expect(Object.keys(outcomeOf({ ...full, efttimestamp }))).not.toContain('gatewayTime')
    }
  })

  test.each([
    ['************1456', '************1456'],
    ['4111111111111111', '************1111'],
    ['4111 1111 1111 1111', '**** **** **** 1111'],
    ['1456', '1456'],
  ])('with the card %s shows %s', (maskedCardNumber, shown) => {
    expect(outcomeOf({ ...full, maskedCardNumber }).card.maskedNumber).toBe(shown)
  })

  test('never carries a full card number, in whatever text it came', () => {
    const fields = Object.keys(full).filter(
      (name) => typeof full[name as keyof typeof full] === 'string' && name !== 'finStatus',
    )
    const body = Object.fromEntries(fields.map((name) => [name, 'see 4111 1111 1111 1111 or 5555555555554444']))
    const shown = JSON.stringify(outcomeOf({ ...full, ...body, deviceStatus: { serialNumber: body['mid'] } }))
    expect(shown).not.toMatch(/4111[ ]?1111|55555555/)
  })

  test.each([
    [`posting to https://till.example/cb/${'0f'.repeat(16)} failed`, 'posting to https://till.example[hidden] failed'],
    [`AUTH-TOKEN ${'0f'.repeat(32)} was refused`, 'AUTH-TOKEN [hidden] was refused'],
    ['merchant {"ssk":"A1B2C3","x":1} has no', 'merchant {"[hidden]","x":1} has no'],
    ['ssk = A1B2C3; task: done', '[hidden]; task: done'],
  ])('that says %s long after the request, is kept as %s', (said, kept) => {
    const outcome = outcomeOf({ ...full, statusMessage: said, errorMessage: said })
    expect([outcome.statusMessage, outcome.errorMessage]).toEqual([kept, kept])
  })

  test('has one digest by every way it comes, and another when it differs', () => {
    const digest = (value: unknown) => {
      const reading = read(value)
      return reading.type === 'final' ? reading.digest : null
    }
    const reversed = Object.fromEntries(Object.entries(full).toReversed())
    expect(digest(full)).toMatch(/^[0-9a-f]{64}$/)
    expect(digest({ ...reversed, recoveredTransaction: true, customerReceipt: 'https://x' })).toBe(digest(full))
    expect(digest({ ...full, totalAmount: 109 })).not.toBe(digest(full))
    expect(digest({ ...full, finStatus: 'DECLINED' })).not.toBe(digest(full))
  })
})

describe('receipts and signature', () => {
  const documentsOf = (value: unknown) => {
    const reading = read(value)
    return reading.type === 'final' ? reading.documents : null
  }

  test('are handed on as they came, beside the outcome and not in it', () => {
    const documents = {
      customerReceipt: 'https://receipts.handpoint.com/receipts/1/customer.html',
      merchantReceipt: ' <div>45.00</div>',
      signatureUrl: 'iVBORw0KGgo=',
    }
    expect(documentsOf({ ...full, ...documents })).toStrictEqual({
      customerReceipt: documents.customerReceipt,
      merchantReceipt: ' <div>45.00</div>',
      signature: 'iVBORw0KGgo=',
    })
    expect(JSON.stringify(outcomeOf({ ...full, ...documents }))).not.toMatch(/receipts|<div>|iVBOR/)
  })

  test.each([
    ['not given', {}],
    ['empty', { customerReceipt: '', merchantReceipt: '', signatureUrl: '' }],
    ['null', { customerReceipt: null, merchantReceipt: null, signatureUrl: null }],
    ['of a wrong type', { customerReceipt: 7, merchantReceipt: {}, signatureUrl: ['x'] }],
  ])('that are %s are none, and the result counts all the same', (_, documents) => {
    expect(documentsOf({ ...full, ...documents })).toStrictEqual({
      customerReceipt: null,
      merchantReceipt: null,
      signature: null,
    })
  })

  test('one that cannot be read takes none of the others with it', () => {
    expect(documentsOf({ ...full, customerReceipt: 7, merchantReceipt: '<p></p>' })).toMatchObject({
      customerReceipt: null,
      merchantReceipt: '<p></p>',
    })
  })
})

describe('whatever a body holds', () => {
  test.each([
    '',
    ' ',
    'null',
    '[]',
    '[{"finStatus":"AUTHORISED"}]',
    '"AUTHORISED"',
    '<html>',
    '{"finStatus":"AUTHORISED"',
  ])('%s is unreadable', (body) => {
    expect(readResultBody(body)).toMatchObject({ type: 'unreadable' })
  })

  test('reading never throws, and nothing is final without a known status', () => {
    fc.assert(fc.property(fc.string(), (body) => void readResultBody(body)))
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(read(json).type).not.toBe('final')
      }),
    )
  })

  test('a known status with anything around it is an outcome that the journal takes, or unreadable', () => {
    const around = fc.dictionary(fc.constantFrom(...Object.keys(full)), fc.jsonValue())
    const status = fc.constantFrom(...finalStatusSchema.options, 'IN_PROGRESS', 'UNDEFINED', 'NEW')
    fc.assert(
      fc.property(around, status, (fields, finStatus) => {
        const reading = read({ ...fields, finStatus })
        if (reading.type === 'final') expect(outcomeSchema.parse(reading.outcome)).toEqual(reading.outcome)
        else expect(['undecided', 'inProgress', 'unreadable']).toContain(reading.type)
        if (finStatus === 'NEW') expect(reading.type).toBe('unreadable')
      }),
      { numRuns: 500 },
    )
  })

  test('a body nested without end is unreadable or pending, not a crash', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(readResultBody(deep).type).toBe('unreadable')
    expect(readResultBody(`{"finStatus":"DECLINED","customFields":${deep}}`).type).toBe('final')
  })
})
