import { z } from 'zod'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { Db } from './connection.ts'
import { BEGUN } from './event-chain.ts'
import { createEventRows, type EventRows } from './event-rows.ts'
import { createPaymentRows } from './payment-rows.ts'
import { advance, startProgress, type Progress } from './replay.ts'

const begunSchema = z.object({ seq: z.int(), reference: referenceSchema })
const BATCH = 1000

/** Computes every projection anew from the events. To be called inside a transaction (safety R13). */
export function rebuildProjections(db: Db): void {
  db.exec('DELETE FROM payment')
  const events = createEventRows(db)
  const payments = createPaymentRows(db)
  for (const reference of begunReferences(db)) {
    const progress = replay(events, reference)
    if (progress !== null) payments.insert(progress)
  }
}

/** An operation from its stored events, or null where it was never begun. */
export function replay(events: EventRows, reference: Reference): Progress | null {
  const begun = events.readBegun(reference)
  if (begun === null) return null
  let progress = startProgress(begun.intent, begun.seq)
  for (const fact of events.readEntries(reference)) progress = advance(progress, fact).next
  return progress
}

/** Every operation in the order of its beginning. Reads in batches: a connection cannot write while it iterates. */
export function* begunReferences(db: Db): Generator<Reference> {
  const select = db.prepare(`SELECT seq, reference FROM event WHERE seq > ? AND dedupe = '${BEGUN}'
    ORDER BY seq LIMIT ${BATCH}`)
  let after = 0
  for (;;) {
    const batch = select.all(after).map((row) => begunSchema.parse(row))
    for (const { seq, reference } of batch) {
      yield reference
      after = seq
    }
    if (batch.length < BATCH) return
  }
}
