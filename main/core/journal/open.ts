import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { openReadOnly, openWriter, toText, type Db } from './connection.ts'
import { makePrivateFile, prepareFolder, syncFolder } from './folder.ts'
import type { Journal } from './journal.ts'
import { MIGRATIONS, migrate, readVersion } from './migrate.ts'
import { rebuildProjections } from './rebuild.ts'
import { createJournal } from './sqlite-journal.ts'
import {
  findChainBreaks,
  findTailBreaks,
  findWrongProjections,
  findWrongRecentProjections,
  type Difference,
} from './verify.ts'

export type OpenFailure =
  /** A newer Paydesk wrote the file. It was left as it is. */
  | { code: 'newer'; text: string }
  /** The file or its folder cannot be used, or it is not as Paydesk left it. Nothing may be sold. */
  | { code: 'unavailable'; text: string }

export interface OpenOptions {
  folder: string
  fileName: string
  clock: Clock
  log?: Log
}

/** How many of the newest events are checked at each start (safety §3). */
const TAIL_EVENTS = 10_000

/** How many of them have their operation's projection computed anew at each start, besides that of every open one. */
const RECENT_EVENTS = 200

const OUR_VERSION = MIGRATIONS.length

/**
 * Opens the journal, makes it if there is none, brings it to this version and checks the tail of its chain. To be called
 * while holding the lock of the folder (safety R18).
 * @returns `newer` or `unavailable`, in words for a person; nothing is ever deleted or moved
 */
export function openJournal({ folder, fileName, clock, log }: OpenOptions): Result<Journal, OpenFailure> {
  const file = join(folder, fileName)
  let db: Db | null = null
  try {
    prepareFolder(folder)
    const refusal = findObstacle(file, fileName)
    if (refusal !== null) return err(refusal)
    makePrivateFile(file)
    db = openWriter(file)
    migrate({ db, file, clock, log })
    syncFolder(folder)
    checkContent(db, log)
    return ok(createJournal(db, log))
  } catch (error) {
    closeQuietly(db, log)
    const text = `The journal ${fileName} cannot be used: ${toText(error)}. Nothing in it was deleted.`
    log?.error('journal.unavailable', { text })
    return err({ code: 'unavailable', text })
  }
}

/** Looks at what is there without changing it. */
function findObstacle(file: string, fileName: string): OpenFailure | null {
  const size = existsSync(file) ? statSync(file).size : 0
  if (size === 0) {
    const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
    if (!hasLog) return null
    // SQLite would take the log for a leftover and delete it, with every payment in it.
    return {
      code: 'unavailable',
      text: `The journal ${fileName} is missing or empty, but its log is there. Nothing was changed.`,
    }
  }
  const version = peekVersion(file)
  if (version === null)
    return { code: 'unavailable', text: `The file ${fileName} is not a journal of Paydesk. Nothing was changed.` }
  if (version <= OUR_VERSION) return null
  const text = `The journal ${fileName} was written by a newer Paydesk: it has version ${version}, and this Paydesk knows versions up to ${OUR_VERSION}. Nothing was changed. Install the newer Paydesk again.`
  return { code: 'newer', text }
}

/** The schema's version, or null for another program's database. */
function peekVersion(file: string): number | null {
  const db = openReadOnly(file)
  try {
    const version = readVersion(db)
    const isForeign = version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined
    return isForeign ? null : version
  } finally {
    db.close()
  }
}

function checkContent(db: Db, log: Log | undefined): void {
  refuseIfDamaged(findTailBreaks(db, TAIL_EVENTS))
  const wrong = findWrongRecentProjections(db, RECENT_EVENTS)
  if (wrong.length === 0) return
  // The events are the truth, as far as every one of them is there and sound.
  refuseIfDamaged([...findChainBreaks(db, 0), ...findWrongProjections(db)])
  log?.error('journal.projectionsRebuilt', { wrong: wrong.length })
  db.transaction(() => rebuildProjections(db)).immediate()
}

function refuseIfDamaged(differences: readonly Difference[]): void {
  const damage = differences.find((difference) => difference.kind === 'damage')
  if (damage === undefined) return
  const what = typeof damage.where === 'number' ? `event ${damage.where}` : `payment ${damage.where ?? ''}`
  throw new Error(`${what} is not as it was written (${damage.text})`)
}

function closeQuietly(db: Db | null, log: Log | undefined): void {
  try {
    db?.close()
  } catch (error) {
    log?.error('journal.closeFailed', { text: toText(error) })
  }
}
