import { z } from 'zod'
import { requestKeySchema, type Reference } from '../../../../shared/ids.ts'
import type { OperationRequest } from '../../../../shared/ipc/operation-request.ts'
import type { Result } from '../../../../shared/result.ts'
import { eventContract } from '../../../../shared/ipc/contract.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { toOffer } from '../../../core/callback/offer.ts'
import { digestOf } from '../../../core/callback/secret.ts'
import { callbackSettingsSchema } from '../../../core/callback/settings.ts'
import type { CallbackSink } from '../../../core/callback/sink.ts'
import { configSchema } from '../../../core/config.ts'
import { createDesk } from '../../../core/desk.ts'
import { createHandpointClient, type HandpointClient } from '../../../core/handpoint/client.ts'
import type { EventParsers } from '../../../core/ipc/event-hub.ts'
import { createRouter } from '../../../core/ipc/router.ts'
import { createRoutes } from '../../../core/ipc/routes.ts'
import type { Journal } from '../../../core/journal/journal.ts'
import { createEngine, type Engine } from '../../../core/payments/engine.ts'
import { createCallbackSink } from '../../../core/payments/callback-sink.ts'
import { createOperations, type CallbackOffer, type SaleRequest } from '../../../core/payments/operations.ts'
import type { Clock, HttpPort, Ids, Log } from '../../../core/ports.ts'
import { createTerminalDirectory } from '../../../core/terminals/directory.ts'
import type { DocumentStore } from '../../../core/receipts/document-store.ts'
import { createTill, type HiddenHealth } from '../../../core/till.ts'
import { everybodyIsManager } from '../../../testing/everybody-is-manager.ts'
import { lastShown } from '../../../testing/last-shown.ts'
import { plainPreferences } from '../../../testing/plain-preferences.ts'
import { openMemoryJournal, type Commit, type MemoryDisk } from '../../../testing/memory-journal.ts'
import { createPlainHistory } from '../../../testing/plain-history.ts'
import type { Lots } from '../../../testing/lots.ts'
import { createTillClock, type VirtualTime } from './virtual-time.ts'

/** One life of the till, from its start to its crash: the real core, its ports simulated. */
export interface TillLife extends Omit<Buttons, 'sink'> {
  /** What the listener answers to a result that is posted to it: an HTTP status. */
  deliver(url: string, token: string, body: string): number
  isAlive(): boolean
  /** From here on it hears, asks, writes and says nothing more: kill -9. */
  kill(): void
}

/** What a cashier can press. Answers the payment's reference, or the code of the refusal. */
interface Buttons {
  charge(request: SaleRequest): Promise<Result<Reference, string>>
  tryAgain(reference: Reference, requestKey: SaleRequest['requestKey']): Promise<Result<Reference, string>>
  cancel(reference: Reference): Promise<void>
  check(reference: Reference): Promise<void>
  leave(reference: Reference): Promise<void>
  start(request: OperationRequest): Promise<Result<Reference, string>>
  /** A manager's word. Answers whether it was taken. */
  settle(reference: Reference, verdict: 'charged' | 'notCharged'): Promise<boolean>
  sink: CallbackSink
}

/** What the screen is told of a payment. */
export type Told = Pick<PaymentSnapshot, 'reference' | 'operation' | 'state' | 'correctedFrom'>

interface TillParts {
  time: VirtualTime
  lots: Lots
  disk: MemoryDisk
  /** The whole desk with its router and its hub, or only the parts of it that decide: ten times as many schedules a second. */
  isWholeDesk: boolean
  /** Whether results may be delivered to it. */
  takesCallbacks: boolean
  connect: (life: { clock: Clock; isAlive: () => boolean; passPoint: (name: string) => void }) => HttpPort
  /** Whether the till dies at this await point. */
  diesAt: (point: string) => boolean
  /** Whether this commit fails. */
  drawCommit: () => Commit
  onCommitted: (reference: Reference, isAcknowledged: boolean) => void
  onJournalClosed: () => void
  onDeath: () => void
  listen: (told: Told) => void
}

const KEY = 'CANARY1-CANARY2-CANARY3-CANARY4'
const URLS = { cloudUrl: 'https://cloud.test', statusUrl: 'https://status.test' }
const CONFIG = configSchema.parse({ tipAdjustment: true, mailOrder: true })
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

export function startTill(parts: TillParts): TillLife {
  const { time, lots } = parts
  let isAlive = true
  const alive = (): boolean => isAlive

  function kill(): void {
    if (!isAlive) return
    isAlive = false
    parts.onDeath()
  }
  function passPoint(name: string): void {
    if (isAlive && parts.diesAt(name)) kill()
  }
  function onCommit(): Commit {
    if (!isAlive) return 'failBefore'
    if (parts.diesAt('before a commit')) {
      kill()
      return 'failBefore'
    }
    if (parts.diesAt('after a commit')) {
      kill()
      return 'failAfter'
    }
    const fate = parts.drawCommit()
    if (fate !== 'done') parts.onJournalClosed()
    return fate
  }

  const clock = createTillClock(time, alive, () => passPoint('a timer'))
  const ids: Ids = { uuid: () => drawUuid(lots) }
  const journal = openMemoryJournal(parts.disk, { onCommit, onCommitted: parts.onCommitted })
  const http = parts.connect({ clock, isAlive: alive, passPoint })
  const client = createHandpointClient({ http, clock, log, apiKey: KEY, ...URLS })
  const listen = (told: Told): void => {
    if (isAlive) parts.listen(told)
  }
  const build = parts.isWholeDesk ? buildWholeDesk : buildDecidingParts
  const offerCallback = (): CallbackOffer | null => (parts.takesCallbacks ? drawOffer(lots) : null)
  const buttons = build({ journal, client, clock, ids, listen, offerCallback })
  const deliver: TillLife['deliver'] = (url, token, body) => receive(buttons.sink, { url, token, body })
  return { ...buttons, isAlive: alive, kill, deliver }
}

const WORD = { evidence: 'the statement of the bank', reason: 'looked up', operator: 'Ada' }
const HEALTHY: HiddenHealth = {
  callback: { status: 'off' },
  lastBackupAt: null,
  backupProblem: null,
  restored: null,
  blocked: null,
}
/** The model's results name no documents: these have tests of their own. */
const noDocuments: DocumentStore = {
  put: () => Promise.resolve({ ok: false, error: 'unwritable' }),
  read: () => Promise.resolve({ type: 'missing' }),
  purge: () => Promise.reject(new Error('nothing to purge')),
}

interface Ports {
  journal: Journal
  client: HandpointClient
  clock: Clock
  ids: Ids
  offerCallback: () => CallbackOffer | null
  listen: (told: Told) => void
}

const referenceOf = z.object({ reference: z.custom<Reference>() })
/** The hub has parsed it already. */
const toldSchema = z.object({
  reference: z.custom<Reference>(),
  operation: z.custom<Told['operation']>(),
  state: z.custom<Told['state']>(),
  correctedFrom: z.custom<Told['correctedFrom']>(),
})

/** Compiled: thousands of desks tell of everything, and nobody waits for the first. */
const EVENT_PARSERS: EventParsers = {
  'app:changed': z.compile(eventContract['app:changed']),
  'terminals:changed': z.compile(eventContract['terminals:changed']),
  'payment:changed': z.compile(eventContract['payment:changed']),
  'unresolved:changed': z.compile(eventContract['unresolved:changed']),
  'late:changed': z.compile(eventContract['late:changed']),
  'jobs:changed': z.compile(eventContract['jobs:changed']),
}

function buildWholeDesk({ journal, client, clock, ids, listen, offerCallback }: Ports): Buttons {
  const desk = createDesk({
    journal,
    approvals: everybodyIsManager,
    preferences: plainPreferences(),
    client,
    config: CONFIG,
    mode: 'production',
    appVersion: '0.0.0',
    clock,
    ids,
    log,
    store: noDocuments,
    fetchDocument: () => Promise.resolve({ ok: false, error: { because: 'network', mayRetry: false } }),
    offerCallback,
    testListener: () => Promise.resolve({ verdict: 'notListening', at: clock.now() }),
    readHealth: () => HEALTHY,
    eventParsers: EVENT_PARSERS,
  })
  desk.hub.subscribe((name, payload) => {
    if (name === 'payment:changed') listen(toldSchema.parse(payload))
  })
  const call = createRouter(createRoutes(desk, journal, createPlainHistory(journal)), ids, log)
  const recovered = desk.recover()
  if (!recovered.ok) desk.till.noteJournalFailure()
  void desk.terminals.refresh()

  async function begin(name: string, input: object): Promise<Result<Reference, string>> {
    const first = await call(name, input)
    const twin = first.ok ? undefined : first.error.twin
    // This cashier means every charge, and says so when asked.
    const reply = twin === undefined ? first : await call(name, { ...input, confirmedTwin: twin.reference })
    return reply.ok
      ? { ok: true, value: referenceOf.parse(reply.value).reference }
      : { ok: false, error: reply.error.code }
  }
  return {
    charge: (request) => begin('sale:start', request),
    tryAgain: (reference, requestKey) => begin('payment:retry', { reference, requestKey }),
    cancel: async (reference) => void (await call('payment:cancel', { reference })),
    check: async (reference) => void (await call('payment:check', { reference })),
    leave: async (reference) => void (await call('payment:leave', { reference })),
    start: (request) => begin('operation:start', request),
    settle: async (reference, verdict) => {
      const shown = lastShown(journal, reference)
      return (await call('payment:settle', { reference, shown, verdict, ...WORD })).ok
    },
    sink: desk.callbackSink,
  }
}

/** The same parts in the same order as in `createDesk`, without snapshots for a page that nobody looks at. */
function buildDecidingParts({ journal, client, clock, ids, listen, offerCallback }: Ports): Buttons {
  const till = createTill({
    appVersion: '0.0.0',
    allows: { tip: false, tipAdjustment: true, mailOrder: true },
    readHealth: () => ({ ...HEALTHY, orphanCount: 0, unreadableCount: 0 }),
    shop: { name: CONFIG.shopName, currency: CONFIG.currency, locale: CONFIG.language },
    mode: 'production',
    hasKey: true,
    countUnresolved: () => 0,
    onChange: () => undefined,
  })
  const terminals = createTerminalDirectory({
    client,
    clock,
    names: CONFIG.terminalNames,
    defaultSerialNumber: null,
    isPractice: false,
    openPayments: () => new Map(),
    onChange: () => undefined,
    onContact: (contact) => till.noteContact(contact),
  })
  const engine: Engine = createEngine({
    journal,
    client,
    clock,
    log,
    till: CONFIG.tillName,
    rereadAboveMinor: Number.MAX_SAFE_INTEGER,
    onResult: () => undefined,
    onChange: ({ intent, state, correctedFrom }) =>
      listen({ reference: intent.reference, operation: intent.operation, state, correctedFrom }),
    onContact(contact) {
      till.noteContact(contact)
      if (contact === 'keyRefused') terminals.refreshSoon()
    },
    onPlan: () => undefined,
    onJournalFailure: () => till.noteJournalFailure(),
    onRefusal: ({ terminal }, reason) => terminals.noteReachable(terminal, reason !== 'terminalOffline'),
  })
  const { currency } = CONFIG
  const operations = createOperations({
    engine,
    journal,
    terminals,
    clock,
    ids,
    currency,
    tip: null,
    allows: CONFIG,
    approvals: everybodyIsManager,
    blocked: () => till.blocked(),
    offerCallback,
  })
  const recovered = engine.recover()
  if (!recovered.ok) till.noteJournalFailure()
  void terminals.refresh()

  const toAnswer = (begun: ReturnType<typeof operations.sale>): Promise<Result<Reference, string>> =>
    Promise.resolve(
      begun.ok ? { ok: true, value: begun.value.intent.reference } : { ok: false, error: begun.error.code },
    )
  const insist = <Request extends object>(
    act: (request: Request) => ReturnType<typeof operations.sale>,
    request: Request,
  ): Promise<Result<Reference, string>> => {
    const first = act(request)
    const twin = first.ok ? undefined : first.error.twin
    return toAnswer(twin === undefined ? first : act({ ...request, confirmedTwin: twin.reference }))
  }
  return {
    charge: (request) => insist(operations.sale, request),
    tryAgain: (reference, requestKey) => toAnswer(operations.retry(reference, requestKey)),
    cancel: (reference) => Promise.resolve(void engine.cancel(reference)),
    check: (reference) => Promise.resolve(engine.check(reference)),
    leave: () => Promise.resolve(),
    start: (request) => insist((asked) => operations.start(asked), request),
    settle: (reference, verdict) => {
      const settled = engine.settle(reference, { shown: lastShown(journal, reference), verdict, ...WORD })
      return Promise.resolve(settled.ok)
    },
    sink: createCallbackSink({
      journal,
      engine,
      clock,
      log,
      onOrphan: () => undefined,
      onJournalFailure: () => till.noteJournalFailure(),
    }),
  }
}

const CALLBACKS = callbackSettingsSchema.parse({
  listen: { address: '127.0.0.1', port: 8443 },
  publicUrl: 'https://till.test',
})

function drawOffer(lots: Lots): CallbackOffer {
  return toOffer(CALLBACKS, (bytes) => new Uint8Array(bytes).map(() => lots.below(256)))
}

/** What the listener does once a request is read, which has tests of its own with real sockets (safety R4, L3). */
function receive(sink: CallbackSink, { url, token, body }: { url: string; token: string; body: string }): number {
  const owner = sink.find(digestOf(url.slice(url.lastIndexOf('/') + 1)))
  if (owner === 'unavailable') return 503
  if (owner === null || owner.tokenDigest !== digestOf(token)) return 401
  const delivery = sink.deliver(owner.reference, body)
  if (delivery === 'stored') return 200
  return delivery === 'unavailable' ? 503 : 422
}

/** Of the lowest 16 bits: a number of 32 takes ten times as long to be written down. */
function toHex16(bits: number): string {
  return (bits & 0xffff).toString(16).padStart(4, '0')
}

/** A UUID v4 from the schedule's own lots. */
export function drawUuid(lots: Lots): string {
  const draw = (): string => {
    const bits = lots.below(0x1_0000_0000)
    return toHex16(bits >>> 16) + toHex16(bits)
  }
  const [first, second, third, fourth] = [draw(), draw(), draw(), draw()]
  const variant = '89ab'.charAt(lots.below(4))
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`
}

export function drawRequestKey(lots: Lots) {
  return requestKeySchema.parse(drawUuid(lots))
}
