import { renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { Clock, Log } from '../ports.ts'
import type { Db } from './connection.ts'
import { prepareFolder, syncFolder } from './folder.ts'
import { backupFolder, toBackupFile, toPartialFile } from './generations.ts'
import { readHead } from './head.ts'
import type { Migration } from './migrations/migration.ts'
import { eventChain } from './migrations/001-event-chain.ts'
import { paymentProjection } from './migrations/002-payment-projection.ts'
import { operations } from './migrations/003-operations.ts'
import { orphans } from './migrations/004-orphans.ts'
import { numbers } from './migrations/005-numbers.ts'
import { news } from './migrations/006-news.ts'
import { sameAmount } from './migrations/007-same-amount.ts'
import { rebuildProjections } from './rebuild.ts'
import { copyVerified } from './verified-copy.ts'

/** Every migration there has ever been, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  eventChain,
  paymentProjection,
  operations,
  orphans,
  numbers,
  news,
  sameAmount,
]

interface MigrateOptions {
  db: Db
  file: string
  clock: Clock
  log?: Log | undefined
  migrations?: readonly Migration[]
  /** False for a file that is a copy already. */
  isBackedUp?: boolean
}

/**
 * Brings a file to the newest version, each step in one transaction, and where the file had a version already
 * after a verified backup of it was made (safety R26). Throws on any failure; the step that failed has then changed nothing.
 */
export function migrate({ db, file, clock, log, migrations = MIGRATIONS, isBackedUp = true }: MigrateOptions): void {
  const from = readVersion(db)
  const pending = migrations.filter((migration) => migration.version > from)
  const hasNewProjections = pending.some((migration) => migration.changesProjections)
  if (pending.length > 0 && from > 0 && isBackedUp) backUp(db, file, clock)
  for (const { version, name, sql } of pending) {
    if (version > 1) log?.info('journal.migrating', { version, name })
    const isLast = version === pending.at(-1)?.version
    const step = db.transaction(() => {
      db.exec(sql)
      // Today's code writes today's columns, so only the last step can rebuild; until it commits, the file is one version old.
      if (isLast && hasNewProjections) rebuildProjections(db)
      db.pragma(`user_version = ${version}`)
    })
    step.immediate()
  }
  // What the whole file depends on is not left to the log alone.
  if (pending.length > 0) db.pragma('wal_checkpoint(TRUNCATE)')
}

/** The schema's version: 0 for a new file. */
export function readVersion(db: Db): number {
  return z.int().parse(db.pragma('user_version', { simple: true }))
}

function backUp(db: Db, file: string, clock: Clock): void {
  const [folder, fileName] = [dirname(file), basename(file)]
  const partial = toPartialFile(folder, fileName)
  prepareFolder(backupFolder(folder))
  rmSync(partial, { force: true })
  copyVerified(db, partial)
  renameSync(partial, toBackupFile(folder, fileName, readHead(db).seq, clock.now()))
  syncFolder(backupFolder(folder))
}
