import { createHash } from 'node:crypto'
import { z } from 'zod'
import { digestSchema, instantSchema, referenceSchema } from '../../../shared/ids.ts'
import { isBareId, maskCardNumbers } from '../system/mask-card-numbers.ts'
import { cut, toWholeText } from '../system/whole-text.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Db } from './connection.ts'
import { jsonText } from './json-text.ts'
import type { Difference } from './verify.ts'

const LONGEST_REFERENCE = 200

/** Whoever holds the token of one operation must not fill the disk with what nobody can read. */
export const MOST_UNREADABLE = 5

/** `unreadable`: it has the right token and is no result. Any other names an operation that nobody knows. */
export type OrphanReason = 'unknownReference' | 'unreadable'

const payloadSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** An authentic result that fits no operation of this journal, or that nobody can read (safety R5). */
export const orphanSchema = z.object({
  /** SHA-256 of the body as it came: the same for the same delivery. */
  digest: digestSchema,
  receivedAt: instantSchema,
  /** The operation whose token it carried. */
  tokenReference: z.nullable(referenceSchema),
  /** What the body itself named. */
  bodyReference: z.string().min(1).max(LONGEST_REFERENCE).nullable(),
  reason: z.string().min(1).max(100),
  /** What may be kept of it (safety P1, P2): fields of an allow-list, without any structure. */
  payload: payloadSchema,
})
export type Orphan = z.infer<typeof orphanSchema>

/**
 * An orphan as its row holds it. What the body named is the one text of strangers that stands in a column of its own: every
 * other stands in JSON, which writes half a character and NUL out in ASCII.
 */
export function toKeptOrphan(orphan: Orphan): Orphan {
  const named = cut(toWholeText(orphan.bodyReference ?? ''), LONGEST_REFERENCE)
  return { ...orphan, bodyReference: named === '' ? null : named }
}

const storedSchema = z.object({
  digest: z.string(),
  received_at: z.int(),
  token_reference: z.string().nullable(),
  body_reference: z.string().nullable(),
  reason: z.string(),
  payload: z.string(),
  hash: z.string(),
})

/** A row of the `orphan` table that is as it was written. */
export const storedOrphanSchema = storedSchema.refine(isAsWritten)
export type StoredOrphan = z.infer<typeof storedOrphanSchema>

const readSchema = storedSchema.extend({ payload: jsonText(payloadSchema) }).transform((row) =>
  orphanSchema.parse({
    digest: row.digest,
    receivedAt: row.received_at,
    tokenReference: row.token_reference,
    bodyReference: row.body_reference,
    reason: row.reason,
    payload: row.payload,
  }),
)

export interface OrphanRows {
  /** Keeps it once, however often it is delivered. False when it was there already, or enough that is as unreadable. */
  record(orphan: Orphan): boolean
  /** Newest first. */
  list(limit: number): Orphan[]
  count(reason: OrphanReason): number
}

const INSERT = `INSERT INTO orphan (digest, received_at, token_reference, body_reference, reason, payload, hash)
  VALUES (:digest, :received_at, :token_reference, :body_reference, :reason, :payload, :hash)`

/** Reading and writing of the `orphan` table. Throws what SQLite and zod throw. */
export function createOrphanRows(db: Db): OrphanRows {
  const insert = db.prepare(INSERT)
  const exists = db.prepare('SELECT 1 FROM orphan WHERE digest = ?')
  const newest = db.prepare('SELECT * FROM orphan ORDER BY received_at DESC, digest LIMIT ?')
  const count = db.prepare('SELECT count(*) FROM orphan WHERE reason = ?').pluck()
  const countOf = db.prepare('SELECT count(*) FROM orphan WHERE reason = ? AND token_reference IS ?').pluck()
  const isEnough = ({ reason, tokenReference }: Orphan): boolean =>
    reason === 'unreadable' && z.int().parse(countOf.get(reason, tokenReference)) >= MOST_UNREADABLE

  const record = db.transaction((delivered: Orphan): boolean => {
    if (exists.get(delivered.digest) !== undefined) return false
    if (isEnough(delivered)) return false
    const orphan = toKeptOrphan(delivered)
    const row = {
      digest: orphan.digest,
      received_at: orphan.receivedAt,
      token_reference: orphan.tokenReference,
      body_reference: orphan.bodyReference,
      reason: orphan.reason,
      payload: canonicalJson(mask(orphan.payload)),
    }
    insert.run({ ...row, hash: sealOf(row) })
    return true
  })

  return {
    record: (orphan) => record.immediate(orphan),
    list: (limit) => newest.all(limit).map((row) => readSchema.parse(row)),
    count: (reason) => z.int().parse(count.get(reason)),
  }
}

/** Every orphan that is not as it was written. None in a journal from before there were any. */
export function findWrongOrphans(db: Db): Difference[] {
  return [...iterateOrphans(db)].flatMap((row): Difference[] => {
    if (storedOrphanSchema.safeParse(row).success) return []
    const { data: where } = z.object({ digest: z.string() }).safeParse(row)
    return [{ where: where?.digest ?? null, kind: 'damage', text: 'this orphan was changed after it was written' }]
  })
}

/** What of a damaged journal's orphans is sound, as far as they can be read. */
export function* readSoundOrphans(db: Db): Generator<StoredOrphan> {
  for (const row of iterateOrphans(db)) {
    const parsed = storedOrphanSchema.safeParse(row)
    if (parsed.success) yield parsed.data
  }
}

/** Takes over those that are not there yet. */
export function insertOrphans(db: Db, rows: Iterable<StoredOrphan>): void {
  const exists = db.prepare('SELECT 1 FROM orphan WHERE digest = ?')
  const insert = db.prepare(INSERT)
  for (const row of rows) if (exists.get(row.digest) === undefined) insert.run(row)
}

function* iterateOrphans(db: Db): Generator {
  const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'orphan'").get() !== undefined
  if (hasTable) yield* db.prepare('SELECT * FROM orphan').iterate()
}

function isAsWritten(row: z.infer<typeof storedSchema>): boolean {
  return sealOf(row) === row.hash || isAsEarlierWritten(row)
}

const LONE_SURROGATES = Array.from({ length: 0x800 }, (_, nth) => String.fromCharCode(0xd800 + nth))

/**
 * The first versions sealed half a character as it came, where SQLite keeps U+FFFD. It was one of 2048: the seal itself tells
 * which, and fits no other row. Two of them would be four million: such a row stays unsound.
 */
function isAsEarlierWritten(row: z.infer<typeof storedSchema>): boolean {
  const [before, after, ...more] = row.body_reference?.split('\ufffd') ?? []
  if (before === undefined || after === undefined || more.length > 0) return false
  return LONE_SURROGATES.some((half) => sealOf({ ...row, body_reference: before + half + after }) === row.hash)
}

function sealOf(row: Omit<z.infer<typeof storedSchema>, 'hash'>): string {
  const sealed = [row.digest, row.received_at, row.token_reference, row.body_reference, row.reason, row.payload]
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex')
}

/** By these it is found in the gateway's reports. */
const IDS = new Set(['transactionId', 'originalTransactionId', 'terminalSerial'])

/** The last door before the disk: a full card number goes through none (safety P1), and an id is none. */
function mask(payload: Orphan['payload']): Orphan['payload'] {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (typeof value === 'string') return [name, IDS.has(name) && isBareId(value) ? value : maskCardNumbers(value)]
      const masked = maskCardNumbers(String(value))
      return [name, masked === String(value) ? value : masked]
    }),
  )
}
