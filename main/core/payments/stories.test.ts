import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { aSale } from '../../../shared/testing/transactions.ts'
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

async function statusOf(reference: string): Promise<string> {
  return (await rig.till().read(reference)).state.status
}

/** Nothing was sent twice, and what the till says of the money is what the bank knows. */
async function expectTruth(reference: string): Promise<void> {
  const payment = await rig.till().read(reference)
  const truth = rig.ledgerOf(reference)
  expect(truth?.received ?? 0).toBeLessThanOrEqual(1)
  expect(toMoneyState('sale', payment.state)).toBe((truth?.netMinor ?? 0) > 0 ? 'charged' : 'notCharged')
}

describe('a sale', () => {
  it('is saved, sent, waited for and approved', async () => {
    const sale = await rig.till().charge()
    expect(sale.state.status).toBe('created')
    await rig.clock.advance(500)
    expect(await statusOf(sale.reference)).toBe('waiting')
    await rig.clock.advance(4 * SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'approved', chargedMinor: 4500 })
    await expectTruth(sale.reference)
  })

  it('is in the journal before the request arrives (safety R1)', async () => {
    const journaled: unknown[] = []
    rig.http.onArrival((url) => {
      if (url.endsWith('/transactions')) journaled.push(rig.till().journal.listOpen())
    })
    const sale = await rig.till().charge()
    await rig.clock.advance(500)
    const row = { intent: { reference: sale.reference }, state: { status: 'created' } }
    expect(journaled).toMatchObject([{ ok: true, value: [row] }])
    const [sent] = rig.http.sent.filter(({ url }) => url.endsWith('/transactions'))
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      operation: 'sale',
      amount: '4500',
      currency: 'EUR',
      serial_number: TERMINAL.serialNumber,
      terminal_type: TERMINAL.terminalType,
      transactionReference: sale.reference,
      metadata: { metadata1: 'till', metadata2: sale.reference },
    })
  })

  it.each([
    [3779, 'declined'],
    [3768, 'failed'],
  ])('of %i minor units ends %s', async (amountMinor, status) => {
    const sale = await rig.till().charge(amountMinor)
    await rig.clock.advance(2 * MINUTE)
    expect(await statusOf(sale.reference)).toBe(status)
    await expectTruth(sale.reference)
  })

  it('pressed twice is one sale', async () => {
    const requestKey = '7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11'
    const request = { requestKey, terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null }
    const replies = await Promise.all([1, 2, 3].map(() => rig.till().call('sale:start', request)))
    const references = replies.map((reply) =>
      reply.ok ? (reply.value as { reference: string }).reference : reply.error.code,
    )
    expect(new Set(references).size).toBe(1)
    await rig.clock.advance(10 * SECOND)
    expect(rig.http.sent.filter(({ url }) => url.endsWith('/transactions'))).toHaveLength(1)
  })

  it('is not started on a terminal that has an unresolved one, but on another (safety R3)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    await rig.till().charge()
    await expect(rig.till().charge()).rejects.toThrow('terminal.unresolved')
    const second = { serialNumber: '082104579', terminalType: 'PAXA920PRO' }
    await expect(rig.till().charge(1200, second)).resolves.toMatchObject({ amountMinor: 1200 })
  })

  it('is not started, in words, when the terminal is offline or busy', async () => {
    rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
    const sale = await rig.till().charge()
    await rig.clock.advance(SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({
      status: 'notStarted',
      reason: 'terminalOffline',
    })
    expect(rig.till().desk.readTerminals().terminals[0]?.condition).toBe('offline')
    await expectTruth(sale.reference)
  })

  it('is not started when there is no connection at all: nothing left the till', async () => {
    rig.http.setUp(false)
    const sale = await rig.till().charge()
    await rig.clock.advance(SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({
      status: 'notStarted',
      reason: 'noConnection',
    })
    await expectTruth(sale.reference)
  })

  it('can be tried again only when it is proved not charged, and only once', async () => {
    const sale = await rig.till().charge(3779)
    const key = '11111111-6a3e-4a43-9d3f-2c8b8f1f8a11'
    const tooEarly = await rig.till().call('payment:retry', { reference: sale.reference, requestKey: key })
    expect(tooEarly.ok).toBe(false)
    await rig.clock.advance(10 * SECOND)
    const retried = await rig.till().call('payment:retry', { reference: sale.reference, requestKey: key })
    expect(retried).toMatchObject({ ok: true, value: { attemptOf: sale.reference } })
    await rig.clock.advance(10 * SECOND)
    const again = await rig.till().call('payment:retry', {
      reference: sale.reference,
      requestKey: '22222222-6a3e-4a43-9d3f-2c8b8f1f8a11',
    })
    expect(again).toMatchObject({ ok: false, error: { code: 'payment.notRetryable', moneyState: 'notCharged' } })
  })
})

describe('a sale whose request got no clear answer', () => {
  it.each([
    ['the 202 got lost', { type: 'loseAnswer', how: 'reset' }],
    ['the 202 never came', { type: 'loseAnswer', how: 'hang' }],
    ['500 though it was carried out', { type: 'status', status: 500, carriedOut: true }],
    ['a 202 that is no JSON', { type: 'malformed', form: 'html' }],
  ] as const)('%s: it is asked about and found approved', async (_, fault) => {
    rig.simulator.control.addFaults([{ match: { operation: 'sale' }, fault, times: 1 }])
    const sale = await rig.till().charge()
    await rig.clock.advance(50 * SECOND)
    expect(await statusOf(sale.reference)).toBe('provisional')
    await rig.clock.advance(6 * MINUTE)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'approved', basis: 'status' })
    await expectTruth(sale.reference)
  })

  it('500 and it never arrived: proved not charged after seven minutes, not before', async () => {
    rig.simulator.control.addFaults([
      { match: { operation: 'sale' }, fault: { type: 'status', status: 500 }, times: 1 },
    ])
    const sale = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'checking', because: 'noAnswer' })
    await rig.clock.advance(6 * MINUTE)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'checking', isExhausted: true })
    await rig.clock.advance(90 * SECOND)
    expect(await statusOf(sale.reference)).toBe('notCharged')
    await expectTruth(sale.reference)
  })

  it('a slow customer after a lost 202 is not taken for "not charged" at 90 seconds', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.addFaults([{ match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 }])
    const sale = await rig.till().charge()
    await rig.clock.advance(3 * MINUTE)
    expect(await statusOf(sale.reference)).toBe('checking')
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'tap' })
    await rig.clock.advance(20 * SECOND)
    expect(await statusOf(sale.reference)).toBe('provisional')
    await rig.clock.advance(6 * MINUTE)
    await expectTruth(sale.reference)
  })
})

describe('silence while a sale waits', () => {
  it('is shown as a doubt, and ends with the truth', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    rig.http.setUp(false)
    await rig.clock.advance(15 * SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'checking', because: 'silence' })
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'tap' })
    await rig.clock.advance(30 * SECOND)
    rig.http.setUp(true)
    await rig.clock.advance(15 * SECOND)
    expect(await statusOf(sale.reference)).toBe('approved')
    await expectTruth(sale.reference)
  })

  it('that ends before the customer pays goes back to waiting', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    rig.simulator.control.setCloud(false)
    await rig.clock.advance(20 * SECOND)
    expect(await statusOf(sale.reference)).toBe('checking')
    rig.simulator.control.setCloud(true)
    await rig.clock.advance(10 * SECOND)
    expect(await statusOf(sale.reference)).toBe('waiting')
  })
})

describe('cancelling', () => {
  it('won: the sale ends cancelled', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    await rig.till().call('payment:cancel', { reference: sale.reference })
    expect(await statusOf(sale.reference)).toBe('cancelling')
    await rig.clock.advance(10 * SECOND)
    expect(await statusOf(sale.reference)).toBe('cancelled')
    await expectTruth(sale.reference)
  })

  it('told under the id of the stop alone: proved not charged as soon as the bank must know', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.setOptions({ stopReport: 'stop' })
    const sale = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    await rig.till().call('payment:cancel', { reference: sale.reference })
    await rig.clock.advance(20 * SECOND)
    expect(await statusOf(sale.reference)).toBe('checking')
    await rig.clock.advance(2 * MINUTE)
    expect(await statusOf(sale.reference)).toBe('notCharged')
    await expectTruth(sale.reference)
  })

  it('lost: too late is said, and the sale ends as the terminal says', async () => {
    rig.simulator.control.setOptions({ gatewayMs: 10_000 })
    const sale = await rig.till().charge()
    await rig.clock.advance(4 * SECOND)
    await rig.till().call('payment:cancel', { reference: sale.reference })
    await rig.clock.advance(2 * SECOND)
    expect((await rig.till().read(sale.reference)).state).toMatchObject({ status: 'waiting', cancelRefused: true })
    await rig.clock.advance(20 * SECOND)
    expect(await statusOf(sale.reference)).toBe('approved')
    await expectTruth(sale.reference)
  })
})

describe('kill -9 and start again', () => {
  it('while a sale waits: asked about within five seconds, never sent again (safety R20, R2)', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    const sale = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    rig.kill()
    await rig.clock.advance(MINUTE)
    const askedBefore = rig.http.sent.length
    await rig.start()
    expect(await statusOf(sale.reference)).toBe('checking')
    await rig.clock.advance(5 * SECOND)
    expect(rig.http.sent.slice(askedBefore).some(({ url }) => url.includes('/transaction-result/'))).toBe(true)
    expect(await statusOf(sale.reference)).toBe('waiting')
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'tap' })
    await rig.clock.advance(5 * SECOND)
    expect(await statusOf(sale.reference)).toBe('approved')
    await expectTruth(sale.reference)
  })

  it('between the saving and the sending: proved not charged, by seven minutes of this process', async () => {
    const { reference } = aSale
    expect(rig.till().journal.begin(aSale)).toMatchObject({ ok: true })
    rig.kill()
    await rig.clock.advance(60 * MINUTE)
    await rig.start()
    await rig.clock.advance(6 * MINUTE)
    expect(await statusOf(reference)).toBe('checking')
    await rig.clock.advance(2 * MINUTE)
    expect(await statusOf(reference)).toBe('notCharged')
    await expectTruth(reference)
  })

  it('after the customer paid and before the till knew: approved', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(1_500)
    rig.kill()
    await rig.clock.advance(10 * MINUTE)
    await rig.start()
    await rig.clock.advance(5 * SECOND)
    expect(await statusOf(reference)).toBe('approved')
    await expectTruth(reference)
  })
})

describe('a terminal that changes its word', () => {
  it('approved by the status service, declined by the terminal: not charged', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.addFaults([{ match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 }])
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'pullCard' })
    await rig.clock.advance(8 * MINUTE)
    await expectTruth(reference)
  })

  it('approved at once and declined a moment later, a chip pulled: read again, found out, and a person is told', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.setOptions({ earlyResults: true, reversalMs: 20_000 })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'pullCard' })
    await rig.clock.advance(5 * SECOND)
    expect(await statusOf(reference)).toBe('approved')
    await rig.clock.advance(2 * MINUTE)
    expect(await rig.till().read(reference)).toMatchObject({
      state: { status: 'cancelled', basis: 'history', isReversed: true },
      correctedFrom: 'approved',
    })
    await expectTruth(reference)
  })

  it('the same, though the till was killed in between', async () => {
    rig.simulator.control.setCustomer({ mode: 'none' })
    rig.simulator.control.setOptions({ earlyResults: true, reversalMs: 20_000 })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'pullCard' })
    await rig.clock.advance(5 * SECOND)
    expect(await statusOf(reference)).toBe('approved')
    rig.kill()
    await rig.clock.advance(MINUTE)
    await rig.start()
    await rig.clock.advance(2 * MINUTE)
    expect(await statusOf(reference)).toBe('cancelled')
    await expectTruth(reference)
  })

  it('an approval that stands is read once more, and never again', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(2 * MINUTE)
    const asked = rig.http.sent.length
    await rig.clock.advance(60 * MINUTE)
    rig.kill()
    await rig.start()
    await rig.clock.advance(60 * MINUTE)
    expect(rig.http.sent.slice(asked).filter(({ url }) => url.includes('transaction'))).toEqual([])
    await expectTruth(reference)
  })

  it('a partial approval is shown as such, and as final after its window', async () => {
    const { reference } = await rig.till().charge(3757)
    await rig.clock.advance(30 * SECOND)
    expect(await statusOf(reference)).toBe('partial')
    await rig.clock.advance(2 * MINUTE)
    expect((await rig.till().read(reference)).state).toMatchObject({ status: 'partlyApproved', chargedMinor: 1100 })
    await expectTruth(reference)
  })

  it('a partial approval that is refused on the terminal is no sale', async () => {
    rig.simulator.control.setOptions({ partialAnswer: 'wait', earlyResults: true })
    const { reference } = await rig.till().charge(3757)
    await rig.clock.advance(6 * SECOND)
    expect(await statusOf(reference)).toBe('partial')
    rig.simulator.control.act(TERMINAL.serialNumber, { act: 'refusePartial' })
    await rig.clock.advance(2 * MINUTE)
    expect(await statusOf(reference)).toBe('cancelled')
    await expectTruth(reference)
  })
})

describe('the key', () => {
  it('refused blocks selling, and keeps everything readable (safety R27)', async () => {
    rig.simulator.control.addFaults([
      {
        match: { pathIncludes: '/initialize' },
        fault: {
          type: 'status',
          status: 403,
          body: '{"error":{"statusCode":403,"name":"ForbiddenError","message":"No valid key found in header"}}',
        },
      },
    ])
    const sale = await rig.till().charge()
    await rig.clock.advance(10 * SECOND)
    await rig.till().call('terminal:refresh', {})
    await expect(rig.till().charge()).rejects.toThrow('key.refused')
    expect(await statusOf(sale.reference)).toBe('approved')
  })

  it('appears in nothing that crosses the bridge', async () => {
    const sale = await rig.till().charge()
    await rig.clock.advance(10 * SECOND)
    const read = await rig.till().call('payment:read', { reference: sale.reference })
    const everything = JSON.stringify([rig.till().events, read])
    expect(everything).not.toMatch(/CANARY|ssk/i)
    expect(everything).toContain(sale.reference)
  })
})
