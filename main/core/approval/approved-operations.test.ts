import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { grantSchema, type ApprovalSubject, type Grant } from '../../../shared/ipc/approval.ts'
import { paymentSnapshotSchema, type PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import { createRandomIds } from '../system/ids.ts'
import { createApprovals } from './approvals.ts'

const ids = createRandomIds()
const key = (): string => ids.uuid()
const money = { terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null }
const unlinked = { operation: 'refund', original: null, ...money }
const reason = 'Sold at the market'
const DONE = { act: 'tap' } as const

let rig: Rig
beforeEach(async () => {
  const { clock } = createHandClock()
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const wrongPins = { waitMs: () => 0, count: () => undefined, forget: () => undefined }
  const approvals = createApprovals({ isManagerPin: null, isPractice: true, wrongPins, clock, ids, log })
  rig = await createRig({ customer: 'none' }, { approvals })
})
afterEach(() => rig.dispose())

async function approve(subject: ApprovalSubject): Promise<Grant> {
  const reply = await rig.till().call('approval:give', { pin: '0000', reason, subject })
  return z.object({ value: z.object({ grant: grantSchema }) }).parse(reply).value.grant
}

async function start(request: Record<string, unknown>, requestKey = key()) {
  const reply = await rig.till().call('operation:start', { requestKey, ...request })
  return reply.ok ? paymentSnapshotSchema.parse(reply.value) : reply.error.code
}

async function sold({ isSigned = false } = {}): Promise<PaymentSnapshot> {
  const sale = await rig.till().charge()
  const acts = isSigned ? (['swipe', 'sign'] as const) : (['tap'] as const)
  for (const act of acts) {
    await rig.clock.advance(3000)
    rig.simulator.control.act(TERMINAL.serialNumber, { act })
  }
  await rig.clock.advance(10_000)
  return rig.till().read(sale.reference)
}

describe('what only a manager may allow', () => {
  it('is refused without an approval, whatever it is, and nothing is sent', async () => {
    const sale = await sold()
    const requests = [
      unlinked,
      { operation: 'moToSale', ...money },
      { operation: 'moToRefund', original: null, ...money },
      { operation: 'tipAdjustment', original: sale.reference, amountMinor: 4501 },
    ]
    for (const request of requests) expect(await start(request), request.operation).toBe('approval.needed')
    expect(rig.simulator.control.ledger()).toHaveLength(1)
  })

  it('is carried out with it, and the journal says who allowed it, why and when', async () => {
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    const refund = paymentSnapshotSchema.parse(await start({ ...unlinked, approval }))
    expect(refund.approval).toMatchObject({ by: 'manager', reason })
    const row = rig.till().journal.readRow(refund.reference)
    expect(row).toMatchObject({ ok: true, value: { intent: { approval: refund.approval } } })
  })

  it('is allowed once: the same approval pays nothing back a second time', async () => {
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    await start({ ...unlinked, approval })
    expect(await start({ ...unlinked, approval })).toBe('approval.needed')
  })

  it('is answered with the same operation where the same press comes twice', async () => {
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    const requestKey = key()
    const first = paymentSnapshotSchema.parse(await start({ ...unlinked, approval }, requestKey))
    expect(await start({ ...unlinked, approval }, requestKey)).toMatchObject({ reference: first.reference })
  })

  it('keeps its approval where something else stood in the way', async () => {
    const waiting = await rig.till().charge(900)
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    expect(await start({ ...unlinked, approval })).toBe('terminal.unresolved')
    rig.simulator.control.act(TERMINAL.serialNumber, DONE)
    await rig.clock.advance(10_000)
    expect((await rig.till().read(waiting.reference)).state.status).toBe('approved')
    expect(await start({ ...unlinked, approval })).toMatchObject({ operation: 'refund' })
  })

  it('stays allowed for a new attempt of the same, which says so too', async () => {
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    const refund = paymentSnapshotSchema.parse(await start({ ...unlinked, approval }))
    await rig.clock.advance(5000)
    expect((await rig.till().read(refund.reference)).state.status).toBe('notStarted')
    const reply = await rig.till().call('payment:retry', { reference: refund.reference, requestKey: key() })
    expect(reply).toMatchObject({ ok: true, value: { approval: { by: 'manager', reason } } })
  })

  it('is asked for again where the new attempt comes a good while later, by whichever way the clock went', async () => {
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const approval = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    const refund = paymentSnapshotSchema.parse(await start({ ...unlinked, approval }))
    await rig.clock.advance(11 * 60_000)
    const retry = (more = {}) =>
      rig.till().call('payment:retry', { reference: refund.reference, requestKey: key(), ...more })
    expect(await retry()).toMatchObject({ ok: false, error: { code: 'approval.needed', moneyState: 'notCharged' } })
    const wrong = await approve({ act: 'unlinkedRefund', amountMinor: 4400, reference: null })
    expect(await retry({ approval: wrong })).toMatchObject({ ok: false, error: { code: 'approval.needed' } })
    const again = await approve({ act: 'unlinkedRefund', amountMinor: 4500, reference: null })
    const reply = await retry({ approval: again })
    expect(reply).toMatchObject({ ok: true, value: { operation: 'refund', approval: { by: 'manager', reason } } })
    expect(await retry({ approval: again })).toMatchObject({ ok: false })
  })

  it('is asked for again where what was approved is done another way a good while later', async () => {
    const sale = await sold({ isSigned: true })
    const reversal = { operation: 'saleReversal', original: sale.reference }
    const approval = await approve({ act: 'signedReversal', amountMinor: 4500, reference: sale.reference })
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    await start({ ...reversal, channel: 'terminal', approval })
    await rig.clock.advance(11 * 60_000)
    expect(await start({ ...reversal, channel: 'gateway' })).toBe('approval.needed')
  })

  it('does not hold up what everybody may do', async () => {
    const sale = await sold()
    const refund = await start({ operation: 'refund', ...money, original: sale.reference, amountMinor: 1000 })
    expect(refund).toMatchObject({ operation: 'refund', amountMinor: 1000, approval: undefined })
    rig.simulator.control.act(TERMINAL.serialNumber, DONE)
    await rig.clock.advance(10_000)
    const other = await sold()
    expect(await start({ operation: 'saleReversal', original: other.reference, channel: 'gateway' })).toMatchObject({
      operation: 'saleReversal',
    })
  })

  it('is the reversal of a sale that was signed for: what becomes of it is for the manager to say', async () => {
    const sale = await sold({ isSigned: true })
    const reversal = { operation: 'saleReversal', original: sale.reference, channel: 'terminal' }
    expect(await start(reversal)).toBe('approval.needed')
    const approval = await approve({ act: 'signedReversal', amountMinor: 4500, reference: sale.reference })
    expect(await start({ ...reversal, approval })).toMatchObject({ approval: { reason } })
  })

  it('stays allowed where the terminal was away and the bank takes it back alone', async () => {
    const sale = await sold({ isSigned: true })
    const reversal = { operation: 'saleReversal', original: sale.reference }
    const approval = await approve({ act: 'signedReversal', amountMinor: 4500, reference: sale.reference })
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const vain = paymentSnapshotSchema.parse(await start({ ...reversal, channel: 'terminal', approval }))
    await rig.clock.advance(5000)
    expect((await rig.till().read(vain.reference)).state.status).toBe('notStarted')
    const taken = paymentSnapshotSchema.parse(await start({ ...reversal, channel: 'gateway' }))
    expect(taken.approval).toEqual(vain.approval)
    await rig.clock.advance(5000)
    expect((await rig.till().read(taken.reference)).state.status).toBe('approved')
  })

  it('is a charge of a keyed card, which allows no refund to one', async () => {
    const approval = await approve({ act: 'mailOrderCharge', amountMinor: 4500, reference: null })
    expect(await start({ operation: 'moToRefund', original: null, ...money, approval })).toBe('approval.needed')
    expect(await start({ operation: 'moToSale', ...money, approval })).toMatchObject({ operation: 'moToSale' })
  })

  describe('is a settlement', () => {
    const word = { evidence: 'Portal', reason: 'Lost', operator: 'Maria' }

    /** The terminal names another amount than was asked for, once more with each call. */
    function deliverOdd({ reference }: PaymentSnapshot, requestedAmount: number): void {
      const wire = { finStatus: 'AUTHORISED', type: 'SALE', transactionReference: reference, currency: 'EUR' }
      const amounts = { requestedAmount, totalAmount: requestedAmount, serialNumber: TERMINAL.serialNumber }
      rig.till().desk.callbackSink.deliver(reference, JSON.stringify({ ...wire, ...amounts }))
    }

    async function inConflict(): Promise<PaymentSnapshot> {
      const sale = await rig.till().charge()
      await rig.clock.advance(1000)
      deliverOdd(sale, 900)
      return sale
    }

    const settle = ({ reference }: PaymentSnapshot, more: object) =>
      rig.till().call('payment:settle', { reference, ...word, ...more })

    it('of one verdict: what was approved as not charged is not settled as charged', async () => {
      const sale = await inConflict()
      const { reference } = sale
      const shown = lastShown(rig.till().journal, reference)
      const approval = await approve({ act: 'settlementNotCharged', amountMinor: 4500, reference, shown })
      const given = { shown, approval }
      expect(await settle(sale, { verdict: 'charged', ...given })).toMatchObject({ error: { code: 'approval.needed' } })
      const reply = await settle(sale, { verdict: 'notCharged', ...given })
      expect(reply).toMatchObject({ ok: true, value: { state: { status: 'settledByManager' } } })
    })

    it('on what the manager was shown: an approval that was given on less settles nothing', async () => {
      const sale = await inConflict()
      const { reference } = sale
      const shownFirst = lastShown(rig.till().journal, reference)
      const approval = await approve({ act: 'settlementNotCharged', amountMinor: 4500, reference, shown: shownFirst })
      deliverOdd(sale, 800)
      const given = { verdict: 'notCharged', approval }
      expect(await settle(sale, { ...given, shown: shownFirst })).toMatchObject({
        ok: false,
        error: { code: 'settlement.changed', moneyState: 'none' },
      })
      const shown = lastShown(rig.till().journal, reference)
      expect(await settle(sale, { ...given, shown })).toMatchObject({ error: { code: 'approval.needed' } })
      const again = await approve({ act: 'settlementNotCharged', amountMinor: 4500, reference, shown })
      expect(await settle(sale, { ...given, shown, approval: again })).toMatchObject({ ok: true })
    })

    it('which leaves the payment as it was without one', async () => {
      const sale = await rig.till().charge()
      const reply = await settle(sale, { verdict: 'charged', shown: 1 })
      expect(reply).toMatchObject({ ok: false, error: { code: 'approval.needed' } })
      expect((await rig.till().read(sale.reference)).state.status).not.toBe('settledByManager')
    })
  })
})
