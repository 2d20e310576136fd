import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

async function stateOf({ reference }: PaymentSnapshot): Promise<PaymentSnapshot['state']> {
  return (await rig.till().read(reference)).state
}

async function settled(started: PaymentSnapshot, afterMs = 10 * SECOND): Promise<PaymentSnapshot['state']> {
  await rig.clock.advance(afterMs)
  return stateOf(started)
}

async function approvedSale(amountMinor = 4500): Promise<PaymentSnapshot> {
  const sale = await rig.till().charge(amountMinor)
  expect(await settled(sale, 5 * SECOND)).toMatchObject({ status: 'approved' })
  return sale
}

const refundOf = (original: PaymentSnapshot | null, amountMinor: number): Promise<PaymentSnapshot> =>
  rig.till().operate({
    operation: 'refund',
    original: original?.reference ?? null,
    terminal: TERMINAL,
    amountMinor,
    currency: 'EUR',
    customerReference: null,
  })

/** What the bank's own books say of a sale with everything that was linked to it. */
const netOf = ({ reference }: PaymentSnapshot): number | undefined => rig.ledgerOf(reference)?.netMinor

function sentTo(path: string): unknown[] {
  return rig.http.sent.filter(({ url }) => url.endsWith(path)).map(({ body }) => JSON.parse(body ?? 'null') as unknown)
}

describe('a refund of a sale', () => {
  it('in two parts pays back what was charged, and a third is refused before it is sent', async () => {
    const sale = await approvedSale()
    expect(await settled(await refundOf(sale, 2000))).toMatchObject({ status: 'approved', chargedMinor: 2000 })
    expect(await settled(await refundOf(sale, 2500))).toMatchObject({ status: 'approved', chargedMinor: 2500 })
    const requests = sentTo('/transactions').length
    await expect(refundOf(sale, 1)).rejects.toThrow('original.tooMuch')
    expect(sentTo('/transactions')).toHaveLength(requests)
    expect(netOf(sale)).toBe(0)
  })

  it('whose answer was lost is found in the files of its sale, and never sent again', async () => {
    const sale = await approvedSale()
    rig.simulator.control.addFaults([
      { match: { operation: 'refund' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 },
    ])
    const refund = await refundOf(sale, 2000)
    expect((await settled(refund, 2 * SECOND)).status).toBe('checking')
    await expect(refundOf(sale, 2000)).rejects.toThrow('original.linkUnresolved')
    expect(await settled(refund, 6 * MINUTE)).toMatchObject({ status: 'approved', chargedMinor: 2000, basis: 'status' })
    expect(sentTo('/transactions')).toHaveLength(2)
    expect(netOf(sale)).toBe(2500)
  })

  it('that never arrived is proved not paid after seven minutes', async () => {
    const sale = await approvedSale()
    rig.simulator.control.addFaults([{ match: { operation: 'refund' }, fault: { type: 'drop' }, times: 1 }])
    const refund = await refundOf(sale, 2000)
    expect((await settled(refund, 5 * MINUTE)).status).toBe('checking')
    expect((await settled(refund, 4 * MINUTE)).status).toBe('notCharged')
    expect(netOf(sale)).toBe(4500)
  })

  it('is not mixed up with an earlier one of the same amount', async () => {
    const sale = await approvedSale()
    expect((await settled(await refundOf(sale, 1000))).status).toBe('approved')
    rig.simulator.control.addFaults([{ match: { operation: 'refund' }, fault: { type: 'drop' }, times: 1 }])
    const second = await refundOf(sale, 1000)
    expect((await settled(second, 9 * MINUTE)).status).toBe('notCharged')
    expect(netOf(sale)).toBe(3500)
  })

  it('survives a killed till', async () => {
    const sale = await approvedSale()
    rig.simulator.control.addFaults([
      { match: { operation: 'refund' }, fault: { type: 'loseAnswer', how: 'hang' }, times: 1 },
    ])
    const refund = await refundOf(sale, 2000)
    await rig.clock.advance(SECOND)
    rig.kill()
    await rig.start()
    expect(await settled(refund, 6 * MINUTE)).toMatchObject({ status: 'approved', chargedMinor: 2000 })
    expect(netOf(sale)).toBe(2500)
  })

  it('of a declined sale is refused', async () => {
    const sale = await rig.till().charge(3779)
    await rig.clock.advance(5 * SECOND)
    await expect(refundOf(sale, 100)).rejects.toThrow('original.notCharged')
  })

  it('without a sale is an operation of its own', async () => {
    const refund = await refundOf(null, 1500)
    expect(await settled(refund)).toMatchObject({ status: 'approved', chargedMinor: 1500, basis: 'terminal' })
    expect(rig.ledgerOf(refund.reference)?.refundedMinor).toBe(1500)
  })
})

describe('taking back', () => {
  const reverse = (sale: PaymentSnapshot, channel: 'terminal' | 'gateway' = 'terminal'): Promise<PaymentSnapshot> =>
    rig.till().operate({ operation: 'saleReversal', original: sale.reference, channel })

  it('a sale on the terminal leaves nothing charged, and the sale on the screen as it was', async () => {
    const sale = await approvedSale()
    expect((await settled(await reverse(sale))).status).toBe('approved')
    expect(netOf(sale)).toBe(0)
    // The status service now calls the sale cancelled: that is the reversal's doing and no contradiction.
    expect((await settled(sale, 30 * MINUTE)).status).toBe('approved')
    await expect(refundOf(sale, 100)).rejects.toThrow('original.alreadyReversed')
  })

  it('a sale while the terminal is away goes through the gateway', async () => {
    const sale = await approvedSale()
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    expect(await settled(await reverse(sale))).toMatchObject({ status: 'notStarted', reason: 'terminalOffline' })
    expect(await settled(await reverse(sale, 'gateway'))).toMatchObject({ status: 'approved', basis: 'gateway' })
    expect(sentTo('/reversal')).toHaveLength(1)
    expect(netOf(sale)).toBe(0)
  })

  it('through the gateway whose answer was lost is found in the files', async () => {
    const sale = await approvedSale()
    rig.simulator.control.addFaults([
      { match: { pathIncludes: '/reversal' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 },
    ])
    const reversal = await reverse(sale, 'gateway')
    expect((await settled(reversal, SECOND)).status).toBe('checking')
    expect((await settled(reversal, 6 * MINUTE)).status).toBe('approved')
    expect(sentTo('/reversal')).toHaveLength(1)
    expect(netOf(sale)).toBe(0)
  })

  it('after the batch was closed says that a refund is needed', async () => {
    const sale = await approvedSale()
    rig.simulator.control.setOptions({ batchClosed: true })
    expect((await settled(await reverse(sale))).status).toBe('declined')
    expect(await settled(await reverse(sale, 'gateway'))).toMatchObject({
      status: 'notStarted',
      reason: 'originalNotFound',
    })
    expect(netOf(sale)).toBe(4500)
  })

  it('a refund leaves the sale charged', async () => {
    const sale = await approvedSale()
    const refund = await refundOf(sale, 4500)
    expect((await settled(refund)).status).toBe('approved')
    const request = { operation: 'refundReversal', original: refund.reference, channel: 'terminal' } as const
    expect((await settled(await rig.till().operate(request))).status).toBe('approved')
    expect(netOf(sale)).toBe(4500)
  })
})

describe('a pre-authorisation', () => {
  const held = async (): Promise<PaymentSnapshot> => {
    const money = { amountMinor: 10_000, currency: 'EUR', customerReference: null }
    const hold = await rig.till().operate({ operation: 'preAuthorization', terminal: TERMINAL, ...money })
    expect(await settled(hold)).toMatchObject({ status: 'approved', chargedMinor: 10_000 })
    return hold
  }

  it('is increased without a terminal, captured once and then charged', async () => {
    const hold = await held()
    const { operate } = rig.till()
    const increase = await operate({
      operation: 'preAuthorizationIncrease',
      original: hold.reference,
      amountMinor: 2_500,
    })
    expect(await settled(increase)).toMatchObject({ status: 'approved', basis: 'gateway' })
    expect(sentTo('/preauthorization/increase')).toMatchObject([{ increaseAmount: '25.00' }])

    const capture = { operation: 'preAuthorizationCapture', original: hold.reference } as const
    await expect(operate({ ...capture, amountMinor: 12_501 })).rejects.toThrow('original.tooMuch')
    expect((await settled(await operate({ ...capture, amountMinor: 12_000 }))).status).toBe('approved')
    await expect(operate({ ...capture, amountMinor: 1 })).rejects.toThrow('original.alreadyCaptured')
    expect(netOf(hold)).toBe(12_000)
  })

  it.each(['terminal', 'gateway'] as const)('is let go through the %s', async (channel) => {
    const hold = await held()
    if (channel === 'gateway') rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const request = { operation: 'preAuthorizationReversal', original: hold.reference, channel } as const
    expect(await settled(await rig.till().operate(request))).toMatchObject({ status: 'approved', basis: channel })
    expect(netOf(hold)).toBe(0)
  })
})

describe('a tip entered later', () => {
  const tip = (sale: PaymentSnapshot, amountMinor: number): Promise<PaymentSnapshot> =>
    rig.till().operate({ operation: 'tipAdjustment', original: sale.reference, amountMinor })

  it('is a number in major units and can be replaced', async () => {
    const sale = await approvedSale()
    expect(await settled(await tip(sale, 525))).toMatchObject({ status: 'approved', chargedMinor: 525 })
    expect(await settled(await tip(sale, 300))).toMatchObject({ status: 'approved', chargedMinor: 300 })
    expect(sentTo('/tip-adjustment')).toEqual([{ amount: 5.25 }, { amount: 3 }])
    expect(netOf(sale)).toBe(4800)
  })

  it('whose answer was lost is read from the sale', async () => {
    const sale = await approvedSale()
    rig.simulator.control.addFaults([
      { match: { pathIncludes: 'tip-adjustment' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 },
    ])
    expect(await settled(await tip(sale, 525), 7 * MINUTE)).toMatchObject({ status: 'approved', chargedMinor: 525 })
    expect(netOf(sale)).toBe(5025)
  })

  it('that the gateway refuses changed nothing', async () => {
    const sale = await approvedSale()
    rig.simulator.control.setOptions({ batchClosed: true })
    expect(await settled(await tip(sale, 525))).toMatchObject({ status: 'notStarted' })
    expect(netOf(sale)).toBe(4500)
  })
})

describe('what moves no money', () => {
  it('a token is asked for on the terminal and is done', async () => {
    const token = await rig.till().operate({ operation: 'tokenizeCard', terminal: TERMINAL })
    expect((await settled(token)).status).toBe('done')
  })

  it('a print is done, or says that there is no paper', async () => {
    const sale = await approvedSale()
    const request = {
      operation: 'printReceipt',
      terminal: TERMINAL,
      original: sale.reference,
      copy: 'customer',
    } as const
    expect((await settled(await rig.till().operate(request))).status).toBe('done')
    rig.simulator.control.setOptions({ printer: 'outOfPaper' })
    expect((await settled(await rig.till().operate(request))).status).toBe('failed')
  })

  it('a ping that was answered is done, one that was not is given up, and neither is unresolved', async () => {
    const ping = { operation: 'pingDevice', terminal: TERMINAL } as const
    expect((await settled(await rig.till().operate(ping))).status).toBe('done')
    rig.simulator.control.addFaults([{ fault: { type: 'drop' }, match: { operation: 'pingDevice' } }])
    const lost = await rig.till().operate(ping)
    await rig.clock.advance(MINUTE)
    expect(rig.till().desk.readUnresolved().payments).toEqual([])
    expect((await settled(lost, 4 * MINUTE)).status).toBe('failed')
  })

  it.each([
    { name: 'set-unattended-mode', settings: { status: true } },
    { name: 'set-locale', settings: { locale: 'en_CA' } },
    { name: 'set-password-protected', settings: { status: false } },
    { name: 'reboot', settings: { force: false } },
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: 10, maximumBrightnessLevel: 90 } },
    { name: 'set-reboot-time', settings: { hour: 3 } },
    { name: 'set-security-policy', settings: { hideTabBar: true } },
  ] as const)('the command $name is done once the terminal has taken it', async (command) => {
    const request = { operation: 'deviceCommand', terminal: TERMINAL, command } as const
    expect((await settled(await rig.till().operate(request))).status).toBe('done')
  })

  it('stopping a terminal that runs nothing says so', async () => {
    const stop = await rig.till().operate({ operation: 'stopCurrentTransaction', terminal: TERMINAL })
    expect(await settled(stop)).toMatchObject({ status: 'notStarted' })
  })
})

describe('an order by mail or telephone', () => {
  const money = { terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null } as const

  it('is keyed in, refunded and taken back', async () => {
    const sale = await rig.till().operate({ operation: 'moToSale', ...money })
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'key' })
    expect((await settled(sale)).status).toBe('approved')
    const reversal = await rig.till().operate({ operation: 'moToReversal', original: sale.reference })
    expect((await settled(reversal)).status).toBe('approved')
  })

  it('whose answer was lost needs a manager: nobody else can be asked', async () => {
    rig.simulator.control.addFaults([
      { match: { operation: 'moToSale' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 },
    ])
    const sale = await rig.till().operate({ operation: 'moToSale', ...money })
    const state = await settled(sale, 30 * MINUTE)
    expect(state).toMatchObject({ status: 'checking', isExhausted: true })

    const word = { verdict: 'notCharged', evidence: 'bank statement', reason: 'nothing there', operator: 'Ada' }
    const shown = lastShown(rig.till().journal, sale.reference)
    const reply = await rig.till().call('payment:settle', { reference: sale.reference, shown, ...word })
    expect(reply).toMatchObject({ ok: true, value: { state: { status: 'settledByManager', verdict: 'notCharged' } } })
    expect((await rig.till().charge()).state.status).toBe('created')
  })
})
