import type { Reference } from '../../shared/ids.ts'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import type { ListenerTest } from '../../shared/ipc/listener-test.ts'
import type { AppSnapshot, PaymentSnapshot, TerminalsSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Result } from '../../shared/result.ts'
import type { RefusalReason } from '../../shared/transaction/events.ts'
import { isOpen, type TransactionState } from '../../shared/transaction/state.ts'
import { occupiesTerminal, type Intent } from '../../shared/transaction/intent.ts'
import { movesMoney } from '../../shared/transaction/operations.ts'
import type { Approvals } from './approval/approvals.ts'
import type { CallbackSink, Delivery } from './callback/sink.ts'
import type { Config } from './config.ts'
import type { HandpointClient } from './handpoint/client.ts'
import { createKeylessClient } from './handpoint/keyless.ts'
import { createEventHub, type EventHub, type EventParsers } from './ipc/event-hub.ts'
import { createOutbox } from './ipc/outbox.ts'
import type { AppendFailure, Journal, PaymentRow } from './journal/journal.ts'
import type { OrphanReason } from './journal/orphans.ts'
import { createEngine, type Engine } from './payments/engine.ts'
import { createCallbackSink } from './payments/callback-sink.ts'
import { createDocuments, type Documents } from './payments/documents.ts'
import { createOperations, type CallbackOffer, type Operations } from './payments/operations.ts'
import { toPaymentSnapshot } from './payments/snapshot.ts'
import type { Clock, Ids, Log } from './ports.ts'
import type { TillPreferences } from './preferences/preferences.ts'
import { createTerminalDirectory, type TerminalDirectory } from './terminals/directory.ts'
import type { DocumentStore } from './receipts/document-store.ts'
import type { GuardedFetch } from './receipts/guarded-fetch.ts'
import { createTill, type HiddenHealth, type Till } from './till.ts'

function isOrdinaryWait({ status }: TransactionState): boolean {
  return status === 'created' || status === 'waiting' || status === 'cancelling'
}

/** What the answer to a request proves of its terminal; null where it proves nothing (handpoint-api.md §3.11). */
function provesReach(reason: RefusalReason | null): boolean | null {
  if (reason === null || reason === 'terminalBusy') return true
  return reason === 'terminalOffline' ? false : null
}

/** Enough to find what each terminal of a shop did last. */
const RECALLED_ROWS = 50

/** The parts of a running payment desk, joined: what happens in one is published by the hub. */
export interface Desk {
  hub: EventHub
  till: Till
  terminals: TerminalDirectory
  engine: Engine
  operations: Operations
  approvals: Approvals
  documents: Documents
  preferences: Pick<TillPreferences, 'read' | 'write'>
  /** Where the listener brings what terminals deliver. */
  callbackSink: CallbackSink
  /** Asks for this till at its own address, as a terminal would. */
  testListener: () => Promise<ListenerTest>
  /** Takes up what an earlier run left open, and puts the newest of it in front of the cashier. */
  recover(): Result<void, AppendFailure>
  readApp(): AppSnapshot
  /** Tells the page how the till as a whole is now. */
  publishApp(): void
  readTerminals(): TerminalsSnapshot
  readPayment(row: PaymentRow): PaymentSnapshot
  readUnresolved(): EventPayload<'unresolved:changed'>
  /** Outcomes that no person has seen, but for the one on the till's screen. */
  readLate(): EventPayload<'late:changed'>
}

interface DeskOptions {
  journal: Journal
  /** Null without an API key: nothing can be asked or charged, everything can be read (safety R27). */
  client: HandpointClient | null
  config: Config
  mode: AppSnapshot['mode']
  appVersion: string
  clock: Clock
  ids: Ids
  log: Log
  store: DocumentStore
  fetchDocument: GuardedFetch
  approvals: Approvals
  preferences: TillPreferences
  /** Fresh secrets while the listener takes results; null while it does not. */
  offerCallback: () => CallbackOffer | null
  testListener: () => Promise<ListenerTest>
  /** How backups, disk and listener are doing, and what forbids selling. */
  readHealth: () => HiddenHealth
  /** The contract as it stands where none are given. Compiling it would be a third of what a start may take. */
  eventParsers?: EventParsers
}

export function createDesk(options: DeskOptions): Desk {
  const { journal, client, config, clock, ids, log } = options
  const hub = createEventHub(log, options.eventParsers)
  const outbox = createOutbox(log)

  // When the journal can no longer be read, what was last known to be open still is.
  let lastOpen: PaymentRow[] = []
  const listOpen = (): PaymentRow[] => {
    const rows = journal.listOpen()
    if (rows.ok) lastOpen = rows.value
    return lastOpen
  }
  const noteOpen = (row: PaymentRow): void => {
    const others = lastOpen.filter(({ intent }) => intent.reference !== row.intent.reference)
    lastOpen = isOpen(row.state) ? [...others, row] : others
  }
  // The payment in front of the cashier is no loose end while its terminal is simply being waited for; when nothing can be
  // written down any more, nobody is.
  const isOnlyWaitedFor = ({ intent, state }: PaymentRow): boolean =>
    intent.reference === till.shown() && isOrdinaryWait(state) && till.blocked() !== 'journal.unavailable'
  // What cannot move money is no loose end either.
  const listUnresolved = (): PaymentRow[] =>
    listOpen().filter((row) => movesMoney(row.intent.operation) && !isOnlyWaitedFor(row))
  const openPayments = (): ReadonlyMap<string, Intent> =>
    new Map(
      listOpen()
        .filter(({ intent }) => occupiesTerminal(intent))
        .map(({ intent }) => [intent.terminal.serialNumber, intent]),
    )

  const countOrphans = (reason: OrphanReason): number => {
    const count = journal.countOrphans(reason)
    return count.ok ? count.value : 0
  }

  const readApp = (): AppSnapshot => till.snapshot(hub.nextVersion())
  const readTerminals = (): TerminalsSnapshot => terminals.snapshot(hub.nextVersion())
  const readPayment = (row: PaymentRow): PaymentSnapshot =>
    toPaymentSnapshot({
      row,
      watch: engine.watchOf(row.intent.reference),
      terminalName: terminals.nameOf(row.intent.terminal),
      version: hub.nextVersion(),
    })
  const readUnresolved = (): EventPayload<'unresolved:changed'> => ({
    version: hub.nextVersion(),
    payments: listUnresolved().map(readPayment),
  })
  const readLate = (): EventPayload<'late:changed'> => {
    const rows = journal.listUnseen()
    const late = rows.ok ? rows.value.filter(({ intent }) => intent.reference !== till.shown()) : []
    return { version: hub.nextVersion(), payments: late.map(readPayment) }
  }
  const publishRow = (row: PaymentRow): void => hub.publish('payment:changed', readPayment(row))
  // What was committed is told even where the journal is lost before it could be read once more.
  const committed = new Map<Reference, PaymentRow>()
  const takeCommitted = (reference: Reference): PaymentRow | null => {
    const row = committed.get(reference) ?? null
    committed.delete(reference)
    return row
  }
  const readAndPublish = (reference: Reference): void => {
    const row = journal.readRow(reference)
    const known = takeCommitted(reference)
    const newest = row.ok ? row.value : known
    if (newest !== null) publishRow(newest)
  }
  const publishCommitted = (row: PaymentRow): void => {
    const { reference } = row.intent
    committed.set(reference, row)
    noteOpen(row)
    const tell = (): void => publishRow(takeCommitted(reference) ?? row)
    outbox.send(`payment ${reference}`, tell, () => readAndPublish(reference))
  }
  const publishPayment = (reference: Reference): void =>
    outbox.send(`payment ${reference}`, () => readAndPublish(reference))
  const publishApp = (): void => outbox.send('app', () => hub.publish('app:changed', readApp()))
  const publishLists = (): void => {
    outbox.send('unresolved', () => hub.publish('unresolved:changed', readUnresolved()))
    outbox.send('late', () => hub.publish('late:changed', readLate()))
  }
  const publishTerminals = (): void => outbox.send('terminals', () => hub.publish('terminals:changed', readTerminals()))

  // Read where something is written: the language can change while the till runs.
  const shop = {
    name: config.shopName,
    currency: config.currency,
    // The calendars of the world are loaded by it: a till starts before it prints.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    get locale() {
      return options.preferences.locale()
    },
  }
  const preferences: Desk['preferences'] = {
    read: () => options.preferences.read(),
    write(change) {
      const written = options.preferences.write(change)
      publishApp()
      return written
    },
  }

  const till: Till = createTill({
    appVersion: options.appVersion,
    allows: { tip: config.tip !== undefined, tipAdjustment: config.tipAdjustment, mailOrder: config.mailOrder },
    readHealth: () => ({
      ...options.readHealth(),
      orphanCount: countOrphans('unknownReference'),
      unreadableCount: countOrphans('unreadable'),
    }),
    shop,
    mode: options.mode,
    hasKey: client !== null,
    countUnresolved: () => listUnresolved().length,
    onChange() {
      publishApp()
      publishLists()
    },
  })
  const terminals: TerminalDirectory = createTerminalDirectory({
    client,
    clock,
    names: config.terminalNames,
    defaultSerialNumber: config.defaultTerminal ?? null,
    isPractice: options.mode === 'training',
    openPayments,
    onChange: publishTerminals,
    onContact: (contact) => till.noteContact(contact),
  })
  const onJournalFailure = (): void => till.noteJournalFailure()
  const engine: Engine = createEngine({
    journal,
    client: client ?? createKeylessClient(),
    clock,
    log,
    till: config.tillName,
    rereadAboveMinor: config.rereadAboveMinor ?? Number.MAX_SAFE_INTEGER,
    onResult({ reference, terminal, channel }, { documents: found, outcome, battery }) {
      documents.keep(reference, found)
      if (channel === 'terminal') terminals.noteResult(terminal, outcome.happenedAt ?? clock.now(), battery)
    },
    onChange(row) {
      publishCommitted(row)
      // The attempt that this one repeats now shows by which.
      if (row.intent.attemptOf !== null && row.state.status === 'created') publishPayment(row.intent.attemptOf)
      publishLists()
      publishTerminals()
      publishApp()
    },
    onContact(contact) {
      till.noteContact(contact)
      if (contact === 'keyRefused') terminals.refreshSoon()
    },
    onPlan: publishPayment,
    onJournalFailure,
    onRefusal({ terminal, channel }, reason) {
      const isReachable = channel === 'terminal' ? provesReach(reason) : null
      if (isReachable !== null) terminals.noteReachable(terminal, isReachable)
    },
  })
  const documents = createDocuments({
    journal,
    store: options.store,
    fetch: options.fetchDocument,
    clock,
    log,
    shop,
    note: (reference, event) => engine.noteDocument(reference, event).ok,
  })
  const operations = createOperations({
    engine,
    journal,
    terminals,
    clock,
    ids,
    currency: config.currency,
    tip: config.tip ?? null,
    allows: config,
    approvals: options.approvals,
    blocked: () => till.blocked(),
    offerCallback: options.offerCallback,
  })
  const sink = createCallbackSink({ journal, engine, clock, log, onOrphan: publishApp, onJournalFailure })
  const callbackSink: CallbackSink = {
    find: sink.find,
    deliver(reference, body, later) {
      const deliver = (): Delivery => sink.deliver(reference, body)
      return later === undefined ? deliver() : outbox.holdBack(later, deliver)
    },
  }
  /** What the last results of an earlier run prove of their terminals, by the terminals' own time. */
  function recallTerminals(): void {
    const page = journal.listPage(null, RECALLED_ROWS)
    for (const { intent, state } of page.ok ? page.value.rows : []) {
      const outcome = 'basis' in state && state.basis === 'terminal' && 'outcome' in state ? state.outcome : null
      const happenedAt = outcome?.happenedAt ?? null
      if (happenedAt !== null) terminals.noteResult(intent.terminal, happenedAt, null)
    }
  }
  function recover(): Result<void, AppendFailure> {
    recallTerminals()
    const newest = listOpen().at(-1)
    if (newest !== undefined) till.show(newest.intent.reference)
    const recovered = engine.recover()
    if (recovered.ok) documents.resume()
    return recovered
  }
  return {
    hub,
    till,
    terminals,
    engine,
    operations,
    approvals: options.approvals,
    documents,
    preferences,
    callbackSink,
    testListener: options.testListener,
    recover,
    readApp,
    publishApp,
    readTerminals,
    readPayment,
    readUnresolved,
    readLate,
  }
}
