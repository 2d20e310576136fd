import { z } from 'zod'
import type { Clock, Log } from '../ports.ts'
import type { Db } from './connection.ts'
import type { Migration } from './migrations/migration.ts'
import { eventChain } from './migrations/001-event-chain.ts'
import { paymentProjection } from './migrations/002-payment-projection.ts'
import { rebuildProjections } from './rebuild.ts'
import { copyVerified } from './verified-copy.ts'

/** Every migration there has ever been, oldest first. */
export const MIGRATIONS: readonly Migration[] = [eventChain, paymentProjection]

interface MigrateOptions {
  db: Db
  file: string
  clock: Clock
  log?: Log | undefined
  migrations?: readonly Migration[]
}

/**
 * Brings a file to the newest version, each step in one transaction and, where the file had a version already, after a
 * verified copy of it was made beside it (safety R26). Throws on any failure; the step that failed has then changed nothing.
 */
export function migrate({ db, file, clock, log, migrations = MIGRATIONS }: MigrateOptions): void {
  const from = readVersion(db)
  const pending = migrations.filter((migration) => migration.version > from)
  const hasNewProjections = pending.some((migration) => migration.changesProjections)
  for (const { version, name, sql } of pending) {
    if (version > 1) log?.info('journal.migrating', { version, name })
    if (version > 1 && from > 0) copyVerified(db, `${file}.v${version - 1}.${clock.now()}.backup`)
    const isLast = version === pending.at(-1)?.version
    const step = db.transaction(() => {
      db.exec(sql)
      // Today's code writes today's columns, so only the last step can rebuild; until it commits, the file is one version old.
      if (isLast && hasNewProjections) rebuildProjections(db)
      db.pragma(`user_version = ${version}`)
    })
    step.immediate()
  }
}

/** The schema's version: 0 for a new file. */
export function readVersion(db: Db): number {
  return z.int().parse(db.pragma('user_version', { simple: true }))
}
