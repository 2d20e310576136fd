import { z } from 'zod'
import { digestSchema, instantSchema } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { openReadOnly, toText, type Db } from './connection.ts'
import { BEGUN } from './event-chain.ts'
import { readHead } from './head.ts'
import type { JournalFailure } from './journal.ts'

/** Which documents some part of the journal names. */
export interface DocumentUses {
  /** `at`: when the document was noted as kept, in milliseconds since 1970. */
  uses: { digest: string; at: number }[]
  /** When the newest operation was begun; null where there is none. */
  lastBegunAt: number | null
  /** What to ask on from; null at the end. */
  next: number | null
}

/** A few milliseconds of reading, in which no payment is served. */
const EVENTS_PER_READ = 2000

const useSchema = z.object({ digest: digestSchema, at: instantSchema })

/**
 * The documents that the next events after `after` note as kept. On a connection of its own: what goes wrong here closes no
 * journal and stops no sale.
 */
export function readDocumentUses(file: string, after: number): Result<DocumentUses, JournalFailure> {
  try {
    const db = openReadOnly(file)
    try {
      return ok(readUses(db, after))
    } finally {
      db.close()
    }
  } catch (error) {
    return err({ code: 'unavailable', text: toText(error) })
  }
}

function readUses(db: Db, after: number): DocumentUses {
  const until = after + EVENTS_PER_READ
  const kept = db.prepare(
    `SELECT payload ->> 'digest' AS digest, at FROM event WHERE seq > ? AND seq <= ? AND type = 'documentKept'`,
  )
  const begun = db.prepare(`SELECT at FROM event WHERE dedupe = '${BEGUN}' ORDER BY seq DESC LIMIT 1`).pluck()
  return {
    uses: kept.all(after, until).map((row) => useSchema.parse(row)),
    lastBegunAt: z.nullable(instantSchema).parse(begun.get() ?? null),
    next: readHead(db).seq > until ? until : null,
  }
}
