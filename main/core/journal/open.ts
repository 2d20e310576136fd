import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import { isDamage, openWriter, toText, type Db } from './connection.ts'
import { makePrivateFile, prepareFolder, syncFolder } from './folder.ts'
import { inspectJournal, refuseIfDamaged, toSuspicionFile } from './inspect.ts'
import type { Journal } from './journal.ts'
import { migrate } from './migrate.ts'
import { rebuildProjections } from './rebuild.ts'
import { createJournal } from './sqlite-journal.ts'
import { findChainBreaks, findWrongProjections, findWrongRecentProjections } from './verify.ts'

export type OpenFailure =
  /** A newer Paydesk wrote the file. It was left as it is. */
  | { code: 'newer'; text: string }
  /** The file or its folder cannot be used, or it is not as Paydesk left it. Nothing may be sold. */
  | { code: 'unavailable'; text: string }

/** The file is there and can be read, and it is not as Paydesk left it. Another attempt would find the same. */
export interface Damage {
  code: 'damaged'
  text: string
}

export interface OpenOptions {
  folder: string
  fileName: string
  clock: Clock
  log?: Log
}

/** How many of the newest events have their operation's projection computed anew at each start, besides that of every open one. */
const RECENT_EVENTS = 200

/**
 * Opens the journal, makes it if there is none, brings it to this version and checks the tail of its chain. To be called
 * while holding the lock of the folder (safety R18).
 * @returns `newer` or `unavailable`, in words for a person; nothing is ever deleted or moved
 */
export function openJournal(options: OpenOptions): Result<Journal, OpenFailure> {
  const opened = openDatabase(options)
  if (opened.ok) return ok(createJournal(opened.value, options.log))
  const { code, text } = opened.error
  return err({ code: code === 'damaged' ? 'unavailable' : code, text })
}

/** The same up to the connection, with damage told apart from a disk that cannot be used just now (safety R17). */
export function openDatabase({ folder, fileName, clock, log }: OpenOptions): Result<Db, OpenFailure | Damage> {
  const file = join(folder, fileName)
  let db: Db | null = null
  const fail = (code: 'unavailable' | 'damaged', reason: string) => {
    const text = `The journal ${fileName} cannot be used: ${reason}. Nothing in it was deleted.`
    log?.error('journal.unavailable', { text })
    return err({ code, text })
  }
  try {
    prepareFolder(folder)
    const found = inspectJournal(folder, fileName)
    if (found.state === 'newer') return err({ code: 'newer', text: found.text })
    if (found.state === 'refused') return err({ code: 'unavailable', text: found.text })
    if (found.state === 'damaged') return fail('damaged', found.text)
    makePrivateFile(file)
    db = openWriter(file)
    migrate({ db, file, clock, log })
    syncFolder(folder)
    checkProjections(db, log)
    rmSync(toSuspicionFile(file), { force: true })
    return ok(db)
  } catch (error) {
    closeQuietly(db, log)
    return fail(isDamage(error) ? 'damaged' : 'unavailable', toText(error))
  }
}

function checkProjections(db: Db, log: Log | undefined): void {
  const wrong = findWrongRecentProjections(db, RECENT_EVENTS)
  if (wrong.length === 0) return
  // The events are the truth, as far as every one of them is there and sound.
  refuseIfDamaged([...findChainBreaks(db, 0), ...findWrongProjections(db)])
  log?.error('journal.projectionsRebuilt', { wrong: wrong.length })
  db.transaction(() => rebuildProjections(db)).immediate()
}

function closeQuietly(db: Db | null, log: Log | undefined): void {
  try {
    db?.close()
  } catch (error) {
    log?.error('journal.closeFailed', { text: toText(error) })
  }
}
