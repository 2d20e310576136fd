import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answered, linkedShop, offlineForRefund, OTHER_TERMINAL, SECOND } from '../../testing/linked-shop.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

const { act, approvedSale, fault, refundOf, retry, reverse, settled } = linkedShop(() => rig)

const stopsSent = (): number => rig.http.sent.filter(({ body }) => body?.includes('stopCurrentTransaction')).length

it('the key of a sale does not answer for a refund', async () => {
  const sale = await approvedSale()
  const reply = await rig.till().call('operation:start', {
    operation: 'refund',
    original: sale.reference,
    terminal: TERMINAL,
    amountMinor: 1000,
    currency: 'EUR',
    customerReference: null,
    requestKey: sale.requestKey,
  })
  expect(reply).toMatchObject({ ok: false })
})

it('a refund names its sale by the gateway’s id, also where that is all digits and passes for a card number', async () => {
  const transactionId = '4000000000000002'
  const result = { finStatus: 'AUTHORISED', type: 'SALE', currency: 'EUR', efttransactionID: transactionId }
  fault(answered({ pathIncludes: '/transaction-result' }, { ...result, requestedAmount: 4500, totalAmount: 4500 }))
  await refundOf(await approvedSale(), 1000)
  await rig.clock.advance(SECOND)
  expect(rig.http.sent.map(({ body }) => body).filter((body) => body?.includes('"refund"'))).toEqual([
    expect.stringContaining(`"originalTransactionId":"${transactionId}"`),
  ])
})

it('cancelling a reversal through the gateway stops nothing at the terminal', async () => {
  const sale = await approvedSale()
  fault({ match: { pathIncludes: '/reversal' }, fault: { type: 'loseAnswer' }, times: 1 })
  fault({ match: { host: 'status' }, fault: { type: 'status', status: 503 } })
  const reversal = await reverse(sale, 'gateway')
  await rig.clock.advance(2 * SECOND)
  await rig.till().call('payment:cancel', { reference: reversal.reference })
  await rig.clock.advance(2 * SECOND)
  expect(stopsSent()).toBe(0)
})

it.each([101, 1000])('a sale whose id has %i characters is refunded, and selling goes on', async (length) => {
  const longId = 'x'.repeat(length)
  rig.simulator.control.setCustomer({ mode: 'none' })
  const sale = await rig.till().charge(4500)
  const body = { finStatus: 'AUTHORISED', efttransactionID: longId, requestedAmount: 4500, totalAmount: 4500 }
  fault(answered({ pathIncludes: '/transaction-result' }, body))
  expect(await settled(sale, 5 * SECOND)).toMatchObject({ status: 'approved' })
  await refundOf(sale, 1000)
  await rig.clock.advance(SECOND)
  expect(JSON.parse(rig.http.sent.find(({ body: sent }) => sent?.includes('"refund"'))?.body ?? '{}')).toMatchObject({
    originalTransactionId: longId,
  })
  expect((await rig.till().charge(1200, OTHER_TERMINAL)).state.status).toBe('created')
})

it('a terminal whose name cannot be written down is refused in words, and selling goes on at another', async () => {
  const strange = { serialNumber: '\ud800', terminalType: 'PAXA920' }
  const listed = [strange, OTHER_TERMINAL].map(({ serialNumber, terminalType }) => ({
    serial_number: serialNumber,
    terminal_type: terminalType,
  }))
  fault(answered({ pathIncludes: '/initialize' }, listed))
  await Promise.all([rig.till().call('terminal:refresh', {}), rig.clock.advance(SECOND)])
  const press = { requestKey: crypto.randomUUID(), terminal: strange, amountMinor: 1200, currency: 'EUR' }
  expect(await rig.till().call('sale:start', { ...press, customerReference: null })).toMatchObject({
    error: { code: 'input.invalid', moneyState: 'notCharged' },
  })
  expect(rig.http.sent.filter(({ body }) => body !== null)).toEqual([])
  expect(rig.till().desk.till.blocked()).toBe(null)
  expect((await rig.till().charge(1200, OTHER_TERMINAL)).state.status).toBe('created')
})

describe('a terminal', () => {
  it('begins no sale while a stop of the cashier is on its way, for it would end that sale', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    fault({
      match: { operation: 'stopCurrentTransaction' },
      fault: { type: 'delay', ms: 4_000, when: 'before' },
      times: 1,
    })
    await rig.till().operate({ operation: 'stopCurrentTransaction', terminal: TERMINAL })
    await expect(rig.till().charge()).rejects.toThrow('terminal.unresolved')
    await rig.clock.advance(10 * SECOND)
    expect(stopsSent()).toBe(1)
    expect((await settled(await rig.till().charge(), 3 * SECOND)).status).toBe('waiting')
  })

  it('is not rebooted by force while a customer pays', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    expect((await settled(sale, 2 * SECOND)).status).toBe('waiting')
    const command = { name: 'reboot', settings: { force: true } } as const
    const reboot = rig.till().operate({ operation: 'deviceCommand', terminal: TERMINAL, command })
    await expect(reboot).rejects.toThrow('terminal.unresolved')
  })

  it('is not rebooted by force while a customer pays because an earlier reboot is tried again', async () => {
    fault({ ...offlineForRefund, match: { pathIncludes: '/reboot' } })
    const command = { name: 'reboot', settings: { force: true } } as const
    const reboot = await rig.till().operate({ operation: 'deviceCommand', terminal: TERMINAL, command })
    expect((await settled(reboot, 2 * SECOND)).status).toBe('notStarted')
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    expect((await settled(sale, 2 * SECOND)).status).toBe('waiting')
    await expect(retry(reboot)).rejects.toThrow('terminal.unresolved')
    act({ act: 'cancel' })
    expect((await settled(sale)).status).toBe('cancelled')
    expect((await settled(await retry(reboot))).status).toBe('done')
  })
})
