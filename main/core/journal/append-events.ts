import type { Reference } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import { toUndoEnd } from '../../../shared/transaction/linked.ts'
import type { Effect } from '../../../shared/transaction/transition.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Db } from './connection.ts'
import { toDedupeKey } from './event-chain.ts'
import type { EventRows } from './event-rows.ts'
import type { Appended, JournalFailure } from './journal.ts'
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
    let progress = replay(events, reference)
    if (progress === null) return err({ code: 'unavailable', text: `no operation was begun as ${reference}` })
    const known = events.readDedupeKeys(reference)
    const effects: Effect[] = []
    let isNew = false
    for (const fact of recorded) {
      const key = toDedupeKey(fact.event)
      if (known.has(key)) continue
      known.add(key)
      isNew = true
      const seq = events.insertEvent(reference, fact)
      const step = advance(progress, { seq, ...fact })
      progress = step.next
      effects.push(...step.effects)
    }
    if (isNew) payments.update(progress)
    const changedOriginal = isNew ? noteUndoEnd(progress, recorded.at(-1)?.at ?? 0) : null
    const row = payments.read(reference)
    if (row === null) throw new Error(`the projection of ${reference} is missing`)
    return ok({ transaction: progress.transaction, row, effects: withoutRepeats(effects), isNew, changedOriginal })
  })

  /** What was to be taken back hears in the same transaction whether it was: if not, it is asked about again. */
  function noteUndoEnd({ transaction }: Progress, at: number): Reference | null {
    const original = transaction.intent.original?.reference ?? null
    const before = original === null ? null : replay(events, original)
    if (original === null || before === null) return null
    const event = toUndoEnd(transaction, before.transaction.evidence)
    if (event === null) return null
    const seq = events.insertEvent(original, { at, source: 'cloudAnswer', event })
    payments.update(advance(before, { seq, at, event }).next)
    return original
  }

  return (reference, recorded) => write.immediate(reference, recorded)
}

function withoutRepeats(effects: readonly Effect[]): Effect[] {
  return [...new Map(effects.map((effect) => [canonicalJson(effect), effect])).values()]
}
