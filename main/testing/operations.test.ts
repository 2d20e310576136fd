import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { referenceSchema, resultIdSchema, type ResultId } from '../../shared/ids.ts'
import { aSale } from '../../shared/testing/transactions.ts'
import type { DeviceCommand } from '../../shared/transaction/device-command.ts'
import { fitsRequest } from '../../shared/transaction/fits-request.ts'
import { intentSchema, type Intent } from '../../shared/transaction/intent.ts'
import { toOriginal } from '../../shared/transaction/linked.ts'
import { movesMoney, operationSchema, type Operation } from '../../shared/transaction/operations.ts'
import type { Outcome } from '../../shared/transaction/terminal-result.ts'
import { fold } from '../../shared/transaction/transition.ts'
import type { SubmitEvent, SubmitRequest } from '../core/handpoint/answers.ts'
import { createHandpointClient, type HandpointClient } from '../core/handpoint/client.ts'
import { findLinked } from '../core/handpoint/linked-entry.ts'
import { readResultBody } from '../core/handpoint/wire-result.ts'
import type { Clock, Log } from '../core/ports.ts'
import { createRandomIds } from '../core/system/ids.ts'
import { createNodeHttp } from '../core/system/node-http.ts'
import type { BehaviourPatch } from '../simulator/behaviour.ts'
import { virtualClock } from '../simulator/clock.ts'
import { createSimulator, type Simulator } from '../simulator/simulator.ts'

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const NOBODY = new Set<string>()
const ids = createRandomIds()

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** Every request leaves at once: the budget has a test of its own. */
function hurriedClock(): Clock {
  let nowMs = 0
  return { now: Date.now, monotonicMs: () => (nowMs += 60_000), setTimer: () => () => undefined }
}

interface Shop {
  simulator: Simulator
  client: HandpointClient
  /** Sends an operation and answers what was said at once. */
  send(intent: Intent, extras?: Partial<SubmitRequest>): Promise<SubmitEvent>
  /** Sends an operation that has to be accepted, waits for its result and answers it. */
  run(intent: Intent, extras?: Partial<SubmitRequest>): Promise<Outcome>
  result(resultId: ResultId): Promise<Outcome>
  /** Time passes at the terminals. */
  pass(ms: number): Promise<void>
}

async function open(behaviour: BehaviourPatch = {}, customer: 'auto' | 'none' = 'auto'): Promise<Shop> {
  const clock = virtualClock(aSale.createdAt)
  const simulator = await createSimulator({ clock, behaviour, customer, rateLimit: false, seed: 7 })
  closers.push(() => simulator.close())
  const http = createNodeHttp({ connectTimeoutMs: 5_000 })
  closers.push(() => http.close())
  const { cloudUrl, statusUrl, key } = simulator
  const client = createHandpointClient({
    http,
    clock: hurriedClock(),
    log: silentLog,
    cloudUrl,
    statusUrl,
    apiKey: key,
  })
  const send: Shop['send'] = (intent, extras = {}) => client.submit({ intent, till: 'till 1', ...extras })
  async function result(resultId: ResultId): Promise<Outcome> {
    const answer = await client.readResult(resultId)
    if (answer.type !== 'final') throw new Error(`no result: ${JSON.stringify(answer)}`)
    return answer.outcome
  }
  return {
    simulator,
    client,
    send,
    result,
    pass: (ms) => clock.advance(ms),
    async run(intent, extras) {
      const event = await send(intent, extras)
      if (event.type === 'gatewayAnswered') return event.outcome
      if (event.type !== 'requestAccepted') throw new Error(`${intent.operation}: ${JSON.stringify(event)}`)
      await clock.advance(10_000)
      return result(resultIdSchema.parse(event.resultId))
    },
  }
}

/** An intent of its own, as the till makes it. */
function intentOf(operation: Operation, changes: Partial<Intent> = {}): Intent {
  return intentSchema.parse({
    ...aSale,
    operation,
    reference: ids.uuid(),
    requestKey: ids.uuid(),
    amountMinor: movesMoney(operation) ? 4500 : 0,
    ...changes,
  })
}

/** An approved operation to which another one can be linked, as the journal would name it. */
async function approved(shop: Shop, operation: Operation, changes: Partial<Intent> = {}): Promise<Intent['original']> {
  const intent = intentOf(operation, changes)
  const outcome = await shop.run(intent)
  const { state } = fold(intent, [{ type: 'terminalReported', digest: 'd', outcome }])
  const original = toOriginal({ intent, state })
  if (original === null) throw new Error(`${operation} ended ${state.status}`)
  return original
}

/** What every operation is made of here. */
async function prepare(shop: Shop, operation: Operation): Promise<Intent> {
  switch (operation) {
    case 'saleReversal':
      return intentOf(operation, { original: await approved(shop, 'sale') })
    case 'tipAdjustment':
      return intentOf(operation, { original: await approved(shop, 'sale'), channel: 'gateway', amountMinor: 525 })
    case 'refundReversal':
      return intentOf(operation, { original: await approved(shop, 'refund') })
    case 'preAuthorizationIncrease':
      return intentOf(operation, { original: await approved(shop, 'preAuthorization'), channel: 'gateway' })
    case 'preAuthorizationCapture':
    case 'preAuthorizationReversal':
      return intentOf(operation, { original: await approved(shop, 'preAuthorization') })
    case 'moToReversal':
      return intentOf(operation, { original: await approved(shop, 'moToSale') })
    case 'deviceCommand':
      return intentOf(operation, { command: { name: 'reboot', settings: { force: false } } })
    case 'sale':
      return intentOf(operation, { tip: { tipPercentages: [5, 10], headerName: 'Tip' }, customerReference: 'order 7' })
    case 'saleAndTokenizeCard':
    case 'refund':
    case 'tokenizeCard':
    case 'preAuthorization':
    case 'moToSale':
    case 'moToRefund':
    case 'printReceipt':
    case 'pingDevice':
    case 'stopCurrentTransaction':
      return intentOf(operation)
  }
}

const receipt = '<p>45.00 EUR</p>'
const DONE = new Map<Operation, string>([
  ['tokenizeCard', 'PROCESSED'],
  ['printReceipt', 'PROCESSED'],
  ['preAuthorizationCapture', 'CAPTURED'],
])
const statuses = ({ simulator }: Shop) => simulator.control.requests().map(({ status }) => status)

const WITH_RESULT = operationSchema.options.filter(
  (name) => name !== 'pingDevice' && name !== 'stopCurrentTransaction' && name !== 'deviceCommand',
)

describe.each(WITH_RESULT)('over real HTTP, %s', (operation) => {
  const linkable = operation === 'refund' || operation === 'moToRefund'
  const variants = linkable ? ['unlinked', 'linked'] : ['as it is']

  test.each(variants)('is taken and carried out, %s', async (variant) => {
    const shop = await open()
    const plain = await prepare(shop, operation)
    const original = variant === 'linked' ? await approved(shop, operation === 'refund' ? 'sale' : 'moToSale') : null
    const intent = original === null ? plain : intentOf(operation, { original, amountMinor: 2000 })
    const outcome = await shop.run(intent, operation === 'printReceipt' ? { receipt } : {})
    expect(outcome.finStatus).toBe(DONE.get(operation) ?? 'AUTHORISED')
    expect(fitsRequest(intent, outcome)).toBe(true)
    const fact = {
      type: intent.channel === 'gateway' ? 'gatewayAnswered' : 'terminalReported',
      digest: 'd',
      outcome,
    } as const
    const { status } = fold(intent, [fact]).state
    expect(status).toBe(movesMoney(operation) ? 'approved' : 'done')
    expect(statuses(shop).filter((code) => code === null || code >= 300)).toEqual([])
  })
})

describe.each(['saleReversal', 'refundReversal', 'preAuthorizationReversal'] as const)(
  '%s without a terminal',
  (name) => {
    test('is done while the terminal is away, and once more is still done', async () => {
      const shop = await open()
      const intent: Intent = { ...(await prepare(shop, name)), channel: 'gateway' }
      shop.simulator.control.setNetwork('082104578', false)
      const outcome = await shop.run(intent)
      expect(outcome.finStatus).toBe('AUTHORISED')
      expect(fitsRequest(intent, outcome)).toBe(true)
      expect(await shop.send({ ...intent, reference: referenceSchema.parse(ids.uuid()) })).toMatchObject({
        type: 'gatewayAnswered',
        outcome: { finStatus: 'AUTHORISED' },
      })
      expect(statuses(shop).includes(422)).toBe(false)
    })
  },
)

describe('what a terminal delivers by callback', () => {
  const CALLED: Operation[] = WITH_RESULT.filter(
    (name) => name !== 'tipAdjustment' && name !== 'preAuthorizationIncrease',
  )

  test.each(CALLED)('is %s’s own result, with its own token', async (operation) => {
    const shop = await open()
    const intent = await prepare(shop, operation)
    const { url, arrival } = await listen()
    const event = await shop.send(intent, {
      callback: { url, token: 'token-1' },
      ...(operation === 'printReceipt' ? { receipt } : {}),
    })
    // With a callback the seed's service tells no result id (handpoint-api.md §6.7).
    expect(event).toEqual({ type: 'requestAccepted', resultId: null })
    await shop.pass(10_000)
    const { token, body } = await arrival
    expect(token).toBe('token-1')
    const reading = readResultBody(body)
    if (reading.type !== 'final') throw new Error(body)
    expect(reading.outcome.finStatus).toBe(DONE.get(operation) ?? 'AUTHORISED')
    expect(fitsRequest(intent, reading.outcome)).toBe(true)
    // What is linked carries no reference of its own: the token is the only way to it (handpoint-api.md §4.4).
    if (intent.original !== null) expect(reading.outcome.transactionReference).toBeNull()
  })
})

describe('commands to the device', () => {
  const commands: DeviceCommand[] = [
    { name: 'set-unattended-mode', settings: { status: true } },
    { name: 'set-locale', settings: { locale: 'en_CA' } },
    { name: 'set-password-protected', settings: { status: true } },
    { name: 'reboot', settings: { force: false } },
    { name: 'set-screen-brightness', settings: { minimumBrightnessLevel: 10, maximumBrightnessLevel: 90 } },
    { name: 'set-reboot-time', settings: { hour: 4 } },
    { name: 'set-security-policy', settings: { blockSystemUI: true } },
  ]

  test.each(commands)('$name is taken', async (command) => {
    const shop = await open()
    expect(await shop.send(intentOf('deviceCommand', { command }))).toEqual({ type: 'requestAccepted', resultId: null })
    expect(statuses(shop)).toEqual([202])
  })

  test('are refused by a terminal that is away', async () => {
    const shop = await open()
    shop.simulator.control.setNetwork('082104578', false)
    expect(await shop.send(await prepare(shop, 'deviceCommand'))).toMatchObject({
      type: 'requestRefused',
      reason: 'terminalOffline',
    })
  })
})

describe('a ping', () => {
  test.each(['accepted', 'pong'] as const)(
    'of a terminal that is there is taken in the form "%s"',
    async (pingForm) => {
      const shop = await open({ pingForm })
      expect((await shop.send(intentOf('pingDevice'))).type).toBe('requestAccepted')
      expect(statuses(shop)[0]).toBeLessThan(300)
    },
  )

  test('of one that is away is refused', async () => {
    const shop = await open()
    shop.simulator.control.setNetwork('082104578', false)
    expect(await shop.send(intentOf('pingDevice'))).toMatchObject({ type: 'requestRefused', terminalCode: 1002 })
  })
})

describe('a stop', () => {
  test('ends what waits for a card, and is refused by a terminal that does nothing', async () => {
    const shop = await open({}, 'none')
    const sale = await shop.send(intentOf('sale'))
    const stop = await shop.send(intentOf('stopCurrentTransaction'))
    if (sale.type !== 'requestAccepted' || stop.type !== 'requestAccepted')
      throw new Error(JSON.stringify([sale, stop]))
    for (const { resultId } of [sale, stop]) {
      expect((await shop.result(resultIdSchema.parse(resultId))).finStatus).toBe('CANCELLED')
    }
    expect(await shop.client.stop(aSale.terminal)).toEqual({ type: 'idle' })
  })
})

describe('an operation whose answer was lost', () => {
  const LINKED = [
    'refund',
    'saleReversal',
    'refundReversal',
    'preAuthorizationCapture',
    'preAuthorizationReversal',
  ] as const

  async function prepareLinked(shop: Shop, name: (typeof LINKED)[number]): Promise<Intent> {
    if (name !== 'refund') return prepare(shop, name)
    return intentOf('refund', { original: await approved(shop, 'sale'), amountMinor: 2000 })
  }
  async function look(shop: Shop, intent: Intent): Promise<string> {
    const { original } = intent
    if (original === null || original.filedUnder === null) throw new Error('not linked')
    const answer = await shop.client.readHistory(original.filedUnder)
    if (answer.type !== 'history') return answer.type
    const finding = findLinked(answer.outcomes, intent, NOBODY)
    if (finding.type === 'outcome') expect(fitsRequest(intent, finding.outcome)).toBe(true)
    return finding.type === 'outcome' ? finding.outcome.finStatus : finding.type
  }

  test.each(LINKED)('%s is found in the files of its original, and absent before it was carried out', async (name) => {
    const shop = await open()
    const intent = await prepareLinked(shop, name)
    expect(await look(shop, intent)).toBe('absent')
    shop.simulator.control.addFaults([{ match: { operation: name }, fault: { type: 'loseAnswer' }, times: 1 }])
    expect((await shop.send(intent)).type).toBe('requestUnanswered')
    await shop.pass(10_000)
    expect(await look(shop, intent)).toBe(DONE.get(name) ?? 'AUTHORISED')
  })

  test.each(LINKED)('%s is in progress while the gateway has it in hand', async (name) => {
    const shop = await open({ gatewayMs: 5_000 })
    const intent = await prepareLinked(shop, name)
    await shop.send(intent)
    await shop.pass(4_000)
    expect(await look(shop, intent)).toBe('inProgress')
  })

  test('a tip is found on its sale', async () => {
    const shop = await open()
    const intent = await prepare(shop, 'tipAdjustment')
    expect(await look(shop, intent)).toBe('unclear')
    shop.simulator.control.addFaults([{ match: { pathIncludes: 'tip' }, fault: { type: 'loseAnswer' }, times: 1 }])
    expect((await shop.send(intent)).type).toBe('requestUnanswered')
    expect(await look(shop, intent)).toBe('AUTHORISED')
  })
})

/** A till's listener: tells what the first delivery brought. */
async function listen(): Promise<{ url: string; arrival: Promise<{ token: unknown; body: string }> }> {
  const { promise: arrival, resolve } = Promise.withResolvers<{ token: unknown; body: string }>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.end()
      resolve({ token: request.headers['auth-token'], body: Buffer.concat(chunks).toString() })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/results`, arrival }
}
