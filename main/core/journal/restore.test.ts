import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Reference } from '../../../shared/ids.ts'
import { openWriter } from './connection.ts'
import { backupFolder, listGenerations } from './generations.ts'
import { toSuspicionFile } from './inspect.ts'
import { FILE_NAME, makeFolder, newIntent, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import type { Journal } from './journal.ts'
import { openJournalOrRestore, type OpenedJournal } from './open-or-restore.ts'
import { toBookFile } from './reference-book.ts'
import { toRestoringFile } from './restore-marker.ts'
import { verifyJournal } from './verify.ts'

const SMALL = { reserveBytes: 0, ballastBytes: 4096 }

function tryOpen(folder: string) {
  return openJournalOrRestore({ folder, fileName: FILE_NAME, clock: stillClock, ...SMALL })
}

function open(folder: string): OpenedJournal {
  const opened = unwrap(tryOpen(folder))
  onTestFinished(() => opened.journal.close())
  return opened
}

/** A sale on a terminal of its own; approved unless it is to stay open. */
function sell(journal: Journal, serialNumber: string, isOpen = false): Reference {
  const intent = newIntent({ terminal: { serialNumber, terminalType: 'PAXA920' } })
  unwrap(journal.begin(intent))
  if (!isOpen) unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))
  return intent.reference
}

/** What a till leaves, closed or killed: two sales that are backed up, then two more, the last one open. */
async function leaveJournal(end: 'closed' | 'killed' = 'closed') {
  const [folder, left] = [makeFolder(), makeFolder()]
  const { journal, backups } = open(folder)
  const sales = [sell(journal, '1'), sell(journal, '2')]
  unwrap(await backups.makeNow())
  sales.push(sell(journal, '3'), sell(journal, '4', true))
  if (end === 'closed') journal.close()
  cpSync(folder, left, { recursive: true })
  return { folder: left, file: join(left, FILE_NAME), sales }
}

function statusesOf(journal: Journal, sales: readonly Reference[]): (string | null)[] {
  return sales.map((reference) => unwrap(journal.readRow(reference))?.state.status ?? null)
}

function garble(file: string, from: number, bytes = 64): void {
  const content = readFileSync(file)
  content.fill(0xaa, from, from + bytes)
  writeFileSync(file, content)
}

/** Somebody with the file and a SQLite tool. */
function tamper(file: string, sql: string): void {
  const db = openWriter(file)
  db.exec(`PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; ${sql}`)
  db.close()
}

const allThere = ['approved', 'approved', 'approved', 'created']

describe('a damaged journal', () => {
  it('whose file is no database any more comes back from backup and book, and the damage is kept aside', async () => {
    const { folder, file, sales } = await leaveJournal()
    garble(file, 0)
    writeFileSync(`${file}-wal`, 'the log of another')
    const before = readFileSync(file)

    const { journal, restored } = open(folder)

    expect(statusesOf(journal, sales)).toEqual(allThere)
    expect(verifyJournal(file)).toEqual([])
    expect(restored).toMatchObject({ backupAt: stillClock.now(), salvagedEvents: 4, rebegunReferences: [] })
    expect(restored?.referencesSince.toSorted()).toEqual(sales.slice(2).toSorted())
    expect(restored?.text).toMatch(/damaged: .*SQLITE_NOTADB.* backup of 2026.* 4 newer events .*Nothing was deleted/)
    const aside = restored?.damagedFolder ?? ''
    expect(readFileSync(join(aside, FILE_NAME))).toEqual(before)
    expect(readFileSync(join(aside, `${FILE_NAME}-wal`), 'utf8')).toBe('the log of another')
  })

  it('is read as far as it can be, where there is no book', async () => {
    const { folder, file, sales } = await leaveJournal()
    rmSync(toBookFile(file))
    tamper(file, "UPDATE event SET payload = '{}' WHERE seq = 8")

    const { journal, restored } = open(folder)

    expect(restored).toMatchObject({ salvagedEvents: 1, rebegunReferences: [sales[3]] })
    expect(statusesOf(journal, sales)).toEqual(['approved', 'approved', 'created', 'checking'])
    expect(restored?.referencesSince.toSorted()).toEqual(sales.slice(2).toSorted())
  })

  it('tells again what is not chained any more, whatever lies between', async () => {
    const { folder, file, sales } = await leaveJournal()
    rmSync(toBookFile(file))
    tamper(file, 'DELETE FROM event WHERE seq = 7')

    const { journal, restored } = open(folder)

    // The third sale's beginning is gone, and with it what its terminal's word belongs to.
    expect(statusesOf(journal, sales)).toEqual(['approved', 'approved', null, 'checking'])
    expect(restored?.text).toContain(String(sales[2]))
  })

  it('may have lost what several sales on one terminal came to, and every one of them is asked about', async () => {
    const folder = makeFolder()
    const { journal, backups } = open(folder)
    unwrap(await backups.makeNow())
    const sales = [sell(journal, '1'), sell(journal, '1'), sell(journal, '1', true)]
    journal.close()
    tamper(join(folder, FILE_NAME), "DELETE FROM event WHERE type <> 'begun'; DELETE FROM event WHERE seq = 1")
    rmSync(toBookFile(join(folder, FILE_NAME)))

    const next = open(folder)

    expect(statusesOf(next.journal, sales)).toEqual([null, 'checking', 'checking'])
    expect(next.restored?.rebegunReferences).toEqual(sales.slice(1))
    expect(next.journal.begin(newIntent({ terminal: { serialNumber: '1', terminalType: 'PAXA920' } }))).toMatchObject({
      error: { code: 'terminalUnresolved' },
    })
    expect(verifyJournal(join(folder, FILE_NAME))).toEqual([])
  })

  it.each([40, 20_000, 60_000])(
    'whose log was damaged at byte %i, which SQLite passes over, is found short and whole again',
    async (from) => {
      const { folder, file, sales } = await leaveJournal('killed')
      garble(`${file}-wal`, from, 4000)

      const { journal, restored } = open(folder)

      expect(restored?.text).toMatch(/event [0-9]+, which was written, is not there/)
      expect(statusesOf(journal, sales)).toEqual(allThere)
    },
  )

  it('whose log is gone is found short and whole again', async () => {
    const { folder, file, sales } = await leaveJournal('killed')
    rmSync(`${file}-wal`)

    expect(statusesOf(open(folder).journal, sales)).toEqual(allThere)
  })

  it('that is gone comes back, and a till that was never used begins anew', async () => {
    const { folder, file, sales } = await leaveJournal()
    rmSync(file)

    expect(statusesOf(open(folder).journal, sales)).toEqual(allThere)
    expect(open(makeFolder()).restored).toBeNull()
  })

  it('whose newest backup is damaged too comes back from the one before', async () => {
    const { folder, file, sales } = await leaveJournal()
    const { journal, backups } = open(folder)
    unwrap(await backups.makeNow())
    journal.close()
    const [newest] = listGenerations(folder, FILE_NAME)
    garble(newest?.file ?? '', 8192, 4096)
    garble(file, 0)

    const next = open(folder)

    expect(statusesOf(next.journal, sales)).toEqual(allThere)
    expect(next.restored?.text).toContain('reaches to event 6')
    expect(readdirSync(next.restored?.damagedFolder ?? '')).toContain(basename(newest?.file ?? ''))
    expect(listGenerations(folder, FILE_NAME)).toHaveLength(1)
  })

  it('is carried to another computer by its newest backup and its book', async () => {
    const { folder, file, sales } = await leaveJournal()
    const other = makeFolder()
    const [newest] = listGenerations(folder, FILE_NAME)
    copyFileSync(newest?.file ?? '', join(other, FILE_NAME))
    copyFileSync(toBookFile(file), toBookFile(join(other, FILE_NAME)))

    expect(statusesOf(open(other).journal, sales)).toEqual(allThere)
  })

  it('without any backup comes back from what can be read', async () => {
    const { folder, file, sales } = await leaveJournal()
    rmSync(backupFolder(folder), { recursive: true })
    tamper(file, "UPDATE event SET payload = '{}' WHERE seq = 8")

    const { journal, restored } = open(folder)

    expect(restored).toMatchObject({ backupAt: null, salvagedEvents: 10 })
    expect(restored?.text).toContain('There was no sound backup')
    expect(statusesOf(journal, sales)).toEqual(allThere)
  })

  it('of which nothing can be read anywhere is refused and left', async () => {
    const { folder, file } = await leaveJournal()
    rmSync(backupFolder(folder), { recursive: true })
    rmSync(toBookFile(file))
    garble(file, 0)
    const before = readFileSync(file)

    expect(tryOpen(folder)).toMatchObject({
      error: { code: 'unavailable', text: expect.stringContaining('It cannot be restored: there is no backup') },
    })
    expect(readFileSync(file)).toEqual(before)
  })

  it('keeps its orphans', async () => {
    const { folder, file } = await leaveJournal()
    const { journal } = open(folder)
    const digest = 'a'.repeat(64)
    const orphan = { receivedAt: 1, tokenReference: null, bodyReference: null, reason: 'unknownReference', payload: {} }
    unwrap(journal.recordOrphan({ ...orphan, digest: digest as never }))
    journal.close()
    tamper(file, "UPDATE event SET payload = '{}' WHERE seq = 2")

    expect(unwrap(open(folder).journal.listOrphans(10))).toMatchObject([{ digest }])
  })
})

describe('a restoration', () => {
  it('is found again at every start until all was asked about', async () => {
    const { folder, file } = await leaveJournal()
    garble(file, 0)
    const first = open(folder)
    first.journal.close()

    const second = open(folder)
    expect(second.restored?.referencesSince).toEqual(first.restored?.referencesSince)
    second.restored?.settle()
    second.journal.close()

    expect(open(folder).restored).toBeNull()
    expect(readdirSync(first.restored?.damagedFolder ?? '')).toContain(`${FILE_NAME}.restored.json`)
  })

  it('that follows on one which was not over asks about the payments of both', async () => {
    const { folder, file, sales } = await leaveJournal()
    garble(file, 0)
    const first = open(folder)
    unwrap(await first.backups.makeNow())
    const later = sell(first.journal, '5')
    first.journal.close()
    garble(file, 0)

    const { journal, restored } = open(folder)

    expect(statusesOf(journal, [...sales, later])).toEqual([...allThere, 'approved'])
    expect(restored?.referencesSince.toSorted()).toEqual([...sales.slice(2), later].toSorted())
    expect(restored?.damagedFolder).not.toBe(first.restored?.damagedFolder)
  })

  it('that is interrupted while files change places is brought to its end', async () => {
    const { folder, file, sales } = await leaveJournal()
    garble(file, 0)
    // As if the power had failed before each rename: taken back one by one from the end.
    const done = open(folder)
    done.journal.close()
    const aside = done.restored?.damagedFolder ?? ''
    const marker = `${file}.restored.json`
    const undo: (() => void)[] = [
      () => writeFileSync(marker, readFileSync(marker, 'utf8').replace('"asking"', '"swapping"')),
      () => renameSync(file, toRestoringFile(file)),
      () => renameSync(toBookFile(file), toRestoringFile(toBookFile(file))),
      () => renameSync(join(aside, basename(toBookFile(file))), toBookFile(file)),
      () => renameSync(join(aside, FILE_NAME), file),
      () => rmSync(aside, { recursive: true }),
    ]
    for (const [index, act] of undo.entries()) {
      act()
      const copy = makeFolder()
      cpSync(folder, copy, { recursive: true })

      const { journal, restored } = open(copy)

      expect([index, ...statusesOf(journal, sales)]).toEqual([index, ...allThere])
      expect(restored?.salvagedEvents).toBe(4)
      expect(existsSync(toRestoringFile(join(copy, FILE_NAME)))).toBe(false)
      journal.close()
    }
  })

  it('that cannot be written refuses to open and leaves everything in its place', async () => {
    const { folder, file } = await leaveJournal()
    garble(file, 0)
    const before = readFileSync(file)
    writeFileSync(join(folder, 'blocker'), '')
    cpSync(join(folder, 'blocker'), `${toRestoringFile(toBookFile(file))}/x`, { recursive: true })

    expect(tryOpen(folder)).toMatchObject({ error: { code: 'unavailable' } })
    expect(readFileSync(file)).toEqual(before)
  })

  it('is not what a disk that cannot be read just now gets', async () => {
    const { folder, file } = await leaveJournal()
    const db = openWriter(file)
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')

    expect(tryOpen(folder)).toMatchObject({ error: { code: 'unavailable', text: expect.stringContaining('locked') } })
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged'))).toEqual([])
    db.close()
  })

  it('is not what the file of a newer Paydesk gets, nor another program’s', async () => {
    const { folder, file } = await leaveJournal()
    tamper(file, 'PRAGMA user_version = 9')
    expect(tryOpen(folder)).toMatchObject({ error: { code: 'newer' } })

    const other = makeFolder()
    const db = openWriter(join(other, FILE_NAME))
    db.exec('CREATE TABLE notes (text)')
    db.close()
    expect(tryOpen(other)).toMatchObject({ error: { code: 'unavailable' } })
  })
})

describe('a journal whose backup had damage in it', () => {
  it('is checked as a whole at the next start', async () => {
    const { folder, file, sales } = await leaveJournal()
    const { journal, backups } = open(folder)
    const db = openWriter(file)
    db.exec("UPDATE payment SET status = 'declined'")
    db.close()
    expect((await backups.makeNow()).ok).toBe(false)
    expect(backups.health().problem).not.toBeNull()
    journal.close()
    expect(existsSync(toSuspicionFile(file))).toBe(true)

    expect(statusesOf(open(folder).journal, sales)).toEqual(allThere)
    expect(existsSync(toSuspicionFile(file))).toBe(false)
  })
})

describe('a book that is behind', () => {
  it('catches up at the start', async () => {
    const { folder, file } = await leaveJournal()
    const whole = readFileSync(toBookFile(file), 'utf8')
    truncateSync(toBookFile(file), 10)
    open(folder).journal.close()

    expect(readFileSync(toBookFile(file), 'utf8').split('\n').slice(1)).toEqual(whole.split('\n').slice(6))
  })
})
