import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import { MIGRATIONS } from './migrate.ts'
import { openJournal } from './open.ts'

function tryOpen(folder: string) {
  return openJournal({ folder, fileName: FILE_NAME, clock: stillClock })
}

/** The files of a journal whose process was killed before its log went into the main file. */
function killedJournal(change?: string): string {
  const [folder, copy] = [makeFolder(), makeFolder()]
  unwrap(openIn(folder).begin(newIntent()))
  const db = openWriter(join(folder, FILE_NAME))
  if (change !== undefined) db.exec(change)
  for (const end of ['', '-wal']) copyFileSync(join(folder, FILE_NAME + end), join(copy, FILE_NAME + end))
  db.close()
  return copy
}

function bytes(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

describe('opening the journal', () => {
  it.skipIf(process.platform === 'win32')('keeps folder and files to their owner', () => {
    const folder = join(makeFolder(), 'shop', 'data')
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    unwrap(openIn(folder).begin(newIntent()))

    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const names = readdirSync(folder)
    expect(names.toSorted()).toEqual([FILE_NAME, `${FILE_NAME}-shm`, `${FILE_NAME}-wal`])
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  it('reads what a killed process left in its log', () => {
    expect(unwrap(openIn(killedJournal()).listOpen())).toHaveLength(1)
  })

  it.each([
    ['in the main file', false],
    ['in the log alone', true],
  ])('refuses the file of a newer Paydesk in plain words and leaves every byte of it (version %s)', (_, isInLog) => {
    const newer = `PRAGMA user_version = ${MIGRATIONS.length + 1}`
    const folder = isInLog ? killedJournal(newer) : makeFolder()
    if (!isInLog) {
      openIn(folder).close()
      const db = openWriter(join(folder, FILE_NAME))
      db.exec(newer)
      db.close()
    }
    const before = bytes(folder)

    const result = tryOpen(folder)

    expect(result).toMatchObject({ ok: false, error: { code: 'newer' } })
    const versions = `newer Paydesk.* version ${MIGRATIONS.length + 1}.* up to ${MIGRATIONS.length}`
    if (!result.ok) expect(result.error.text).toMatch(new RegExp(`journal\\.db .*${versions}`))
    const after = bytes(folder)
    for (const name of Object.keys(before)) expect(after[name]).toBe(before[name])
  })

  it('takes back what a power cut left unfinished while the file was being made', () => {
    const [folder, copy] = [makeFolder(), makeFolder()]
    const db = new Database(join(folder, FILE_NAME))
    // Pages go to the file before the commit, as they may at any time.
    db.pragma('cache_size = 1')
    db.exec(`VACUUM; BEGIN; CREATE TABLE half (x); INSERT INTO half SELECT zeroblob(9000)`)
    db.exec('INSERT INTO half SELECT x FROM half; INSERT INTO half SELECT x FROM half')
    for (const end of ['', '-journal']) copyFileSync(join(folder, FILE_NAME + end), join(copy, FILE_NAME + end))
    db.close()

    expect(unwrap(openIn(copy).listOpen())).toEqual([])
  })

  it('refuses when the main file is gone or empty and its log is not, which SQLite would delete', () => {
    for (const lose of [rmSync, truncateSync]) {
      const folder = killedJournal()
      lose(join(folder, FILE_NAME))
      const before = bytes(folder)

      expect(tryOpen(folder)).toMatchObject({ error: { code: 'unavailable' } })
      expect(bytes(folder)).toEqual(before)
    }
  })

  it('refuses a file that is no database and leaves it', () => {
    const folder = makeFolder()
    writeFileSync(join(folder, FILE_NAME), 'not a database '.repeat(400))
    const before = bytes(folder)

    expect(tryOpen(folder)).toMatchObject({ error: { code: 'unavailable', text: expect.stringContaining(FILE_NAME) } })
    expect(bytes(folder)).toEqual(before)
  })

  it("refuses another program's database and leaves it", () => {
    const folder = makeFolder()
    const db = openWriter(join(folder, FILE_NAME))
    db.exec('CREATE TABLE notes (text)')
    db.close()
    const before = bytes(folder)

    expect(tryOpen(folder)).toMatchObject({ error: { code: 'unavailable' } })
    expect(bytes(folder)).toMatchObject(before)
  })

  it('refuses a folder that cannot be made', () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')

    expect(tryOpen(join(file, 'data'))).toMatchObject({ error: { code: 'unavailable' } })
  })

  it('a journal that was closed answers unavailable to everything', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    journal.close()
    journal.close()

    const answers = [
      journal.begin(intent),
      journal.begin(newIntent({ amountMinor: 0.5 })),
      journal.append(intent.reference, []),
      journal.append(intent.reference, [record(reported('AUTHORISED'), { at: -1 })]),
      journal.readTransaction(intent.reference),
      journal.readRow(intent.reference),
      journal.readByRequestKey(intent.requestKey),
      journal.readTimeline(intent.reference),
      journal.listOpen(),
      journal.listPage(null, 1),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })

  it('a row that cannot be read closes the journal instead of being shown as something else', () => {
    const folder = makeFolder()
    const journal = openIn(folder)
    const { intent } = unwrap(journal.begin(newIntent()))
    const db = openWriter(join(folder, FILE_NAME))
    db.exec(`UPDATE payment SET state = '{"status":"paid"}'`)
    db.close()

    const words = expect.stringContaining('closed after a failure')
    expect(journal.readRow(intent.reference)).toMatchObject({ error: { code: 'unavailable', text: words } })
    expect(journal.begin(newIntent())).toMatchObject({ error: { code: 'unavailable', text: words } })
    // The last connection to close takes the log with it.
    expect(readdirSync(folder)).toEqual([FILE_NAME])
  })
})
