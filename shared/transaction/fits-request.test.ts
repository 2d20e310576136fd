import { describe, expect, it } from 'vitest'
import { aLinkedRefund, anOutcome, aSale } from '../testing/transactions.ts'
import { fitsRequest } from './fits-request.ts'
import { intentSchema, type Intent } from './intent.ts'
import { movesMoney, operationSchema, rulesOf, type Operation } from './operations.ts'
import type { Outcome } from './terminal-result.ts'

const ORIGINAL = aLinkedRefund.original

function intentOf(operation: Operation): Intent {
  return intentSchema.parse({
    ...aSale,
    operation,
    amountMinor: movesMoney(operation) ? 4500 : 0,
    original: rulesOf(operation).link === 'always' ? ORIGINAL : null,
  })
}

/** A result as the service gives it for an operation: what is linked has no reference of its own (handpoint-api.md §6.17). */
function resultOf(operation: Operation, changes: Partial<Outcome> = {}): Outcome {
  const isLinked = rulesOf(operation).link === 'always'
  return anOutcome(operation === 'preAuthorizationCapture' ? 'CAPTURED' : 'AUTHORISED', {
    type: rulesOf(operation).resultTypes[0] ?? null,
    transactionReference: isLinked ? null : aSale.reference,
    originalTransactionId: isLinked ? (ORIGINAL?.transactionId ?? null) : null,
    ...changes,
  })
}

const fits = (operation: Operation, changes: Partial<Outcome> = {}): boolean =>
  fitsRequest(intentOf(operation), resultOf(operation, changes))

const MOVING = operationSchema.options.filter(movesMoney)
const having = (...moves: string[]): Operation[] => MOVING.filter((name) => moves.includes(rulesOf(name).moves))

describe.each(operationSchema.options)('the result of %s', (operation) => {
  it('fits, of each type that it may have, and of none', () => {
    for (const type of [...rulesOf(operation).resultTypes, null, '', 'UNDEFINED', 'TRANSACTION_STATUS']) {
      expect([type, fits(operation, { type })]).toEqual([type, true])
    }
  })

  it('of another kind does not', () => {
    const { resultTypes } = rulesOf(operation)
    expect(fits(operation, { type: 'SOMETHING_NEW' })).toBe(resultTypes.length === 0)
  })

  it('of another terminal does not', () => {
    expect(fits(operation, { terminalSerial: '082104579' })).toBe(false)
    expect(fits(operation, { terminalSerial: null })).toBe(true)
    expect(fits(operation, { terminalSerial: '' })).toBe(true)
  })
})

describe.each(MOVING)('the result of %s', (operation) => {
  it('in another currency does not fit; in none it does', () => {
    expect(fits(operation, { currency: 'USD' })).toBe(false)
    for (const currency of [null, '', 'Unknown']) expect(fits(operation, { currency })).toBe(true)
  })
})

describe.each(having('charge', 'refund', 'hold'))('the amounts of %s', (operation) => {
  it('are what was asked for, a part of it, or more by a tip and a surcharge only', () => {
    expect(fits(operation, { requestedAmountMinor: 4400 })).toBe(false)
    expect(fits(operation, { totalAmountMinor: 4501 })).toBe(false)
    expect(fits(operation, { totalAmountMinor: 0 })).toBe(false)
    expect(fits(operation, { totalAmountMinor: 2000 })).toBe(true)
    expect(fits(operation, { totalAmountMinor: 5100, tipAmountMinor: 500, surchargeAmountMinor: 100 })).toBe(true)
    expect(fits(operation, { requestedAmountMinor: null, totalAmountMinor: null })).toBe(true)
  })

  it('with what is left to pay are no more than was asked for; what leaves all of it charged nothing', () => {
    expect(fits(operation, { totalAmountMinor: 2000, dueAmountMinor: 2500 })).toBe(true)
    expect(fits(operation, { totalAmountMinor: 2000, dueAmountMinor: 3000, tipAmountMinor: 500 })).toBe(true)
    expect(fits(operation, { totalAmountMinor: 4500, dueAmountMinor: 2500 })).toBe(false)
    expect(fits(operation, { totalAmountMinor: null, dueAmountMinor: 2500 })).toBe(true)
    for (const dueAmountMinor of [4500, 9000]) {
      expect(fits(operation, { totalAmountMinor: null, dueAmountMinor })).toBe(false)
    }
  })

  it('are not told by the word for what moves no money', () => {
    expect(fits(operation, { finStatus: 'PROCESSED' })).toBe(false)
  })

  it('say nothing of a refusal, which is recorded with nothing or with all of it', () => {
    expect(fits(operation, { finStatus: 'DECLINED', requestedAmountMinor: 0, totalAmountMinor: 0 })).toBe(true)
    expect(fits(operation, { finStatus: 'DECLINED', totalAmountMinor: 4500 })).toBe(true)
    expect(fits(operation, { finStatus: 'DECLINED', requestedAmountMinor: 4400 })).toBe(false)
  })
})

describe.each(having('undo'))('what %s took back', (operation) => {
  it('is all of it, whatever amount was asked for', () => {
    expect(fits(operation, { requestedAmountMinor: 100, totalAmountMinor: 4500 })).toBe(true)
    expect(fits(operation, { totalAmountMinor: 5000 })).toBe(true)
    for (const totalAmountMinor of [null, 0]) expect(fits(operation, { totalAmountMinor })).toBe(true)
  })

  it('is a conflict where it is a part: the customer was told all of it', () => {
    expect(fits(operation, { totalAmountMinor: 4499 })).toBe(false)
    expect(fits(operation, { finStatus: 'DECLINED', totalAmountMinor: 1 })).toBe(true)
  })
})

describe('a reference', () => {
  it.each(['sale', 'saleAndTokenizeCard', 'refund', 'preAuthorization'] as const)('of another’s is no %s’s', (name) => {
    expect(fits(name, { transactionReference: 'another' })).toBe(false)
    expect(fits(name, { transactionReference: aSale.reference.toUpperCase() })).toBe(true)
  })

  it.each(having('undo', 'adjust').concat('preAuthorizationCapture', 'moToSale', 'moToRefund'))(
    'says nothing about %s: Handpoint gives it one of its own',
    (name) => {
      expect(fits(name, { transactionReference: 'another' })).toBe(true)
    },
  )

  it('says nothing about a linked refund, but the sale that it names does', () => {
    const linked = resultOf('refund', {
      transactionReference: 'another',
      requestedAmountMinor: 2000,
      totalAmountMinor: 2000,
    })
    expect(fitsRequest(aLinkedRefund, linked)).toBe(true)
    expect(fitsRequest(aLinkedRefund, { ...linked, originalTransactionId: 'another' })).toBe(false)
    expect(fitsRequest(aLinkedRefund, { ...linked, originalTransactionId: ORIGINAL?.transactionId ?? '' })).toBe(true)
  })

  it.each(['saleReversal', 'refundReversal'] as const)('of another original is no %s', (name) => {
    expect(fits(name, { originalTransactionId: 'another' })).toBe(false)
    expect(fits(name, { originalTransactionId: '' })).toBe(true)
  })
})
