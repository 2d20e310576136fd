import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Reference } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { openReadOnly, openWriter, type Db } from './connection.ts'
import type { ChainRow } from './event-chain.ts'
import { makePrivateFile, syncFile } from './folder.ts'
import { listGenerations, type Generation } from './generations.ts'
import { createRowReader, readHead } from './head.ts'
import { MIGRATIONS, migrate, readVersion } from './migrate.ts'
import { insertOrphans, readSoundOrphans } from './orphans.ts'
import { createPaymentRows } from './payment-rows.ts'
import { placeLoose } from './rebegin.ts'
import { rebuildProjections } from './rebuild.ts'
import { toBookFile, writeReferenceBook } from './reference-book.ts'
import {
  readMarker,
  removeRestoring,
  swap,
  toRestoringFile,
  writeMarker,
  type RestoreMarker,
} from './restore-marker.ts'
import { openSalvage, type Salvage } from './salvage.ts'
import { describeDifference, findChainBreaks, verifyJournal } from './verify.ts'

interface RestoreOptions {
  folder: string
  fileName: string
  clock: Clock
  log?: Log | undefined
}

/** How much of the restored journal the new book takes over at least from where no backup reaches. */
const BOOK_EVENTS = 10_000

/**
 * Of what is chained nothing is missing, so asking about it again is a second look: at this many of its newest events at most,
 * for a till that asks about a year's payments sells nothing for hours.
 */
const LOOKED_AT_AGAIN = 1000

/**
 * Puts a sound journal in the place of a damaged one (safety R17): from the newest sound backup, then whatever follows it in
 * the damaged file and the reference book, then every operation that is known from either of them and not in its place.
 * The new journal is whole and checked before anything is moved; nothing is ever deleted. Answers why where it cannot be done.
 */
export function restoreJournal(options: RestoreOptions, damage: string): Result<RestoreMarker, string> {
  const { folder, fileName, clock, log } = options
  const file = join(folder, fileName)
  const target = toRestoringFile(file)
  removeRestoring(file)
  const { backup, unusable } = findSoundBackup(listGenerations(folder, fileName))
  const salvage = openSalvage(file, toBookFile(file))
  try {
    const db = openTarget(target, backup, clock)
    try {
      const taken = db.transaction(() => takeUp(db, salvage, clock.now())).immediate()
      if (backup === null && readHead(db).seq === 0)
        return err('there is no backup, and nothing in the file can be read')
      const newest = readHead(db).seq
      const from = Math.min(backup?.seq ?? Number.MAX_SAFE_INTEGER, Math.max(0, newest - BOOK_EVENTS))
      const content = { events: createRowReader(db)(from), orphans: [...readSoundOrphans(db)] }
      writeReferenceBook(toRestoringFile(toBookFile(file)), content)
      const since = [...new Set([...taken.since, ...readUnasked(file, db)])]
      const report = toReport({ folder, clock, damage, backup, ...taken, since })
      const marker: RestoreMarker = {
        phase: 'swapping',
        aside: unusable.map((generation) => relative(folder, generation.file)),
        report,
      }
      db.close()
      const [wrong] = verifyJournal(target)
      if (wrong !== undefined) return err(`the restored journal is not sound: ${describeDifference(wrong)}`)
      syncFile(target)
      salvage.close()
      writeMarker(file, marker)
      swap(file, marker)
      log?.error('journal.restored', { text: report.text })
      return ok(marker)
    } finally {
      db.close()
    }
  } finally {
    salvage.close()
  }
}

/** What an earlier restoration left to be asked, as far as it is still known. */
function readUnasked(file: string, db: Db): Reference[] {
  const payments = createPaymentRows(db)
  const unasked = readMarker(file)?.report.referencesSince ?? []
  return unasked.filter((reference) => payments.read(reference) !== null)
}

/** The backup that reaches furthest and is sound; those that reach further and are not must go, lest they be tried again. */
function findSoundBackup(generations: Generation[]): { backup: Generation | null; unusable: Generation[] } {
  const sound = generations.findIndex((generation) => isSoundBackup(generation.file))
  const backup = generations[sound] ?? null
  return { backup, unusable: backup === null ? generations : generations.slice(0, sound) }
}

function isSoundBackup(file: string): boolean {
  let db: Db | null = null
  try {
    db = openReadOnly(file)
    const version = readVersion(db)
    if (version < 1 || version > MIGRATIONS.length) return false
    return db.pragma('quick_check', { simple: true }) === 'ok' && findChainBreaks(db, 0).length === 0
  } catch {
    // Whatever it is, an older one will do; this one is kept with the damaged files.
    return false
  } finally {
    db?.close()
  }
}

function openTarget(target: string, backup: Generation | null, clock: Clock): Db {
  makePrivateFile(target)
  if (backup !== null) copyInto(target, backup.file)
  const db = openWriter(target)
  try {
    migrate({ db, file: target, clock, isBackedUp: false })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function copyInto(target: string, file: string): void {
  const source = openReadOnly(file)
  try {
    source.prepare('VACUUM INTO ?').run(target)
  } finally {
    source.close()
  }
}

interface Taken {
  salvagedEvents: number
  rebegun: Reference[]
  unplaced: Reference[]
  since: Reference[]
}

function takeUp(db: Db, salvage: Salvage, now: number): Taken {
  const chained = takeUpChained(db, salvage)
  if (chained.length > 0) rebuildProjections(db)
  const { rebegun, told, unplaced } = placeLoose(db, salvage.readAfter(readHead(db).seq), now)
  insertOrphans(db, salvage.orphans())
  const open = createPaymentRows(db)
    .listOpen()
    .map(({ intent }) => intent.reference)
  const since = new Set([...chained.slice(-LOOKED_AT_AGAIN).map((row) => row.reference), ...rebegun, ...told, ...open])
  return { salvagedEvents: chained.length, rebegun, unplaced: [...new Set(unplaced)], since: [...since] }
}

/** The unbroken continuation of the backup: the hashes prove that it is what was written. */
function takeUpChained(db: Db, salvage: Salvage): ChainRow[] {
  const insert = db.prepare(`INSERT INTO event (seq, reference, type, source, at, payload, dedupe, prev_hash, hash)
    VALUES (:seq, :reference, :type, :source, :at, :payload, :dedupe, :prev_hash, :hash)`)
  const taken: ChainRow[] = []
  for (let { seq, hash } = readHead(db); ;) {
    const next = salvage.read(seq + 1).find((row) => row.prev_hash === hash)
    if (next === undefined) return taken
    insert.run(next)
    taken.push(next)
    ;({ seq, hash } = next)
  }
}

interface Told extends Taken {
  folder: string
  clock: Clock
  damage: string
  backup: Generation | null
}

function toReport({ folder, clock, damage, backup, salvagedEvents, rebegun, unplaced, since }: Told) {
  const damagedFolder = findFreeName(folder, `damaged-${clock.now()}`)
  const base =
    backup === null
      ? 'There was no sound backup.'
      : `It was restored from the backup of ${new Date(backup.at).toISOString()}, which reaches to event ${backup.seq}.`
  const sentences = [
    `The journal was damaged: ${damage.replace(/\.$/, '')}.`,
    base,
    `${salvagedEvents} newer events were read from what was left of it.`,
    rebegun.length > 0 && `${rebegun.length} payments whose place was lost were taken up again and are asked about.`,
    unplaced.length > 0 && `Something about these could be read and not be used: ${unplaced.join(', ')}.`,
    `Nothing is sold until ${since.length} payments have been asked about.`,
    'Compare the day with the gateway all the same: a payment that neither the file nor the book holds cannot be known here.',
    `Nothing was deleted: the damaged files are in ${join(folder, damagedFolder)}.`,
  ]
  return {
    backupAt: backup?.at ?? null,
    salvagedEvents,
    rebegunReferences: rebegun,
    referencesSince: since,
    damagedFolder,
    text: sentences.filter((sentence) => sentence !== false).join(' '),
  }
}

function findFreeName(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : `${name}-${copy}`
    if (!existsSync(join(folder, candidate))) return candidate
  }
}
