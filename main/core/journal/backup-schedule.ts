import { z } from 'zod'
import { err, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { makeBackup, type BackupFailure } from './backup.ts'
import { toText, type Db } from './connection.ts'
import { listGenerations, type Generation } from './generations.ts'
import { readHead } from './head.ts'

export interface BackupHealth {
  /** When the newest sound backup was made; null where there is none. */
  lastBackupAt: number | null
  /** Why the newest attempt failed; null when it did not. */
  problem: string | null
}

export interface Backups {
  /** Makes the first a minute from now, then one every 15 minutes in which something was written. */
  start(): void
  stop(): void
  /** Makes one now, whether something was written or not. One that is being made already is waited for. */
  makeNow(): Promise<Result<Generation, BackupFailure>>
  health(): BackupHealth
}

interface Options {
  db: Db
  folder: string
  fileName: string
  clock: Clock
  log?: Log | undefined
  reserveBytes: number
  onVerified?: () => void
  /** The copy had damage in it: so may the journal. */
  onDamage?: () => void
}

/** Once a till has come to rest after its start. */
const FIRST_AFTER_MS = 60_000
/** Safety §3. */
const INTERVAL_MS = 15 * 60_000
/** A journal that has grown so large that a backup takes minutes is backed up less often. */
const SHARE_OF_TIME = 20

/** The backups of an open journal. A failure of one is told by {@link Backups.health} and tried again at the next turn. */
export function createBackups(options: Options): Backups {
  const { db, folder, fileName, clock, log } = options
  const countChanges = db.prepare('SELECT total_changes()').pluck()
  const [newest] = listGenerations(folder, fileName)
  let health: BackupHealth = { lastBackupAt: newest?.at ?? null, problem: null }
  let savedChanges = newest?.seq === readHead(db).seq ? readChanges() : -1
  let running: Promise<Result<Generation, BackupFailure>> | null = null
  let cancel: (() => void) | null = null
  let isStopped = false

  function readChanges(): number {
    return z.int().parse(countChanges.get())
  }

  async function make(): Promise<Result<Generation, BackupFailure>> {
    if (!db.open) return err({ text: 'the journal is closed', differences: [] })
    const changes = readChanges()
    const made = await makeBackup(options)
    if (made.ok) {
      savedChanges = changes
      health = { lastBackupAt: made.value.at, problem: null }
      log?.info('journal.backedUp', { seq: made.value.seq })
      tell(options.onVerified)
    } else if (!isStopped) {
      health = { ...health, problem: made.error.text }
      log?.error('journal.backupFailed', { text: made.error.text })
      if (made.error.differences.length > 0) tell(options.onDamage)
    }
    return made
  }

  function tell(listener: (() => void) | undefined): void {
    try {
      listener?.()
    } catch (error) {
      log?.error('journal.afterBackupFailed', { text: toText(error) })
    }
  }

  function makeNow(): Promise<Result<Generation, BackupFailure>> {
    running ??= make().finally(() => (running = null))
    return running
  }

  function wait(afterMs: number): void {
    cancel = clock.setTimer(afterMs, () => void takeTurn())
  }

  async function takeTurn(): Promise<void> {
    const startedMs = clock.monotonicMs()
    if (db.open && readChanges() !== savedChanges) await makeNow()
    const tookMs = clock.monotonicMs() - startedMs
    if (!isStopped && db.open) wait(Math.max(INTERVAL_MS, tookMs * SHARE_OF_TIME))
  }

  return {
    start() {
      if (cancel === null && !isStopped) wait(FIRST_AFTER_MS)
    },
    stop() {
      isStopped = true
      cancel?.()
    },
    makeNow,
    health: () => health,
  }
}
