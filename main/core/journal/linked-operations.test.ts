import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { makeFolder, openIn, record, reported, unwrap } from './journal-fixture.ts'
import type { Journal, PaymentRow } from './journal.ts'
import { beginApproved, linkedTo } from './linked-fixture.ts'

function end(journal: Journal, intent: Intent, finStatus: 'AUTHORISED' | 'DECLINED'): PaymentRow {
  unwrap(journal.begin(intent))
  const { amountMinor } = intent
  const amounts = { requestedAmountMinor: amountMinor, totalAmountMinor: finStatus === 'AUTHORISED' ? amountMinor : 0 }
  const word = reported(finStatus, { type: null, transactionId: 'e1', ...amounts })
  return unwrap(journal.append(intent.reference, [record(word)])).row
}

describe('a refund of a sale of 45.00', () => {
  it('may be made in parts, up to what was charged and not a cent more', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    end(journal, linkedTo(sale, { amountMinor: 2000 }), 'AUTHORISED')
    end(journal, linkedTo(sale, { amountMinor: 500 }), 'AUTHORISED')

    const tooMuch = journal.begin(linkedTo(sale, { amountMinor: 2001 }))
    expect(tooMuch).toMatchObject({ error: { code: 'linkRefused', because: 'tooMuch', remainingMinor: 2000 } })
    expect(end(journal, linkedTo(sale, { amountMinor: 2000 }), 'AUTHORISED').state.status).toBe('approved')
    expect(journal.begin(linkedTo(sale, { amountMinor: 1 }))).toMatchObject({ error: { because: 'tooMuch' } })
  })

  it('that was declined leaves what can be refunded as it was', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    end(journal, linkedTo(sale), 'DECLINED')

    expect(unwrap(journal.readStanding(sale.intent.reference))).toMatchObject({
      remainingMinor: 4500,
      refundedMinor: 0,
    })
    expect(journal.begin(linkedTo(sale)).ok).toBe(true)
  })

  it('without an outcome stops every other one, on any terminal', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    unwrap(journal.begin(linkedTo(sale, { amountMinor: 100 })))

    const terminal = { serialNumber: 'another', terminalType: 'PAXA920' }
    const second = journal.begin(linkedTo(sale, { amountMinor: 100, terminal }))
    expect(second).toMatchObject({ error: { code: 'linkRefused', because: 'linkUnresolved' } })
  })

  it('that was taken back can be made again', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    const refund = end(journal, linkedTo(sale), 'AUTHORISED')
    end(journal, linkedTo(refund, { operation: 'refundReversal' }), 'AUTHORISED')

    expect(journal.begin(linkedTo(sale)).ok).toBe(true)
  })

  it('of a sale that was reversed or not charged is refused', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    end(journal, linkedTo(sale, { operation: 'saleReversal' }), 'AUTHORISED')
    expect(journal.begin(linkedTo(sale))).toMatchObject({ error: { because: 'alreadyReversed' } })

    const declined = end(journal, { ...linkedTo(sale), operation: 'sale', original: null }, 'DECLINED')
    expect(journal.begin(linkedTo(declined))).toMatchObject({ error: { because: 'notCharged' } })
  })
})

describe('a reversal', () => {
  it('of a sale that was refunded in part is refused', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    end(journal, linkedTo(sale, { amountMinor: 100 }), 'AUTHORISED')

    const reversal = linkedTo(sale, { operation: 'saleReversal' })
    expect(journal.begin(reversal)).toMatchObject({ error: { because: 'alreadyRefunded' } })
  })

  it('is told on the timeline of what it takes back, when it begins and when it comes to nothing', () => {
    const folder = makeFolder()
    const journal = openIn(folder)
    const sale = beginApproved(journal)
    const reversal = linkedTo(sale, { operation: 'saleReversal' })
    unwrap(journal.begin(reversal))

    expect(unwrap(journal.readTimeline(sale.intent.reference)).at(-1)?.event).toEqual({
      type: 'linkedBegun',
      operation: 'saleReversal',
      reference: reversal.reference,
    })
    unwrap(journal.append(reversal.reference, [record(reported('DECLINED', { type: null }))]))
    expect(unwrap(journal.readTimeline(sale.intent.reference)).at(-1)?.event).toEqual({
      type: 'linkedEnded',
      reference: reversal.reference,
      hasMoved: false,
      end: 1,
    })
    expect(unwrap(journal.listLinked(sale.intent.reference)).map(({ intent }) => intent)).toEqual([
      { ...reversal, number: 2 },
    ])
  })
})

it('a pre-authorisation is captured once, up to what is held', () => {
  const journal = openIn(makeFolder())
  const hold = beginApproved(journal, { operation: 'preAuthorization' })
  end(journal, linkedTo(hold, { operation: 'preAuthorizationIncrease', amountMinor: 500 }), 'AUTHORISED')

  const capture = (amountMinor: number): Intent => linkedTo(hold, { operation: 'preAuthorizationCapture', amountMinor })
  expect(journal.begin(capture(5001))).toMatchObject({ error: { because: 'tooMuch', remainingMinor: 5000 } })
  end(journal, capture(5000), 'AUTHORISED')
  expect(journal.begin(capture(1))).toMatchObject({ error: { because: 'alreadyCaptured' } })
})

it('a later tip replaces an earlier one and may be refunded with its sale', () => {
  const journal = openIn(makeFolder())
  const sale = beginApproved(journal)
  const tip = (amountMinor: number): Intent =>
    linkedTo(sale, { operation: 'tipAdjustment', channel: 'gateway', amountMinor })
  end(journal, tip(500), 'AUTHORISED')
  end(journal, tip(300), 'AUTHORISED')

  expect(unwrap(journal.readStanding(sale.intent.reference))).toMatchObject({ totalMinor: 4800, remainingMinor: 4800 })
})
