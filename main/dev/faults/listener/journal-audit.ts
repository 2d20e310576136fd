import { z } from 'zod'
import type { Reference } from '../../../../shared/ids.ts'
import { openReadOnly } from '../../../core/journal/connection.ts'
import { describeDifference, verifyJournal } from '../../../core/journal/verify.ts'
import { gate, type Gate } from './trial.ts'

/** What a till's journal holds of one operation. */
export interface Booked {
  /** Results of its terminal, each counted once. */
  results: number
  status: string
  /** Whether all of its amount was charged by the projection. */
  isApproved: boolean
}

const numberSchema = z.number()
const paymentSchema = z.object({
  status: z.string(),
  amountMinor: z.number(),
  chargedMinor: z.number().nullable(),
})

function readFile<Value>(file: string, read: (db: ReturnType<typeof openReadOnly>) => Value): Value {
  const db = openReadOnly(file)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** Results of its terminal that the journal holds of an operation, each counted once. */
export function countResults(file: string, reference: string): number {
  return readFile(file, (db) => {
    const results = db.prepare("SELECT count(*) FROM event WHERE reference = ? AND type = 'terminalReported'")
    return numberSchema.parse(results.pluck().get(reference))
  })
}

export function readBooked(file: string, reference: Reference): Booked {
  const results = countResults(file, reference)
  return readFile(file, (db) => {
    const payment = paymentSchema.parse(
      db
        .prepare(
          `SELECT status, amount_minor AS amountMinor, state ->> 'chargedMinor' AS chargedMinor
          FROM payment WHERE reference = ?`,
        )
        .get(reference),
    )
    const { status, amountMinor, chargedMinor } = payment
    const isApproved = status === 'approved' && chargedMinor === amountMinor
    return { results, status, isApproved }
  })
}

/** Authentic results that fit nothing and were kept (safety R5). */
export function countOrphans(file: string): number {
  return readFile(file, (db) => numberSchema.parse(db.prepare('SELECT count(*) FROM orphan').pluck().get()))
}

/** Every sale of the trial has had its one effect: one result, approved in full (safety R6). */
export function judgeEffects(file: string, references: readonly Reference[]): Gate {
  const odd = references
    .map((reference) => ({ reference, ...readBooked(file, reference) }))
    .filter(({ results, isApproved }) => results !== 1 || !isApproved)
  const told = odd
    .slice(0, 3)
    .map(({ reference, status, results }) => `${reference} ${status} by ${results.toString()}`)
  const held = `${(references.length - odd.length).toString()} of ${references.length.toString()} sales approved`
  return gate(odd.length === 0, [`${held} by one result in the journal`, ...told].join('; '))
}

/** Every event chained, every projection what its events say (safety R13). */
export function judgeJournal(file: string): Gate {
  const differences = verifyJournal(file).map(describeDifference)
  return gate(differences.length === 0, `the journal ${differences.length === 0 ? 'is sound' : differences.join('; ')}`)
}
