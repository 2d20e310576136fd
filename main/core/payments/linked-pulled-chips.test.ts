import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { answered, HOUR, linkedShop, MINUTE, OTHER_TERMINAL, SECOND } from '../../testing/linked-shop.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ customer: 'none' })
})

afterEach(() => {
  rig.dispose()
})

const { act, fault, netOf, refundOf, reverse, stateOf } = linkedShop(() => rig)

/** The terminal said "approved" before the customer took the card away: what it takes back by itself comes 20 s later. */
async function saleWithPulledChip(): Promise<PaymentSnapshot> {
  rig.simulator.control.setOptions({ earlyResults: true, reversalMs: 20_000 })
  const sale = await rig.till().charge()
  await rig.clock.advance(SECOND)
  act({ act: 'pullCard' })
  await rig.clock.advance(3 * SECOND)
  expect((await stateOf(sale)).status).toBe('approved')
  return sale
}

describe('a sale whose chip was pulled', () => {
  it.each(['terminal', 'gateway'] as const)(
    'and a reversal of it on the %s that came too late say together what the bank says',
    async (channel) => {
      const sale = await saleWithPulledChip()
      await rig.clock.advance(21 * SECOND)
      const reversal = await reverse(sale, channel)
      await rig.clock.advance(30 * MINUTE)
      expect(netOf(sale)).toBe(0)
      const said = toMoneyState('sale', await stateOf(sale))
      // Either no money moved or it moved there and back.
      expect(said).not.toBe('unknown')
      expect(toMoneyState('saleReversal', await stateOf(reversal))).toBe(said)
    },
  )

  it('is not called charged because a reversal of it was asked for and never started', async () => {
    const sale = await saleWithPulledChip()
    const reversal = await reverse(sale)
    await rig.clock.advance(30 * MINUTE)
    expect((await stateOf(reversal)).status).toBe('notStarted')
    expect(netOf(sale)).toBe(0)
    expect(toMoneyState('sale', await stateOf(sale))).toBe('notCharged')
  })

  it('is not refunded after its reversal found nothing to take back: the customer never paid', async () => {
    const sale = await saleWithPulledChip()
    await rig.clock.advance(21 * SECOND)
    await reverse(sale)
    await rig.clock.advance(2 * MINUTE)
    await expect(refundOf(sale, 4500)).rejects.toThrow('original.notCharged')
  })

  it('is corrected though the other terminal never rests', async () => {
    const sale = await saleWithPulledChip()
    for (let turn = 0; turn < 30 && (await stateOf(sale)).status === 'approved'; turn += 1) {
      const next = await rig.till().charge(100 + turn, OTHER_TERMINAL)
      await rig.clock.advance(40 * SECOND)
      act({ act: 'tap' }, OTHER_TERMINAL)
      await rig.clock.advance(SECOND)
      act({ act: 'acceptDuplicate' }, OTHER_TERMINAL)
      await rig.clock.advance(SECOND)
      for (let wait = 0; wait < 5 && (await stateOf(next)).status !== 'approved'; wait += 1) {
        await rig.clock.advance(SECOND)
      }
    }
    expect(netOf(sale)).toBe(0)
    expect((await stateOf(sale)).status).not.toBe('approved')
  })
})

it('a sale that the status service alone called approved is corrected by its terminal, though a reversal of it was tried', async () => {
  rig.simulator.control.setOptions({ completionMs: 20_000 })
  const sale = await rig.till().charge()
  await rig.clock.advance(SECOND)
  fault({ match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 204, body: '' } })
  act({ act: 'tap' })
  await rig.clock.advance(8 * MINUTE)
  expect(await stateOf(sale)).toMatchObject({ status: 'approved', basis: 'status' })
  rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
  const reversal = await reverse(sale)
  rig.simulator.control.clearFaults()
  const declined = {
    type: 'SALE',
    transactionReference: sale.reference,
    currency: 'EUR',
    requestedAmount: 4500,
    totalAmount: 4500,
    finStatus: 'DECLINED',
  }
  fault(answered({ pathIncludes: '/transaction-result' }, declined))
  fault(answered({ host: 'status' }, declined))
  await rig.clock.advance(30 * HOUR)
  expect((await stateOf(reversal)).status).toBe('notStarted')
  expect(toMoneyState('sale', await stateOf(sale))).toBe('notCharged')
})
