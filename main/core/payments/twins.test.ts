import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '../../../shared/errors.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { Result } from '../../../shared/result.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'
import { TWIN_WINDOW_MS } from './twins.ts'

const OTHER = { serialNumber: '082104579', terminalType: 'PAXA920PRO' }

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

/** One press, and no word to a question. */
async function press(given: Record<string, unknown> = {}): Promise<Result<PaymentSnapshot, AppError>> {
  const sale = { requestKey: randomUUID(), terminal: TERMINAL, amountMinor: 4500, currency: 'EUR' }
  const reply = await rig.till().call('sale:start', { ...sale, customerReference: null, ...given })
  return reply as Result<PaymentSnapshot, AppError>
}

async function begun(given: Record<string, unknown> = {}): Promise<PaymentSnapshot> {
  const reply = await press(given)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

async function approved(given: Record<string, unknown> = {}): Promise<PaymentSnapshot> {
  const sale = await begun(given)
  await rig.clock.advance(5_000)
  expect((await rig.till().read(sale.reference)).state.status).toBe('approved')
  return sale
}

const salesSent = (): number => rig.http.sent.filter(({ url }) => url.endsWith('/transactions')).length

describe('the same amount again', () => {
  it('is asked about before anything is sent, on whichever terminal, and one answer lets it through', async () => {
    const first = await approved()
    const asked = await press({ terminal: OTHER })
    expect(asked).toMatchObject({
      ok: false,
      error: { code: 'payment.looksDoubled', moneyState: 'notCharged', twin: { reference: first.reference } },
    })
    expect(asked.ok ? null : asked.error.twin?.movedAt).toBeGreaterThanOrEqual(first.createdAt)
    expect(salesSent()).toBe(1)
    const second = await approved({ terminal: OTHER, confirmedTwin: first.reference })
    expect(second.reference).not.toBe(first.reference)
    expect(salesSent()).toBe(2)
  })

  it('is asked about anew for a third customer: an answer counts for the payment that it names', async () => {
    const first = await approved()
    const second = await approved({ confirmedTwin: first.reference })
    expect(await press({ confirmedTwin: first.reference })).toMatchObject({
      error: { code: 'payment.looksDoubled', twin: { reference: second.reference } },
    })
  })

  it('is asked about as long as the first is in doubt, however long that is, and says that it is', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await begun()
    await rig.clock.advance(4 * 60_000)
    expect(await press({ terminal: OTHER })).toMatchObject({
      error: { twin: { reference: first.reference, movedAt: null } },
    })
  })

  it('on a terminal that the first still holds is refused for that: no answer passes it', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await begun()
    for (const confirmedTwin of [undefined, first.reference]) {
      expect(await press({ confirmedTwin })).toMatchObject({ error: { code: 'terminal.unresolved' } })
    }
  })

  it('is nobody’s business after two minutes, nor is another amount at once', async () => {
    await approved()
    expect(await press({ amountMinor: 4501 })).toMatchObject({ ok: true })
    await rig.clock.advance(TWIN_WINDOW_MS)
    expect(await press()).toMatchObject({ ok: true })
  })

  it('counts from when the money moved, not from when the slow customer began', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    await begun()
    await rig.clock.advance(TWIN_WINDOW_MS)
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'tap' })
    await rig.clock.advance(60_000)
    expect(await press()).toMatchObject({ error: { code: 'payment.looksDoubled' } })
  })

  it.each(['that nobody has seen yet', 'that the cashier has seen'])(
    'counts from when the money moved after a quarter of an hour of doubt, in an approval %s',
    async (which) => {
      rig.simulator.control.setCustomer({ mode: 'none' })
      const { reference } = await begun()
      await rig.clock.advance(1_000)
      rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
      await rig.clock.advance(15 * 60_000)
      const wire = { finStatus: 'AUTHORISED', type: 'SALE', transactionReference: reference, currency: 'EUR' }
      const amounts = { requestedAmount: 4500, totalAmount: 4500, serialNumber: TERMINAL.serialNumber }
      expect(rig.till().desk.callbackSink.deliver(reference, JSON.stringify({ ...wire, ...amounts }))).toBe('stored')
      expect((await rig.till().read(reference)).state.status).toBe('approved')
      if (which.includes('cashier')) await rig.till().call('payment:acknowledge', { reference, news: 9 })
      expect(await press({ terminal: OTHER })).toMatchObject({ error: { twin: { reference } } })
    },
  )

  it('after a decline is a new customer’s or a new card’s: nobody is asked, and trying again is not asked either', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const declined = await begun()
    await rig.clock.advance(1_000)
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'decline' })
    await rig.clock.advance(5_000)
    expect((await rig.till().read(declined.reference)).state.status).toBe('declined')
    const retried = { reference: declined.reference, requestKey: randomUUID() }
    expect(await rig.till().call('payment:retry', retried)).toMatchObject({ ok: true })
  })

  it('after the first was taken back is simply charged', async () => {
    const first = await approved()
    await rig.till().operate({ operation: 'saleReversal', original: first.reference, channel: 'gateway' })
    await rig.clock.advance(5_000)
    expect(await press()).toMatchObject({ ok: true })
  })

  it('is still asked about after a restart', async () => {
    const first = await approved()
    rig.kill()
    await rig.start()
    expect(await press()).toMatchObject({ error: { twin: { reference: first.reference } } })
  })

  it('pressed twice is one payment: the second delivery of a press is answered, not asked about', async () => {
    const requestKey = randomUUID()
    const first = await begun({ requestKey })
    expect(await begun({ requestKey })).toMatchObject({ reference: first.reference })
  })
})

describe('a refund', () => {
  const refund = async (given: Record<string, unknown>): Promise<Result<PaymentSnapshot, AppError>> => {
    const money = { amountMinor: 1000, currency: 'EUR', customerReference: null, terminal: TERMINAL }
    const request = { operation: 'refund', requestKey: randomUUID(), ...money, ...given }
    return (await rig.till().call('operation:start', request)) as Result<PaymentSnapshot, AppError>
  }

  it('of the same amount moments later is asked about in the same way', async () => {
    const { reference: original } = await approved()
    const first = await refund({ original })
    await rig.clock.advance(5_000)
    const asked = await refund({ original })
    expect(asked).toMatchObject({ error: { code: 'payment.looksDoubled', moneyState: 'notCharged' } })
    const confirmedTwin = first.ok ? first.value.reference : null
    expect(await refund({ original, confirmedTwin })).toMatchObject({ ok: true })
  })

  it('is no repetition of the sale of that amount', async () => {
    const { reference: original } = await approved({ amountMinor: 1000 })
    expect(await refund({ original })).toMatchObject({ ok: true })
  })
})
