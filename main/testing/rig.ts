import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventName } from '../../shared/ipc/channels.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { requestKeySchema, type TerminalRef } from '../../shared/ids.ts'
import type { OperationRequest } from '../../shared/ipc/operation-request.ts'
import type { Approvals } from '../core/approval/approvals.ts'
import { toOffer } from '../core/callback/offer.ts'
import { digestOf } from '../core/callback/secret.ts'
import { callbackSettingsSchema } from '../core/callback/settings.ts'
import { configSchema } from '../core/config.ts'
import { createDesk, type Desk } from '../core/desk.ts'
import { createHandpointClient } from '../core/handpoint/client.ts'
import { createRouter, type Router } from '../core/ipc/router.ts'
import { createRoutes } from '../core/ipc/routes.ts'
import { createDocumentRetention } from '../core/document-retention.ts'
import { readDocumentUses } from '../core/journal/document-uses.ts'
import type { Journal } from '../core/journal/journal.ts'
import { openJournal } from '../core/journal/open.ts'
import type { Clock, Log } from '../core/ports.ts'
import { createDocumentStore } from '../core/receipts/document-store.ts'
import { createRandomIds } from '../core/system/ids.ts'
import type { HiddenHealth } from '../core/till.ts'
import { closableClock, virtualClock, type VirtualClock } from '../simulator/clock.ts'
import type { LedgerEntry } from '../simulator/ledger.ts'
import { createSimulatorCore, type SimulatorCore } from '../simulator/simulator.ts'
import type { SimulatorOptions } from '../simulator/options.ts'
import { everybodyIsManager } from './everybody-is-manager.ts'
import { plainPreferences } from './plain-preferences.ts'
import { createPlainHistory } from './plain-history.ts'
import { createVirtualHttp, type VirtualHttp } from './virtual-http.ts'

/** The real core over the simulated cloud, in virtual time: no socket, no waiting. */
export interface Rig {
  clock: VirtualClock
  simulator: SimulatorCore
  http: VirtualHttp
  /** The running till; another object after each restart. */
  till(): RunningTill
  /** Ends the till as kill -9 does: nothing more is heard, asked or written. */
  kill(): void
  /** Starts the till on the same journal. */
  start(): Promise<RunningTill>
  ledgerOf(reference: string): LedgerEntry | undefined
  dispose(): void
}

export interface RunningTill {
  desk: Desk
  journal: Journal
  call: Router
  events: { name: EventName; payload: unknown }[]
  /** Presses Charge and answers the payment as it was saved. */
  charge(amountMinor?: number, terminal?: TerminalRef): Promise<PaymentSnapshot>
  read(reference: string): Promise<PaymentSnapshot>
  /** Asks for any other operation and answers it as it was saved, or throws the code of the refusal. */
  operate(request: WithoutKey<OperationRequest>): Promise<PaymentSnapshot>
}

type WithoutKey<Request> = Request extends unknown ? Omit<Request, 'requestKey'> : never
type Callback = Parameters<NonNullable<SimulatorOptions['sendCallback']>>[0]

export type { Act } from '../simulator/acts.ts'
export type { FaultRule } from '../simulator/faults.ts'

/** The first of the simulator's two terminals. */
export const TERMINAL: TerminalRef = { serialNumber: '082104578', terminalType: 'PAXA920' }

/** Of the simulated cloud: safe to look for in what must not hold it. */
export const KEY = 'CANARY1-CANARY2-CANARY3-CANARY4'
const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

const CALLBACKS = callbackSettingsSchema.parse({
  listen: { address: '127.0.0.1', port: 8443 },
  publicUrl: 'https://till.test',
})
const HEALTHY: HiddenHealth = {
  callback: { status: 'off' },
  lastBackupAt: null,
  backupProblem: null,
  restored: null,
  blocked: null,
}

interface Shop {
  takesCallbacks?: boolean
  /** What the shop has switched on, read at each start of the till. */
  switches?: Partial<Record<'tipAdjustment' | 'mailOrder', boolean>>
  approvals?: Approvals
}

export async function createRig(
  options: SimulatorOptions = {},
  {
    takesCallbacks = false,
    switches = { tipAdjustment: true, mailOrder: true },
    approvals = everybodyIsManager,
  }: Shop = {},
): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-rig-'))
  const clock = virtualClock()
  const simulator = createSimulatorCore({ clock, key: KEY, seed: 1, sendCallback, ...options })
  const http = createVirtualHttp(clock, simulator.handle)
  let running: { till: RunningTill; stop: () => void } | null = null

  /** The listener without sockets: what it decides about a post, the rest has tests of its own. */
  async function sendCallback({ url, headers, body }: Callback): Promise<number | null> {
    const sink = running?.till.desk.callbackSink
    if (sink === undefined) return null
    const owner = sink.find(digestOf(new URL(url).pathname.split('/').at(-1) ?? ''))
    if (owner === 'unavailable') return 503
    if (owner === null || owner.tokenDigest !== digestOf(headers['AUTH-TOKEN'] ?? '')) return 401
    const delivery = sink.deliver(owner.reference, body)
    return { stored: 200, unreadable: 400, foreignReference: 401, unavailable: 503 }[delivery]
  }

  function till(): RunningTill {
    if (running === null) throw new Error('the till is not running')
    return running.till
  }

  async function start(): Promise<RunningTill> {
    const startedAt = clock.now()
    const timers = closableClock(clock)
    const life = http.begin()
    const ports: Clock = { now: clock.now, monotonicMs: () => clock.now() - startedAt, setTimer: timers.setTimer }
    const fileName = 'journal.sqlite'
    const opened = openJournal({ folder, fileName, clock: ports })
    if (!opened.ok) throw new Error(opened.error.text)
    const journal = opened.value
    const urls = { cloudUrl: 'https://cloud.test', statusUrl: 'https://status.test' }
    const client = createHandpointClient({ http: life.port, clock: ports, log: silentLog, apiKey: KEY, ...urls })
    const ids = createRandomIds()
    const parts = {
      journal,
      client,
      clock: ports,
      ids,
      log: silentLog,
      appVersion: '0.0.0',
      mode: 'development' as const,
    }
    const store = createDocumentStore(folder)
    const desk = createDesk({
      ...parts,
      approvals,
      preferences: plainPreferences(),
      config: configSchema.parse({ ...switches }),
      store,
      // Receipts that lie behind an address have tests of their own, with real sockets.
      fetchDocument: () => Promise.resolve({ ok: false, error: { because: 'network', mayRetry: false } }),
      offerCallback: () => (takesCallbacks ? toOffer(CALLBACKS) : null),
      testListener: () => Promise.resolve({ verdict: 'notListening', at: clock.now() }),
      readHealth: () => HEALTHY,
    })
    const events: RunningTill['events'] = []
    desk.hub.subscribe((name, payload) => events.push({ name, payload }))
    const call = createRouter(createRoutes(desk, journal, createPlainHistory(journal)), ids, silentLog)
    const stop = (): void => {
      timers.close()
      life.end()
      journal.close()
    }
    running = { till: { desk, journal, call, events, ...actions(call) }, stop }
    const recovered = desk.recover()
    if (!recovered.ok) throw new Error(recovered.error.text)
    void desk.terminals.refresh()
    const readUses = (after: number) => readDocumentUses(join(folder, fileName), after)
    createDocumentRetention({ journal, readUses, store, clock: ports, log: silentLog }).start()
    await clock.advance(0)
    return running.till
  }

  function kill(): void {
    running?.stop()
    running = null
  }

  await start()
  return {
    clock,
    simulator,
    http,
    till,
    kill,
    start,
    ledgerOf: (reference) => simulator.control.ledger().find((entry) => entry.reference === reference),
    dispose() {
      kill()
      simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Asked whether the same amount is meant again, this cashier means it. */
async function insist(call: Router, name: string, input: Readonly<Record<string, unknown>>): ReturnType<Router> {
  const reply = await call(name, input)
  if (reply.ok || reply.error.twin === undefined) return reply
  return call(name, { ...input, confirmedTwin: reply.error.twin.reference })
}

function actions(call: Router): Pick<RunningTill, 'charge' | 'read' | 'operate'> {
  return {
    async operate(request) {
      const reply = await insist(call, 'operation:start', { ...request, requestKey: createRandomIds().uuid() })
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value as PaymentSnapshot
    },
    async charge(amountMinor = 4500, terminal = TERMINAL) {
      const requestKey = requestKeySchema.parse(createRandomIds().uuid())
      const reply = await insist(call, 'sale:start', {
        requestKey,
        terminal,
        amountMinor,
        currency: 'EUR',
        customerReference: null,
      })
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value as PaymentSnapshot
    },
    async read(reference) {
      const reply = await call('payment:read', { reference })
      if (!reply.ok) throw new Error(reply.error.code)
      return (reply.value as { payment: PaymentSnapshot }).payment
    },
  }
}
