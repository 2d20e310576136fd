import { afterEach, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { linkedShop, offlineForRefund, SECOND } from '../../testing/linked-shop.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

afterEach(() => {
  rig.dispose()
})

const { act, approvedSale, fault, retry, settled } = linkedShop(() => rig)

const money = { terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null } as const
const keyedSale = { operation: 'moToSale', ...money } as const
const keyedRefund = { operation: 'moToRefund', original: null, ...money } as const
const reversalOf = ({ reference }: PaymentSnapshot) => ({ operation: 'moToReversal', original: reference }) as const
const tipOn = ({ reference }: PaymentSnapshot) =>
  ({ operation: 'tipAdjustment', original: reference, amountMinor: 500 }) as const

/** The till is started anew by a shop that has switched nothing on. */
async function restartWithDefaults(switches: { tipAdjustment?: boolean; mailOrder?: boolean }): Promise<void> {
  delete switches.tipAdjustment
  delete switches.mailOrder
  rig.kill()
  await rig.start()
}

/** A sale that was keyed in, in a shop that takes orders by mail. */
async function keyed(): Promise<PaymentSnapshot> {
  const sale = await rig.till().operate(keyedSale)
  act({ act: 'key' })
  expect((await settled(sale)).status).toBe('approved')
  return sale
}

it('a shop that has switched nothing on keys in no card and adjusts no tip', async () => {
  const switches = { tipAdjustment: true, mailOrder: true }
  rig = await createRig({}, { switches })
  const [sale, order] = [await approvedSale(), await keyed()]
  await restartWithDefaults(switches)
  const sent = rig.http.sent.length
  const linkedRefund = { ...keyedRefund, original: order.reference }
  for (const request of [keyedSale, keyedRefund, linkedRefund, reversalOf(order), tipOn(sale)] as const) {
    await expect(rig.till().operate(request)).rejects.toThrow('operation.disabled')
  }
  expect(rig.http.sent).toHaveLength(sent)
})

it('what did not start before a switch was turned off is not tried again after it', async () => {
  const switches = { tipAdjustment: true, mailOrder: true }
  rig = await createRig({}, { switches })
  const [sale, order] = [await approvedSale(), await keyed()]
  const vain: PaymentSnapshot[] = []
  for (const request of [{ ...keyedSale, amountMinor: 4600 }, keyedRefund, reversalOf(order), tipOn(sale)] as const) {
    fault({ ...offlineForRefund, match: request.operation === 'tipAdjustment' ? { pathIncludes: 'tip' } : {} })
    const first = await rig.till().operate(request)
    expect((await settled(first, SECOND)).status).toBe('notStarted')
    vain.push(first)
  }
  await restartWithDefaults(switches)
  const sent = rig.http.sent.length
  for (const first of vain) await expect(retry(first), first.operation).rejects.toThrow('operation.disabled')
  expect(rig.http.sent).toHaveLength(sent)
})

it('each switch is for its own operations', async () => {
  rig = await createRig({}, { switches: { mailOrder: true } })
  const sale = await approvedSale()
  await expect(rig.till().operate(tipOn(sale))).rejects.toThrow('operation.disabled')
  await keyed()
  rig.dispose()
  rig = await createRig({}, { switches: { tipAdjustment: true } })
  const tip = await rig.till().operate(tipOn(await approvedSale()))
  expect((await settled(tip)).status).toBe('approved')
  await expect(rig.till().operate(keyedSale)).rejects.toThrow('operation.disabled')
})
