import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { Standing } from '../../../shared/transaction/linked.ts'
import { linkedShop, lostAnswerTo, MINUTE, SECOND } from '../../testing/linked-shop.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { approvedSale, fault, netOf, refundOf, reverse, settled, stateOf } = linkedShop(() => rig)

const tip = (sale: PaymentSnapshot, amountMinor: number): Promise<PaymentSnapshot> =>
  rig.till().operate({ operation: 'tipAdjustment', original: sale.reference, amountMinor })

function standingOf({ reference }: PaymentSnapshot): Standing {
  const standing = rig.till().journal.readStanding(reference)
  if (!standing.ok || standing.value === null) throw new Error('there is no such payment')
  return standing.value
}

describe('a sale of 45.00 whose terminal contradicts itself, so that the files decide', () => {
  /** The terminal calls it declined after all; the files say that it is charged. */
  async function contradicted(sale: PaymentSnapshot): Promise<void> {
    const state = await stateOf(sale)
    const word = {
      finStatus: 'DECLINED',
      type: 'SALE',
      transactionReference: sale.reference,
      efttransactionID: 'outcome' in state ? state.outcome?.transactionId : '',
      currency: 'EUR',
      requestedAmount: 4500,
      totalAmount: 0,
    }
    expect(rig.till().desk.callbackSink.deliver(sale.reference, JSON.stringify(word))).toBe('stored')
    expect(await settled(sale, 2 * MINUTE)).toMatchObject({ status: 'approved', basis: 'history' })
  }

  it('has its tip of 10.00 in them, which is not counted a second time', async () => {
    const sale = await approvedSale()
    expect((await settled(await tip(sale, 1000))).status).toBe('approved')
    await contradicted(sale)
    expect(netOf(sale)).toBe(5500)
    expect(standingOf(sale)).toMatchObject({ totalMinor: 5500, tipMinor: 1000, remainingMinor: 5500 })
    await expect(refundOf(sale, 5501)).rejects.toThrow('original.tooMuch')
  })

  it('is charged with a tip that is entered only after that', async () => {
    const sale = await approvedSale()
    await contradicted(sale)
    expect((await settled(await tip(sale, 1000))).status).toBe('approved')
    expect(netOf(sale)).toBe(5500)
    expect(standingOf(sale)).toMatchObject({ totalMinor: 5500, tipMinor: 1000, remainingMinor: 5500 })
  })

  it('is charged with the later of a tip before and a tip after that', async () => {
    const sale = await approvedSale()
    await settled(await tip(sale, 1000))
    await contradicted(sale)
    await settled(await tip(sale, 300), 10 * SECOND)
    expect(netOf(sale)).toBe(4800)
    expect(standingOf(sale)).toMatchObject({ totalMinor: 4800, tipMinor: 300, remainingMinor: 4800 })
  })
})

describe('two tips on a sale of 45.00', () => {
  const late = {
    match: { pathIncludes: 'tip-adjustment' },
    fault: { type: 'delay', ms: 45_000, when: 'before' },
    times: 1,
  } as const

  it('count by the one that came last to the gateway, though it was begun first', async () => {
    const sale = await approvedSale()
    fault(late)
    const first = await tip(sale, 100)
    await rig.clock.advance(32 * SECOND)
    expect((await settled(await tip(sale, 900))).status).toBe('approved')
    expect(await settled(first, 2 * MINUTE)).toMatchObject({ status: 'approved', basis: 'status' })
    expect(netOf(sale)).toBe(4600)
    expect(standingOf(sale)).toMatchObject({ totalMinor: 4600, tipMinor: 100, remainingMinor: 4600 })
  })

  it('count by the lower one where nobody can say which came last: no more is refunded than was surely charged', async () => {
    const sale = await approvedSale()
    fault(late)
    await tip(sale, 900)
    await rig.clock.advance(32 * SECOND)
    await settled(await tip(sale, 100), 2 * MINUTE)
    expect(standingOf(sale).remainingMinor).toBe(4600)
  })

  it('count by the second where the first was known to be set before it was begun, though its answer was lost', async () => {
    const sale = await approvedSale()
    fault({ match: { pathIncludes: 'tip-adjustment' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 })
    expect((await settled(await tip(sale, 100), 7 * MINUTE)).status).toBe('approved')
    expect((await settled(await tip(sale, 900))).status).toBe('approved')
    expect(netOf(sale)).toBe(5400)
    expect(standingOf(sale)).toMatchObject({ totalMinor: 5400, tipMinor: 900, remainingMinor: 5400 })
  })
})

it('a tip is not added to a sale whose reversal is in doubt', async () => {
  const sale = await approvedSale()
  fault(lostAnswerTo('saleReversal'))
  fault({ match: { host: 'status' }, fault: { type: 'status', status: 503 } })
  expect((await settled(await reverse(sale), 40 * SECOND)).status).toBe('checking')
  await expect(tip(sale, 900)).rejects.toThrow('original.linkUnresolved')
})
