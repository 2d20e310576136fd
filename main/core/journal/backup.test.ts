import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Clock } from '../ports.ts'
import { createBackups } from './backup-schedule.ts'
import { makeBackup } from './backup.ts'
import { openReadOnly, openWriter } from './connection.ts'
import { backupFolder, listGenerations, toBackupFile, toPartialFile } from './generations.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, stillClock, unwrap } from './journal-fixture.ts'
import { verifyJournal } from './verify.ts'

const MINUTE_MS = 60_000

/** A journal with one sale on each of `sales` terminals, and a second connection to it, as the backups have one. */
function openWith(sales: number) {
  const folder = makeFolder()
  const journal = openIn(folder)
  const sell = (serialNumber: string) =>
    unwrap(journal.begin(newIntent({ terminal: { serialNumber, terminalType: 'PAXA920' } })))
  for (let sale = 0; sale < sales; sale += 1) sell(`first ${sale}`)
  const db = openWriter(join(folder, FILE_NAME))
  onTestFinished(() => void db.close())
  const options = { db, folder, fileName: FILE_NAME, clock: stillClock, reserveBytes: 0 }
  return { folder, file: join(folder, FILE_NAME), journal, sell, db, options }
}

/** A clock whose timers run when the test says so. */
function createHandClock() {
  const timers: { afterMs: number; act: () => void }[] = []
  const waiting: (() => void)[] = []
  const clock: Clock = {
    ...stillClock,
    setTimer(afterMs, act) {
      const timer = { afterMs, act }
      timers.push(timer)
      waiting.shift()?.()
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  }
  const nextTimer = () => new Promise<void>((resolve) => waiting.push(resolve))
  return { clock, timers, nextTimer }
}

describe('a backup', () => {
  it('is one sound file that holds every event, readable by its owner alone', async () => {
    const { folder, options } = openWith(3)

    const made = unwrap(await makeBackup(options))

    expect(readdirSync(backupFolder(folder))).toEqual([`${FILE_NAME}-000000000003-${stillClock.now()}.backup`])
    expect(listGenerations(folder, FILE_NAME)).toEqual([{ ...made, seq: 3, at: stillClock.now() }])
    expect(verifyJournal(made.file)).toEqual([])
    if (process.platform !== 'win32') expect(statSync(made.file).mode & 0o777).toBe(0o600)
  })

  it('made while sales go on holds at least what was there when it began', async () => {
    const { options, sell } = openWith(200)
    const running = makeBackup(options)
    for (let sale = 0; sale < 20; sale += 1) {
      sell(`second ${sale}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { file, seq } = unwrap(await running)

    expect(seq).toBeGreaterThanOrEqual(200)
    expect(verifyJournal(file)).toEqual([])
  })

  it('is kept for seven generations, the newest ones, and other journals keep theirs', async () => {
    const { folder, options } = openWith(9)
    mkdirSync(backupFolder(folder))
    for (let seq = 1; seq < 9; seq += 1) writeFileSync(toBackupFile(folder, FILE_NAME, seq, seq), 'earlier')
    writeFileSync(toBackupFile(folder, 'training.sqlite', 1, 1), 'of another')

    unwrap(await makeBackup(options))

    expect(listGenerations(folder, FILE_NAME).map(({ seq }) => seq)).toEqual([9, 8, 7, 6, 5, 4, 3])
    expect(listGenerations(folder, 'training.sqlite')).toHaveLength(1)
  })

  it('with damage in it never becomes one, and the earlier one stays as it is', async () => {
    const { folder, options, db } = openWith(3)
    const { file } = unwrap(await makeBackup(options))
    const before = readFileSync(file)
    db.exec("DROP TRIGGER event_is_never_changed; UPDATE event SET payload = '{}' WHERE seq = 2")

    expect(await makeBackup(options)).toMatchObject({
      ok: false,
      error: {
        text: expect.stringContaining('at 2: changed'),
        differences: expect.arrayContaining([expect.objectContaining({ where: 2 })]),
      },
    })
    expect(listGenerations(folder, FILE_NAME)).toHaveLength(1)
    expect(readFileSync(file)).toEqual(before)
  })

  it('is not begun where it would take the room that payments need', async () => {
    const { folder, options } = openWith(1)

    const made = await makeBackup({ ...options, reserveBytes: Number.MAX_SAFE_INTEGER })

    expect(made).toMatchObject({ ok: false, error: { text: expect.stringMatching(/^the disk has [0-9]+ MB free/) } })
    expect(readdirSync(backupFolder(folder))).toEqual([])
  })

  it('that an earlier process left half-made is removed, and counts for nothing', async () => {
    const { folder, options } = openWith(1)
    unwrap(await makeBackup(options))
    const partial = toPartialFile(folder, FILE_NAME)
    for (const end of ['', '-journal']) writeFileSync(partial + end, 'half')

    expect(listGenerations(folder, FILE_NAME)).toHaveLength(1)
    unwrap(await makeBackup(options))
    expect(existsSync(partial) || existsSync(`${partial}-journal`)).toBe(false)
  })
})

describe('the schedule of backups', () => {
  it('makes one a minute after the start and one each quarter of an hour in which something was written', async () => {
    const { folder, options, sell, db } = openWith(1)
    const { clock, timers, nextTimer } = createHandClock()
    const backups = createBackups({ ...options, clock })
    const takeTurn = async () => {
      const next = nextTimer()
      timers.shift()?.act()
      await next
    }
    expect(backups.health()).toEqual({ lastBackupAt: null, problem: null })

    backups.start()
    expect(timers.map(({ afterMs }) => afterMs)).toEqual([MINUTE_MS])
    await takeTurn()
    expect(timers.map(({ afterMs }) => afterMs)).toEqual([15 * MINUTE_MS])
    expect(backups.health()).toEqual({ lastBackupAt: stillClock.now(), problem: null })

    rmSync(backupFolder(folder), { recursive: true })
    await takeTurn()
    expect(existsSync(backupFolder(folder))).toBe(false)

    sell('another')
    db.prepare('UPDATE payment SET updated_at = updated_at').run()
    await takeTurn()
    expect(listGenerations(folder, FILE_NAME).map(({ seq }) => seq)).toEqual([2])

    backups.stop()
    expect(timers).toEqual([])
  })

  it('says why the newest failed, keeps the time of the last good one, and forgets it with the next', async () => {
    const { folder, options, db } = openWith(1)
    const backups = createBackups({ ...options, clock: createHandClock().clock })
    unwrap(await backups.makeNow())
    db.prepare('UPDATE payment SET updated_at = updated_at').run()
    rmSync(backupFolder(folder), { recursive: true })
    writeFileSync(backupFolder(folder), 'in the way')

    expect((await backups.makeNow()).ok).toBe(false)
    expect(backups.health()).toEqual({
      lastBackupAt: stillClock.now(),
      problem: expect.stringMatching(/EEXIST|ENOTDIR/),
    })

    rmSync(backupFolder(folder))
    unwrap(await backups.makeNow())
    expect(backups.health().problem).toBeNull()
  })

  it('tells of damage in the copy, which the journal may have too', async () => {
    const { options, db } = openWith(1)
    db.exec("UPDATE payment SET status = 'approved'")
    let isTold = false
    const backups = createBackups({ ...options, onDamage: () => (isTold = true) })

    await backups.makeNow()

    expect(isTold).toBe(true)
    expect(backups.health().problem).toContain('differs in status')
  })

  it('of a journal that is closed answers, and harms nothing', async () => {
    const { options, db, folder } = openWith(1)
    const backups = createBackups(options)
    const running = backups.makeNow()
    db.close()

    expect((await running).ok).toBe(false)
    expect((await backups.makeNow()).ok).toBe(false)
    const copy = openReadOnly(join(folder, FILE_NAME))
    copy.close()
  })
})
