import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { z } from 'zod'
import { SHORTEST_REFERENCE, SHORTEST_TRANSACTION_ID } from '../../../shared/history-meanings.ts'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { HistoryTotal } from '../../../shared/ipc/history.ts'
import { DamageError, type Db } from '../journal/connection.ts'
import { makePrivateFile } from '../journal/folder.ts'
import { jsonText } from '../journal/json-text.ts'
import type { IndexedPayment } from './journal-reader.ts'
import { toTerms } from './search-terms.ts'

/** How far the index has followed its journal. */
const progressSchema = z.object({
  /** The layout of this file and of its words: another one is made anew. */
  version: z.int(),
  /** Times of day are looked for by the clock on the wall. */
  timeZone: z.string(),
  /** The newest event that it has seen. */
  seq: z.int().nonnegative(),
  hash: z.string(),
  /** Payments before this one are still to be taken up; null when all were. */
  olderThan: z.object({ createdAt: z.int(), reference: z.string() }).nullable(),
  isComplete: z.boolean(),
})
export type Progress = z.infer<typeof progressSchema>

export interface IndexQuery {
  /** Null: every payment of the days. */
  expression: string | null
  from: number
  until: number
  /** The payment after which the page begins. */
  before: { createdAt: number; reference: string } | null
  limit: number
}

export interface SearchIndex {
  /** Null in a new file. Throws where it cannot be read as one. */
  readProgress(): Progress | null
  /** In one transaction: both or neither. */
  put(payments: readonly IndexedPayment[], progress: Progress): void
  /** Newest first. */
  find(query: IndexQuery): Reference[]
  /** Up to a thousand: beyond it nobody reads the number, and every one of them would have to be walked over. */
  count(query: Pick<IndexQuery, 'expression' | 'from' | 'until'>): HistoryTotal
  countAll(): number
  close(): void
}

/** Grows with every change of the tables below or of the words in `search-terms.ts`. */
export const INDEX_VERSION = 2

/** Room for the payments of one millisecond, so that ids are in the order of time. */
const IDS_PER_MS = 1000

/** What is found is counted so far and no further. */
const MOST_COUNTED = 1000

/** The shortest beginning of a reference and of a transaction id that is asked for, each with its letter. */
const SHORTEST_PREFIXES = `${SHORTEST_REFERENCE + 1} ${SHORTEST_TRANSACTION_ID + 1}`

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS progress (only INTEGER PRIMARY KEY CHECK (only = 1), value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, terms TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5(terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '${SHORTEST_PREFIXES}');
`

/** The file holds nothing that the journal does not: it can go at any time. */
export function removeIndex(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true })
}

/** Opens the index or makes an empty one. Throws what SQLite and zod throw. */
export function openSearchIndex(file: string): SearchIndex {
  makePrivateFile(file)
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    // A power cut may cost the newest entries, which the journal gives back; a sync at each commit would cost the till time.
    db.pragma('synchronous = NORMAL')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.exec(SCHEMA)
    return createIndex(db)
  } catch (error) {
    db.close()
    throw error
  }
}

const entrySchema = z.object({ id: z.int(), terms: z.string() })
const foundSchema = z.object({ reference: referenceSchema })

function createIndex(db: Db): SearchIndex {
  const progress = db.prepare('SELECT value FROM progress').pluck()
  const keep = db.prepare('INSERT OR REPLACE INTO progress (only, value) VALUES (1, ?)')
  const entry = db.prepare('SELECT id, terms FROM entry WHERE reference = ?')
  const newestId = db.prepare('SELECT max(id) FROM entry WHERE id >= ? AND id < ?').pluck()
  const insert = db.prepare('INSERT INTO entry (id, reference, terms) VALUES (?, ?, ?)')
  const update = db.prepare('UPDATE entry SET terms = ? WHERE id = ?')
  const addWords = db.prepare('INSERT INTO words (rowid, terms) VALUES (?, ?)')
  const dropWords = db.prepare('DELETE FROM words WHERE rowid = ?')
  const byDays = db.prepare('SELECT reference FROM entry WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?')
  const byWords = db.prepare(`SELECT entry.reference FROM words JOIN entry ON entry.id = words.rowid
    WHERE words MATCH ? AND words.rowid >= ? AND words.rowid < ? ORDER BY words.rowid DESC LIMIT ?`)
  const countDays = db.prepare('SELECT count(*) FROM (SELECT 1 FROM entry WHERE id >= ? AND id < ? LIMIT ?)').pluck()
  const countWords = db
    .prepare('SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?)')
    .pluck()
  const countAll = db.prepare('SELECT count(*) FROM entry').pluck()
  /** Counted once: nothing else writes this file. Null until then, and after a transaction that failed. */
  let allCount: number | null = null

  /** Whether it is a payment that the index did not know. */
  function putOne(payment: IndexedPayment): boolean {
    const terms = toTerms(payment)
    const found = entry.get(payment.reference)
    if (found === undefined) {
      const id = toFreeId(payment.createdAt)
      insert.run(id, payment.reference, terms)
      addWords.run(id, terms)
      return true
    }
    const known = entrySchema.parse(found)
    if (known.terms === terms) return false
    update.run(terms, known.id)
    dropWords.run(known.id)
    addWords.run(known.id, terms)
    return false
  }

  function toFreeId(createdAt: number): number {
    const first = createdAt * IDS_PER_MS
    const taken = z
      .int()
      .nullable()
      .parse(newestId.get(first, first + IDS_PER_MS))
    const id = taken === null ? first : taken + 1
    if (id >= first + IDS_PER_MS) throw new Error('more payments in one millisecond than the index has room for')
    return id
  }

  /** Where the payments before a position end. */
  function toEnd(before: IndexQuery['before'], until: number): number {
    const end = toId(until)
    if (before === null) return end
    const found = entry.get(before.reference)
    return Math.min(end, found === undefined ? toId(before.createdAt) : entrySchema.parse(found).id)
  }

  const put = db.transaction((payments: readonly IndexedPayment[], next: Progress) => {
    // In the order of their ids: the words of one transaction are then one piece of the index.
    const inOrder = [...payments].sort((one, other) => one.createdAt - other.createdAt)
    const added = inOrder.filter(putOne)
    keep.run(JSON.stringify(next))
    return added.length
  })

  return {
    readProgress() {
      const found = progress.get()
      if (found === undefined) return null
      const parsed = jsonText(progressSchema).safeParse(found)
      if (!parsed.success) throw new DamageError('the progress of the index cannot be read')
      return parsed.data
    },
    put(payments, next) {
      const counted = allCount
      allCount = null
      const added = put.immediate(payments, next)
      allCount = counted === null ? null : counted + added
    },
    find({ expression, from, until, before, limit }) {
      const [first, end] = [toId(from), toEnd(before, until)]
      const found = expression === null ? byDays.all(first, end, limit) : byWords.all(expression, first, end, limit)
      return found.map((row) => foundSchema.parse(row).reference)
    },
    count({ expression, from, until }) {
      const [first, end] = [toId(from), toId(until)]
      const most = MOST_COUNTED + 1
      const found = expression === null ? countDays.get(first, end, most) : countWords.get(expression, first, end, most)
      const count = z.int().parse(found)
      return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED }
    },
    countAll: () => (allCount ??= z.int().parse(countAll.get())),
    close: () => void db.close(),
  }
}

/** The smallest id of an instant; a far future, which no id reaches, is cut off. */
function toId(instant: number): number {
  return Math.min(Math.floor(instant) * IDS_PER_MS, Number.MAX_SAFE_INTEGER)
}
