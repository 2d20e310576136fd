import { z } from 'zod'
import { toLastFour } from '../../../shared/history-filter.ts'
import { instantSchema, referenceSchema, type Reference } from '../../../shared/ids.ts'
import { operationSchema, type Operation } from '../../../shared/transaction/operations.ts'
import { transactionStatusSchema, type TransactionStatus } from '../../../shared/transaction/state.ts'
import { openReadOnly, type Db } from '../journal/connection.ts'
import { readHead, type Head } from '../journal/head.ts'
import { jsonText } from '../journal/json-text.ts'

/** All of a payment that can be searched for. Of its card never more than the last four digits, as the journal itself. */
export interface IndexedPayment {
  reference: Reference
  number: number | null
  operation: Operation
  amountMinor: number
  chargedMinor: number | null
  serialNumber: string
  createdAt: number
  status: TransactionStatus
  customerReference: string | null
  lastFours: string[]
  transactionIds: string[]
}

/** Where the payments older than it begin. */
export interface Position {
  createdAt: number
  reference: string
}

export interface JournalReader {
  head(): Head
  /** The hash of one event; null where there is none of that number. */
  hashOf(seq: number): string | null
  countPayments(): number
  /** Those about which something was written after `seq`, up to `until`. */
  readChanged(seq: number, until: number): IndexedPayment[]
  /** Newest first. */
  readOlder(before: Position | null, limit: number): IndexedPayment[]
  close(): void
}

const outcomeSchema = z.object({
  transactionId: z.string().nullable(),
  card: z.object({ maskedNumber: z.string().nullable() }),
})
const stateSchema = z.object({
  chargedMinor: z.int().optional(),
  outcome: outcomeSchema.nullish(),
  outcomes: z.array(outcomeSchema).optional(),
})
const rowSchema = z.object({
  reference: referenceSchema,
  number: z.int().nullable(),
  operation: operationSchema,
  amount_minor: z.int(),
  serial_number: z.string(),
  created_at: instantSchema,
  status: transactionStatusSchema,
  customer_reference: z.string().nullable(),
  state: jsonText(stateSchema),
})
const heardSchema = jsonText(z.object({ outcome: outcomeSchema }))

const COLUMNS = `reference, number, operation, amount_minor, serial_number, created_at, status, state,
  json_extract(intent, '$.customerReference') AS customer_reference`

/** A connection of its own that cannot change the journal. Throws what SQLite and zod throw. */
export function openJournalReader(file: string): JournalReader {
  const db = openReadOnly(file)
  try {
    return createReader(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function createReader(db: Db): JournalReader {
  const hash = db.prepare('SELECT hash FROM event WHERE seq = ?').pluck()
  const count = db.prepare('SELECT count(*) FROM payment WHERE moves_money = 1').pluck()
  const changed = db.prepare(`SELECT ${COLUMNS} FROM payment WHERE moves_money = 1
    AND reference IN (SELECT reference FROM event WHERE seq > ? AND seq <= ?)`)
  const newest = db.prepare(
    `SELECT ${COLUMNS} FROM payment WHERE moves_money = 1 ORDER BY created_at DESC, reference DESC LIMIT ?`,
  )
  const older = db.prepare(`SELECT ${COLUMNS} FROM payment WHERE moves_money = 1 AND (created_at, reference) < (?, ?)
    ORDER BY created_at DESC, reference DESC LIMIT ?`)
  const heard = db
    .prepare("SELECT payload FROM event WHERE reference = ? AND type IN ('terminalReported', 'gatewayAnswered')")
    .pluck()

  function toPayment(found: unknown): IndexedPayment {
    const row = rowSchema.parse(found)
    const { state } = row
    const known = [...(state.outcomes ?? []), ...(state.outcome ? [state.outcome] : [])]
    // What a manager settled, or what is in doubt, has no outcome; what was heard of it has the card all the same.
    const outcomes = known.length > 0 || !MAY_BE_HEARD_OF.has(row.status) ? known : readHeard(row.reference)
    return {
      reference: row.reference,
      number: row.number,
      operation: row.operation,
      amountMinor: row.amount_minor,
      chargedMinor: state.chargedMinor ?? null,
      serialNumber: row.serial_number,
      createdAt: row.created_at,
      status: row.status,
      customerReference: row.customer_reference,
      lastFours: outcomes.map(({ card }) => toLastFour(card.maskedNumber)).filter((digits) => digits !== null),
      transactionIds: outcomes.map(({ transactionId }) => transactionId).filter((id) => id !== null),
    }
  }

  function readHeard(reference: Reference): z.infer<typeof outcomeSchema>[] {
    return heard.all(reference).map((payload) => heardSchema.parse(payload).outcome)
  }

  return {
    head: () => readHead(db),
    hashOf: (seq) =>
      z
        .string()
        .nullable()
        .parse(hash.get(seq) ?? null),
    countPayments: () => z.int().parse(count.get()),
    readChanged: (seq, until) => changed.all(seq, until).map(toPayment),
    readOlder(before, limit) {
      const found = before === null ? newest.all(limit) : older.all(before.createdAt, before.reference, limit)
      return found.map(toPayment)
    },
    close: () => void db.close(),
  }
}

const MAY_BE_HEARD_OF: ReadonlySet<TransactionStatus> = new Set(['checking', 'conflict', 'settledByManager'])
