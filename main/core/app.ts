import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { AppSnapshot } from '../../shared/ipc/snapshots.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { describeConfigFailure, readConfig, type Config } from './config.ts'
import { createDesk } from './desk.ts'
import { createHandpointClient } from './handpoint/client.ts'
import { hostsOf } from './handpoint/hosts.ts'
import type { EventListener } from './ipc/event-hub.ts'
import { createRouter, type Router } from './ipc/router.ts'
import { createRoutes } from './ipc/routes.ts'
import { takeLock } from './journal/lock.ts'
import { openJournal } from './journal/open.ts'
import { createSystemClock } from './system/clock.ts'
import { systemIds } from './system/ids.ts'
import { openLog } from './system/log.ts'
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

/** Why Paydesk does not start. `text` says what it means and what to do, in plain words. */
export interface StartFailure {
  code: 'config.invalid' | 'journal.inUse' | 'journal.newer' | 'journal.unavailable' | 'simulator.failed'
  text: string
}

/** Which cloud to talk to, with the key for it. */
export interface Connection {
  cloudUrl: string
  statusUrl: string
  apiKey: string
}

export interface RunningSimulator {
  cloudUrl: string
  statusUrl: string
  key: string
  close(): Promise<void>
}

export interface CoreOptions {
  dataFolder: string
  /** A named configuration file must exist; without a name the one in the data folder counts, if there is one. */
  configFile: string | null
  appVersion: string
  /** A cloud named from outside; null to go by the configuration. */
  connection: Partial<Connection> | null
  /** Starts the practice cloud, whose memory is kept in the given file. */
  startSimulator: (stateFile: string) => Promise<RunningSimulator>
}

const CONNECT_TIMEOUT_MS = 5_000

/** The composition root. Refuses to start rather than to run beside another instance or without a journal. */
export async function startCore(options: CoreOptions): Promise<Result<Core, StartFailure>> {
  const { dataFolder } = options
  const configFile = options.configFile ?? join(dataFolder, 'paydesk.config.json')
  const config = await readConfig(configFile, options.configFile === null)
  if (!config.ok) return err({ code: 'config.invalid', text: describeConfigFailure(config.error) })

  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const lock = takeLock(dataFolder)
  if (!lock.ok) return err({ code: 'journal.inUse', text: lock.error.text })

  const mode = toMode(options.connection, config.value)
  const clock = createSystemClock()
  const log = openLog({ folder: join(dataFolder, 'log'), clock })
  const journal = openJournal({
    folder: dataFolder,
    fileName: mode === 'training' ? 'training.sqlite' : 'journal.sqlite',
    clock,
  })
  if (!journal.ok) {
    lock.value.release()
    return err({ code: `journal.${journal.error.code}`, text: journal.error.text })
  }
  return ok(undefined as never)
}

function toMode(connection: Partial<Connection> | null, config: Config): AppSnapshot['mode'] {
  return connection === null && config.training ? 'training' : config.environment
}
