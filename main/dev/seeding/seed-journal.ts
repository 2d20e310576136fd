import type { Result } from '../../../shared/result.ts'
import { createAppend } from '../../core/journal/append-events.ts'
import { createBegin } from '../../core/journal/begin-operation.ts'
import type { Db } from '../../core/journal/connection.ts'
import { createEventRows } from '../../core/journal/event-rows.ts'
import { createPaymentRows } from '../../core/journal/payment-rows.ts'
import { advance, startProgress } from '../../core/journal/replay.ts'
import { createRandom } from '../../simulator/random.ts'
import { drawFirst, drawLinked, type Changeable, type DrawnPayment } from './draw-payment.ts'
import { drawMoments } from './shop-days.ts'

interface SeedOptions {
  payments: number
  /** The last of them was on the day before. */
  until: number
  seed: number
}

/** Payments that reach the disk together: what nobody was charged for needs no commit of its own. */
const BATCH = 50_000
/** How often a payment changes an earlier one. */
const LINKED_SHARE = 0.035

/**
 * Fills a journal with the payments of a believable shop, written by the code that writes a till's: a true
 * chain, true projections, numbers in order. The same seed and time give the same journal.
 * @param db an open journal without payments
 */
export function seedJournal(db: Db, { payments, until, seed }: SeedOptions): void {
  // References come in no order: with the usual two megabytes most of their index would be read again for every payment.
  db.pragma('cache_size = -262144')
  // A journal that is made anew is thrown away when the power goes: it is written once, and waited for once.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  const random = createRandom(seed)
  const tables = { db, events: createEventRows(db), payments: createPaymentRows(db) }
  const begin = createBegin(tables)
  const append = createAppend(tables)
  const changeable: Changeable[] = []

  /** What stands alone is checked against nothing: it is folded as `begin` and `append` fold it, and written once. */
  function writeFirst({ intent: asked, facts }: DrawnPayment): void {
    const intent = { ...asked, number: tables.payments.nextNumber() }
    let progress = startProgress(intent, tables.events.insertBegun(intent))
    for (const fact of facts) {
      progress = advance(progress, { ...fact, seq: tables.events.insertEvent(intent.reference, fact) }).next
    }
    tables.payments.insert(progress)
    const { state } = progress.transaction
    const transactionId = state.status === 'approved' ? state.outcome?.transactionId : null
    if (transactionId) changeable.push({ intent, transactionId })
    // Of a few hours before, as in a shop.
    if (changeable.length > 200) changeable.shift()
  }

  function writeLinked({ intent, facts }: DrawnPayment): void {
    need(begin(intent))
    const { row } = need(append(intent.reference, facts))
    if (row.news === null) return
    const event = { type: 'outcomeSeen', news: row.news.number } as const
    need(append(intent.reference, [{ at: row.updatedAt + 1000, source: 'cashier', event }]))
  }

  const writeAll = db.transaction((drawn: readonly number[]) => {
    for (const at of drawn) {
      const isLinked = changeable.length > 0 && random.next() < LINKED_SHARE
      const [before] = isLinked ? changeable.splice(Math.floor(random.next() * changeable.length), 1) : []
      if (before === undefined) writeFirst(drawFirst(at, random))
      else writeLinked(drawLinked(before, at, random))
    }
  })

  let batch: number[] = []
  for (const at of drawMoments(payments, until, random)) {
    batch.push(at)
    if (batch.length < BATCH) continue
    writeAll.immediate(batch)
    batch = []
  }
  writeAll.immediate(batch)
  db.pragma('synchronous = FULL')
  db.pragma('journal_mode = WAL')
}

function need<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`not written: ${JSON.stringify(result.error)}`)
  return result.value
}
