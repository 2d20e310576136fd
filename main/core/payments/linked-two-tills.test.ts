import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { HOUR, linkedShop, lost, lostAnswerTo, MINUTE, OTHER_TERMINAL, SECOND } from '../../testing/linked-shop.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { act, approvedSale, fault, refundedOf, refundElsewhere, refundOf, settled, stateOf } = linkedShop(() => rig)

describe('a provisional refund whose amount another till refunds too', () => {
  it('ends: both were paid', async () => {
    const sale = await approvedSale()
    fault(lostAnswerTo('refund'))
    const refund = await refundOf(sale, 1000)
    expect((await settled(refund, 20 * SECOND)).status).toBe('provisional')
    await refundElsewhere(sale, 1000)
    expect(await settled(refund, 30 * MINUTE)).toMatchObject({ status: 'approved', chargedMinor: 1000 })
    expect(refundedOf(sale)).toBe(2000)
  })

  it('does not keep its terminal from selling hours later', async () => {
    const sale = await approvedSale()
    fault(lostAnswerTo('refund'))
    const refund = await refundOf(sale, 1000)
    expect((await settled(refund, 20 * SECOND)).status).toBe('provisional')
    await refundElsewhere(sale, 1000)
    await rig.clock.advance(5 * HOUR)
    const next = await rig.till().charge(100)
    expect((await settled(next)).status).toBe('approved')
  })
})

describe('a refund of which the terminal has not said anything', () => {
  it('is not ended by a refusal at another till while its customer is still at the terminal', async () => {
    const sale = await approvedSale()
    rig.simulator.control.setCustomer({ mode: 'none' })
    await refundElsewhere(sale, 1000)
    act({ act: 'decline' }, OTHER_TERMINAL)
    await rig.clock.advance(5 * SECOND)
    const refunds = rig.ledgerOf(sale.reference)?.transactions.filter(({ type }) => type === 'REFUND')
    expect(refunds).toMatchObject([{ finStatus: 'DECLINED' }])

    fault(lostAnswerTo('refund'))
    const refund = await refundOf(sale, 1000)
    expect(toMoneyState('refund', await settled(refund, 3 * MINUTE))).toBe('unknown')
    // The terminal still waits for the card: a second refund at the other one would pay twice.
    await expect(refundOf(sale, 1000, OTHER_TERMINAL)).rejects.toThrow('original.linkUnresolved')
    act({ act: 'tap' })
    await rig.clock.advance(10 * MINUTE)
    expect(refundedOf(sale)).toBe(1000)
    expect(toMoneyState('refund', await stateOf(refund))).toBe('charged')
  })
})

describe('a refund that never arrived', () => {
  it('is not taken for one of another till the day before, though the files do not say when it was', async () => {
    const sale = await approvedSale()
    await refundElsewhere(sale, 1000)
    await rig.clock.advance(20 * HOUR)
    fault(lost('refund'))
    const refund = await refundOf(sale, 1000)
    expect(toMoneyState('refund', await settled(refund, 30 * MINUTE))).not.toBe('charged')
    expect(refundedOf(sale)).toBe(1000)
  })

  it('stays not charged though another till refunds the same amount an hour later', async () => {
    rig.simulator.control.setOptions({ statusTimestamp: 'epoch' })
    const sale = await approvedSale()
    fault(lost('refund'))
    const refund = await refundOf(sale, 1000)
    expect((await settled(refund, 9 * MINUTE)).status).toBe('notCharged')
    await rig.clock.advance(HOUR)
    await refundElsewhere(sale, 1000)
    expect((await settled(refund, 30 * HOUR)).status).toBe('notCharged')
  })
})
