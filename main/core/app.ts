import { join } from 'node:path'
import type { AppSnapshot } from '../../shared/ipc/snapshots.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { createApprovals } from './approval/approvals.ts'
import { isPinOf } from './approval/pin-hash.ts'
import { createWrongPins } from './approval/wrong-pins.ts'
import { isForPractice, isListening, toCallbackHealth, toOffer } from './callback/offer.ts'
import { startCallbackListener, type CallbackListener } from './callback/listener.ts'
import { describeConfigFailure, readConfig, type Config } from './config.ts'
import { createDesk, type Desk } from './desk.ts'
import { createDocumentRetention, type DocumentRetention } from './document-retention.ts'
import { createHandpointClient } from './handpoint/client.ts'
import { hostsOf, type Connection, type Hosts } from './handpoint/connection.ts'
import { createHistory, type History } from './history/history.ts'
import type { EventListener } from './ipc/event-hub.ts'
import { createRouter, type Router } from './ipc/router.ts'
import { createRoutes } from './ipc/routes.ts'
import { readDocumentUses } from './journal/document-uses.ts'
import type { Journal } from './journal/journal.ts'
import { takeLock, type Lock } from './journal/lock.ts'
import { createJournalCare, type JournalCare } from './journal-care.ts'
import { openJournalOrRestore } from './journal/open-or-restore.ts'
import type { Clock } from './ports.ts'
import { openPrinting } from './printing/open-printing.ts'
import type { Printer } from './printing/printer-port.ts'
import type { Printing } from './printing/printing.ts'
import { createPreferenceFile } from './preferences/preference-file.ts'
import { createPreferences } from './preferences/preferences.ts'
import { createDocumentStore } from './receipts/document-store.ts'
import { createGuardedFetch } from './receipts/guarded-fetch.ts'
import { createSystemClock } from './system/clock.ts'
import { createRandomIds } from './system/ids.ts'
import { createFileLog, type FileLog } from './system/log.ts'
import { createNodeHttp } from './system/node-http.ts'

/** A running Paydesk without a window: what every shell and transport talks to. */
export interface Core {
  /** Answers one command of the bridge. Never throws. */
  call: Router
  subscribe(listener: EventListener): () => void
  /** Whether a request is on its way out: stopping now would lose its answer. */
  hasOpenRequest(): boolean
  close(): Promise<void>
}

/** Why Paydesk does not start. The message says what it means and what to do, in plain words. */
export interface StartFailure {
  code: 'config.invalid' | 'journal.inUse' | 'journal.newer' | 'journal.unavailable' | 'practice.unavailable'
  message: string
}

/** The practice cloud, running. */
export interface RunningSimulator extends Hosts {
  key: string
  close(): Promise<void>
}

export interface CoreOptions {
  dataFolder: string
  /** A named configuration file must exist; without a name the one in the data folder counts, if there is one. */
  configFile: string | null
  appVersion: string
  /** A cloud named from outside; null to go by the configuration. */
  connection: Connection | null
  /** The machine's clocks unless others are given. */
  clock?: Clock
  /** Starts the practice cloud, whose memory is kept in the given file. */
  startSimulator: (stateFile: string) => Promise<RunningSimulator>
  /** The printers of this computer; absent: nothing is printed or mailed. */
  printer?: Printer
  mailPassword?: string | null
}

const CONNECT_TIMEOUT_MS = 5_000

/** The composition root. Refuses to start rather than to run beside another instance or without a journal. */
export async function startCore(options: CoreOptions): Promise<Result<Core, StartFailure>> {
  const { dataFolder } = options
  const configFile = options.configFile ?? join(dataFolder, 'paydesk.config.json')
  const config = await readConfig(configFile, options.configFile === null)
  if (!config.ok) return err({ code: 'config.invalid', message: describeConfigFailure(config.error) })

  const lock = takeLock(dataFolder)
  if (!lock.ok) {
    const advice = `Check that ${dataFolder} is a folder in which this user may write. Nothing was changed.`
    const message = lock.error.code === 'inUse' ? lock.error.text : `${lock.error.text}\n${advice}`
    return err({ code: `journal.${lock.error.code}`, message })
  }

  const mode = toMode(options.connection, config.value)
  const clock = options.clock ?? createSystemClock()
  const log = createFileLog({ folder: join(dataFolder, 'log'), now: clock.now })
  // Practice has a file of its own, so that its payments never mix with real ones.
  const fileName = mode === 'training' ? 'training.sqlite' : 'journal.sqlite'
  const opened = openJournalOrRestore({ folder: dataFolder, fileName, clock, log })
  if (!opened.ok) {
    lock.value.release()
    return err({ code: `journal.${opened.error.code}`, message: opened.error.text })
  }

  const { journal } = opened.value
  const reached = await reachCloud(options, config.value, mode)
  if (!reached.ok) {
    journal.close()
    lock.value.release()
    return reached
  }
  const cloud = reached.value
  const http = createNodeHttp({ connectTimeoutMs: CONNECT_TIMEOUT_MS })
  if (cloud.apiKey !== null) log.addSecret(cloud.apiKey)
  const client =
    cloud.apiKey === null ? null : createHandpointClient({ http, clock, log, ...cloud.hosts, apiKey: cloud.apiKey })
  const ids = createRandomIds()
  const parts = { journal, client, config: config.value, mode, appVersion: options.appVersion }
  const care = createJournalCare({ opened: opened.value, clock, log, onChange: () => desk.till.noteHealth() })
  let listener: CallbackListener | null = null
  const wanted = config.value.callback ?? null
  const callback = wanted !== null && (mode !== 'training' || isForPractice(wanted)) ? wanted : null
  const fetchDocument = createGuardedFetch({
    extraHosts: config.value.receiptHosts,
    trustedOrigin: new URL(cloud.hosts.cloudUrl).origin,
  })
  const store = createDocumentStore(dataFolder)
  const readUses = (after: number) => readDocumentUses(join(dataFolder, fileName), after)
  const retention = createDocumentRetention({ journal, readUses, store, clock, log })
  const isPractice = mode === 'training'
  const preferences = createPreferences({
    store: createPreferenceFile(join(dataFolder, 'preferences.json'), log),
    shopLocale: config.value.language,
    allowed: config.value.languages,
  })
  const { managerPin } = config.value
  const approvals = createApprovals({
    isManagerPin: managerPin === undefined ? null : (pin) => isPinOf(pin, managerPin),
    isPractice,
    wrongPins: createWrongPins({
      file: join(dataFolder, isPractice ? 'training-wrong-pins.json' : 'wrong-pins.json'),
      isNewTill: isUnused(journal),
      clock,
      log,
    }),
    clock,
    ids,
    log,
  })
  const desk = createDesk({
    ...parts,
    approvals,
    preferences,
    clock,
    ids,
    log,
    store,
    fetchDocument,
    offerCallback: () => (callback === null || !isListening(listener) ? null : toOffer(callback)),
    testListener: () =>
      listener === null ? Promise.resolve({ verdict: 'notListening', at: clock.now() }) : listener.test(http),
    readHealth: () => ({
      ...care.health(),
      callback: listener === null ? { status: 'off' } : toCallbackHealth(listener),
    }),
  })
  const shop = {
    currency: config.value.currency,
    get locale() {
      return preferences.locale()
    },
  }
  const history = createHistory({ folder: dataFolder, fileName, journal, clock, log, shop })
  desk.hub.subscribe((name) => {
    if (name === 'payment:changed') history.noteCommit()
  })
  const { printer, mailPassword = null } = options
  if (mailPassword !== null) log.addSecret(mailPassword)
  const printing =
    printer === undefined
      ? null
      : openPrinting({
          dataFolder,
          isPractice,
          desk,
          journal,
          clock,
          ids,
          log,
          config: config.value,
          printer,
          mailPassword,
        })
  log.info('app.started', { mode, version: options.appVersion })

  const recovered = desk.recover()
  if (!recovered.ok) desk.till.noteJournalFailure()
  void desk.terminals.refresh()
  care.start(desk.engine.askOnce)
  // The journal of practice does not know what the real one still wants.
  if (mode !== 'training') retention.start()
  const onHealth = (): void => desk.till.noteHealth()
  const { callbackSink: sink, publishApp: onTraffic } = desk
  listener = await startCallbackListener({ settings: callback, sink, clock, log, onHealth, onTraffic })

  return ok({
    call: createRouter(createRoutes(desk, journal, history, printing), ids, log),
    subscribe: desk.hub.subscribe,
    hasOpenRequest: desk.engine.hasOpenRequest,
    close: () =>
      close({
        desk,
        care,
        retention,
        listener,
        history,
        printing,
        journal,
        lock: lock.value,
        log,
        http,
        stopCloud: cloud.stop,
      }),
  })
}

function isUnused(journal: Journal): boolean {
  const page = journal.listPage(null, 1)
  return page.ok && page.value.rows.length === 0
}

function toMode(connection: Connection | null, config: Config): AppSnapshot['mode'] {
  return connection === null && config.training ? 'training' : config.environment
}

interface Cloud {
  hosts: Hosts
  apiKey: string | null
  stop: () => Promise<void>
}

async function reachCloud(
  options: CoreOptions,
  config: Config,
  mode: AppSnapshot['mode'],
): Promise<Result<Cloud, StartFailure>> {
  if (mode !== 'training') {
    const hosts = options.connection?.hosts ?? hostsOf(config.environment)
    return ok({ hosts, apiKey: options.connection?.apiKey ?? null, stop: () => Promise.resolve() })
  }
  const stateFile = join(options.dataFolder, 'training-cloud.json')
  try {
    const { cloudUrl, statusUrl, key, close: stop } = await options.startSimulator(stateFile)
    return ok({ hosts: { cloudUrl, statusUrl }, apiKey: key, stop })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    const message = `The practice cloud does not start: ${problem}\nReal payments are not touched. If ${stateFile} is damaged, move it away: only practice payments are in it.`
    return err({ code: 'practice.unavailable', message })
  }
}

interface Running {
  desk: Desk
  care: JournalCare
  retention: DocumentRetention
  listener: CallbackListener
  history: History
  printing: Printing | null
  journal: Journal
  lock: Lock
  log: FileLog
  http: { close(): void }
  stopCloud: () => Promise<void>
}

/** The journal closes after the last answer was written, the lock goes last: nobody can come in before that. */
async function close(running: Running): Promise<void> {
  const { desk, care, retention, listener, history, printing, journal, lock, log, http, stopCloud } = running
  care.stop()
  retention.stop()
  desk.terminals.stop()
  desk.documents.close()
  // No result is acknowledged any more that could not be written down.
  await listener.close()
  await desk.engine.close()
  await printing?.close()
  history.close()
  journal.close()
  http.close()
  await stopCloud()
  log.info('app.stopped')
  log.close()
  lock.release()
}
