import { z } from 'zod'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Log } from '../ports.ts'
import { createAppend } from './append-events.ts'
import { createBegin, readStanding } from './begin-operation.ts'
import { isConstraintViolation, isFull, toText, type Db } from './connection.ts'
import { createEventRows } from './event-rows.ts'
import { begunIntentSchema, recordedEventsSchema } from './journal-input.ts'
import type { Journal, JournalFailure, Malformed } from './journal.ts'
import { createOrphanRows } from './orphans.ts'
import { createPaymentRows, pageRequestSchema } from './payment-rows.ts'
import { replay } from './rebuild.ts'

/**
 * The journal on an open, migrated and checked connection, which it owns from now on. After any failure of the disk or of
 * the file the connection is closed and every later call answers `unavailable`: nothing is assumed about the act that failed,
 * and only opening anew, which reads everything again, may go on (safety R15). A full disk alone is another matter: SQLite
 * has then rolled back in full, and what was asked is tried once more with the room of the ballast (safety R16).
 */
export function createJournal(db: Db, log: Log | undefined, releaseBallast: () => boolean = () => false): Journal {
  const events = createEventRows(db)
  const payments = createPaymentRows(db)
  const orphans = createOrphanRows(db)
  const begin = createBegin({ db, events, payments })
  const append = createAppend({ db, events, payments })
  let closedBecause: string | null = null

  function guard<Value, Failure>(act: () => Result<Value, Failure>): Result<Value, Failure | JournalFailure> {
    if (closedBecause !== null) return unavailable(closedBecause)
    try {
      return withBallast(act)
    } catch (error) {
      const text = toText(error)
      log?.error('journal.failed', { text })
      // A refused row was rolled back in full and says nothing about the disk.
      if (isConstraintViolation(error)) return unavailable(`not written: ${text}`)
      closedBecause = `the journal was closed after a failure: ${text}`
      shut()
      return unavailable(closedBecause)
    }
  }

  function withBallast<Value>(act: () => Value): Value {
    try {
      return act()
    } catch (error) {
      if (!isFull(error) || db.inTransaction || !releaseBallast()) throw error
      return act()
    }
  }

  function shut(): void {
    try {
      db.close()
    } catch (error) {
      log?.error('journal.closeFailed', { text: toText(error) })
    }
  }

  return {
    begin(intent) {
      // What could not be read again must not be written: a row that does not parse would close the journal for good.
      const parsed = begunIntentSchema.safeParse(intent)
      if (!parsed.success) return guard(() => malformed(`not an intent: ${z.prettifyError(parsed.error)}`))
      return guard(() => begin(parsed.data))
    },
    append(reference, recorded) {
      const parsed = recordedEventsSchema.safeParse(recorded)
      if (!parsed.success) return guard(() => malformed(`not events: ${z.prettifyError(parsed.error)}`))
      return guard(() => append(reference, parsed.data))
    },
    readTransaction: (reference) => guard(() => ok(replay(events, reference)?.transaction ?? null)),
    readRow: (reference) => guard(() => ok(payments.read(reference))),
    readByRequestKey: (requestKey) => guard(() => ok(payments.readByRequestKey(requestKey))),
    readTimeline: (reference) => guard(() => ok(events.readEntries(reference))),
    listOpen: () => guard(() => ok(payments.listOpen())),
    listUnseen: () => guard(() => ok(payments.listUnseen())),
    listToFollowUp: () => guard(() => ok(payments.listToFollowUp())),
    listLinked: (reference) => guard(() => ok(payments.listLinked(reference))),
    readStanding: (reference) =>
      guard(() => {
        const row = payments.read(reference)
        return ok(row === null ? null : readStanding({ ...payments, readEntries: events.readEntries }, row))
      }),
    listWithDocuments: () => guard(() => ok(payments.listWithDocuments())),
    readCallbackOwner: (pathDigest) => guard(() => ok(payments.readCallbackOwner(pathDigest))),
    listAlike: (alike) => guard(() => ok(payments.listAlike(alike))),
    listPage(before, limit) {
      const parsed = pageRequestSchema.safeParse({ before, limit })
      if (!parsed.success) return unavailable(`not a page of the journal: ${z.prettifyError(parsed.error)}`)
      return guard(() => ok(payments.listPage(parsed.data)))
    },
    recordOrphan: (orphan) => guard(() => ok(orphans.record(orphan))),
    listOrphans: (limit) => guard(() => ok(orphans.list(limit))),
    countOrphans: (reason) => guard(() => ok(orphans.count(reason))),
    close() {
      if (closedBecause !== null) return
      closedBecause = 'the journal is closed'
      shut()
    },
  }
}

function unavailable(text: string): { ok: false; error: JournalFailure } {
  return err({ code: 'unavailable', text })
}

function malformed(text: string): { ok: false; error: Malformed } {
  return err({ code: 'malformed', text })
}
