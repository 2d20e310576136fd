import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { grantSchema } from '../../../shared/ipc/approval.ts'
import { paymentSnapshotSchema, type PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'
import { createApprovals } from '../approval/approvals.ts'
import { createRandomIds } from '../system/ids.ts'

const CARD = '4111 1111 1111 1111'
const MASKED = '**** **** **** 1111'
const ids = createRandomIds()

let rig: Rig
beforeEach(async () => {
  const { clock } = createHandClock()
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const wrongPins = { waitMs: () => 0, count: () => undefined, forget: () => undefined }
  const approvals = createApprovals({ isManagerPin: null, isPractice: true, wrongPins, clock, ids, log })
  rig = await createRig({ customer: 'none' }, { approvals })
})
afterEach(() => rig.dispose())

async function approve(act: string, reference: string | null, shown?: number) {
  const subject = { act, amountMinor: 4500, reference, shown }
  const reply = await rig.till().call('approval:give', { pin: '0000', reason: `For ${CARD}`, subject })
  return z.object({ value: z.object({ grant: grantSchema }) }).parse(reply).value.grant
}

async function start(command: 'sale:start' | 'operation:start', given: object): Promise<PaymentSnapshot> {
  const money = { terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null }
  const reply = await rig.till().call(command, { requestKey: randomUUID(), ...money, ...given })
  return paymentSnapshotSchema.parse(reply.ok ? reply.value : reply.error)
}

/** All that the journal holds of a payment. */
function kept({ reference }: PaymentSnapshot): string {
  const { journal } = rig.till()
  return JSON.stringify([journal.readTransaction(reference), journal.readTimeline(reference)])
}

it('a card number typed as the order is kept and sent with its last four digits alone', async () => {
  const sale = await start('sale:start', { customerReference: CARD })
  expect(sale.customerReference).toBe(MASKED)
  expect(kept(sale)).not.toContain(CARD)
  expect(JSON.stringify(rig.http.sent)).not.toContain(CARD)
})

it.each([
  '4111\u00a01111\u00a01111\u00a01111',
  '4111  1111  1111  1111',
  '4111.1111.1111.1111',
  '4111\u20111111\u20111111\u20111111',
])('one that is written %s is none that is kept or sent', async (card) => {
  const sale = await start('sale:start', { customerReference: card })
  await rig.clock.advance(1000)
  expect(sale.customerReference).toBe(card.replaceAll(/[0-9](?=.{4})/g, '*'))
  expect(kept(sale)).not.toContain(card)
  expect(JSON.stringify(rig.http.sent)).not.toContain(card)
})

it('a card number typed as the reason of an approval is kept with its last four digits alone', async () => {
  const approval = await approve('unlinkedRefund', null)
  const refund = await start('operation:start', { operation: 'refund', original: null, approval })
  expect(refund.approval?.reason).toBe(`For ${MASKED}`)
  expect(kept(refund)).not.toContain(CARD)
})

it('card numbers typed into a settlement are kept with their last four digits alone', async () => {
  const sale = await start('sale:start', {})
  await rig.clock.advance(1000)
  const body = { finStatus: 'AUTHORISED', type: 'SALE', transactionReference: sale.reference, currency: 'EUR' }
  const amounts = { requestedAmount: 900, totalAmount: 900, serialNumber: TERMINAL.serialNumber }
  rig.till().desk.callbackSink.deliver(sale.reference, JSON.stringify({ ...body, ...amounts }))
  expect((await rig.till().read(sale.reference)).state.status).toBe('conflict')
  const shown = lastShown(rig.till().journal, sale.reference)
  const word = { shown, verdict: 'charged', evidence: CARD, reason: CARD, operator: CARD }
  const approval = await approve('settlementCharged', sale.reference, shown)
  const reply = await rig.till().call('payment:settle', { reference: sale.reference, ...word, approval })
  const { state } = paymentSnapshotSchema.parse(reply.ok ? reply.value : reply.error)
  expect(state).toMatchObject({ status: 'settledByManager', evidence: MASKED, reason: MASKED, operator: MASKED })
  expect(kept(sale)).not.toContain(CARD)
})
