import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Reference } from '../../../shared/ids.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

const SECOND = 1000
const PAPER = '<div>APPROVED EUR 45.00</div>'

let rig: Rig
beforeEach(async () => {
  rig = await createRig({ customer: 'none' }, { takesCallbacks: true })
  rig.simulator.control.setOptions({ earlyResults: true, reversalMs: 20 * SECOND, receipts: 'html' })
})
afterEach(() => rig.dispose())

/** A sale whose result says approved, with the terminal's own receipt. */
async function sellWithPaper(): Promise<Reference> {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(2 * SECOND)
  rig.simulator.control.act(TERMINAL.serialNumber, { act: 'pullCard' })
  await rig.clock.advance(4 * SECOND)
  expect((await rig.till().read(reference)).state.status).toBe('approved')
  await expect.poll(() => read(reference)).toMatchObject({ ok: true, value: { type: 'html', origin: 'terminal' } })
  return reference
}

const read = (reference: Reference): Promise<unknown> =>
  rig.till().call('document:read', { reference, kind: 'customerReceipt' })

const deliver = (reference: Reference, finStatus: string, wire: Record<string, unknown> = {}): string =>
  rig.till().desk.callbackSink.deliver(
    reference,
    JSON.stringify({
      finStatus,
      type: 'SALE',
      transactionReference: reference,
      requestedAmount: 4500,
      totalAmount: 4500,
      currency: 'EUR',
      serialNumber: TERMINAL.serialNumber,
      ...wire,
    }),
  )

it('a payment that the files of the gateway call taken back shows no paper of the terminal that says approved', async () => {
  const reference = await sellWithPaper()
  await rig.clock.advance(600 * SECOND)
  expect((await rig.till().read(reference)).state).toMatchObject({ status: 'cancelled', basis: 'history' })
  expect(await read(reference)).toMatchObject({ ok: true, value: { type: 'html', origin: 'built' } })
})

it('a payment that the terminal contradicted has no receipt until it is known which word is true', async () => {
  const reference = await sellWithPaper()
  expect(deliver(reference, 'DECLINED')).toBe('stored')
  expect((await rig.till().read(reference)).state.status).toBe('conflict')
  expect(await read(reference)).toMatchObject({ ok: false, error: { code: 'document.missing' } })
})

it('a part that was refused in the end shows no paper of the part, but what is known', async () => {
  const { reference } = await rig.till().charge()
  expect(deliver(reference, 'PARTIAL_APPROVAL', { totalAmount: 2000, customerReceipt: PAPER })).toBe('stored')
  expect(deliver(reference, 'CANCELLED', { totalAmount: 0 })).toBe('stored')
  const kept = () => {
    const found = rig.till().journal.readTransaction(reference)
    return found.ok ? (found.value?.evidence.documentsDone ?? []) : []
  }
  await rig.clock.advance(SECOND)
  await expect.poll(kept).toHaveLength(1)
  expect((await rig.till().read(reference)).state).toMatchObject({ status: 'cancelled', isReversed: true })
  expect(await read(reference)).toMatchObject({ ok: true, value: { type: 'html', origin: 'built' } })
})
