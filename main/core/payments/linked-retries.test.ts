import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { answered, linkedShop, lostAnswerTo, MINUTE, offlineForRefund, SECOND } from '../../testing/linked-shop.ts'
import { createRig, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { act, approvedSale, fault, netOf, refundedOf, refundOf, retry, reverse, settled, stateOf } = linkedShop(
  () => rig,
)

/** A refund that did not start because the terminal was called offline; tried again so many seconds after it was said. */
async function triedAgain(sale: PaymentSnapshot, afterSeconds: number): Promise<[PaymentSnapshot, PaymentSnapshot]> {
  fault(offlineForRefund)
  const first = await refundOf(sale, 1000)
  expect((await settled(first)).status).toBe('notStarted')
  await rig.clock.advance(afterSeconds * SECOND)
  rig.simulator.control.setOptions({ completionMs: 20_000 })
  return [first, await retry(first)]
}

async function expectOnlySecond(sale: PaymentSnapshot, attempts: [PaymentSnapshot, PaymentSnapshot]): Promise<void> {
  const [first, second] = attempts
  expect((await settled(second, 30 * MINUTE)).status).toBe('approved')
  expect((await stateOf(first)).status).toBe('notStarted')
  expect(refundedOf(sale)).toBe(1000)
}

describe('a refund whose terminal was called offline', () => {
  it('does not take the entry of its second attempt while that one is under way', async () => {
    const sale = await approvedSale()
    await expectOnlySecond(sale, await triedAgain(sale, 42))
  })

  it.each([40, 42, 44, 46, 48])(
    'does not take it where results come by callback, tried again after %d s',
    async (afterSeconds) => {
      rig.dispose()
      rig = await createRig({}, { takesCallbacks: true })
      const sale = await approvedSale()
      await expectOnlySecond(sale, await triedAgain(sale, afterSeconds))
    },
  )
})

describe('a refusal without an id, which ended the first attempt of a refund, does not end the second', () => {
  const declined = { finStatus: 'DECLINED', type: 'REFUND', transactionID: '', efttransactionID: '', currency: 'EUR' }
  const aboutIt = { ...declined, requestedAmount: 1000, totalAmount: 1000 }

  it('where it stands in the files alone', async () => {
    const sale = await approvedSale()
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await refundOf(sale, 1000)
    await rig.clock.advance(SECOND)
    fault(answered({ pathIncludes: '/transaction-result' }, aboutIt))
    act({ act: 'decline' })
    expect((await settled(first, 5 * SECOND)).status).toBe('declined')
    rig.simulator.control.clearFaults()
    fault(lostAnswerTo('refund'))
    const second = await retry(first)
    expect(toMoneyState('refund', await settled(second, 3 * MINUTE))).toBe('unknown')
  })

  it('nor is it paid twice, where the clock of the terminal is a minute ahead of the till’s', async () => {
    const sale = await approvedSale()
    const state = await stateOf(sale)
    const transactionId = 'outcome' in state ? state.outcome?.transactionId : null
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await refundOf(sale, 1000)
    await rig.clock.advance(SECOND)
    const ahead = { ...aboutIt, originalEFTTransactionID: transactionId, efttimestamp: rig.clock.now() + MINUTE }
    rig.till().desk.callbackSink.deliver(first.reference, JSON.stringify(ahead))
    act({ act: 'cancel' })
    expect((await settled(first, 5 * SECOND)).status).toBe('declined')

    fault(lostAnswerTo('refund'))
    const second = await retry(first)
    const itself = { finStatus: 'AUTHORISED', type: 'SALE', efttransactionID: transactionId, totalAmount: 4500 }
    fault(answered({ pathIncludes: '/status/all' }, [itself, ahead]))
    expect(toMoneyState('refund', await settled(second, 135 * SECOND))).toBe('unknown')
    expect(rig.simulator.control.terminals()[0]?.phase).toBe('waitingForCard')
    act({ act: 'tap' })
    rig.simulator.control.clearFaults()
    expect((await settled(second, 10 * MINUTE)).status).toBe('approved')
    expect(refundedOf(sale)).toBe(1000)
  })
})

describe('a reversal whose terminal was called offline', () => {
  const sentAmounts = (): unknown[] =>
    rig.http.sent
      .filter(({ body }) => body?.includes('"saleReversal"'))
      .map(({ body }) => (JSON.parse(body ?? '') as { amount: unknown }).amount)

  const tip = (sale: PaymentSnapshot, amountMinor: number): Promise<PaymentSnapshot> =>
    rig.till().operate({ operation: 'tipAdjustment', original: sale.reference, amountMinor })

  it('takes back what is charged when it is tried again, with a tip that was entered meanwhile', async () => {
    const sale = await approvedSale()
    fault({ ...offlineForRefund, match: { operation: 'saleReversal' } })
    const first = await reverse(sale)
    expect((await settled(first)).status).toBe('notStarted')
    expect((await settled(await tip(sale, 525))).status).toBe('approved')
    const second = await retry(first)
    expect(second).toMatchObject({ attemptOf: first.reference, amountMinor: 5025 })
    expect((await settled(second)).status).toBe('approved')
    expect(sentAmounts()).toEqual(['4500', '5025'])
    expect(netOf(sale)).toBe(0)
  })
})
