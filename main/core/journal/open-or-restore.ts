import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { createBackups, type Backups } from './backup-schedule.ts'
import { createDisk, type Disk, type DiskOptions } from './ballast.ts'
import { keepBook } from './booked-journal.ts'
import { toText, type Db } from './connection.ts'
import { prepareFolder } from './folder.ts'
import { listGenerations } from './generations.ts'
import { createRowReader, readHead } from './head.ts'
import { toSuspicionFile } from './inspect.ts'
import type { Journal } from './journal.ts'
import { openDatabase, type Damage, type OpenFailure } from './open.ts'
import { openReferenceBook, toBookFile, type ReferenceBook } from './reference-book.ts'
import { archiveMarker, readMarker, swap, type RestoreMarker, type RestoreReport } from './restore-marker.ts'
import { restoreJournal } from './restore.ts'
import { createJournal } from './sqlite-journal.ts'

/** A restoration that is not over: sales stay blocked until every one of `referencesSince` has been asked about (safety R17). */
export interface Restored extends RestoreReport {
  /** In full. */
  damagedFolder: string
  /** To be called once they all have been. Until then every start finds the restoration again. Throws what the disk throws. */
  settle(): void
}

export interface OpenedJournal {
  journal: Journal
  restored: Restored | null
  backups: Backups
  disk: Disk
}

interface OpenOrRestoreOptions extends Omit<DiskOptions, 'log'> {
  fileName: string
  clock: Clock
  log?: Log
}

/** How many of the newest events a new book takes over at most. */
const BOOK_EVENTS = 1000
const BOOK_DAYS_MS = 2 * 24 * 60 * 60_000
/** A smaller book is not worth rewriting. */
const BOOK_BYTES = 1024 * 1024

/**
 * Opens the journal with all that lets it survive: its backups, its reference book, the reserve of disk space. A damaged one
 * is moved aside and restored (safety R17); `restored` then says in plain words what was done. To be called while holding the
 * lock of the folder. The backups are not started.
 * @returns `newer` or `unavailable`, in words for a person
 */
export function openJournalOrRestore(options: OpenOrRestoreOptions): Result<OpenedJournal, OpenFailure> {
  const file = join(options.folder, options.fileName)
  try {
    prepareFolder(options.folder)
    const interrupted = readMarker(file)
    if (interrupted?.phase === 'swapping') swap(file, interrupted)
    const opened = openDatabase(options)
    if (opened.ok) return ok(equip(opened.value, options))
    if (opened.error.code !== 'damaged') return refuse(opened.error)
    const restored = restoreJournal(options, opened.error.text)
    if (!restored.ok)
      return refuse({ ...opened.error, text: `${opened.error.text} It cannot be restored: ${restored.error}.` })
    const again = openDatabase(options)
    return again.ok ? ok(equip(again.value, options)) : refuse(again.error)
  } catch (error) {
    const text = `The journal ${options.fileName} cannot be used: ${toText(error)}. Nothing in it was deleted.`
    options.log?.error('journal.unavailable', { text })
    return err({ code: 'unavailable', text })
  }
}

function refuse({ code, text }: OpenFailure | Damage): Result<never, OpenFailure> {
  return err({ code: code === 'damaged' ? 'unavailable' : code, text })
}

function equip(db: Db, options: OpenOrRestoreOptions): OpenedJournal {
  const { folder, fileName, clock, log } = options
  const file = join(folder, fileName)
  try {
    const disk = createDisk(options)
    const book = openCaughtUpBook(db, file, listGenerations(folder, fileName)[0]?.seq ?? 0)
    const backups = createBackups({
      db,
      folder,
      fileName,
      clock,
      log,
      reserveBytes: disk.state().reserveBytes,
      onVerified: createTrim(book, options),
      onDamage: () => writeFileSync(toSuspicionFile(file), '', { mode: 0o600 }),
    })
    const parts = { db, book, log, releaseBallast: disk.release }
    const journal = keepBook({ ...parts, journal: createJournal(db, log, disk.release) })
    const marker = readMarker(file)
    return { journal: stopWith(journal, backups), restored: toRestored(file, marker), backups, disk }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The book may be behind: a process that ended between two writes, a Paydesk that did not keep one. */
function openCaughtUpBook(db: Db, file: string, backedUp: number): ReferenceBook {
  const book = openReferenceBook(toBookFile(file))
  const from = Math.max(book.lastSeq(), backedUp, readHead(db).seq - BOOK_EVENTS)
  const missing = createRowReader(db)(Math.min(from, readHead(db).seq))
  if (missing.length > 0) book.write(missing, true)
  return book
}

/** What every backup holds and is older than two days is not needed a second time. */
function createTrim(book: ReferenceBook, { folder, fileName, clock }: OpenOrRestoreOptions): () => void {
  let trimAtBytes = BOOK_BYTES
  return () => {
    if (book.sizeBytes() < trimAtBytes) return
    const since = clock.now() - BOOK_DAYS_MS
    const backedUp = Math.min(...listGenerations(folder, fileName).map(({ seq }) => seq))
    book.trim((row) => row.seq > backedUp || row.at > since)
    // Reading it takes a moment, so it is done seldom.
    trimAtBytes = Math.max(BOOK_BYTES, book.sizeBytes() * 2)
  }
}

function toRestored(file: string, marker: RestoreMarker | null): Restored | null {
  if (marker === null) return null
  const damagedFolder = join(dirname(file), marker.report.damagedFolder)
  return { ...marker.report, damagedFolder, settle: () => archiveMarker(file, marker) }
}

function stopWith(journal: Journal, backups: Backups): Journal {
  return {
    ...journal,
    close() {
      backups.stop()
      journal.close()
    },
  }
}
