import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { referenceSchema } from '../../../shared/ids.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ behaviour: { receipts: 'html' } }, { takesCallbacks: true })
})

afterEach(() => {
  rig.dispose()
})

async function stateOf(reference: string): Promise<PaymentSnapshot['state']> {
  return (await rig.till().read(reference)).state
}

async function sourcesOf(reference: string): Promise<string[]> {
  const reply = await rig.till().call('payment:read', { reference })
  if (!reply.ok) throw new Error(reply.error.code)
  const { timeline } = reply.value as { timeline: { source: string; event: { type: string } }[] }
  return timeline.filter(({ event }) => event.type === 'terminalReported').map(({ source }) => source)
}

function deliver(reference: string, body: Record<string, unknown>): string {
  return rig.till().desk.callbackSink.deliver(referenceSchema.parse(reference), JSON.stringify(body))
}

const approval = (reference: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  finStatus: 'AUTHORISED',
  type: 'SALE',
  transactionReference: reference,
  efttransactionID: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
  requestedAmount: 4500,
  totalAmount: 4500,
  currency: 'EUR',
  ...changes,
})

describe('a result that the terminal delivers', () => {
  it('is enough by itself: nothing that is asked for is answered', async () => {
    rig.simulator.control.addFaults([{ match: { method: 'GET' }, fault: { type: 'drop' } }])
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    expect(await stateOf(reference)).toMatchObject({ status: 'approved', basis: 'terminal' })
    expect(await sourcesOf(reference)).toEqual(['callback'])
  })

  it('that comes by both ways is one fact', async () => {
    rig.simulator.control.setOptions({ resultIdWithCallback: true })
    rig.simulator.control.addFaults([{ match: { host: 'callback' }, fault: { type: 'drop' }, times: 1 }])
    const { reference } = await rig.till().charge()
    await rig.clock.advance(30 * SECOND)
    expect(await stateOf(reference)).toMatchObject({ status: 'approved' })
    expect(await sourcesOf(reference)).toHaveLength(1)
  })

  it('is taken once the till runs again', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(SECOND)
    rig.kill()
    await rig.clock.advance(MINUTE)
    await rig.start()
    await rig.clock.advance(2 * MINUTE)
    expect(await stateOf(reference)).toMatchObject({ status: 'approved', basis: 'terminal' })
    expect(await sourcesOf(reference)).toEqual(['callback'])
  })

  it('of a linked refund is known by its token alone', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    rig.simulator.control.addFaults([{ match: { method: 'GET' }, fault: { type: 'drop' } }])
    const money = { terminal: TERMINAL, amountMinor: 1000, currency: 'EUR', customerReference: null }
    const refund = await rig
      .till()
      .operate({ operation: 'refund', original: referenceSchema.parse(reference), ...money })
    await rig.clock.advance(5 * SECOND)
    expect(await stateOf(refund.reference)).toMatchObject({ status: 'approved', chargedMinor: 1000, basis: 'terminal' })
  })

  it('is kept before its answer, and shown after it', async () => {
    rig.simulator.control.addFaults([{ match: { method: 'GET' }, fault: { type: 'drop' } }])
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(SECOND)
    const { desk, journal } = rig.till()
    const told: string[] = []
    const statuses: unknown[] = []
    desk.hub.subscribe((name, payload) => {
      told.push(name)
      if (name === 'payment:changed') statuses.push((payload as PaymentSnapshot).state.status)
    })
    const owed: (() => void)[] = []
    const sale = referenceSchema.parse(reference)
    const later = (act: () => void): void => void owed.push(act)

    expect(desk.callbackSink.deliver(sale, JSON.stringify(approval(reference)), later)).toBe('stored')
    expect(journal.readRow(sale)).toMatchObject({ value: { state: { status: 'approved' } } })
    expect(told).toEqual([])

    for (const act of owed) act()
    expect(statuses).toEqual(['approved'])
    expect(told.toSorted()).toEqual([
      'app:changed',
      'late:changed',
      'payment:changed',
      'terminals:changed',
      'unresolved:changed',
    ])
  })

  it('a hundred times at once changes nothing after the first', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    const body = approval(reference)
    deliver(reference, body)
    const once = rig.till().journal.readTimeline(referenceSchema.parse(reference))
    const answers = Array.from({ length: 100 }, () => deliver(reference, body))
    expect(new Set(answers)).toEqual(new Set(['stored']))
    expect(rig.till().journal.readTimeline(referenceSchema.parse(reference))).toEqual(once)
  })

  it('hours after the till had to say "not charged" is a correction that people are told of', async () => {
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const { reference } = await rig.till().charge()
    await rig.clock.advance(MINUTE)
    expect((await stateOf(reference)).status).toBe('notStarted')
    await rig.clock.advance(26 * 60 * MINUTE)
    expect(deliver(reference, approval(reference))).toBe('stored')
    const payment = await rig.till().read(reference)
    expect(payment).toMatchObject({ state: { status: 'approved' }, correctedFrom: 'notStarted' })
  })

  it('that contradicts an approval is a conflict, whatever comes first', async () => {
    rig.simulator.control.addFaults([{ match: { host: 'callback' }, fault: { type: 'drop' } }])
    const { reference } = await rig.till().charge()
    deliver(reference, approval(reference, { finStatus: 'DECLINED', totalAmount: 0 }))
    expect((await stateOf(reference)).status).toBe('declined')
    deliver(reference, approval(reference))
    expect((await stateOf(reference)).status).toBe('conflict')
  })

  it('about another amount is a conflict and no approval (safety R22)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    deliver(reference, approval(reference, { requestedAmount: 4400, totalAmount: 4400 }))
    expect(await stateOf(reference)).toMatchObject({ status: 'conflict', because: 'mismatch' })
  })
})

describe('a result that is not the one of its token', () => {
  it('names another payment of this till: refused, and neither changes (safety L4)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await rig.till().charge()
    const terminal = { serialNumber: '082104579', terminalType: 'PAXA920PRO' }
    const second = await rig.till().charge(1200, terminal)
    await rig.clock.advance(3 * SECOND)
    expect(deliver(first.reference, approval(second.reference))).toBe('foreignReference')
    expect((await stateOf(first.reference)).status).toBe('waiting')
    expect((await stateOf(second.reference)).status).toBe('waiting')
  })

  it('names a payment that nobody knows: kept with an alarm, once (safety R5)', async () => {
    const { reference } = await rig.till().charge()
    const body = approval('9b1f2f0e-51c4-4e0b-8f2e-6a2f0c9d7e11')
    expect([deliver(reference, body), deliver(reference, body)]).toEqual(['stored', 'stored'])
    const reply = await rig.till().call('orphan:list', {})
    expect(reply).toMatchObject({
      ok: true,
      value: { orphans: [{ bodyReference: '9b1f2f0e-51c4-4e0b-8f2e-6a2f0c9d7e11' }] },
    })
    expect(rig.till().desk.readApp().health.orphanCount).toBe(1)
  })

  it('says UNDEFINED of another payment of this till: refused, and neither changes (safety L4)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const first = await rig.till().charge()
    const second = await rig.till().charge(1200, { serialNumber: '082104579', terminalType: 'PAXA920PRO' })
    await rig.clock.advance(3 * SECOND)
    const undecided = { finStatus: 'UNDEFINED', transactionReference: second.reference.toUpperCase() }
    expect(deliver(first.reference, undecided)).toBe('foreignReference')
    expect((await stateOf(first.reference)).status).toBe('waiting')
    expect((await stateOf(second.reference)).status).toBe('waiting')
  })

  it('says UNDEFINED of a payment that nobody knows: kept with an alarm, and nothing changes (safety R5)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    const named = '9b1f2f0e-51c4-4e0b-8f2e-6a2f0c9d7e11'
    const body = { finStatus: 'UNDEFINED', transactionReference: named, totalAmount: 4500 }
    expect([deliver(reference, body), deliver(reference, body)]).toEqual(['stored', 'stored'])
    expect((await stateOf(reference)).status).toBe('waiting')
    expect(rig.till().journal.listOrphans(5)).toMatchObject({
      value: [{ bodyReference: named, payload: { finStatus: 'UNDEFINED', totalAmountMinor: 4500 } }],
    })
  })

  it.each(['', null])('says UNDEFINED and names %j, as a linked one does: it is believed', async (named) => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    expect(deliver(reference, { finStatus: 'UNDEFINED', transactionReference: named })).toBe('stored')
    expect(await stateOf(reference)).toMatchObject({ status: 'checking', because: 'terminalUndecided' })
  })

  it('cannot be read: it is not acknowledged, and asked for as before', async () => {
    const { reference } = await rig.till().charge()
    expect(deliver(reference, { finStatus: 'PERHAPS' })).toBe('unreadable')
    expect(deliver(reference, approval(reference, { totalAmount: '4500' }))).toBe('unreadable')
    await rig.clock.advance(5 * SECOND)
    expect((await stateOf(reference)).status).toBe('approved')
  })

  it('cannot be read: kept with an alarm, once, and without a word that could be a secret (safety R5)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    const secrets = {
      transactionID: 'ab'.repeat(32),
      statusMessage: 'token 1f',
      token: 'canary',
      currency: 'the key is canary',
      type: ['canary'],
    }
    const body = approval(reference, { totalAmount: '4111111111111111', ...secrets })
    expect([deliver(reference, body), deliver(reference, body)]).toEqual(['unreadable', 'unreadable'])
    const { journal, desk } = rig.till()
    const kept = { finStatus: 'AUTHORISED', efttransactionID: body['efttransactionID'], requestedAmount: 4500 }
    expect(journal.listOrphans(5)).toEqual({
      ok: true,
      value: [
        {
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          receivedAt: rig.clock.now(),
          tokenReference: reference,
          bodyReference: reference,
          reason: 'unreadable',
          payload: {
            ...kept,
            type: '(object)',
            currency: '(string)',
            transactionID: '(string)',
            totalAmount: '************1111',
          },
        },
      ],
    })
    expect(desk.readApp().health).toMatchObject({ orphanCount: 0, unreadableCount: 1 })
    expect((await stateOf(reference)).status).toBe('created')
  })

  it('has no finStatus, or one that nobody knows: kept, too', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    const bodies = [{}, { finStatus: 'PERHAPS' }, { finStatus: 7, transactionReference: 'two words' }]
    for (const body of bodies) expect(deliver(reference, body)).toBe('unreadable')
    expect(rig.till().desk.readApp().health.unreadableCount).toBe(3)
    expect(JSON.stringify(rig.till().journal.listOrphans(5))).not.toContain('two words')
  })

  it('cannot be read in ever new ways: of one payment a few are kept, and of the next again', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const { reference } = await rig.till().charge()
    const other = await rig.till().charge(1200, { serialNumber: '082104579', terminalType: 'PAXA920PRO' })
    for (let nth = 0; nth < 50; nth += 1) expect(deliver(reference, { finStatus: `X${nth}` })).toBe('unreadable')
    expect(rig.till().desk.readApp().health.unreadableCount).toBe(5)
    expect(deliver(other.reference, { finStatus: 'X' })).toBe('unreadable')
    expect(rig.till().desk.readApp().health.unreadableCount).toBe(6)
    expect(deliver(reference, approval('9b1f2f0e-51c4-4e0b-8f2e-6a2f0c9d7e11'))).toBe('stored')
    expect(rig.till().desk.readApp().health.orphanCount).toBe(1)
  })
})

it('a result that was stored is told even if the journal is lost before the page hears of it', async () => {
  rig.simulator.control.setCustomer({ mode: 'none' })
  const { reference } = await rig.till().charge()
  await rig.clock.advance(3 * SECOND)
  const { desk, journal } = rig.till()
  const told: string[] = []
  desk.hub.subscribe((name, payload) => {
    if (name === 'payment:changed') told.push((payload as PaymentSnapshot).state.status)
  })
  const owed: (() => void)[] = []
  const sale = referenceSchema.parse(reference)
  expect(desk.callbackSink.deliver(sale, JSON.stringify(approval(reference)), (act) => void owed.push(act))).toBe(
    'stored',
  )
  journal.close()
  for (const act of owed) act()
  desk.till.noteJournalFailure()

  expect(told.at(-1)).toBe('approved')
  expect(desk.readUnresolved().payments).toEqual([])
  expect(desk.readTerminals().terminals.filter(({ condition }) => condition === 'busy')).toEqual([])
})

it('a journal that cannot be written takes no result: the terminal brings it again (safety R4)', async () => {
  rig.simulator.control.setCustomer({ mode: 'none' })
  const { reference } = await rig.till().charge()
  await rig.clock.advance(SECOND)
  rig.till().journal.close()
  expect(deliver(reference, approval(reference))).toBe('unavailable')
})

it('a receipt in the result is kept by its content and can be read again', async () => {
  const { reference } = await rig.till().charge()
  await rig.clock.advance(5 * SECOND)
  const read = (): Promise<unknown> => rig.till().call('document:read', { reference, kind: 'customerReceipt' })
  await expect.poll(read).toMatchObject({ ok: true, value: { type: 'html', origin: 'terminal' } })
})

it('where the terminal gave no receipt one is built from what is known', async () => {
  rig.simulator.control.setOptions({ receipts: 'empty' })
  const { reference } = await rig.till().charge(3779)
  await rig.clock.advance(5 * SECOND)
  const reply = await rig.till().call('document:read', { reference, kind: 'customerReceipt' })
  expect(reply).toMatchObject({ ok: true, value: { type: 'html', origin: 'built' } })
  const none = await rig.till().call('document:read', { reference, kind: 'signature' })
  expect(none).toMatchObject({ ok: false, error: { code: 'document.missing' } })
})
