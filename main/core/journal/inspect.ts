import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DamageError, isDamage, isUnsettled, openReadOnly, settle, toText, type Db } from './connection.ts'
import { listGenerations } from './generations.ts'
import { MIGRATIONS, readVersion } from './migrate.ts'
import { readNewestBookEvent, toBookFile } from './reference-book.ts'
import { describeDifference, findChainBreaks, findTailBreaks, type Difference } from './verify.ts'

/** What lies where the journal is to be opened. */
export type Finding =
  | { state: 'absent' }
  | { state: 'sound' }
  /** Not as Paydesk left it, or not all of it. */
  | { state: 'damaged'; text: string }
  | { state: 'newer'; text: string }
  /** Nothing that Paydesk may touch. */
  | { state: 'refused'; text: string }

/** How many of the newest events are checked at each start (safety §3). */
const TAIL_EVENTS = 10_000

/** Up to this size the whole file is checked at each start; a larger one with its next backup. About 6 ms per MB. */
const SMALL_BYTES = 8 * 1024 * 1024

const OUR_VERSION = MIGRATIONS.length

/** No Paydesk will ever be so many versions ahead: such a number is damage. */
const PLAUSIBLE_VERSIONS = 1000

/** Lies beside a journal whose backup had damage in it: the next start checks the whole of it, whatever its size. */
export function toSuspicionFile(file: string): string {
  return `${file}.suspect`
}

/** Looks at a journal without changing it. Throws when the disk or the file cannot be read just now. */
export function inspectJournal(folder: string, fileName: string): Finding {
  const file = join(folder, fileName)
  const size = existsSync(file) ? statSync(file).size : 0
  if (size === 0) return inspectNothing(folder, fileName)
  try {
    const db = openSettled(file)
    try {
      return inspectVersion(db, folder, fileName) ?? inspectContent(db, folder, fileName, size)
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { state: 'damaged', text: toText(error) }
  }
}

/** A power cut while the file was being made leaves an unfinished change, which a read-only connection may not take back. */
function openSettled(file: string): Db {
  const db = openReadOnly(file)
  try {
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    if (!isUnsettled(error)) throw error
    settle(file)
    return openReadOnly(file)
  }
}

function inspectNothing(folder: string, fileName: string): Finding {
  const file = join(folder, fileName)
  if (isKnownElsewhere(folder, fileName)) return { state: 'damaged', text: 'the file is missing or empty' }
  const hasLog = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0
  if (!hasLog) return { state: 'absent' }
  // SQLite would take the log for a leftover and delete it, with every payment in it.
  const text = `The journal ${fileName} is missing or empty, but its log is there. Nothing was changed.`
  return { state: 'refused', text }
}

/** Whether there ever was a sale: it is in the book before it leaves. */
function isKnownElsewhere(folder: string, fileName: string): boolean {
  const bookFile = toBookFile(join(folder, fileName))
  return listGenerations(folder, fileName).length > 0 || readNewestBookEvent(bookFile) !== null
}

function inspectVersion(db: Db, folder: string, fileName: string): Finding | null {
  const version = readVersion(db)
  const hasTable = (where: string) => db.prepare(`SELECT 1 FROM sqlite_schema ${where}`).get() !== undefined
  if (version === 0 && hasTable('') && !hasTable("WHERE name = 'event'"))
    return { state: 'refused', text: `The file ${fileName} is not a journal of Paydesk. Nothing was changed.` }
  // An empty database is also what SQLite makes of one whose log it cannot read.
  if (version === 0 && !hasTable('') && isKnownElsewhere(folder, fileName))
    return { state: 'damaged', text: 'there is nothing in it' }
  const isImplausible = version < 0 || version > OUR_VERSION + PLAUSIBLE_VERSIONS
  if (isImplausible || (version === 0 && hasTable('')))
    return { state: 'damaged', text: `its version reads ${version}` }
  if (version <= OUR_VERSION) return null
  const text = `The journal ${fileName} was written by a newer Paydesk: it has version ${version}, and this Paydesk knows versions up to ${OUR_VERSION}. Nothing was changed. Install the newer Paydesk again.`
  return { state: 'newer', text }
}

function inspectContent(db: Db, folder: string, fileName: string, size: number): Finding {
  const file = join(folder, fileName)
  const isSuspect = existsSync(toSuspicionFile(file))
  if (isSuspect || size <= SMALL_BYTES) {
    const check = db.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') return { state: 'damaged', text: `quick_check: ${String(check)}` }
  }
  if (readVersion(db) === 0) return { state: 'sound' }
  refuseIfDamaged(isSuspect ? findChainBreaks(db, 0) : findTailBreaks(db, TAIL_EVENTS))
  refuseIfShort(db, folder, fileName)
  return { state: 'sound' }
}

/** SQLite passes over a damaged part of its log as if it had never been written; these two know better. */
function refuseIfShort(db: Db, folder: string, fileName: string): void {
  const readHash = db.prepare('SELECT hash FROM event WHERE seq = ?').pluck()
  const known = readNewestBookEvent(toBookFile(join(folder, fileName)))
  if (known !== null && readHash.get(known.seq) !== known.hash)
    throw new DamageError(`event ${known.seq}, which was written, is not there`)
  const [backup] = listGenerations(folder, fileName)
  if (backup !== undefined && backup.seq > 0 && readHash.get(backup.seq) === undefined)
    throw new DamageError(`event ${backup.seq}, which was backed up, is not there`)
}

/** Throws when one of them is damage. */
export function refuseIfDamaged(differences: readonly Difference[]): void {
  const damage = differences.find((difference) => difference.kind === 'damage')
  if (damage !== undefined) throw new DamageError(describeDifference(damage))
}
