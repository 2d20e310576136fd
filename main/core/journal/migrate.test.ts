import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Reference } from '../../../shared/ids.ts'
import { canonicalJson } from './canonical-json.ts'
import { openReadOnly, openWriter, type Db } from './connection.ts'
import { BEGUN, GENESIS, hashRow } from './event-chain.ts'
import { createEventRows } from './event-rows.ts'
import { backupFolder, toBackupFile, toPartialFile } from './generations.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import { MIGRATIONS, migrate, readVersion } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { verifyJournal } from './verify.ts'

const breaking: Migration = {
  version: MIGRATIONS.length + 1,
  name: 'breaks half-way',
  changesProjections: false,
  sql: 'CREATE TABLE half (x); SELECT no_such_function();',
}

/** A file as the Paydesk of that version left it, whose projections today's code could not write. */
function openAt(version: number) {
  const folder = makeFolder()
  const file = join(folder, FILE_NAME)
  const db = openWriter(file)
  onTestFinished(() => void db.close())
  for (const { sql } of MIGRATIONS.slice(0, version)) db.exec(sql)
  db.pragma(`user_version = ${version.toString()}`)
  return { folder, file, db }
}

function tables(db: Db): unknown[] {
  return db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
}

function copies(folder: string): string[] {
  const holder = backupFolder(folder)
  return existsSync(holder) ? readdirSync(holder) : []
}

/** A row of the chain whose payload is exactly this, whatever today's Paydesk would write. */
function insertAsWritten(db: Db, reference: Reference, type: string, payload: unknown): void {
  const seq = z.int().parse(db.prepare('SELECT coalesce(max(seq), 0) + 1 FROM event').pluck().get())
  const head = z.string().optional().parse(db.prepare('SELECT hash FROM event ORDER BY seq DESC').pluck().get())
  const dedupe = type === BEGUN ? BEGUN : `${type}:1`
  const source = type === BEGUN ? 'cashier' : 'cloudAnswer'
  const at = 1_790_000_000_000
  const row = { seq, reference, type, source, at, payload: canonicalJson(payload), dedupe, prev_hash: head ?? GENESIS }
  db.prepare(
    `INSERT INTO event (seq, reference, type, source, at, payload, dedupe, prev_hash, hash)
      VALUES (:seq, :reference, :type, :source, :at, :payload, :dedupe, :prev_hash, :hash)`,
  ).run({ ...row, hash: hashRow(row) })
}

describe('migrations', () => {
  it('are numbered without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  it('001 makes the chain of events in an empty file, without a copy of it', () => {
    const { db, folder } = openAt(1)

    expect(readVersion(db)).toBe(1)
    expect(tables(db)).toEqual(['event'])
    expect(copies(folder)).toEqual([])
  })

  it('002 and later ones compute the payments from the events of version 1, after a sound copy was made', () => {
    const { db, folder, file } = openAt(1)
    const events = createEventRows(db)
    const intent = newIntent()
    events.insertBegun(intent)
    events.insertEvent(intent.reference, record(reported('AUTHORISED')))

    migrate({ db, file, clock: stillClock, migrations: MIGRATIONS.slice(0, 6) })

    expect(readVersion(db)).toBe(6)
    expect(verifyJournal(file)).toEqual([])
    const backup = toBackupFile(folder, FILE_NAME, 2, stillClock.now())
    expect(copies(folder)).toContain(basename(backup))
    const copy = openReadOnly(backup)
    expect(copy.prepare('SELECT * FROM event').all()).toEqual(db.prepare('SELECT * FROM event').all())
    copy.close()
    expect(unwrap(openIn(folder).readRow(intent.reference))).toMatchObject({ intent, state: { status: 'approved' } })
  })

  it('003 reads what the first Paydesk wrote, which knew sales alone', () => {
    const { db, file, folder } = openAt(2)
    const { reference, requestKey, terminal } = newIntent()
    const sale = { reference, operation: 'sale', amountMinor: 4500, currency: 'EUR', terminal, customerReference: null }
    const told = { attemptOf: null, original: null, requestKey, createdAt: 1_790_000_000_000 }
    const refusal = {
      type: 'requestRefused',
      reason: 'terminalBusy',
      httpStatus: 400,
      terminalCode: 1001,
      text: 'busy',
    }
    insertAsWritten(db, reference, 'begun', { ...sale, ...told })
    insertAsWritten(db, reference, 'requestRefused', refusal)

    migrate({ db, file, clock: stillClock })

    expect(verifyJournal(file)).toEqual([])
    expect(unwrap(openIn(folder).readRow(reference))).toMatchObject({
      intent: { channel: 'terminal', callback: null, number: null },
      state: { status: 'notStarted', reason: 'terminalBusy' },
    })
  })

  it.skipIf(process.platform === 'win32')('make copies that only their owner can read', () => {
    const { db, folder, file } = openAt(1)
    migrate({ db, file, clock: stillClock })
    for (const name of copies(folder)) expect(statSync(join(backupFolder(folder), name)).mode & 0o777).toBe(0o600)
  })

  it('004 makes room for orphans beside the payments of version 3', () => {
    const { db, file } = openAt(3)

    migrate({ db, file, clock: stillClock, migrations: MIGRATIONS.slice(0, 4) })

    expect([readVersion(db), tables(db)]).toEqual([4, ['event', 'orphan', 'payment']])
    expect(verifyJournal(file)).toEqual([])
  })

  it('007 finds what a new payment could repeat by its amount, without reading every payment', () => {
    const { db, file } = openAt(6)
    const plan = (): string =>
      JSON.stringify(
        db
          .prepare(
            `EXPLAIN QUERY PLAN SELECT * FROM payment WHERE moves_money = 1 AND amount_minor = 4500
              AND currency = 'EUR' AND updated_at BETWEEN 1 AND 2`,
          )
          .all(),
      )
    expect(plan()).not.toContain('payment_by_amount')

    migrate({ db, file, clock: stillClock, migrations: MIGRATIONS.slice(0, 7) })

    expect(readVersion(db)).toBe(7)
    expect(plan()).toContain('payment_by_amount')
    expect(verifyJournal(file)).toEqual([])
  })

  it('that fail half-way leave the file at the version before', () => {
    const { db, file } = openAt(MIGRATIONS.length)
    const before = tables(db)

    expect(() => migrate({ db, file, clock: stillClock, migrations: [...MIGRATIONS, breaking] })).toThrow(
      /no such function/,
    )

    expect(readVersion(db)).toBe(MIGRATIONS.length)
    expect(tables(db)).toEqual(before)
  })

  it('do not begin when the copy cannot be made', () => {
    const { db, file, folder } = openAt(1)
    mkdirSync(join(toPartialFile(folder, FILE_NAME), 'in the way'), { recursive: true })

    expect(() => migrate({ db, file, clock: stillClock })).toThrow(/directory/)
    expect(readVersion(db)).toBe(1)
  })
})
