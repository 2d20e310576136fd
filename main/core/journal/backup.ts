import { readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { checkInBackground } from './check-in-background.ts'
import { toText, type Db } from './connection.ts'
import { makePrivateFile, prepareFolder, syncFile, syncFolder } from './folder.ts'
import { backupFolder, dropOldGenerations, toBackupFile, toPartialFile, type Generation } from './generations.ts'
import { readHead } from './head.ts'
import type { Difference } from './verify.ts'

interface BackupOptions {
  db: Db
  folder: string
  fileName: string
  clock: Clock
  log?: Log | undefined
  /** How much of the disk has to stay free for payments, in bytes. */
  reserveBytes: number
}

export interface BackupFailure {
  text: string
  /** What the copy has that a sound journal has not. Empty where the copy could not be made at all. */
  differences: Difference[]
}

/** About a millisecond's work. */
const PAGES_AT_A_TIME = 100
/** 16 MB. More often would only make the sales wait, whose commits share the disk. */
const STEPS_A_SYNC = 40

/**
 * Copies the journal while it is in use, checks the copy from end to end and only then counts it as a backup, of which the
 * newest seven are kept. A failure harms neither the journal nor an earlier backup. Never throws.
 */
export async function makeBackup(options: BackupOptions): Promise<Result<Generation, BackupFailure>> {
  const { db, folder, fileName, clock, log } = options
  const partial = toPartialFile(folder, fileName)
  try {
    prepareFolder(backupFolder(folder))
    removePartials(folder, fileName)
    const lack = findLackOfRoom(db, folder, options.reserveBytes)
    if (lack !== null) return err({ text: lack, differences: [] })
    const head = readHead(db)
    makePrivateFile(partial)
    await copyInSteps(db, partial)
    const { seq, differences, failure } = await checkInBackground({ file: partial, head }, log)
    const refusal = toRefusal(differences, failure)
    if (refusal !== null) {
      giveBackRoom(folder, fileName, log)
      return err({ text: refusal, differences })
    }
    const generation = { file: toBackupFile(folder, fileName, seq, clock.now()), seq, at: clock.now() }
    syncFile(partial)
    renameSync(partial, generation.file)
    syncFolder(backupFolder(folder))
    dropOldGenerations(folder, fileName)
    return ok(generation)
  } catch (error) {
    giveBackRoom(folder, fileName, log)
    return err({ text: toText(error), differences: [] })
  }
}

/**
 * Copies some pages at a time. What was copied is brought to the disk beside that, on another thread: otherwise the end of
 * the copy would wait for all of it at once, and the till with it.
 */
async function copyInSteps(db: Db, partial: string): Promise<void> {
  const copy = await open(partial, 'r+')
  const failures: unknown[] = []
  let syncing = Promise.resolve()
  let steps = 0
  try {
    await db.backup(partial, {
      progress() {
        steps += 1
        if (steps % STEPS_A_SYNC === 0)
          syncing = syncing.then(() => copy.sync()).catch((error) => void failures.push(error))
        return PAGES_AT_A_TIME
      },
    })
  } finally {
    await syncing
    await copy.close()
  }
  if (failures.length > 0) throw failures[0]
}

function toRefusal([first]: Difference[], failure: string | null): string | null {
  if (failure !== null) return `the copy cannot be checked: ${failure}`
  if (first === undefined) return null
  return `the copy is not sound (${first.where === null ? '' : `at ${first.where}: `}${first.text})`
}

/** On a full disk a half-made copy would take what the next payment needs. */
function giveBackRoom(folder: string, fileName: string, log: Log | undefined): void {
  try {
    removePartials(folder, fileName)
  } catch (error) {
    log?.warn('journal.partialBackupLeft', { text: toText(error) })
  }
}

/** What was being copied when an earlier process ended: never checked, so never of use. */
function removePartials(folder: string, fileName: string): void {
  const partial = basename(toPartialFile(folder, fileName))
  const begun = readdirSync(backupFolder(folder)).filter((name) => name.startsWith(partial))
  for (const name of begun) rmSync(join(backupFolder(folder), name))
}

/** A backup must not take the room that the next payments need (safety R16). */
function findLackOfRoom(db: Db, folder: string, reserveBytes: number): string | null {
  const pages = z.int().parse(db.pragma('page_count', { simple: true }))
  const pageBytes = z.int().parse(db.pragma('page_size', { simple: true }))
  const { bavail, bsize } = statfsSync(folder)
  const [needed, free] = [pages * pageBytes + reserveBytes, bavail * bsize]
  return free >= needed ? null : `the disk has ${toMegabytes(free)} free, and a backup needs ${toMegabytes(needed)}`
}

function toMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`
}
