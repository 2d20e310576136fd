import { existsSync, renameSync } from 'node:fs'
import type { Reference } from '../../../shared/ids.ts'
import { jobSnapshotSchema, type JobSnapshot, type Printable } from '../../../shared/ipc/printing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { openWriter, type Db } from '../journal/connection.ts'
import { makePrivateFile } from '../journal/folder.ts'

/** A receipt that leaves the till: by which attempt of which job, or by what else. */
export interface Issue {
  reference: Reference
  what: Printable
  /** When the payment began: what is older than a store that was lost counts as issued. */
  paymentAt: number
  token: string
}

/**
 * Jobs, and which receipts left the till before. A file of its own, so that nothing here can hold up or spoil the journal; durable,
 * so that a receipt is neither forgotten nor silently printed twice. A failure is a value: its text, for the log.
 */
export interface JobStore {
  readAll(): Result<JobSnapshot[], string>
  save(job: JobSnapshot): Result<null, string>
  remove(id: string): Result<null, string>
  /** Saves a job that begins an attempt together with its claim to be the first. Answers whether it is a copy. */
  begin(job: JobSnapshot, issue: Issue): Result<boolean, string>
  /** The same for what is no job: a PDF, a print on a terminal. */
  issue(issue: Issue): Result<boolean, string>
  /** For certain nothing came out: the next one is no copy because of it. */
  withdraw(issue: Issue): Result<null, string>
  /** Whether another one than `token` left the till before. */
  isIssued(issue: Issue): Result<boolean, string>
  close(): void
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS job (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS issued (
    reference TEXT NOT NULL, what TEXT NOT NULL, token TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (reference, what)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS lost (before INTEGER NOT NULL) STRICT;
`
/** As long as receipts themselves are kept (safety P5). */
const ISSUES_KEPT_MS = 400 * 24 * 3_600_000

/** Opens the file, made where it is missing; a damaged one is moved aside and answered as `isLost`. */
export function openJobStore(file: string, now: number): Result<{ store: JobStore; isLost: boolean }, string> {
  const opened = attempt(() => open(file))
  if (opened.ok) return ok({ store: toStore(opened.value, now), isLost: false })
  const reopened = attempt(() => {
    for (const name of [file, `${file}-wal`, `${file}-shm`]) {
      if (existsSync(name)) renameSync(name, `${name}.damaged-${now.toString()}`)
    }
    const db = open(file)
    db.prepare('INSERT INTO lost (before) VALUES (?)').run(now)
    return db
  })
  return reopened.ok ? ok({ store: toStore(reopened.value, now), isLost: true }) : reopened
}

function open(file: string): Db {
  makePrivateFile(file)
  const db = openWriter(file)
  try {
    db.exec(SCHEMA)
    if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('the file of print jobs is damaged')
    for (const body of readBodies(db)) jobSnapshotSchema.parse(JSON.parse(body))
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function readBodies(db: Db): string[] {
  return db.prepare<[], string>('SELECT body FROM job').pluck().all()
}

function toStore(db: Db, now: number): JobStore {
  db.prepare('DELETE FROM issued WHERE at < ?').run(now - ISSUES_KEPT_MS)
  const saveJob = db.prepare(
    'INSERT INTO job (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  )
  const removeJob = db.prepare('DELETE FROM job WHERE id = ?')
  const claim = db.prepare('INSERT INTO issued (reference, what, token, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const holder = db
    .prepare<[string, string], string>('SELECT token FROM issued WHERE reference = ? AND what = ?')
    .pluck()
  const release = db.prepare('DELETE FROM issued WHERE reference = ? AND what = ? AND token = ?')
  const lostBefore = db.prepare<[], number | null>('SELECT max(before) FROM lost').pluck().get() ?? null

  const save = (job: JobSnapshot): void => void saveJob.run(job.id, JSON.stringify(jobSnapshotSchema.parse(job)))
  const isIssued = ({ reference, what, paymentAt, token }: Issue): boolean => {
    const held = holder.get(reference, what)
    // What became of the receipts of before nobody knows any more: a copy too many says nothing untrue of the money.
    return held === undefined ? lostBefore !== null && paymentAt < lostBefore : held !== token
  }
  const take = (issue: Issue): boolean => {
    const isCopy = isIssued(issue)
    if (!isCopy) claim.run(issue.reference, issue.what, issue.token, now)
    return isCopy
  }
  const begin = db.transaction((job: JobSnapshot, issue: Issue): boolean => {
    const isCopy = take(issue)
    save({ ...job, isCopy })
    return isCopy
  })
  return {
    readAll: () => attempt(() => readBodies(db).map((body) => jobSnapshotSchema.parse(JSON.parse(body)))),
    save: (job) => attempt(() => nothing(save(job))),
    remove: (id) => attempt(() => nothing(removeJob.run(id))),
    begin: (job, issue) => attempt(() => begin.immediate(job, issue)),
    issue: (issue) => attempt(() => db.transaction(take).immediate(issue)),
    withdraw: ({ reference, what, token }) => attempt(() => nothing(release.run(reference, what, token))),
    isIssued: (issue) => attempt(() => isIssued(issue)),
    close: () => void db.close(),
  }
}

function nothing(_done: unknown): null {
  return null
}

function attempt<Value>(act: () => Value): Result<Value, string> {
  try {
    return ok(act())
  } catch (error) {
    return err(String(error))
  }
}
