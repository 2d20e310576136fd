import { describe, expect, it } from 'vitest'
import { referenceSchema } from '../ids.ts'
import { accepted, aLinkedRefund, anOutcome, aSale, reported } from '../testing/transactions.ts'
import type { Intent } from './intent.ts'
import { checkLink, standingOf, toOriginal, type Linkable, type LinkRefusal } from './linked.ts'
import { movesMoney, operationSchema, rulesOf, type Operation } from './operations.ts'
import type { FinalStatus, Outcome } from './terminal-result.ts'
import { fold } from './transition.ts'

let count = 0

/** An operation with its end, or without one. */
function operation(
  name: Operation,
  amountMinor: number,
  end: FinalStatus | 'open' = 'AUTHORISED',
  changes: Partial<Outcome> = {},
): Linkable {
  count += 1
  const intent: Intent = {
    ...aSale,
    reference: referenceSchema.parse(`3e665342-a95b-49c1-b6fe-${String(count).padStart(12, '0')}`),
    operation: name,
    amountMinor,
    original: rulesOf(name).link === 'always' ? aLinkedRefund.original : null,
  }
  const amounts = { requestedAmountMinor: amountMinor, totalAmountMinor: amountMinor }
  const word =
    end === 'open' ? accepted : reported(end, { type: null, transactionReference: null, ...amounts, ...changes })
  return { intent, state: fold(intent, [word]).state }
}

const sale = operation('sale', 4500)
const undoneBy = (...taken: Linkable[]): Set<string> => new Set(taken.map(({ intent }) => intent.reference))

/** Whether an amount may be refunded of a sale to which this was linked, or why not. */
function check(
  name: Operation,
  amountMinor: number,
  { of = sale, linked = [], undone = [] }: { of?: Linkable; linked?: Linkable[]; undone?: Linkable[] } = {},
): LinkRefusal | null {
  const standing = standingOf(of, linked, undoneBy(...undone))
  return checkLink({ operation: name, amountMinor, currency: 'EUR' }, of, standing)
}

describe('a sale of 45.00 is refunded', () => {
  it('in parts, up to what was charged and not a cent more', () => {
    const linked = [operation('refund', 2000), operation('refund', 500)]
    expect(standingOf(sale, linked, new Set())).toEqual({
      totalMinor: 4500,
      tipMinor: 0,
      remainingMinor: 2000,
      refundedMinor: 2500,
      isReversed: false,
      isCaptured: false,
      isDoneElsewhere: false,
      hasOpenLink: false,
      isGivingBack: false,
    })
    expect(check('refund', 2000, { linked })).toBeNull()
    expect(check('refund', 2001, { linked })).toBe('tooMuch')
  })

  it('no more than the part of it that was approved', () => {
    const part = {
      ...sale,
      state: {
        status: 'partlyApproved',
        chargedMinor: 2000,
        outcome: anOutcome('PARTIAL_APPROVAL'),
        basis: 'terminal',
      },
    } as const
    expect(check('refund', 2000, { of: part })).toBeNull()
    expect(check('refund', 2001, { of: part })).toBe('tooMuch')
  })

  it('again where a refund was refused, or taken back', () => {
    const refund = operation('refund', 4500)
    for (const end of ['DECLINED', 'CANCELLED'] as const) {
      expect(check('refund', 4500, { linked: [operation('refund', 4500, end)] })).toBeNull()
    }
    expect(check('refund', 1, { linked: [refund] })).toBe('tooMuch')
    expect(check('refund', 4500, { linked: [refund], undone: [refund] })).toBeNull()
  })

  it('not while an earlier one has no outcome, and not even by another cent', () => {
    const open = operation('refund', 100, 'open')
    expect(check('refund', 1, { linked: [open] })).toBe('linkUnresolved')
    expect(standingOf(sale, [open], new Set()).remainingMinor).toBe(4400)
    expect(check('saleReversal', 4500, { linked: [open] })).toBe('linkUnresolved')
  })

  it('not while a refund that failed is not known to have moved nothing', () => {
    expect(check('refund', 1, { linked: [operation('refund', 100, 'FAILED')] })).toBe('linkUnresolved')
  })

  it('not after it was reversed, and not reversed after a part was refunded', () => {
    expect(check('refund', 1, { linked: [operation('saleReversal', 4500)] })).toBe('alreadyReversed')
    expect(check('saleReversal', 4500, { linked: [operation('saleReversal', 4500)] })).toBe('alreadyReversed')
    expect(check('saleReversal', 4500, { linked: [operation('refund', 1)] })).toBe('alreadyRefunded')
    expect(check('saleReversal', 4500, { linked: [operation('saleReversal', 4500, 'DECLINED')] })).toBeNull()
  })

  it('in its own currency only', () => {
    const standing = standingOf(sale, [], new Set())
    expect(checkLink({ operation: 'refund', amountMinor: 1, currency: 'USD' }, sale, standing)).toBe('otherCurrency')
  })
})

describe('a refund', () => {
  const refund = operation('refund', 2000)

  it('can be taken back once', () => {
    expect(check('refundReversal', 2000, { of: refund })).toBeNull()
    expect(check('refundReversal', 2000, { of: refund, linked: [operation('refundReversal', 2000)] })).toBe(
      'alreadyReversed',
    )
  })
})

describe('a tip', () => {
  it('can be refunded with its sale: the newest counts', () => {
    const linked = [operation('tipAdjustment', 300), operation('tipAdjustment', 500)]
    expect(standingOf(sale, linked, new Set())).toMatchObject({ totalMinor: 5000, remainingMinor: 5000 })
    expect(check('refund', 5001, { linked })).toBe('tooMuch')
  })

  it('replaces the tip that the terminal asked for', () => {
    const tipped = operation('sale', 4500, 'AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 })
    expect(standingOf(tipped, [], new Set()).totalMinor).toBe(5000)
    expect(standingOf(tipped, [operation('tipAdjustment', 700)], new Set()).totalMinor).toBe(5200)
    expect(standingOf(tipped, [operation('tipAdjustment', 700, 'DECLINED')], new Set()).totalMinor).toBe(5000)
  })

  it('can be adjusted again though an earlier answer was lost: the later one replaces it', () => {
    expect(check('tipAdjustment', 500, { linked: [operation('tipAdjustment', 300, 'open')] })).toBeNull()
  })

  it('cannot be adjusted while money may be going back', () => {
    for (const name of ['saleReversal', 'refund'] as const) {
      expect(check('tipAdjustment', 500, { linked: [operation(name, 4500, 'open')] })).toBe('linkUnresolved')
    }
  })

  it('without an outcome stops what would give its sale back', () => {
    for (const name of ['saleReversal', 'refund'] as const) {
      expect(check(name, 4500, { linked: [operation('tipAdjustment', 500, 'open')] })).toBe('linkUnresolved')
    }
  })

  it('cannot be adjusted once money went back', () => {
    expect(check('tipAdjustment', 500, { linked: [operation('refund', 1)] })).toBe('alreadyRefunded')
    expect(check('tipAdjustment', 500, { linked: [operation('saleReversal', 4500)] })).toBe('alreadyReversed')
  })
})

describe('a pre-authorisation of 45.00', () => {
  const hold = operation('preAuthorization', 4500)

  it('is captured once, up to what is held with its increases', () => {
    const linked = [operation('preAuthorizationIncrease', 1500)]
    expect(standingOf(hold, linked, new Set()).totalMinor).toBe(6000)
    expect(check('preAuthorizationCapture', 6000, { of: hold, linked })).toBeNull()
    expect(check('preAuthorizationCapture', 6001, { of: hold, linked })).toBe('tooMuch')
    const captured = [...linked, operation('preAuthorizationCapture', 1000, 'CAPTURED')]
    expect(check('preAuthorizationCapture', 1, { of: hold, linked: captured })).toBe('alreadyCaptured')
  })

  it('that was captured is neither increased nor released: its money is the shop’s, and is refunded', () => {
    const capture = operation('preAuthorizationCapture', 4500, 'CAPTURED')
    expect(check('preAuthorizationIncrease', 1, { of: hold, linked: [capture] })).toBe('alreadyCaptured')
    expect(check('preAuthorizationReversal', 4500, { of: hold, linked: [capture] })).toBe('alreadyCaptured')
    expect(check('refund', 4500, { of: capture })).toBeNull()
    expect(check('refund', 1, { of: hold, linked: [capture] })).toBe('wrongKind')
  })

  it('is released, and then holds nothing', () => {
    expect(check('preAuthorizationReversal', 4500, { of: hold })).toBeNull()
    const linked = [operation('preAuthorizationReversal', 4500)]
    expect(standingOf(hold, linked, new Set())).toMatchObject({ isReversed: true, remainingMinor: 0 })
    expect(check('preAuthorizationCapture', 1, { of: hold, linked })).toBe('alreadyReversed')
  })

  it('is neither captured nor released while an increase has no outcome', () => {
    const linked = [operation('preAuthorizationIncrease', 1500, 'open')]
    expect(check('preAuthorizationCapture', 1, { of: hold, linked })).toBe('linkUnresolved')
    expect(check('preAuthorizationReversal', 4500, { of: hold, linked })).toBe('linkUnresolved')
  })
})

describe('what the bank calls refunded or captured, and nothing here has done', () => {
  const said = (name: Operation, finStatus: 'REFUNDED' | 'CAPTURED'): Linkable => operation(name, 4500, finStatus)

  it('is a sale that is neither refunded, reversed nor tipped a second time', () => {
    const refunded = said('sale', 'REFUNDED')
    expect(standingOf(refunded, [], new Set())).toMatchObject({ remainingMinor: 0, isDoneElsewhere: true })
    for (const name of ['refund', 'saleReversal', 'tipAdjustment'] as const) {
      expect(check(name, 4500, { of: refunded })).toBe('doneElsewhere')
    }
  })

  it('is a hold that is neither captured, increased nor released any more', () => {
    for (const hold of [said('preAuthorization', 'CAPTURED'), said('preAuthorization', 'REFUNDED')]) {
      expect(standingOf(hold, [], new Set())).toMatchObject({ remainingMinor: 0, isDoneElsewhere: true })
      for (const name of ['preAuthorizationCapture', 'preAuthorizationIncrease', 'preAuthorizationReversal'] as const) {
        expect(check(name, 4500, { of: hold })).toBe('doneElsewhere')
      }
    }
  })

  it('is not what a refund or a capture of this till explains, nor the word of a capture about itself', () => {
    const refunded = standingOf(said('sale', 'REFUNDED'), [operation('refund', 4500)], new Set())
    expect(refunded).toMatchObject({ remainingMinor: 0, refundedMinor: 4500, isDoneElsewhere: false })
    const captured = said('preAuthorization', 'CAPTURED')
    const capture = operation('preAuthorizationCapture', 1000, 'CAPTURED')
    expect(standingOf(captured, [capture], new Set())).toMatchObject({ isCaptured: true, isDoneElsewhere: false })
    expect(check('refund', 1000, { of: capture })).toBeNull()
    expect(check('refundReversal', 4500, { of: said('refund', 'REFUNDED') })).toBeNull()
  })
})

describe('nothing is linked', () => {
  it.each(['DECLINED', 'CANCELLED', 'FAILED', 'open'] as const)('to a sale that ended %s', (end) => {
    expect(check('refund', 1, { of: operation('sale', 4500, end) })).toBe('notCharged')
  })

  it('to an operation whose id the gateway did not tell', () => {
    expect(check('refund', 1, { of: operation('sale', 4500, 'AUTHORISED', { transactionId: null }) })).toBe(
      'noTransactionId',
    )
  })

  it.each(['', '************0002', 'see below', 'x'.repeat(1001), 'half \ud800'])(
    'to an operation whose id is none that a request can name: %j',
    (transactionId) => {
      expect(check('refund', 1, { of: operation('sale', 4500, 'AUTHORISED', { transactionId }) })).toBe(
        'noTransactionId',
      )
    },
  )

  it('to an operation of another kind', () => {
    const pairs = operationSchema.options.flatMap((name) =>
      operationSchema.options
        .filter((original) => movesMoney(original) && check(name, 1, { of: operation(original, 4500) }) !== 'wrongKind')
        .map((original) => `${name} of ${original}`),
    )
    expect(pairs).toEqual([
      'refund of sale',
      'refund of saleAndTokenizeCard',
      'refund of preAuthorizationCapture',
      'saleReversal of sale',
      'saleReversal of saleAndTokenizeCard',
      'refundReversal of refund',
      'preAuthorizationIncrease of preAuthorization',
      'preAuthorizationCapture of preAuthorization',
      'preAuthorizationReversal of preAuthorization',
      'moToRefund of moToSale',
      'moToReversal of moToSale',
      'moToReversal of moToRefund',
      'tipAdjustment of sale',
    ])
  })
})

describe('an original is named', () => {
  it('by the gateway’s id, and looked for under its own reference', () => {
    expect(toOriginal(sale)).toEqual({
      reference: sale.intent.reference,
      transactionId: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
      filedUnder: sale.intent.reference,
    })
  })

  it('that is linked itself is looked for where its own original is filed', () => {
    const capture = operation('preAuthorizationCapture', 4500, 'CAPTURED')
    expect(toOriginal(capture)?.filedUnder).toBe(aLinkedRefund.original?.filedUnder)
  })

  it('that was keyed in is looked for under the reference that Handpoint gave it', () => {
    const given = '0b2f1f0e-51c4-4e0b-8f2e-6a2f0c9d7e11'
    const keyed = operation('moToSale', 4500, 'AUTHORISED', { transactionReference: given.toUpperCase() })
    expect(toOriginal(keyed)?.filedUnder).toBe(given)
    const foreign = operation('moToSale', 4500, 'AUTHORISED', { transactionReference: 'not a reference' })
    expect(toOriginal(foreign)?.filedUnder).toBeNull()
  })
})
