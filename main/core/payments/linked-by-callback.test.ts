import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linkedShop, MINUTE } from '../../testing/linked-shop.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig({}, { takesCallbacks: true })
})

afterEach(() => {
  rig.dispose()
})

const { approvedSale, fault, refundOf, settled } = linkedShop(() => rig)

describe('where the terminal brings the results', () => {
  it('a part of a sale is taken for what it is, though the result query says "not yet" for ever', async () => {
    rig.simulator.control.setOptions({ resultIdWithCallback: true })
    fault({ match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 204, body: '' } })
    const sale = await rig.till().charge(3757)
    expect((await settled(sale, 30 * MINUTE)).status).toBe('partlyApproved')
  })

  it('an order by mail whose result is lost comes to a person', async () => {
    fault({ match: { host: 'callback' }, fault: { type: 'drop' } })
    const money = { terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null } as const
    const sale = await rig.till().operate({ operation: 'moToSale', ...money })
    expect(await settled(sale, 30 * MINUTE)).toMatchObject({ status: 'checking', isExhausted: true })
  })

  it('a refund whose result is lost and whose files cannot be read comes to a person', async () => {
    const sale = await approvedSale()
    fault({ match: { host: 'callback' }, fault: { type: 'drop' } })
    fault({ match: { host: 'status' }, fault: { type: 'status', status: 401, body: '{}' } })
    const refund = await refundOf(sale, 1000)
    expect(await settled(refund, 30 * MINUTE)).toMatchObject({ status: 'checking', isExhausted: true })
  })
})
