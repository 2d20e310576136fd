import { describe, expect, it } from 'vitest'
import { accepted, anOutcome, aSale, reported } from '../testing/transactions.ts'
import type { TransactionEvent } from '../transaction/events.ts'
import { fold } from '../transaction/transition.ts'
import { toApprovalSubject, type Changed } from './approval-rules.ts'

const saleAfter = (...events: TransactionEvent[]): Changed => ({
  ...aSale,
  state: fold(aSale, [accepted, ...events]).state,
})

/** Whether a manager has to approve a tip on a sale of which this is known. */
function needsManager(amountMinor: number, sale: Changed): boolean {
  const subject = toApprovalSubject({ operation: 'tipAdjustment', original: sale.reference, amountMinor }, sale)
  if (subject !== null) expect(subject).toEqual({ act: 'highTip', amountMinor, reference: sale.reference })
  return subject !== null
}

describe('a tip needs a manager where it is higher than what was paid', () => {
  it('of a sale that was paid in full', () => {
    const sale = saleAfter(reported('AUTHORISED'))
    expect([4500, 4501].map((tipMinor) => needsManager(tipMinor, sale))).toEqual([false, true])
  })

  it('of a sale of which only a part was paid', () => {
    const part = reported('PARTIAL_APPROVAL', { totalAmountMinor: 1000, dueAmountMinor: 3500 })
    const sale = saleAfter(part, { type: 'partialConfirmed' })
    expect([1000, 1001].map((tipMinor) => needsManager(tipMinor, sale))).toEqual([false, true])
  })

  it('not counting the tip that the terminal asked for', () => {
    const sale = saleAfter(reported('AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 }))
    expect([4500, 4501].map((tipMinor) => needsManager(tipMinor, sale))).toEqual([false, true])
    const part = reported('PARTIAL_APPROVAL', { totalAmountMinor: 1500, tipAmountMinor: 500, dueAmountMinor: 3500 })
    const tipped = saleAfter(part, { type: 'partialConfirmed' })
    expect([1000, 1001].map((tipMinor) => needsManager(tipMinor, tipped))).toEqual([false, true])
  })

  it('not counting a tip that the files already hold', () => {
    const state = {
      status: 'approved',
      chargedMinor: 5500,
      outcome: anOutcome('AUTHORISED'),
      basis: 'history',
    } as const
    expect([4500, 4501].map((tipMinor) => needsManager(tipMinor, { ...aSale, state }))).toEqual([false, true])
  })
})
