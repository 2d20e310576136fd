import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { answered, HOUR, linkedShop, lostAnswerTo, MINUTE, SECOND } from '../../testing/linked-shop.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ customer: 'none' })
})

afterEach(() => {
  rig.dispose()
})

const { fault, settled, stateOf } = linkedShop(() => rig)

const silentStatus = { match: { host: 'status' }, fault: { type: 'status', status: 503 } } as const
const authorised = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 4500, totalAmount: 4500, currency: 'EUR' }
const undefinedStatus = { finStatus: 'UNDEFINED' }

/** A sale whose answer was lost, and about which nobody could be asked for so long that a manager is named. */
async function exhaustedSale(): Promise<PaymentSnapshot> {
  fault(lostAnswerTo('sale'))
  fault(silentStatus)
  const sale = await rig.till().charge(4500)
  expect(await settled(sale, 6.5 * MINUTE)).toMatchObject({ status: 'checking', isExhausted: true })
  return sale
}

const shownOf = ({ reference }: PaymentSnapshot): number => lastShown(rig.till().journal, reference)

function settle(sale: PaymentSnapshot, verdict: 'charged' | 'notCharged', shown = shownOf(sale)) {
  const word = { evidence: 'the portal', reason: 'the customer left', operator: 'Ada' }
  return rig.till().call('payment:settle', { reference: sale.reference, shown, verdict, ...word })
}

function statusSays(body: object): void {
  rig.simulator.control.clearFaults()
  fault(answered({ host: 'status' }, body))
}

describe('a manager who types while more becomes known', () => {
  it('settles nothing: the approval that came is something to go by again, and stands', async () => {
    const sale = await exhaustedSale()
    const shown = shownOf(sale)
    statusSays(authorised)
    expect(await settled(sale, 20 * SECOND)).toMatchObject({ status: 'provisional', isExhausted: false })
    expect(await settle(sale, 'notCharged', shown)).toMatchObject({ error: { code: 'settlement.notNeeded' } })
    expect(await settled(sale, 26 * HOUR)).toMatchObject({ status: 'approved', basis: 'status' })
  })

  it('is asked to look again where it is still for a manager to say', async () => {
    const sale = await exhaustedSale()
    const shown = shownOf(sale)
    statusSays({ finStatus: 'IN_PROGRESS' })
    expect(await settled(sale, 20 * SECOND)).toMatchObject({ status: 'checking', isExhausted: true })
    const refused = await settle(sale, 'notCharged', shown)
    expect(refused).toMatchObject({ ok: false, error: { code: 'settlement.changed', moneyState: 'none' } })
    expect(await stateOf(sale)).toMatchObject({ status: 'checking' })
    expect(await settle(sale, 'notCharged')).toMatchObject({ ok: true, value: { state: { verdict: 'notCharged' } } })
  })

  it('is not held up by what says nothing about the money', async () => {
    const sale = await exhaustedSale()
    const shown = shownOf(sale)
    rig.kill()
    await rig.start()
    await rig.clock.advance(SECOND)
    expect(shownOf(sale)).toBeGreaterThan(shown)
    expect(await settle(sale, 'notCharged', shown)).toMatchObject({ ok: true })
  })

  it('cannot have been shown a fact that this journal never held', async () => {
    const sale = await exhaustedSale()
    const refused = await settle(sale, 'notCharged', shownOf(sale) + 1)
    expect(refused).toMatchObject({ error: { code: 'settlement.changed' } })
  })
})

describe('a sale that the status service called approved once and knows nothing of any more', () => {
  async function approvedOnce(): Promise<PaymentSnapshot> {
    fault(lostAnswerTo('sale'))
    fault({ ...answered({ host: 'status' }, authorised), times: 1 })
    fault(answered({ host: 'status' }, undefinedStatus))
    const sale = await rig.till().charge(4500)
    expect(await settled(sale, 30 * MINUTE)).toMatchObject({ status: 'provisional', isExhausted: true })
    return sale
  }

  it('comes to a person as well where it was called so after the rules had run out', async () => {
    const sale = await exhaustedSale()
    rig.simulator.control.clearFaults()
    fault({ ...answered({ host: 'status' }, authorised), times: 1 })
    fault(answered({ host: 'status' }, undefinedStatus))
    expect(await settled(sale, 5 * MINUTE)).toMatchObject({ status: 'provisional', isExhausted: false })
    expect(await settled(sale, MINUTE)).toMatchObject({ status: 'provisional', isExhausted: true })
  })

  it('comes to a person no later where it was called so before the rules had run out (safety R24)', async () => {
    fault(lostAnswerTo('sale'))
    fault(silentStatus)
    const sale = await rig.till().charge(4500)
    await rig.clock.advance(3 * MINUTE)
    rig.simulator.control.clearFaults()
    fault({ ...answered({ host: 'status' }, authorised), times: 1 })
    fault(answered({ host: 'status' }, undefinedStatus))
    expect(await settled(sale, 2 * MINUTE)).toMatchObject({ status: 'provisional', isExhausted: false })
    expect(await settled(sale, MINUTE)).toMatchObject({ status: 'provisional', isExhausted: true })
  })

  it('is settled as charged at the first word', async () => {
    const sale = await approvedOnce()
    expect(await settle(sale, 'charged')).toMatchObject({ value: { state: { status: 'settledByManager' } } })
  })

  it('is in conflict when a manager says that it was not charged, and is settled as that when it is said again', async () => {
    const sale = await approvedOnce()
    expect(await settle(sale, 'notCharged')).toMatchObject({
      value: { state: { status: 'conflict', because: 'managerDisagrees' } },
    })
    expect(await settled(sale, HOUR)).toMatchObject({ status: 'conflict' })
    expect(await settle(sale, 'notCharged')).toMatchObject({ value: { state: { status: 'settledByManager' } } })
    expect(await settled(sale, 26 * HOUR)).toMatchObject({ status: 'settledByManager', verdict: 'notCharged' })
  })
})
