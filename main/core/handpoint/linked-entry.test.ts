import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aLinkedRefund, aSale } from '../../../shared/testing/transactions.ts'
import { fitsRequest } from '../../../shared/transaction/fits-request.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { outcomeSchema } from '../../../shared/transaction/terminal-result.ts'
import type { HistoryEntry } from './answers.ts'
import { findLinked } from './linked-entry.ts'
import { readEntry } from './wire-result.ts'

const SALE = aLinkedRefund.original?.transactionId ?? ''
/** Ten seconds after the request, if it is told in UTC. */
const NOW = '20231114221330000'
const NOBODY = new Set<string>()

/** As the status service files it (handpoint-api.md §2.4): no device, and a time whose zone nobody knows. */
function entry(finStatus: string, type: string, changes: Record<string, unknown> = {}): HistoryEntry {
  const shown = { transactionReference: aSale.reference, currency: 'EUR', efttimestamp: NOW }
  const reading = readEntry({ finStatus, type, ...shown, ...changes })
  if (reading.type !== 'entry') throw new Error(`not an entry: ${JSON.stringify(reading)}`)
  return reading.entry
}

const linked = (finStatus: string, type: string, amount: number | null, id: string, changes = {}): HistoryEntry =>
  entry(finStatus, type, {
    requestedAmount: amount,
    totalAmount: amount,
    efttransactionID: id,
    originalEFTTransactionID: SALE,
    ...changes,
  })
const saleAs = (finStatus: string, changes = {}): HistoryEntry =>
  entry(finStatus, 'SALE', { efttransactionID: SALE, requestedAmount: 4500, totalAmount: 4500, ...changes })
const afterTheRequest = (at: number | string) => (typeof at === 'string' ? at : aLinkedRefund.createdAt + at)
/** At an instant, just after the request. */
const AFTER = { efttimestamp: aLinkedRefund.createdAt + 10_000 }
const sale = saleAs('AUTHORISED')
const refund = linked('AUTHORISED', 'REFUND', 2000, 'refund-1')

const intentOf = (operation: Intent['operation'], amountMinor = 4500): Intent =>
  intentSchema.parse({ ...aLinkedRefund, operation, amountMinor })
const refunding = aLinkedRefund
const reversing = intentOf('saleReversal')

/** What was found, in short: the outcome's state and id. */
function find(entries: readonly HistoryEntry[], intent: Intent, claimed: ReadonlySet<string> = NOBODY): string {
  const finding = findLinked(entries, intent, claimed)
  if (finding.type !== 'outcome') return finding.type
  // Whatever is found has to be taken by the journal and to fit the request that it answers.
  expect(outcomeSchema.parse(finding.outcome)).toEqual(finding.outcome)
  expect(fitsRequest(intent, finding.outcome)).toBe(true)
  return `${finding.outcome.finStatus} ${finding.outcome.transactionId ?? '-'}`
}

describe('a refund whose answer was lost is found in the files of its sale', () => {
  test('by the sale’s id, its type and its amount', () => {
    expect(find([sale, refund], refunding)).toBe('AUTHORISED refund-1')
  })

  test.each([
    ['still in progress', linked('IN_PROGRESS', 'REFUND', 2000, 'refund-1'), 'inProgress'],
    ['without an outcome', linked('UNDEFINED', 'REFUND', 2000, 'refund-1'), 'unclear'],
    ['without amounts', linked('AUTHORISED', 'REFUND', null, 'refund-1'), 'AUTHORISED refund-1'],
    [
      'naming its sale in capitals',
      linked('AUTHORISED', 'REFUND', 2000, 'refund-1', { originalEFTTransactionID: SALE.toUpperCase() }),
      'AUTHORISED refund-1',
    ],
  ])('%s', (_, found, said) => {
    expect(find([sale, found], refunding)).toBe(said)
  })

  test('but for one that the terminal undid again: that nothing moved is proved by rule', () => {
    const undone = entry('AUTHORISED', 'REVERSAL', { efttransactionID: 'r', originalEFTTransactionID: 'refund-1' })
    const refusedUndo = { ...undone, finStatus: 'DECLINED' as const }
    expect(find([sale, refund, undone], refunding)).toBe('absent')
    expect(find([sale, refund, refusedUndo], refunding)).toBe('AUTHORISED refund-1')
    const again = linked('AUTHORISED', 'REFUND', 2000, 'refund-2')
    expect(find([sale, refund, undone, again], refunding)).toBe('AUTHORISED refund-2')
  })

  test('and never in a refusal, whenever that was: it may be another attempt’s, while this one still runs', () => {
    for (const efttimestamp of [NOW, '', -1, 0, 1, 10_000, 600_000].map(afterTheRequest)) {
      for (const finStatus of ['DECLINED', 'FAILED', 'CANCELLED']) {
        expect(find([sale, linked(finStatus, 'REFUND', 2000, 'r', { efttimestamp })], refunding)).toBe('absent')
        expect(find([sale, linked(finStatus, 'REVERSAL', 4500, 'r', { efttimestamp })], reversing)).toBe('absent')
      }
    }
  })

  test('behind the attempts that were refused before it', () => {
    const refusedFirst = linked('DECLINED', 'REFUND', 2000, 'refund-0', AFTER)
    expect(find([sale, refusedFirst, refund], refunding)).toBe('AUTHORISED refund-1')
    expect(find([sale, refund, refusedFirst], refunding)).toBe('AUTHORISED refund-1')
  })
})

describe('what belongs to another operation is not taken for it', () => {
  test.each([
    ['its id is known as another’s', refund, new Set(['refund-1'])],
    ['its amount is another', linked('AUTHORISED', 'REFUND', 1500, 'refund-1'), NOBODY],
    ['it names another sale', linked('AUTHORISED', 'REFUND', 2000, 'r', { originalEFTTransactionID: 'x' }), NOBODY],
    ['it is of another kind', linked('AUTHORISED', 'REVERSAL', 2000, 'r'), NOBODY],
    [
      'it names no sale and is over',
      linked('AUTHORISED', 'REFUND', 2000, 'r', { originalEFTTransactionID: '' }),
      NOBODY,
    ],
  ])('where %s', (_, other, claimed) => {
    expect(find([sale, other], refunding, claimed)).toBe('absent')
  })

  test('though the clocks of till and gateway may differ a little', () => {
    const early = linked('AUTHORISED', 'REFUND', 2000, 'r', { efttimestamp: refunding.createdAt - 599_999 })
    expect(find([sale, early], refunding)).toBe('AUTHORISED r')
  })

  test('and of two equal refunds the one that is not known yet is it', () => {
    const second = linked('AUTHORISED', 'REFUND', 2000, 'refund-2')
    expect(find([sale, refund, second], refunding, new Set(['refund-1']))).toBe('AUTHORISED refund-2')
  })

  test('but where two could be it, nobody knows which', () => {
    expect(find([sale, refund, linked('AUTHORISED', 'REFUND', 2000, 'refund-2')], refunding)).toBe('unclear')
  })
})

describe('time tells entries apart where there is one', () => {
  const at = (ms: number) => ({ efttimestamp: refunding.createdAt + ms })

  test.each([
    ['that it was paid long before, by a clock that may be wrong', 'AUTHORISED', at(-600_001), 'unclear'],
    ['that it was paid in any time zone before', 'AUTHORISED', { efttimestamp: '20231114100000000' }, 'unclear'],
    [
      'that it may have been paid before, in some time zone',
      'AUTHORISED',
      { efttimestamp: '20231114101000000' },
      'AUTHORISED r',
    ],
    ['that it was paid at no readable time', 'AUTHORISED', { efttimestamp: '20239914101000000' }, 'AUTHORISED r'],
    ['that it was paid as late as it can last', 'AUTHORISED', at(17 * 60_000), 'AUTHORISED r'],
    ['that it was paid later than any can last', 'AUTHORISED', at(17 * 60_000 + 1), 'unclear'],
    ['that it was paid in any time zone too late', 'AUTHORISED', { efttimestamp: '20231115123100000' }, 'unclear'],
  ])('%s', (_, finStatus, when, said) => {
    expect(find([sale, linked(finStatus, 'REFUND', 2000, 'r', when)], refunding)).toBe(said)
  })
})

test('of two equal refunds the one of its time is it', () => {
  const before = linked('AUTHORISED', 'REFUND', 2000, 'before', { efttimestamp: refunding.createdAt - 600_001 })
  expect(find([sale, before, linked('AUTHORISED', 'REFUND', 2000, 'r', AFTER)], refunding)).toBe('AUTHORISED r')
})

test('a sale that is taken back is, though its reversal is of another time', () => {
  const old = linked('AUTHORISED', 'REVERSAL', 4500, 'old', { efttimestamp: refunding.createdAt - 600_001 })
  expect(find([saleAs('CANCELLED'), old], reversing)).toBe('AUTHORISED -')
  expect(find([sale, old], reversing)).toBe('unclear')
})

describe('that it is absent is said only of files that could hold it', () => {
  test('they hold the original itself', () => {
    expect(find([sale], refunding)).toBe('absent')
    expect(find([sale], reversing)).toBe('absent')
    expect(find([], refunding)).toBe('unclear')
    expect(find([refund], refunding)).toBe('unclear')
    expect(find([saleAs('AUTHORISED', { efttransactionID: 'another' })], refunding)).toBe('unclear')
  })

  test('the gateway’s id may stand in either of its two fields', () => {
    const inOtherField = saleAs('AUTHORISED', { efttransactionID: '', transactionID: SALE })
    expect(find([inOtherField], refunding)).toBe('absent')
  })

  test('a sale that shows as refunded says that some refund was filed', () => {
    expect(find([saleAs('REFUNDED')], refunding)).toBe('unclear')
    expect(find([saleAs('REFUNDED'), refund], refunding)).toBe('AUTHORISED refund-1')
  })

  test('something in progress that does not say what it is could be it', () => {
    const nameless = entry('IN_PROGRESS', '', { currency: '', efttimestamp: '' })
    expect(find([sale, nameless], refunding)).toBe('inProgress')
    expect(find([sale, nameless], reversing)).toBe('inProgress')
    expect(find([sale, entry('UNDEFINED', '')], refunding)).toBe('unclear')
    expect(find([sale, nameless, refund], refunding)).toBe('AUTHORISED refund-1')
  })

  test('something of a kind that nobody knows could be it', () => {
    expect(find([sale, linked('AUTHORISED', 'SOMETHING_NEW', 2000, 'x')], refunding)).toBe('unclear')
    expect(find([sale, linked('AUTHORISED', '', 2000, 'x')], refunding)).toBe('unclear')
  })

  test('an increase is not documented to be filed at all', () => {
    expect(find([sale], intentOf('preAuthorizationIncrease'))).toBe('unclear')
  })

  test('a hold that shows as captured says that a capture was filed', () => {
    const hold = entry('CAPTURED', 'PRE_AUTHORIZATION', { efttransactionID: SALE })
    const capture = linked('CAPTURED', 'PRE_AUTHORIZATION_CAPTURE', 4500, 'capture-1')
    const capturing = intentOf('preAuthorizationCapture')
    expect(find([hold], capturing)).toBe('unclear')
    expect(find([hold, capture], capturing)).toBe('CAPTURED capture-1')
    expect(find([{ ...hold, finStatus: 'AUTHORISED' }], capturing)).toBe('absent')
  })
})

describe('a reversal whose answer was lost', () => {
  test.each(['REVERSAL', 'VOID_SALE', 'CANCEL_SALE', 'CANCEL_TRX', 'MOTO_REVERSAL'])('is found as a %s', (type) => {
    expect(find([saleAs('CANCELLED'), linked('AUTHORISED', type, 4500, 'rev-1')], reversing)).toBe('AUTHORISED rev-1')
  })

  test('is done where the sale shows as taken back, by whomever', () => {
    expect(find([saleAs('CANCELLED')], reversing)).toBe('AUTHORISED -')
    expect(find([saleAs('CANCELLED'), linked('DECLINED', 'REVERSAL', 4500, 'rev-1')], reversing)).toBe('AUTHORISED -')
  })

  test('that took back a part took back nothing that can be told to the customer', () => {
    expect(find([sale, linked('AUTHORISED', 'REVERSAL', 1000, 'rev-1')], reversing)).toBe('unclear')
  })

  test('of a refund is found among what undid refunds', () => {
    const undoing = intentOf('refundReversal', 2000)
    const refundItself = { ...refund, transactionId: SALE, originalTransactionId: 'the sale' }
    const undo = linked('AUTHORISED', 'VOID_REFUND', 2000, 'void-1')
    const itsSale = saleAs('AUTHORISED', { efttransactionID: 'the sale' })
    expect(find([itsSale, refundItself, undo], undoing)).toBe('AUTHORISED void-1')
    expect(find([refundItself, undo], undoing)).toBe('AUTHORISED void-1')
    expect(find([itsSale, refundItself], undoing)).toBe('absent')
    expect(find([itsSale, undo], undoing)).toBe('unclear')
  })

  test('of a partial approval is whole with the part', () => {
    const part = saleAs('CANCELLED', { requestedAmount: 4500, totalAmount: 2000 })
    const ofPart = intentOf('saleReversal', 2000)
    expect(find([part, linked('AUTHORISED', 'REVERSAL', 2000, 'rev-1')], ofPart)).toBe('AUTHORISED rev-1')
  })
})

describe('a tip', () => {
  const tipping = intentOf('tipAdjustment', 500)

  test('is found on the sale itself', () => {
    expect(find([saleAs('AUTHORISED', { tipAmount: 500, totalAmount: 5000 })], tipping)).toBe(`AUTHORISED ${SALE}`)
  })

  test.each([
    ['is not there yet', saleAs('AUTHORISED')],
    ['is another', saleAs('AUTHORISED', { tipAmount: 400 })],
    ['is on a sale that was taken back', saleAs('CANCELLED', { tipAmount: 500 })],
  ])('that %s proves nothing', (_, found) => {
    expect(find([found], tipping)).toBe('unclear')
  })
})

test('whatever is filed, nothing throws and absence needs the original', () => {
  const text = fc.constantFrom('', SALE, 'refund-1', 'x')
  const filed = fc.record({
    finStatus: fc.constantFrom(
      'AUTHORISED',
      'DECLINED',
      'CANCELLED',
      'REFUNDED',
      'CAPTURED',
      'IN_PROGRESS',
      'UNDEFINED',
    ),
    type: fc.constantFrom('SALE', 'REFUND', 'REVERSAL', 'PRE_AUTHORIZATION', 'NEW', ''),
    efttransactionID: text,
    originalEFTTransactionID: text,
    totalAmount: fc.constantFrom(null, 2000, 4500),
  })
  const operation = fc.constantFrom('refund', 'saleReversal', 'preAuthorizationCapture', 'tipAdjustment' as const)
  fc.assert(
    fc.property(fc.array(filed, { maxLength: 5 }), operation, (entries, name) => {
      const read = entries.map(({ finStatus, type, ...rest }) => entry(finStatus, type, rest))
      const finding = findLinked(read, intentOf(name, 2000), NOBODY)
      if (finding.type === 'absent') expect(read.some(({ transactionId }) => transactionId === SALE)).toBe(true)
      if (finding.type === 'outcome') expect(outcomeSchema.safeParse(finding.outcome).success).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
