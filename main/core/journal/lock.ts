import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { err, ok, type Result } from '../../../shared/result.ts'
import { isBusy, toText, type Db } from './connection.ts'
import { prepareFolder } from './folder.ts'

export interface Lock {
  /** Lets the next instance in. Not needed at the end of the process: the operating system does it, even at kill -9. */
  release(): void
}

export type LockFailure = { code: 'inUse'; text: string } | { code: 'unavailable'; text: string }

const LOCK_FILE = 'paydesk.lock'

// Without this a lock that nobody refers to would be collected, closed, and let a second writer in.
const held = new Set<Db>()

/**
 * Makes this process the only one that works in `folder` (safety R18). To be taken before the journal is opened and held for
 * the life of the process. A second instance is refused at once and changes nothing.
 *
 * It is the file lock of an empty SQLite database, because SQLite knows how each operating system locks files and every one
 * of them drops the lock when the process dies. Nothing is ever written to it, so a full disk cannot break it. No other code
 * of this process may open the file: closing any handle of it would drop the lock (POSIX).
 * @returns `inUse` when another instance holds it, `unavailable` when the folder or the file cannot be used
 */
export function takeLock(folder: string): Result<Lock, LockFailure> {
  const file = join(folder, LOCK_FILE)
  try {
    prepareFolder(folder)
    return hold(new Database(file, { timeout: 0 }), file)
  } catch (error) {
    return err({ code: 'unavailable', text: `The lock file ${file} cannot be used: ${toText(error)}.` })
  }
}

function hold(db: Db, file: string): Result<Lock, LockFailure> {
  try {
    chmodSync(file, 0o600)
    // Otherwise beginning makes a `-journal` file.
    db.pragma('journal_mode = MEMORY')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (!isBusy(error)) throw error
    return err({ code: 'inUse', text: `Paydesk is already running with the data in ${dirname(file)}.` })
  }
  held.add(db)
  return ok({
    release() {
      held.delete(db)
      db.close()
    },
  })
}
