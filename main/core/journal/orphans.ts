import { createHash } from 'node:crypto'
import { z } from 'zod'
import { digestSchema, instantSchema, referenceSchema } from '../../../shared/ids.ts'
import { maskCardNumbers } from '../system/mask-card-numbers.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Db } from './connection.ts'
import { jsonText } from './json-text.ts'
import type { Difference } from './verify.ts'

const payloadSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** An authentic result that fits no operation of this journal (safety R5). */
export const orphanSchema = z.object({
  /** SHA-256 of the body as it came: the same for the same delivery. */
  digest: digestSchema,
  receivedAt: instantSchema,
  /** The operation whose token it carried. */
  tokenReference: referenceSchema.nullable(),
  /** What the body itself named. */
  bodyReference: z.string().min(1).max(200).nullable(),
  reason: z.string().min(1).max(100),
  /** What may be kept of it (safety P1, P2): fields of an allow-list, without any structure. */
  payload: payloadSchema,
})
export type Orphan = z.infer<typeof orphanSchema>

const storedSchema = z.object({
  digest: z.string(),
  received_at: z.int(),
  token_reference: z.string().nullable(),
  body_reference: z.string().nullable(),
  reason: z.string(),
  payload: z.string(),
  hash: z.string(),
})
type Stored = z.infer<typeof storedSchema>

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
  /** Keeps it once, however often it is delivered. False when it was there already. */
  record(orphan: Orphan): boolean
  /** Newest first. */
  list(limit: number): Orphan[]
  count(): number
}

const INSERT = `INSERT INTO orphan (digest, received_at, token_reference, body_reference, reason, payload, hash)
  VALUES (:digest, :received_at, :token_reference, :body_reference, :reason, :payload, :hash)`

/** Reading and writing of the `orphan` table. Throws what SQLite and zod throw. */
export function createOrphanRows(db: Db): OrphanRows {
  const insert = db.prepare(INSERT)
  const exists = db.prepare('SELECT 1 FROM orphan WHERE digest = ?')
  const newest = db.prepare('SELECT * FROM orphan ORDER BY received_at DESC, digest LIMIT ?')
  const count = db.prepare('SELECT count(*) FROM orphan').pluck()

  const record = db.transaction((orphan: Orphan): boolean => {
    if (exists.get(orphan.digest) !== undefined) return false
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
    count: () => z.int().parse(count.get()),
  }
}

/** Every orphan that is not as it was written. None in a journal from before there were any. */
export function findWrongOrphans(db: Db): Difference[] {
  return readStored(db).flatMap(({ digest, row }): Difference[] =>
    row === null ? [{ where: digest, kind: 'damage', text: 'this orphan was changed after it was written' }] : [],
  )
}

/** Takes over what is sound of another journal's orphans. Gives their number. */
export function copySoundOrphans(from: Db, to: Db): number {
  const exists = to.prepare('SELECT 1 FROM orphan WHERE digest = ?')
  const insert = to.prepare(INSERT)
  const rows = readStored(from).flatMap(({ row }) => (row === null ? [] : [row]))
  const missing = rows.filter((row) => exists.get(row.digest) === undefined)
  for (const row of missing) insert.run(row)
  return missing.length
}

function readStored(db: Db): { digest: string; row: Stored | null }[] {
  const hasTable = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'orphan'").get() !== undefined
  if (!hasTable) return []
  return db
    .prepare('SELECT * FROM orphan')
    .all()
    .map((found) => {
      const { data: row } = storedSchema.safeParse(found)
      if (row === undefined) return { digest: 'unreadable', row: null }
      return { digest: row.digest, row: sealOf(row) === row.hash ? row : null }
    })
}

function sealOf(row: Omit<Stored, 'hash'>): string {
  const sealed = [row.digest, row.received_at, row.token_reference, row.body_reference, row.reason, row.payload]
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex')
}

/** The last door before the disk: a full card number goes through none (safety P1). */
function mask(payload: Orphan['payload']): Orphan['payload'] {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (typeof value === 'string') return [name, maskCardNumbers(value)]
      const masked = maskCardNumbers(String(value))
      return [name, masked === String(value) ? value : masked]
    }),
  )
}
