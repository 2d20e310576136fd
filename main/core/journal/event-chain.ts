import { createHash } from 'node:crypto'
import { z } from 'zod'
import { instantSchema, referenceSchema } from '../../../shared/ids.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { canonicalJson } from './canonical-json.ts'

/** What the first event of a journal is chained to. */
export const GENESIS = '0'.repeat(64)

/** The type of the row that holds the intent: the first of every operation. */
export const BEGUN = 'begun'

/** One row of the `event` table, as it is stored. */
export const chainRowSchema = z.object({
  seq: z.int().positive(),
  reference: referenceSchema,
  type: z.string(),
  source: z.string(),
  at: instantSchema,
  /** Canonical JSON of the intent or of the event. */
  payload: z.string(),
  dedupe: z.string(),
  prev_hash: z.string(),
  hash: z.string(),
})
export type ChainRow = z.infer<typeof chainRowSchema>

/** What the hash of a row seals, in this order: the hash of the event before and every other column (safety R13). */
export const SEALED_COLUMNS = 'prev_hash, seq, reference, type, source, at, payload, dedupe'

/** SHA-256, in hex, over the {@link SEALED_COLUMNS} of a row. */
export function hashRow(row: Omit<ChainRow, 'hash'>): string {
  return seal([row.prev_hash, row.seq, row.reference, row.type, row.source, row.at, row.payload, row.dedupe])
}

/** The same of the columns alone, as they were read. */
export function seal(columns: readonly unknown[]): string {
  // An array of scalars in JSON: no two different rows can make the same text.
  return sha256(JSON.stringify(columns))
}

/** The same for the same fact about one operation, whoever tells it and whenever (safety R6). */
export function toDedupeKey(event: TransactionEvent): string {
  if (event.type === 'terminalReported') return `${event.type}:${event.digest}`
  return `${event.type}:${sha256(canonicalJson(event))}`
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
