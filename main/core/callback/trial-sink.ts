import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { CallbackSecret } from './secret.ts'
import type { CallbackSink, Delivery } from './sink.ts'

export interface TrialSink extends CallbackSink {
  expect(reference: Reference, secret: Pick<CallbackSecret, 'pathDigest' | 'tokenDigest'>): void
  /** Bodies in the order in which they were committed, each once. */
  stored(): { reference: string; body: string }[]
  count(): number
  close(): void
}

const resultSchema = z.looseObject({ finStatus: z.string().min(1), transactionReference: z.string().optional() })
const ownerSchema = z.object({ reference: referenceSchema, tokenDigest: z.string() }).nullable()
const countSchema = z.object({ times: z.number() })
const rowsSchema = z.array(z.object({ reference: z.string(), body: z.string() }))

/**
 * A sink of its own for tests and load: durable and free of duplicates as the journal is (safety R4, R6), and nothing else.
 * `file` may be `:memory:`.
 */
export function createTrialSink(file: string): TrialSink {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE delivery (reference TEXT, digest TEXT, body TEXT, UNIQUE (reference, digest)) STRICT')
  const insert = database.prepare('INSERT INTO delivery VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const countAll = database.prepare('SELECT count(*) AS times FROM delivery')
  const select = database.prepare('SELECT reference, body FROM delivery ORDER BY rowid')
  database.exec('CREATE TABLE owner (path TEXT PRIMARY KEY, reference TEXT UNIQUE, token TEXT) STRICT')
  const insertOwner = database.prepare('INSERT INTO owner VALUES (?, ?, ?)')
  const selectOwner = database.prepare('SELECT reference, token AS tokenDigest FROM owner WHERE path = ?')
  const isKnown = database.prepare('SELECT 1 FROM owner WHERE reference = ?')

  function deliver(reference: Reference, body: string): Delivery {
    const result = resultSchema.safeParse(JSON.parse(body))
    if (!result.success) return 'unreadable'
    const { transactionReference: named = reference } = result.data
    if (named !== reference && isKnown.get(named) !== undefined) return 'foreignReference'
    insert.run(reference, createHash('sha256').update(body).digest('hex'), body)
    return 'stored'
  }

  return {
    expect(reference, { pathDigest, tokenDigest }) {
      insertOwner.run(pathDigest, reference, tokenDigest)
    },
    find: (pathDigest) => ownerSchema.parse(selectOwner.get(pathDigest) ?? null),
    deliver,
    count: () => countSchema.parse(countAll.get()).times,
    stored: () => rowsSchema.parse(select.all()),
    close: () => void database.close(),
  }
}
