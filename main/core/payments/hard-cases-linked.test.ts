import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  accepted,
  aLinkedRefund,
  ANOTHER,
  anOutcome,
  aSale,
  reported,
  settledAs,
  statusAbsent,
  statusSays,
  unanswered,
} from '../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import {
  answered,
  HOUR,
  linkedShop,
  lost,
  lostAnswerTo,
  MINUTE,
  offlineForRefund,
  SECOND,
} from '../../testing/linked-shop.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

/** Ways in which an operation on an earlier one could be told a falsehood, or tell one. */

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { act, approvedSale, fault, refundedOf, refundElsewhere, refundOf, retry, stateOf } = linkedShop(() => rig)

describe('a refund whose terminal was called offline, and that was tried again', () => {
  it.each([
    ['at once', 42 * SECOND, 10 * SECOND],
    ['after a long wait for the card', SECOND, 4 * MINUTE + 52 * SECOND],
  ])('does not take the entry of the second attempt, whose card is shown %s', async (_, untilRetryMs, untilCardMs) => {
    const sale = await approvedSale()
    fault(offlineForRefund)
    const first = await refundOf(sale, 1000)
    await rig.clock.advance(untilRetryMs)
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.setOptions({ completionMs: 20_000 })
    const second = await retry(first)
    await rig.clock.advance(untilCardMs)
    act({ act: 'tap' })
    await rig.clock.advance(30 * MINUTE)
    expect((await stateOf(second)).status).toBe('approved')
    expect((await stateOf(first)).status).toBe('notStarted')
    expect(refundedOf(sale)).toBe(1000)
  })
})

describe('a refund that never arrived', () => {
  it('is not taken for one that another till paid the day before', async () => {
    rig.simulator.control.setOptions({ statusTimestamp: 'epoch' })
    const sale = await approvedSale()
    await refundElsewhere(sale, 1000)
    await rig.clock.advance(20 * HOUR)
    fault(lost('refund'))
    const refund = await refundOf(sale, 1000)
    await rig.clock.advance(30 * MINUTE)
    // By its time it is another's, but the till's clock may be the one that is wrong: a person decides (safety R21).
    expect(await stateOf(refund)).toMatchObject({ status: 'checking', isExhausted: true })
    expect(refundedOf(sale)).toBe(1000)
  })
})

describe('a sale that the terminal contradicts within its first minute', () => {
  it('is asked about again after files that were behind had called it charged', async () => {
    const sale = await approvedSale()
    const entry = { type: 'SALE', transactionReference: sale.reference, currency: 'EUR', requestedAmount: 4500 }
    const answer = (finStatus: string, path: string, times?: number): void => {
      const body = JSON.stringify({ ...entry, finStatus, totalAmount: 4500 })
      const rule = { match: { pathIncludes: path }, fault: { type: 'status', status: 200, body } } as const
      fault(times === undefined ? rule : { ...rule, times })
    }
    answer('AUTHORISED', '/status/all', 1)
    const word = JSON.stringify({ ...entry, finStatus: 'CANCELLED', totalAmount: 0 })
    expect(rig.till().desk.callbackSink.deliver(sale.reference, word)).toBe('stored')
    await rig.clock.advance(10 * SECOND)
    expect(await stateOf(sale)).toMatchObject({ status: 'approved', basis: 'history' })
    answer('CANCELLED', '/status')
    const seen = new Set<string>()
    for (let turn = 0; turn < 90; turn += 1) {
      await rig.clock.advance(20 * SECOND)
      seen.add(toMoneyState('sale', await stateOf(sale)))
    }
    expect([...seen]).not.toEqual(['charged'])
  })
})

it('a sale that the bank calls refunded is not refunded a second time', async () => {
  fault(lostAnswerTo('sale'))
  const sale = await rig.till().charge(4500)
  const entry = { type: 'SALE', transactionReference: sale.reference, efttransactionID: 'gid', currency: 'EUR' }
  fault(answered({ host: 'status' }, { ...entry, finStatus: 'REFUNDED', requestedAmount: 4500, totalAmount: 4500 }))
  await rig.clock.advance(8 * MINUTE)
  await expect(refundOf(sale, 4500)).rejects.toThrow('original.doneElsewhere')
})

describe('the facts about an operation on another one', () => {
  const pool: TransactionEvent[] = [
    accepted,
    unanswered,
    reported('AUTHORISED'),
    reported('CANCELLED'),
    reported('PARTIAL_APPROVAL'),
    statusSays('AUTHORISED', { query: 1 }),
    statusSays('CANCELLED', { query: 2, resultsKnown: 1 }),
    statusSays('DECLINED', { query: 2 }),
    statusAbsent({ query: 3, askedAfterMs: 500_000, resultsKnown: 1 }),
    { type: 'linkedBegun', operation: 'saleReversal', reference: ANOTHER },
    settledAs('charged', { resultsKnown: 1, query: 2 }),
    settledAs('notCharged', { resultsKnown: 2, query: 3 }),
    { type: 'historyReported', query: 4, resultsKnown: 2, verdict: 'charged', chargedMinor: 4500 },
    { type: 'historyReported', query: 4, resultsKnown: 2, verdict: 'reversed', chargedMinor: null },
    { type: 'partialConfirmed' },
    { type: 'statusSettled' },
    { type: 'provisionalAccepted' },
    { type: 'followUpEnded', resultsKnown: 0 },
    { type: 'rulesExhausted' },
    { type: 'gatewayAnswered', digest: 'a', outcome: anOutcome('AUTHORISED') },
    { type: 'nothingToCancel', attempt: 1, askedAfterMs: 100_000 },
  ]

  it('come to the same in any order and with any repetition', () => {
    let seed = 7
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    for (let run = 0; run < 1_000; run += 1) {
      const chosen = pool.filter(() => random() < 0.4)
      const shuffled = [...chosen, ...chosen.filter(() => random() < 0.3)]
        .map((event) => ({ place: random(), event }))
        .sort((one, other) => one.place - other.place)
        .map(({ event }) => event)
      for (const intent of [aSale, aLinkedRefund]) expect(fold(intent, shuffled)).toEqual(fold(intent, chosen))
    }
  })
})
