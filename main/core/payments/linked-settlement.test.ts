import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { answered, HOUR, linkedShop, lost, lostAnswerTo, MINUTE, SECOND } from '../../testing/linked-shop.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { approvedSale, fault, netOf, refundedOf, refundOf, reverse, settled, stateOf } = linkedShop(() => rig)

it('a refund that a manager called paid keeps its entry: the next of the same amount does not take it', async () => {
  const sale = await approvedSale()
  fault(lostAnswerTo('refund'))
  const first = await refundOf(sale, 1000)
  fault({ match: { host: 'status' }, fault: { type: 'status', status: 503 } })
  expect(await settled(first, 6 * MINUTE)).toMatchObject({ status: 'checking', isExhausted: true })
  const word = { verdict: 'charged', evidence: 'bank statement', reason: 'it is there', operator: 'Ada' }
  const { reference } = first
  const shown = lastShown(rig.till().journal, reference)
  const reply = await rig.till().call('payment:settle', { reference, shown, ...word })
  expect(reply).toMatchObject({ ok: true, value: { state: { status: 'settledByManager', verdict: 'charged' } } })
  rig.simulator.control.clearFaults()
  fault(lost('refund'))
  const second = await refundOf(sale, 1000)
  expect(toMoneyState('refund', await settled(second, 30 * MINUTE))).not.toBe('charged')
  expect(refundedOf(sale)).toBe(1000)
})

describe('a sale that its terminal contradicts', () => {
  it.each([10, 90])('is found out %d s later, though the files were behind at first', async (afterSeconds) => {
    const sale = await approvedSale()
    const state = await settled(sale, afterSeconds * SECOND)
    const entry = {
      type: 'SALE',
      transactionReference: sale.reference,
      efttransactionID: 'outcome' in state ? state.outcome?.transactionId : null,
      currency: 'EUR',
      requestedAmount: 4500,
    }
    const behind = { ...entry, finStatus: 'AUTHORISED', totalAmount: 4500 }
    fault({ ...answered({ pathIncludes: '/status/all' }, [behind]), times: 1 })
    const word = JSON.stringify({ ...entry, finStatus: 'CANCELLED', totalAmount: 0 })
    expect(rig.till().desk.callbackSink.deliver(sale.reference, word)).toBe('stored')
    await rig.clock.advance(10 * SECOND)
    const cancelled = { ...behind, finStatus: 'CANCELLED' }
    fault(answered({ pathIncludes: '/status/all' }, [cancelled]))
    fault(answered({ host: 'status' }, cancelled))
    expect(toMoneyState('sale', await settled(sale, 30 * HOUR))).not.toBe('charged')
  })
})

describe('a sale that is known from the status service alone', () => {
  it('stays as it was while a reversal takes it back', async () => {
    fault(lostAnswerTo('sale'))
    const sale = await rig.till().charge()
    expect(await settled(sale, 6 * MINUTE)).toMatchObject({ status: 'approved', basis: 'status' })
    const reversal = await reverse(sale)
    expect((await settled(reversal)).status).toBe('approved')
    await rig.till().desk.engine.askOnce(sale.reference)
    expect((await settled(sale, 30 * MINUTE)).status).toBe('approved')
  })

  it('comes to a person when it was called approved once and is unknown ever after', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    fault(lostAnswerTo('sale'))
    const sale = await rig.till().charge()
    fault({ ...answered({ host: 'status' }, { finStatus: 'AUTHORISED', type: 'SALE', totalAmount: 4500 }), times: 1 })
    fault(answered({ host: 'status' }, { finStatus: 'UNDEFINED' }))
    expect(await settled(sale, 30 * MINUTE)).toMatchObject({ status: 'provisional', isExhausted: true })
  })

  it('is approved by a good answer after an odd one', async () => {
    fault(lostAnswerTo('sale'))
    const sale = await rig.till().charge()
    const odd = { finStatus: 'AUTHORISED', type: 'SALE', totalAmount: 99, requestedAmount: 99 }
    fault({ ...answered({ host: 'status' }, odd), times: 1 })
    expect((await settled(sale, 30 * MINUTE)).status).toBe('approved')
    expect(await stateOf(sale)).toMatchObject({ chargedMinor: 4500 })
  })
})

it('a sale with a later tip is taken back whole', async () => {
  const sale = await approvedSale()
  const tip = { operation: 'tipAdjustment', original: sale.reference, amountMinor: 525 } as const
  expect((await settled(await rig.till().operate(tip))).status).toBe('approved')
  expect(netOf(sale)).toBe(5025)
  await reverse(sale)
  await rig.clock.advance(30 * MINUTE)
  expect(rig.http.sent.map(({ body }) => JSON.parse(body ?? 'null') as unknown)).toContainEqual(
    expect.objectContaining({ operation: 'saleReversal', amount: '5025' }),
  )
  expect(netOf(sale)).toBe(0)
})
