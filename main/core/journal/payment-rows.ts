import { z } from 'zod'
import { digestSchema, instantSchema, referenceSchema, type Reference, type RequestKey } from '../../../shared/ids.ts'
import type { CallbackOwner } from '../callback/sink.ts'
import type { Db } from './connection.ts'
import type { Alike, Page, PaymentRow } from './journal.ts'
import { ROW_COLUMNS, storedRowSchema, toColumns, toMovingColumns } from './payment-columns.ts'
import type { Progress } from './replay.ts'

/** Where a page begins: `<createdAt>.<reference>` of the row before it. */
const positionSchema = z
  .string()
  .regex(/^[0-9]{1,16}\.[0-9a-f-]{36}$/)
  .transform((text) => ({ createdAt: Number(text.split('.')[0]), reference: text.split('.')[1] }))
  .pipe(z.object({ createdAt: instantSchema, reference: referenceSchema }))

export const pageRequestSchema = z.object({ before: positionSchema.nullable(), limit: z.int().min(1).max(1000) })
type PageRequest = z.infer<typeof pageRequestSchema>

const numberSchema = z.int().nullable()
const retrySchema = z.optional(referenceSchema)

/** Nobody looks through more at once; those after them come up as these are seen. */
export const MOST_UNSEEN = 100

export interface PaymentRows {
  insert(progress: Progress): void
  update(progress: Progress): void
  /** One more than any number that was ever given here. */
  nextNumber(): number
  read(reference: Reference): PaymentRow | null
  /** The attempt that repeats this one. */
  readRetry(reference: Reference): Reference | null
  readByRequestKey(requestKey: RequestKey): PaymentRow | null
  /** The open operation that a new one on this terminal has to wait for, reopened ones included. */
  readBlocking(serialNumber: string): PaymentRow | null
  listOpen(): PaymentRow[]
  /** Newest news first. */
  listUnseen(): PaymentRow[]
  listToFollowUp(): PaymentRow[]
  /** Operations that change this one, oldest first. */
  listLinked(reference: Reference): PaymentRow[]
  /** Operations whose result names documents that were not fetched yet, oldest first. */
  listWithDocuments(): PaymentRow[]
  readCallbackOwner(pathDigest: string): CallbackOwner | null
  /** What moves money, newest first. */
  listAlike(alike: Alike): PaymentRow[]
  listPage(request: PageRequest): Page
}

const ownerSchema = z
  .object({ reference: referenceSchema, token_digest: digestSchema })
  .transform(({ reference, token_digest: tokenDigest }) => ({ reference, tokenDigest }))
  .optional()

/** Reading and writing of the `payment` projection. Throws what SQLite and zod throw. */
export function createPaymentRows(db: Db): PaymentRows {
  const insert =
    db.prepare(`INSERT INTO payment (reference, number, request_key, attempt_of, original, callback_path, operation, moves_money,
      amount_minor, currency, serial_number, terminal_type, status, is_open, is_card_present, was_final, needs_follow_up,
      has_pending_documents, corrected_from, news, news_at, state, intent, seq, created_at, updated_at)
    VALUES (:reference, :number, :request_key, :attempt_of, :original, :callback_path, :operation, :moves_money, :amount_minor,
      :currency, :serial_number, :terminal_type, :status, :is_open, :is_card_present, :was_final, :needs_follow_up,
      :has_pending_documents, :corrected_from, :news, :news_at, :state, :intent, :seq, :created_at, :updated_at)`)
  const update = db.prepare(`UPDATE payment SET status = :status, is_open = :is_open, was_final = :was_final,
      needs_follow_up = :needs_follow_up, has_pending_documents = :has_pending_documents, corrected_from = :corrected_from,
      news = :news, news_at = :news_at, state = :state, seq = :seq, updated_at = :updated_at
    WHERE reference = :reference`)
  const select = (rest: string) => db.prepare(`SELECT ${ROW_COLUMNS} FROM payment ${rest}`)
  const newestNumber = db.prepare('SELECT max(number) FROM payment').pluck()
  const byReference = select('WHERE reference = ?')
  const retry = db.prepare('SELECT reference FROM payment WHERE attempt_of = ?').pluck()
  const byRequestKey = select('WHERE request_key = ?')
  // The oldest is looked for here: a statement that orders what it looks up by a given value is compiled anew each time.
  const blocking = select('WHERE is_open = 1 AND serial_number = ? AND is_card_present = 1')
  const open = select('WHERE is_open = 1 ORDER BY created_at, reference')
  const unseen = select(`WHERE news IS NOT NULL ORDER BY news_at DESC, seq DESC LIMIT ${MOST_UNSEEN}`)
  const toFollowUp = select('WHERE needs_follow_up = 1 ORDER BY created_at, reference')
  const linked = select('WHERE original = ? ORDER BY rowid')
  const withDocuments = select('WHERE has_pending_documents = 1 ORDER BY created_at, reference')
  // Asked by whoever knows the path, before anybody has authenticated: no more is read than has to be compared.
  const byCallbackPath = db.prepare(
    `SELECT reference, intent ->> '$.callback.tokenDigest' AS token_digest FROM payment WHERE callback_path = ?`,
  )
  const alike = select(`WHERE moves_money = 1 AND amount_minor = :amountMinor AND currency = :currency
    AND updated_at BETWEEN :changedFrom AND :changedUntil ORDER BY created_at DESC, reference DESC`)
  // What moves no money is in the journal and not in the list that a cashier reads.
  const newest = select('WHERE moves_money = 1 ORDER BY created_at DESC, reference DESC LIMIT ?')
  const older = select(
    'WHERE moves_money = 1 AND (created_at, reference) < (?, ?) ORDER BY created_at DESC, reference DESC LIMIT ?',
  )

  return {
    insert(progress) {
      insert.run(toColumns(progress))
    },
    update(progress) {
      const { changes } = update.run(toMovingColumns(progress))
      if (changes !== 1) throw new Error(`the projection of ${progress.transaction.intent.reference} is missing`)
    },
    nextNumber: () => (numberSchema.parse(newestNumber.get()) ?? 0) + 1,
    read: (reference) => toRow(byReference.get(reference)),
    readRetry: (reference) => retrySchema.parse(retry.get(reference)) ?? null,
    readByRequestKey: (requestKey) => toRow(byRequestKey.get(requestKey)),
    readBlocking: (serialNumber) => {
      const rows = blocking.all(serialNumber).map((row) => storedRowSchema.parse(row))
      return rows.sort(byBeginning)[0] ?? null
    },
    listOpen: () => open.all().map((row) => storedRowSchema.parse(row)),
    listUnseen: () => unseen.all().map((row) => storedRowSchema.parse(row)),
    listToFollowUp: () => toFollowUp.all().map((row) => storedRowSchema.parse(row)),
    listLinked: (reference) => linked.all(reference).map((row) => storedRowSchema.parse(row)),
    listWithDocuments: () => withDocuments.all().map((row) => storedRowSchema.parse(row)),
    readCallbackOwner: (pathDigest) => ownerSchema.parse(byCallbackPath.get(pathDigest)) ?? null,
    listAlike: (wanted) => alike.all(wanted).map((row) => storedRowSchema.parse(row)),
    listPage({ before, limit }) {
      // One more than asked for tells whether there is a next page.
      const found = before === null ? newest.all(limit + 1) : older.all(before.createdAt, before.reference, limit + 1)
      const rows = found.slice(0, limit).map((row) => storedRowSchema.parse(row))
      const last = rows.at(-1)
      const hasMore = found.length > limit && last !== undefined
      return { rows, cursor: hasMore ? `${last.intent.createdAt}.${last.intent.reference}` : null }
    },
  }
}

function byBeginning({ intent: one }: PaymentRow, { intent: other }: PaymentRow): number {
  return one.createdAt - other.createdAt || (one.reference < other.reference ? -1 : 1)
}

function toRow(found: unknown): PaymentRow | null {
  return found === undefined ? null : storedRowSchema.parse(found)
}
