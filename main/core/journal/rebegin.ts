import type { Reference } from '../../../shared/ids.ts'
import { eventSourceSchema, transactionEventSchema, type RecordedEvent } from '../../../shared/transaction/events.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { createAppend } from './append-events.ts'
import { isConstraintViolation, type Db } from './connection.ts'
import { BEGUN, type ChainRow } from './event-chain.ts'
import { createEventRows } from './event-rows.ts'
import { jsonText } from './json-text.ts'
import { createPaymentRows } from './payment-rows.ts'
import { replay } from './rebuild.ts'

interface Placed {
  /** Operations that were begun again. */
  rebegun: Reference[]
  /** Operations that further facts were found about. */
  told: Reference[]
  /** Operations of which something is readable that found no place. */
  unplaced: Reference[]
}

const intentText = jsonText(intentSchema)
const eventText = jsonText(transactionEventSchema)

/**
 * Takes up what is readable and not chained to the restored journal: each operation is begun again and marked in doubt, and
 * every fact about it is told again, which may be done in any order (safety R7). To be called inside a transaction.
 */
export function placeLoose(db: Db, rows: Iterable<ChainRow>, now: number): Placed {
  const events = createEventRows(db)
  const payments = createPaymentRows(db)
  const append = createAppend({ db, events, payments })
  const facts = new Map<Reference, RecordedEvent[]>()
  const placed: Placed = { rebegun: [], told: [], unplaced: [] }
  const text = 'The journal was damaged and has been restored; what it knew about this payment is gone.'
  const doubt: RecordedEvent = {
    at: now,
    source: 'restart',
    event: { type: 'requestUnanswered', problem: 'restored', httpStatus: null, text },
  }

  const insert = db.transaction((intent: Intent) => {
    events.insertBegun(intent)
    events.insertEvent(intent.reference, doubt)
    const progress = replay(events, intent.reference)
    if (progress !== null) payments.insert(progress)
  })

  function rebegin(intent: Intent): boolean {
    // What it repeats may be gone. What it changes is named even so: it is filed there and nowhere else. A number that another
    // one has by now is not told twice.
    const attempts = [intent, { ...intent, attemptOf: null }, { ...intent, attemptOf: null, number: null }]
    return attempts.some((attempt) => {
      if (!intentSchema.safeParse(attempt).success) return false
      try {
        insert(attempt)
        return true
      } catch (error) {
        if (!isConstraintViolation(error)) throw error
        return false
      }
    })
  }

  for (const row of rows) {
    if (row.dedupe !== BEGUN) {
      const event = eventText.safeParse(row.payload)
      const source = eventSourceSchema.safeParse(row.source)
      if (!event.success || !source.success) placed.unplaced.push(row.reference)
      else push(facts, row.reference, { at: row.at, source: source.data, event: event.data })
    } else if (events.readBegun(row.reference) === null) {
      const intent = intentText.safeParse(row.payload)
      const isPlaced = intent.success && rebegin(intent.data)
      placed[isPlaced ? 'rebegun' : 'unplaced'].push(row.reference)
    }
  }
  for (const [reference, recorded] of facts) {
    const appended = append(reference, recorded)
    if (!appended.ok) placed.unplaced.push(reference)
    else if (appended.value.isNew) placed.told.push(reference)
  }
  return placed
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
