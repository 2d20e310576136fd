import { z } from 'zod'
import { instantSchema, type Reference } from '../../../shared/ids.ts'
import type { TimelineEntry } from '../../../shared/ipc/snapshots.ts'
import { eventSourceSchema, transactionEventSchema, type RecordedEvent } from '../../../shared/transaction/events.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Db } from './connection.ts'
import { BEGUN, GENESIS, hashRow, toDedupeKey } from './event-chain.ts'
import { jsonText } from './json-text.ts'

const headSchema = z.object({ seq: z.int(), hash: z.string() })
const begunSchema = z.object({ seq: z.int(), payload: jsonText(intentSchema) })
const keySchema = z.object({ dedupe: z.string() })
const entrySchema = z
  .object({ seq: z.int(), at: instantSchema, source: eventSourceSchema, payload: jsonText(transactionEventSchema) })
  .transform(({ seq, at, source, payload }): TimelineEntry => ({ seq, at, source, event: payload }))

type NewRow = { reference: Reference; type: string; source: string; at: number; payload: string; dedupe: string }

export interface EventRows {
  /** Both give the sequence number of the new row. To be called inside a transaction. */
  insertBegun(intent: Intent): number
  insertEvent(reference: Reference, recorded: RecordedEvent): number
  readBegun(reference: Reference): { intent: Intent; seq: number } | null
  readEntries(reference: Reference): TimelineEntry[]
  readDedupeKeys(reference: Reference): Set<string>
}

/** Reading and writing of the `event` table. Throws what SQLite and zod throw. */
export function createEventRows(db: Db): EventRows {
  const selectHead = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const insert = db.prepare(`INSERT INTO event (seq, reference, type, source, at, payload, dedupe, prev_hash, hash)
    VALUES (:seq, :reference, :type, :source, :at, :payload, :dedupe, :prev_hash, :hash)`)
  const selectBegun = db.prepare(`SELECT seq, payload FROM event WHERE reference = ? AND dedupe = '${BEGUN}'`)
  // Put in order here: a statement that orders what it looks up by a given value is compiled anew each time it is used.
  const selectEntries = db.prepare(
    `SELECT seq, at, source, payload FROM event WHERE reference = ? AND dedupe <> '${BEGUN}'`,
  )
  const selectKeys = db.prepare('SELECT dedupe FROM event WHERE reference = ?')

  function append(row: NewRow): number {
    const found = selectHead.get()
    const head = found === undefined ? { seq: 0, hash: GENESIS } : headSchema.parse(found)
    const chained = { ...row, seq: head.seq + 1, prev_hash: head.hash }
    insert.run({ ...chained, hash: hashRow(chained) })
    return chained.seq
  }

  return {
    insertBegun(intent) {
      const { reference, createdAt: at } = intent
      return append({ reference, type: BEGUN, source: 'cashier', at, payload: canonicalJson(intent), dedupe: BEGUN })
    },
    insertEvent(reference, { at, source, event }) {
      const payload = canonicalJson(event)
      return append({ reference, type: event.type, source, at, payload, dedupe: toDedupeKey(event) })
    },
    readBegun(reference) {
      const found = selectBegun.get(reference)
      if (found === undefined) return null
      const { seq, payload } = begunSchema.parse(found)
      return { intent: payload, seq }
    },
    readEntries(reference) {
      const entries = selectEntries.all(reference).map((row) => entrySchema.parse(row))
      return entries.sort((one, other) => one.seq - other.seq)
    },
    readDedupeKeys(reference) {
      return new Set(selectKeys.all(reference).map((row) => keySchema.parse(row).dedupe))
    },
  }
}
