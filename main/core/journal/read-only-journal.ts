import { join } from 'node:path'
import { z } from 'zod'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { openReadOnly, toText, type Db } from './connection.ts'
import { BEGUN } from './event-chain.ts'
import type { JournalFailure } from './journal.ts'
import { jsonText } from './json-text.ts'
import { readVersion } from './migrate.ts'

/**
 * A journal that a newer Paydesk wrote, for looking only (safety R26). What this Paydesk does not know it cannot conclude
 * anything from, so there is no state here and no amount owed: only what was written, as it was written.
 */
export interface ReadOnlyJournal {
  version: number
  /** Operations by their beginning, newest first. `cursor` leads to the older ones; null at the end. */
  listPage(
    before: number | null,
    limit: number,
  ): Result<{ operations: WrittenEvent[]; cursor: number | null }, JournalFailure>
  /** Everything that was written about one operation, oldest first. */
  readTimeline(reference: Reference): Result<WrittenEvent[], JournalFailure>
  close(): void
}

const writtenEventSchema = z.object({
  seq: z.int(),
  reference: referenceSchema,
  type: z.string(),
  source: z.string(),
  at: z.int(),
  payload: jsonText(z.unknown()),
})
export type WrittenEvent = z.infer<typeof writtenEventSchema>

const COLUMNS = 'seq, reference, type, source, at, payload'

/** Opens a journal of any version for reading. No byte of it is changed. */
export function openReadOnlyJournal(folder: string, fileName: string): Result<ReadOnlyJournal, JournalFailure> {
  return guard(() => {
    const db = openReadOnly(join(folder, fileName))
    try {
      return createReadOnlyJournal(db)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function createReadOnlyJournal(db: Db): ReadOnlyJournal {
  const select = (rest: string) => db.prepare(`SELECT ${COLUMNS} FROM event WHERE ${rest}`)
  const page = select(`dedupe = '${BEGUN}' AND seq < ? ORDER BY seq DESC LIMIT ?`)
  const timeline = select('reference = ? ORDER BY seq')
  return {
    version: readVersion(db),
    listPage: (before, limit) =>
      guard(() => {
        const found = page.all(before ?? Number.MAX_SAFE_INTEGER, limit + 1).map((row) => writtenEventSchema.parse(row))
        const operations = found.slice(0, limit)
        return { operations, cursor: found.length > limit ? (operations.at(-1)?.seq ?? null) : null }
      }),
    readTimeline: (reference) => guard(() => timeline.all(reference).map((row) => writtenEventSchema.parse(row))),
    close: () => void db.close(),
  }
}

function guard<Value>(read: () => Value): Result<Value, JournalFailure> {
  try {
    return ok(read())
  } catch (error) {
    return err({ code: 'unavailable', text: `The journal cannot be read: ${toText(error)}.` })
  }
}
