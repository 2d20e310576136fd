import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDisk } from './ballast.ts'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import { createJournal } from './sqlite-journal.ts'

const MEGABYTE = 1_000_000

function open(reserveBytes = MEGABYTE) {
  const folder = makeFolder()
  let nowMs = 0
  const clock = { ...stillClock, monotonicMs: () => nowMs }
  const disk = createDisk({ folder, clock, reserveBytes, ballastBytes: MEGABYTE })
  return { folder, file: join(folder, 'paydesk.ballast'), disk, wait: (ms: number) => (nowMs += ms) }
}

describe('the ballast', () => {
  it('lies ready at the first look, in a file of its owner alone that takes the room it says', () => {
    const { file, disk } = open()

    expect(disk.state()).toMatchObject({ hasBallast: true, isLow: false, reserveBytes: MEGABYTE })
    const { size, mode, blocks } = statSync(file)
    expect(size).toBe(MEGABYTE)
    if (process.platform !== 'win32') expect([mode & 0o777, blocks * 512 >= MEGABYTE]).toEqual([0o600, true])
  })

  it('released is gone at once, stops sales, and comes back when there is room again', () => {
    const { file, disk, wait } = open()
    disk.state()

    expect([disk.release(), disk.release()]).toEqual([true, false])
    expect(existsSync(file)).toBe(false)
    expect(disk.state()).toMatchObject({ hasBallast: false, isLow: true })
    wait(11_000)
    expect(disk.state()).toMatchObject({ hasBallast: true, isLow: false })
  })

  it('is not made where that would go below the reserve', () => {
    const { folder, disk } = open(Number.MAX_SAFE_INTEGER)

    expect(disk.state()).toMatchObject({ hasBallast: false, isLow: true })
    expect(readdirSync(folder)).toEqual([])
  })

  it('that cannot be made stops sales and leaves nothing half-made', () => {
    const { folder, file, disk } = open()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'in the way')

    expect(disk.state()).toMatchObject({ hasBallast: false, isLow: true })
    expect(existsSync(file)).toBe(false)
  })
})

describe('a full disk', () => {
  /** A journal whose file cannot grow by more than some pages, as on a full disk, until the ballast is given back. */
  function openFull(isFull: () => boolean) {
    const folder = makeFolder()
    openIn(folder).close()
    const db = openWriter(join(folder, FILE_NAME))
    onTestFinished(() => void db.close())
    // The database's own rule: SQLITE_FULL, and the transaction is rolled back, as with ENOSPC.
    db.function('is_full', () => {
      if (isFull()) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
      return 0
    })
    db.exec('CREATE TEMP TRIGGER full BEFORE INSERT ON main.event WHEN is_full() BEGIN SELECT 1; END')
    return db
  }

  it('still records the result of a sale, with the room of the ballast', () => {
    let [free, isReleased] = [3, false]
    const db = openFull(() => !isReleased && free-- <= 0)
    const journal = createJournal(db, undefined, () => (isReleased = true))
    const { intent } = unwrap(journal.begin(newIntent()))
    free = 0

    const appended = unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))

    expect([isReleased, appended.isNew, appended.row.state.status]).toEqual([true, true, 'approved'])
    expect(unwrap(journal.readTimeline(intent.reference))).toHaveLength(2)
  })

  it('without ballast closes the journal with an answer', () => {
    const journal = createJournal(
      openFull(() => true),
      undefined,
      () => false,
    )

    expect(journal.begin(newIntent())).toMatchObject({ error: { text: expect.stringContaining('SQLITE_FULL') } })
    expect(journal.listOpen()).toMatchObject({ error: { code: 'unavailable' } })
  })

  it('that stays full closes the journal after one more attempt', () => {
    let releases = 0
    const journal = createJournal(
      openFull(() => true),
      undefined,
      () => (releases += 1) > 0,
    )

    expect(journal.begin(newIntent())).toMatchObject({ error: { code: 'unavailable' } })
    expect(releases).toBe(1)
  })
})
