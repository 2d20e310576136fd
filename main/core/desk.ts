import type { Reference } from '../../shared/ids.ts'
import type { EventPayload } from '../../shared/ipc/contract.ts'
import type { AppSnapshot, PaymentSnapshot, TerminalsSnapshot } from '../../shared/ipc/snapshots.ts'
import type { Result } from '../../shared/result.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import type { Config } from './config.ts'
import type { HandpointClient } from './handpoint/client.ts'
import { createKeylessClient } from './handpoint/keyless.ts'
import { createEventHub, type EventHub } from './ipc/event-hub.ts'
import type { Journal, JournalFailure, PaymentRow } from './journal/journal.ts'
import { createEngine, type Engine } from './payments/engine.ts'
import { createSales, type Sales } from './payments/sales.ts'
import { toPaymentSnapshot } from './payments/snapshot.ts'
import type { Clock, Ids, Log } from './ports.ts'
import { createTerminalDirectory, type TerminalDirectory } from './terminals/directory.ts'
import { createTill, type Till } from './till.ts'

function isOrdinaryWait({ status }: TransactionState): boolean {
  return status === 'created' || status === 'waiting' || status === 'cancelling'
}

/** The parts of a running payment desk, joined: what happens in one is published by the hub. */
export interface Desk {
  hub: EventHub
  till: Till
  terminals: TerminalDirectory
  engine: Engine
  sales: Sales
  /** Takes up what an earlier run left open, and puts the newest of it in front of the cashier. */
  recover(): Result<void, JournalFailure>
  readApp(): AppSnapshot
  readTerminals(): TerminalsSnapshot
  readPayment(row: PaymentRow): PaymentSnapshot
  readUnresolved(): EventPayload<'unresolved:changed'>
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
}

export function createDesk(options: DeskOptions): Desk {
  const { journal, client, config, clock, ids, log } = options
  const hub = createEventHub(log)

  // When the journal can no longer be read, what was last known to be open still is.
  let lastOpen: PaymentRow[] = []
  const listOpen = (): PaymentRow[] => {
    const rows = journal.listOpen()
    if (rows.ok) lastOpen = rows.value
    return lastOpen
  }
  // The payment in front of the cashier is no loose end while its terminal is simply being waited for; when nothing can be
  // written down any more, nobody is.
  const isOnlyWaitedFor = ({ intent, state }: PaymentRow): boolean =>
    intent.reference === till.shown() && isOrdinaryWait(state) && till.blocked() !== 'journal.unavailable'
  const listUnresolved = (): PaymentRow[] => listOpen().filter((row) => !isOnlyWaitedFor(row))
  const openPayments = (): ReadonlyMap<string, Reference> =>
    new Map(listOpen().map(({ intent }) => [intent.terminal.serialNumber, intent.reference]))

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
  const publishPayment = (reference: Reference): void => {
    const row = journal.readRow(reference)
    if (row.ok && row.value !== null) hub.publish('payment:changed', readPayment(row.value))
  }
  const publishApp = (): void => hub.publish('app:changed', readApp())

  const till: Till = createTill({
    appVersion: options.appVersion,
    shop: { name: config.shopName, currency: config.currency, locale: config.language },
    mode: options.mode,
    hasKey: client !== null,
    countUnresolved: () => listUnresolved().length,
    onChange() {
      publishApp()
      hub.publish('unresolved:changed', readUnresolved())
    },
  })
  const terminals: TerminalDirectory = createTerminalDirectory({
    client,
    clock,
    names: config.terminalNames,
    defaultSerialNumber: config.defaultTerminal ?? null,
    isPractice: options.mode === 'training',
    openPayments,
    onChange: () => hub.publish('terminals:changed', readTerminals()),
    onContact: (contact) => till.noteContact(contact),
  })
  const engine: Engine = createEngine({
    journal,
    client: client ?? createKeylessClient(),
    clock,
    log,
    onChange(row) {
      hub.publish('payment:changed', readPayment(row))
      // The attempt that this one repeats now shows by which.
      if (row.intent.attemptOf !== null && row.state.status === 'created') publishPayment(row.intent.attemptOf)
      hub.publish('unresolved:changed', readUnresolved())
      hub.publish('terminals:changed', readTerminals())
      publishApp()
    },
    onContact(contact) {
      till.noteContact(contact)
      if (contact === 'keyRefused') terminals.refreshSoon()
    },
    onPlan: publishPayment,
    onJournalFailure() {
      till.noteJournalFailure()
    },
    onRefusal: ({ terminal }, reason) => terminals.noteReachable(terminal, reason !== 'terminalOffline'),
  })
  const sales = createSales({
    engine,
    journal,
    terminals,
    clock,
    ids,
    currency: config.currency,
    blocked: () => till.blocked(),
  })
  function recover(): Result<void, JournalFailure> {
    const newest = listOpen().at(-1)
    if (newest !== undefined) till.show(newest.intent.reference)
    return engine.recover()
  }
  return { hub, till, terminals, engine, sales, recover, readApp, readTerminals, readPayment, readUnresolved }
}
