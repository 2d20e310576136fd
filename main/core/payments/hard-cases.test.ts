import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { answered } from '../../testing/linked-shop.ts'
import { createRig, TERMINAL, type Act, type FaultRule, type Rig } from '../../testing/rig.ts'

/** Cases in which an earlier engine said something false about money, or went on doubting without need. */

const SECOND = 1_000
const MINUTE = 60 * SECOND
const SECOND_TERMINAL = { serialNumber: '082104579', terminalType: 'PAXA920PRO' }

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ customer: 'none' })
})

afterEach(() => {
  rig.dispose()
})

const act = (what: Act): void => void rig.simulator.control.act(TERMINAL.serialNumber, what)
const fault = (rule: FaultRule): void => rig.simulator.control.addFaults([rule])
const loseAnswer = (): void => fault({ match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 })
const answerStatus = (body: object, times?: number): void =>
  fault({
    match: { host: 'status' },
    fault: { type: 'status', status: 200, body: JSON.stringify(body) },
    ...(times === undefined ? {} : { times }),
  })
const stateOf = async (reference: string): Promise<PaymentSnapshot['state']> => (await rig.till().read(reference)).state

async function expectTruth(reference: string): Promise<void> {
  const truth = rig.ledgerOf(reference)
  expect(truth?.received).toBe(1)
  expect(toMoneyState('sale', await stateOf(reference))).toBe((truth?.netMinor ?? 0) > 0 ? 'charged' : 'notCharged')
}

describe('an old answer of the status service', () => {
  it('does not become an approval while nobody can be asked', async () => {
    rig.simulator.control.setOptions({ completionMs: 20_000 })
    loseAnswer()
    const { reference } = await rig.till().charge()
    await rig.clock.advance(SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(6 * SECOND)
    expect((await stateOf(reference)).status).toBe('provisional')
    act({ act: 'pullCard' })
    rig.http.setUp(false)
    await rig.clock.advance(6 * MINUTE)
    expect((await stateOf(reference)).status).toBe('provisional')
    rig.http.setUp(true)
    await rig.clock.advance(30 * MINUTE)
    await expectTruth(reference)
  })

  it('does not become a refusal while nobody can be asked: the customer may be paying', async () => {
    loseAnswer()
    const { reference } = await rig.till().charge()
    answerStatus({ finStatus: 'DECLINED', type: 'SALE', transactionReference: reference }, 1)
    await rig.clock.advance(3 * SECOND)
    rig.http.setUp(false)
    await rig.clock.advance(10 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(3 * MINUTE)
    expect(toMoneyState('sale', await stateOf(reference))).toBe('unknown')
    rig.http.setUp(true)
    await rig.clock.advance(30 * MINUTE)
    await expectTruth(reference)
  })
})

describe('an answer that is not about this sale', () => {
  it('by its reference, teaches nothing', async () => {
    const other = { transactionReference: '7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11', requestedAmount: 99, currency: 'USD' }
    answerStatus({ finStatus: 'DECLINED', type: 'SALE', ...other })
    loseAnswer()
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(9 * MINUTE)
    expect(toMoneyState('sale', await stateOf(reference))).toBe('unknown')
    rig.simulator.control.clearFaults()
    await rig.clock.advance(9 * MINUTE)
    await expectTruth(reference)
  })

  it('by its amount, is a conflict that a better answer ends', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    answerStatus({ finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 99, totalAmount: 99, currency: 'EUR' }, 1)
    await rig.clock.advance(95 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(2 * MINUTE)
    expect((await stateOf(reference)).status).toBe('approved')
    await expectTruth(reference)
  })

  it('that charges more than asked and tipped is a conflict, not an approval', async () => {
    const { reference } = await rig.till().charge()
    const result = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 4500, totalAmount: 450_000, tipAmount: 0 }
    const body = JSON.stringify({ ...result, currency: 'EUR', transactionReference: reference })
    fault({ match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 200, body } })
    await rig.clock.advance(5 * SECOND)
    expect(await stateOf(reference)).toMatchObject({ status: 'conflict', because: 'mismatch' })
  })

  it.each([{ currency: 'USD' }, { type: 'REFUND' }])('%o in result and files alike is no approval', async (odd) => {
    const { reference } = await rig.till().charge()
    const said = { finStatus: 'AUTHORISED', type: 'SALE', totalAmount: 4500, currency: 'EUR', ...odd }
    fault(answered({ pathIncludes: '/status/all' }, [said]))
    fault(answered({ pathIncludes: '/transaction-result' }, said))
    await rig.clock.advance(2 * MINUTE)
    expect(await stateOf(reference)).toMatchObject({ status: 'conflict', because: 'mismatch' })
  })

  it('an empty 404 of nobody in particular is no proof of "not charged"', async () => {
    fault({ match: { host: 'status' }, fault: { type: 'status', status: 404, body: '' } })
    loseAnswer()
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(30 * MINUTE)
    expect(await stateOf(reference)).toMatchObject({ status: 'checking', isExhausted: true })
  })
})

describe('an end that is overturned later', () => {
  it('a customer who needs more than seven minutes is not told "not charged" while the terminal is at it', async () => {
    rig.simulator.control.setOptions({ verification: 'PIN', cardWaitMs: 20 * MINUTE })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5.5 * MINUTE)
    act({ act: 'insert' })
    await rig.clock.advance(1.4 * MINUTE)
    expect(toMoneyState('sale', await stateOf(reference))).toBe('unknown')
    act({ act: 'pin' })
    await rig.clock.advance(30 * MINUTE)
    await expectTruth(reference)
  })

  it.each([
    ['offline', 1002, 'terminalOffline'],
    // As where something on the way sent the request twice, and answers with what the second copy met.
    ['busy', 1001, 'terminalBusy'],
  ])('a terminal that was called %s and charged all the same is found out, and a person is told', async (...said) => {
    const [, error, reason] = said
    const body = JSON.stringify({ error: { statusCode: 400, message: { error, message: 'in words' } } })
    fault({ match: { operation: 'sale' }, fault: { type: 'status', status: 400, carriedOut: true, body }, times: 1 })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(SECOND)
    expect(await stateOf(reference)).toMatchObject({ status: 'notStarted', reason })
    act({ act: 'tap' })
    await rig.clock.advance(10 * MINUTE)
    expect(await rig.till().read(reference)).toMatchObject({ correctedFrom: 'notStarted' })
    await expectTruth(reference)
  })

  it('a partial approval whose terminal was cut off at the question is found reversed when it is back', async () => {
    rig.simulator.control.setOptions({ earlyResults: true, partialAnswer: 'wait' })
    const { reference } = await rig.till().charge(3757)
    await rig.clock.advance(3 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(3 * SECOND)
    rig.simulator.control.setApp(TERMINAL.serialNumber, false)
    await rig.clock.advance(4 * MINUTE)
    expect((await stateOf(reference)).status).toBe('partlyApproved')
    rig.simulator.control.setApp(TERMINAL.serialNumber, true)
    await rig.clock.advance(30 * MINUTE)
    expect(await rig.till().read(reference)).toMatchObject({ correctedFrom: 'partlyApproved' })
    await expectTruth(reference)
  })

  it('a partial approval that the customer never confirmed is not charged', async () => {
    rig.simulator.control.setOptions({ earlyResults: true, partialAnswer: 'wait', reversalMs: 3_000 })
    const { reference } = await rig.till().charge(3757)
    await rig.clock.advance(3 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(30 * MINUTE)
    await expectTruth(reference)
  })
})

describe('following up', () => {
  const refuse = (serial?: string): void =>
    fault({
      match: { operation: 'sale', ...(serial === undefined ? {} : { terminal: serial }) },
      fault: {
        type: 'status',
        status: 400,
        body: '{"error":{"statusCode":400,"name":"BadRequestError","message":{"error":1002,"message":"offline"}}}',
      },
      times: 1,
    })
  const statusQuestions = (): number => rig.http.sent.filter(({ url }) => url.includes('status.test')).length

  it('never keeps a payment that is running from being asked about, not even after a restart with many', async () => {
    for (let sale = 0; sale < 40; sale += 1) {
      refuse()
      await rig.till().charge()
      await rig.clock.advance(1_500)
    }
    rig.kill()
    await rig.start()
    await rig.clock.advance(65 * SECOND)
    const { reference } = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(5 * SECOND)
    expect((await stateOf(reference)).status).toBe('approved')
  })

  it('ends after a day of running or at the third start, whatever was answered', async () => {
    fault({ match: { host: 'status' }, fault: { type: 'status', status: 401 } })
    refuse()
    const { reference } = await rig.till().charge()
    for (let night = 0; night < 3; night += 1) {
      await rig.clock.advance(10 * 60 * MINUTE)
      rig.kill()
      await rig.clock.advance(14 * 60 * MINUTE)
      await rig.start()
    }
    await rig.clock.advance(60 * MINUTE)
    const asked = statusQuestions()
    // A start may have come with a wrong date: only the third one is believed.
    expect(asked).toBeLessThan(24)
    await rig.clock.advance(24 * 60 * MINUTE)
    expect(statusQuestions()).toBe(asked)
    expect(rig.till().journal.listToFollowUp()).toEqual({ ok: true, value: [] })
    expect((await stateOf(reference)).status).toBe('notStarted')
  })

  it('a payment that is opened again cannot stop the next customer’s on the same terminal', async () => {
    refuse()
    const first = await rig.till().charge()
    await rig.clock.advance(50 * SECOND)
    const second = await rig.till().charge(1200)
    const body = JSON.stringify({ finStatus: 'DECLINED', type: 'SALE', transactionReference: first.reference })
    fault({ match: { pathIncludes: first.reference }, fault: { type: 'status', status: 200, body }, times: 1 })
    // By then the running sale is asked about so seldom that the follow-up gets its turn.
    await rig.clock.advance(4 * MINUTE)
    expect((await stateOf(first.reference)).status).toBe('checking')
    const cancelled = await rig.till().call('payment:cancel', { reference: first.reference })
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'payment.notCancellable' } })
    await rig.clock.advance(10 * SECOND)
    expect((await stateOf(second.reference)).status).toBe('waiting')
  })
})

describe('doubts end as soon as they can', () => {
  it('a failure is asked about at once, not after the 90 seconds of an ordinary wait', async () => {
    const { reference } = await rig.till().charge(3741)
    await rig.clock.advance(3 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(8 * SECOND)
    expect((await stateOf(reference)).status).toBe('failed')
  })

  it('a result service that answers nothing is a silence, and the status service is asked', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    fault({ match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 500 } })
    act({ act: 'tap' })
    await rig.clock.advance(20 * SECOND)
    expect((await stateOf(reference)).status).toBe('provisional')
  })

  it('a storm of 429 is a silence too', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    fault({ match: { method: 'GET' }, fault: { type: 'status', status: 429 } })
    await rig.clock.advance(30 * SECOND)
    expect(await stateOf(reference)).toMatchObject({ status: 'checking', because: 'silence' })
  })

  it('an early "nothing to cancel" leaves the sale waiting, and cancel can be asked again', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    const body = '{"error":1005,"message":"No transaction in progress to cancel"}'
    fault({ match: { operation: 'stopCurrentTransaction' }, fault: { type: 'status', status: 400, body }, times: 1 })
    await rig.till().call('payment:cancel', { reference })
    await rig.clock.advance(10 * SECOND)
    expect((await stateOf(reference)).status).toBe('waiting')
    await rig.till().call('payment:cancel', { reference })
    await rig.clock.advance(10 * SECOND)
    expect((await stateOf(reference)).status).toBe('cancelled')
  })

  it('a cashier who hammers "Check now" does not keep another payment from being asked about', async () => {
    const first = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    const other = await rig.till().charge(1200, SECOND_TERMINAL)
    await rig.clock.advance(3 * SECOND)
    rig.simulator.control.act(SECOND_TERMINAL.serialNumber, { act: 'tap' })
    for (let press = 0; press < 30; press += 1) {
      await rig.till().call('payment:check', { reference: first.reference })
      await rig.clock.advance(500)
    }
    expect((await stateOf(other.reference)).status).toBe('approved')
  })
})

describe('a till in trouble', () => {
  const press = (requestKey: string) => ({
    requestKey,
    terminal: TERMINAL,
    amountMinor: 4500,
    currency: 'EUR',
    customerReference: null,
  })

  it('answers a repeated press with its payment, though nothing new could be charged now', async () => {
    const request = press('7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11')
    const first = await rig.till().call('sale:start', request)
    rig.till().desk.till.noteContact('keyRefused')
    const again = await rig.till().call('sale:start', request)
    expect(again).toMatchObject({
      ok: true,
      value: { reference: first.ok ? (first.value as PaymentSnapshot).reference : '' },
    })
    const other = await rig.till().call('sale:start', press('7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a12'))
    expect(other).toMatchObject({ ok: false, error: { code: 'key.refused', moneyState: 'notCharged' } })
  })

  it('notices by itself when its key is taken again', async () => {
    const body = '{"error":{"statusCode":403,"name":"ForbiddenError","message":"No valid key found in header"}}'
    fault({ match: { operation: 'sale' }, fault: { type: 'status', status: 403, body }, times: 1 })
    await rig.till().charge()
    await rig.clock.advance(SECOND)
    expect(rig.till().desk.readApp().blocked).toBe('key.refused')
    await rig.clock.advance(10 * SECOND)
    expect(rig.till().desk.readApp().blocked).toBeNull()
  })

  it('sells on where the status service says that a sale is not this key’s, which proves nothing about it', async () => {
    const body = '{"error":{"statusCode":401,"name":"UnauthorizedError","message":"Unauthorized"}}'
    fault({ match: { host: 'status' }, fault: { type: 'status', status: 401, body } })
    loseAnswer()
    const { reference } = await rig.till().charge()
    await rig.clock.advance(9 * MINUTE)
    expect(rig.http.sent.some(({ url }) => url.includes(`${reference}/status`))).toBe(true)
    expect(JSON.stringify(rig.till().events)).not.toContain('key.refused')
    expect(await stateOf(reference)).toMatchObject({ status: 'checking', isExhausted: true })
    expect(await rig.till().charge(1200, SECOND_TERMINAL)).toMatchObject({ amountMinor: 1200 })
  })

  it('sends and asks on, though a listener of its events is broken', async () => {
    rig.till().desk.hub.subscribe(() => {
      throw new Error('a broken listener')
    })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(2 * SECOND)
    act({ act: 'tap' })
    await rig.clock.advance(5 * SECOND)
    expect((await stateOf(reference)).status).toBe('approved')
  })

  it('that cannot write says so, sells nothing, and finds the truth at the next start', async () => {
    rig.http.onArrival((url) => {
      if (url.endsWith('/transactions')) rig.till().journal.close()
    })
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    expect(rig.till().desk.readApp()).toMatchObject({ blocked: 'journal.unavailable', unresolvedCount: 1 })
    await expect(rig.till().charge(1200, SECOND_TERMINAL)).rejects.toThrow('journal.unavailable')
    rig.http.onArrival(() => undefined)
    rig.kill()
    await rig.start()
    act({ act: 'tap' })
    await rig.clock.advance(10 * MINUTE)
    await expectTruth(reference)
  })

  it('asks nothing any more once it is closed', async () => {
    const { reference } = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    await rig.till().desk.engine.close()
    const asked = rig.http.sent.length
    await rig.till().call('payment:check', { reference })
    await rig.clock.advance(MINUTE)
    expect(rig.http.sent).toHaveLength(asked)
  })
})
