import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { z } from 'zod'
import type { Reference } from '../../../shared/ids.ts'
import type { CallbackSecret } from './secret.ts'
import type { CallbackOwner, CallbackSink, Delivery } from './sink.ts'

export interface TrialSink extends CallbackSink {
  expect(reference: Reference, secret: Pick<CallbackSecret, 'pathDigest' | 'tokenDigest'>): void
  /** Bodies in the order in which they were committed, each once. */
  stored(): { reference: string; body: string }[]
  close(): void
}

const resultSchema = z.looseObject({ finStatus: z.string().min(1), transactionReference: z.string().optional() })
const rowsSchema = z.array(z.object({ reference: z.string(), body: z.string() }))

/**
 * A sink of its own for tests and load: durable and free of duplicates as the journal is (safety R4, R6), and nothing else.
 * `file` may be `:memory:`.
 */
export function createTrialSink(file: string): TrialSink {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec(
    'CREATE TABLE IF NOT EXISTS delivery (reference TEXT, digest TEXT, body TEXT, UNIQUE (reference, digest)) STRICT',
  )
  const insert = database.prepare('INSERT INTO delivery VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const select = database.prepare('SELECT reference, body FROM delivery ORDER BY rowid')
  const owners = new Map<string, CallbackOwner>()
  const references = new Set<string>()

  function deliver(reference: Reference, body: string): Delivery {
    const result = resultSchema.safeParse(JSON.parse(body))
    if (!result.success) return 'unreadable'
    const { transactionReference: named = reference } = result.data
    if (named !== reference && references.has(named)) return 'foreignReference'
    insert.run(reference, createHash('sha256').update(body).digest('hex'), body)
    return 'stored'
  }

  return {
    expect(reference, { pathDigest, tokenDigest }) {
      owners.set(pathDigest, { reference, tokenDigest })
      references.add(reference)
    },
    find: (pathDigest) => owners.get(pathDigest) ?? null,
    deliver,
    stored: () => rowsSchema.parse(select.all()),
    close: () => void database.close(),
  }
}
