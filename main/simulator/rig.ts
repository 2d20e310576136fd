import { z } from 'zod'
import type { Act } from './acts.ts'
import { virtualClock } from './clock.ts'
import type { Control } from './control.ts'
import type { SendCallback } from './delivery.ts'
import type { Outcome } from './exchange.ts'
import type { SimulatorOptions } from './options.ts'
import { createSimulatorCore } from './simulator.ts'

const objectSchema = z.record(z.string(), z.unknown())

type Reply = { status: number; body: Record<string, unknown>; text: string; outcome: Outcome }

/** A simulator in virtual time, with nobody playing the customer, and a till's view of it. For tests. */
export type Rig = {
  control: Control
  serial: string
  other: string
  advance(ms: number): Promise<void>
  get(path: string): Promise<Reply>
  status(path: string): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  /** POST /transactions for the first terminal; returns the reply. */
  start(operation: string, fields?: Record<string, unknown>): Promise<Reply>
  /** Starts, plays the acts one after the other, waits, and returns the result. */
  run(operation: string, fields: Record<string, unknown>, ...acts: Act[]): Promise<Record<string, unknown>>
  result(resultId: unknown): Promise<Reply>
  /** The first element under a reference; `finStatus` alone is what most tests want. */
  finStatus(reference: string): Promise<unknown>
  callbacks: Parameters<SendCallback>[0][]
  /** What the till's listener answers; null is no answer. */
  listener: { answer: number | null }
  core: ReturnType<typeof createSimulatorCore>
  clock: ReturnType<typeof virtualClock>
}

export const serial = '082104578'
export const other = '082104579'
export const reference = '2bfde1fc-23b1-4c67-93d9-1d4a557f4d4f'
export const reference2 = '7f7b1c1e-93a7-4a14-8a1c-0f0a6f0f6d2b'
export const sale = { amount: '1000', currency: 'EUR', transactionReference: reference }

/** Longer than any result takes once the customer has acted. */
const afterwardsMs = 2_000

export function openRig(options: SimulatorOptions = {}): Rig {
  const clock = options.clock === undefined ? virtualClock() : virtualClock(options.clock.now())
  const callbacks: Rig['callbacks'] = []
  const listener: Rig['listener'] = { answer: 200 }
  const sendCallback: SendCallback = (callback) => {
    callbacks.push(callback)
    return Promise.resolve(listener.answer)
  }
  const core = createSimulatorCore({ customer: 'none', rateLimit: false, sendCallback, ...options, clock })
  const send = async (host: 'cloud' | 'status', method: string, path: string, body = ''): Promise<Reply> => {
    const outcome = await core.handle({ host, method, path, body, headers: { ApiKeyCloud: core.key } })
    if (typeof outcome === 'string') return { status: 0, body: {}, text: '', outcome }
    const parsed = objectSchema.safeParse(parsedOrNull(outcome.body))
    return { status: outcome.status, body: parsed.data ?? {}, text: outcome.body, outcome }
  }
  const post = (path: string, body: unknown) => send('cloud', 'POST', path, JSON.stringify(body))
  const device = { serial_number: serial, terminal_type: 'PAXA920' }
  const start = (operation: string, fields = {}) => post('/transactions', { operation, ...device, ...fields })
  const result = (resultId: unknown) => send('cloud', 'GET', `/transaction-result/${String(resultId)}`)
  return {
    control: core.control,
    serial,
    other,
    advance: (ms) => clock.advance(ms),
    get: (path) => send('cloud', 'GET', path),
    status: (path) => send('status', 'GET', path),
    post,
    start,
    async run(operation, fields, ...acts) {
      const accepted = await start(operation, fields)
      for (const act of acts) {
        const outcome = core.control.act(serial, act)
        if (!outcome.ok) throw new Error(outcome.reason)
        await clock.advance(300)
      }
      await clock.advance(afterwardsMs)
      return (await result(accepted.body['transactionResultId'])).body
    },
    result,
    finStatus: async (ref) => (await send('status', 'GET', `/transactions/${ref}/status`)).body['finStatus'],
    callbacks,
    listener,
    core,
    clock,
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
