import type { Reference } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import { toNews } from '../../../shared/transaction/news.ts'
import { toUndoEnd } from '../../../shared/transaction/linked.ts'
import type { Effect } from '../../../shared/transaction/transition.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Db } from './connection.ts'
import { toDedupeKey } from './event-chain.ts'
import type { EventRows } from './event-rows.ts'
import type { Appended, JournalFailure } from './journal.ts'
import { toRow } from './payment-columns.ts'
import type { PaymentRows } from './payment-rows.ts'
import { replay } from './rebuild.ts'
import { advance, type Progress } from './replay.ts'

interface Tables {
  db: Db
  events: EventRows
  payments: PaymentRows
}

type Append = (reference: Reference, recorded: readonly RecordedEvent[]) => Result<Appended, JournalFailure>

/**
 * Writes those facts that are not known yet, folds them and moves the projection, in one transaction (safety R6). The
 * operation is folded from its rows each time: they are few, and nothing held in memory can then differ from the disk.
 */
export function createAppend({ db, events, payments }: Tables): Append {
  const write = db.transaction<Append>((reference, recorded) => {
    const before = replay(events, reference)
    if (before === null) return err({ code: 'unavailable', text: `no operation was begun as ${reference}` })
    let progress = before
    const known = events.readDedupeKeys(reference)
    const effects: Effect[] = []
    let last: RecordedEvent | null = null
    for (const fact of recorded) {
      const key = toDedupeKey(fact.event)
      if (known.has(key)) continue
      known.add(key)
      last = fact
      const seq = events.insertEvent(reference, fact)
      const step = advance(progress, { seq, ...fact })
      progress = step.next
      effects.push(...step.effects)
    }
    if (last !== null) progress = noteNews(before, progress, last)
    const isNew = last !== null
    if (isNew) payments.update(progress)
    const changedOriginal = last === null ? null : noteUndoEnd(progress, last.at)
    const row = isNew ? toRow(progress, payments.readRetry(reference)) : payments.read(reference)
    if (row === null) throw new Error(`the projection of ${reference} is missing`)
    return ok({ transaction: progress.transaction, row, effects: withoutRepeats(effects), isNew, changedOriginal })
  })

  /** What a person has to see is kept until one has, whatever becomes of this process. */
  function noteNews(before: Progress, after: Progress, { at, source }: RecordedEvent): Progress {
    const event = toNews(before.transaction, after.transaction)
    if (event === null) return after
    const seq = events.insertEvent(after.transaction.intent.reference, { at, source, event })
    return advance(after, { seq, at, event }).next
  }

  /** What was to be taken back hears in the same transaction whether it was: if not, it is asked about again. */
  function noteUndoEnd({ transaction }: Progress, at: number): Reference | null {
    const original = transaction.intent.original?.reference ?? null
    const before = original === null ? null : replay(events, original)
    if (original === null || before === null) return null
    const event = toUndoEnd(transaction, before.transaction.evidence)
    if (event === null) return null
    const told: RecordedEvent = { at, source: 'cloudAnswer', event }
    const after = advance(before, { seq: events.insertEvent(original, told), at, event }).next
    payments.update(noteNews(before, after, told))
    return original
  }

  return (reference, recorded) => write.immediate(reference, recorded)
}

function withoutRepeats(effects: readonly Effect[]): Effect[] {
  return [...new Map(effects.map((effect) => [canonicalJson(effect), effect])).values()]
}
