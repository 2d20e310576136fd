import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { appErrorSchema } from '../../shared/errors.ts'
import { commandContract, eventContract } from '../../shared/ipc/contract.ts'
import { COMMANDS, type Command, type EventName } from '../../shared/ipc/channels.ts'
import { paymentSnapshotSchema } from '../../shared/ipc/snapshots.ts'
import type { Core } from '../core/app.ts'
import { createRig, TERMINAL, type Rig } from './rig.ts'

/** One end of a transport, as the page has it: nothing is parsed here. */
export interface TransportEnd {
  call(name: string, input: unknown): Promise<unknown>
  /** Every event that arrives. */
  events: { name: string; payload: unknown }[]
  close(): Promise<void>
}

const UNKNOWN = '3e665342-a95b-49c1-b6fe-b3f102305a76'
const KEY = '7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11'

const INPUTS: Record<Command, unknown> = {
  'app:read': {},
  'preferences:read': {},
  'preferences:write': { isMuted: true },
  'terminal:list': {},
  'terminal:refresh': {},
  'sale:start': { requestKey: KEY, terminal: TERMINAL, amountMinor: 4500, currency: 'EUR', customerReference: null },
  'payment:cancel': { reference: UNKNOWN },
  'payment:check': { reference: UNKNOWN },
  'payment:retry': { reference: UNKNOWN, requestKey: KEY },
  'payment:leave': { reference: UNKNOWN },
  'payment:acknowledge': { reference: UNKNOWN, news: 1 },
  'payment:read': { reference: UNKNOWN },
  'history:list': { before: null, limit: 10 },
  'unresolved:list': {},
  'late:list': {},
  'orphan:list': {},
  'listener:test': {},
  'print:start': { reference: UNKNOWN, what: 'customerReceipt' },
  'print:jobs': {},
  'print:retry': { id: UNKNOWN },
  'print:dismiss': { id: UNKNOWN },
  'print:preview': { reference: UNKNOWN, what: 'customerReceipt', paper: '80mm' },
  'print:pdf': { reference: UNKNOWN, what: 'customerReceipt', paper: 'a4' },
  'printer:list': {},
  'printer:choose': { printer: 'Till', paper: '58mm', isChosen: true },
  'receipt:mail': { reference: UNKNOWN, copy: 'customerReceipt', to: 'customer@shop.example' },
  'receipt:last': {},
  'operation:start': { operation: 'pingDevice', requestKey: KEY, terminal: TERMINAL },
  'payment:settle': { reference: UNKNOWN, shown: 1, verdict: 'charged', evidence: 'e', reason: 'r', operator: 'o' },
  'approval:read': {},
  'approval:give': {
    pin: '0000',
    reason: 'r',
    subject: { act: 'settlementCharged', amountMinor: 0, reference: UNKNOWN, shown: 1 },
  },
  'document:read': { reference: UNKNOWN, kind: 'customerReceipt' },
}

/** What every transport of the bridge has to do, told once for all of them. */
export function testTransport(name: string, connect: (core: Core) => Promise<TransportEnd>): void {
  describe(`the bridge over ${name}`, () => {
    let rig: Rig
    let end: TransportEnd

    beforeEach(async () => {
      rig = await createRig()
      const { call, desk } = rig.till()
      end = await connect({
        call,
        subscribe: desk.hub.subscribe,
        hasOpenRequest: () => false,
        close: async () => undefined,
      })
    })

    afterEach(async () => {
      await end.close()
      rig.dispose()
    })

    it.each(COMMANDS)('%s is answered with a result of its contract', async (command) => {
      const { output } = commandContract[command]
      const reply = z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), value: output }),
        z.strictObject({ ok: z.literal(false), error: appErrorSchema }),
      ])
      const raw = await end.call(command, INPUTS[command])
      expect(reply.parse(raw)).toEqual(raw)
    })

    it.each(COMMANDS)('%s refuses what is not its input, without doing anything', async (command) => {
      for (const input of [null, [], 'text', { stranger: true }]) {
        expect(await end.call(command, input)).toMatchObject({
          ok: false,
          error: { code: 'input.invalid', moneyState: 'none' },
        })
      }
      expect(rig.till().journal.listOpen()).toEqual({ ok: true, value: [] })
    })

    it('the page hears of a sale from its saving to its end, in whole and growing snapshots', async () => {
      await end.call('sale:start', INPUTS['sale:start'])
      await rig.clock.advance(10_000)
      const heard = (): string[] =>
        end.events
          .filter((event) => event.name === 'payment:changed')
          .map(({ payload }) => eventContract['payment:changed'].parse(payload).state.status)
      await vi.waitFor(() => expect(heard()).toContain('approved'), { timeout: 60_000 })
      expect(heard()[0]).toBe('created')
      expect(heard()).toContain('waiting')
      const versions = end.events.map(({ payload }) => z.object({ version: z.int() }).parse(payload).version)
      expect(versions).toEqual(versions.toSorted((one, other) => one - other))
      for (const { name: event, payload } of end.events) {
        expect(eventContract[event as EventName].parse(payload)).toEqual(payload)
      }
    })

    it('a result that gives way to the next sale is seen only once the page says that it drew it', async () => {
      await end.call('sale:start', INPUTS['sale:start'])
      await rig.clock.advance(10_000)
      const approved = (): boolean =>
        end.events.some(({ payload }) => paymentSnapshotSchema.safeParse(payload).data?.state.status === 'approved')
      await vi.waitFor(() => expect(approved()).toBe(true), { timeout: 60_000 })
      const nextKey = '0f5f5a5e-0d5b-4b0e-8a8e-6f2d8b1c9e55'
      const next = { requestKey: nextKey, terminal: TERMINAL, amountMinor: 900, currency: 'EUR' }
      expect(await end.call('sale:start', { ...next, customerReference: null })).toMatchObject({ ok: true })
      const late = z.object({ value: commandContract['late:list'].output }).parse(await end.call('late:list', {}))
      expect(late.value.payments).toMatchObject([{ amountMinor: 4500, news: { number: 1 } }])
      const reference = late.value.payments[0]?.reference
      expect(await end.call('payment:acknowledge', { reference, news: 1 })).toMatchObject({ ok: true })
      expect(await end.call('late:list', {})).toMatchObject({ ok: true, value: { payments: [] } })
    })

    it('no secret crosses, and no undeclared member', async () => {
      const said = await Promise.all(COMMANDS.map((command) => end.call(command, INPUTS[command])))
      await rig.clock.advance(10_000)
      expect(JSON.stringify([said, end.events])).not.toMatch(/CANARY|ssk|merchant_id_alpha/)
    })
  })
}
