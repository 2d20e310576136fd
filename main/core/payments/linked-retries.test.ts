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

const { act, approvedSale, fault, refundedOf, refundOf, retry, settled, stateOf } = linkedShop(() => rig)

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

it('a refusal without an id, which ended the first attempt of a refund, does not end the second', async () => {
  const sale = await approvedSale()
  rig.simulator.control.setCustomer({ mode: 'none' })
  const first = await refundOf(sale, 1000)
  await rig.clock.advance(SECOND)
  const declined = {
    finStatus: 'DECLINED',
    type: 'REFUND',
    transactionID: '',
    efttransactionID: '',
    requestedAmount: 1000,
    totalAmount: 1000,
    currency: 'EUR',
  }
  fault(answered({ pathIncludes: '/transaction-result' }, declined))
  act({ act: 'decline' })
  expect((await settled(first, 5 * SECOND)).status).toBe('declined')
  rig.simulator.control.clearFaults()
  fault(lostAnswerTo('refund'))
  const second = await retry(first)
  expect(toMoneyState('refund', await settled(second, 3 * MINUTE))).toBe('unknown')
})
