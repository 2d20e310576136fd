import Database from 'better-sqlite3'
import { z } from 'zod'
import { isDamage, toText } from './connection.ts'
import { headSchema, type Head } from './head.ts'
import { verifyJournal, type Difference } from './verify.ts'

/** `head`: the newest event that the copy has to hold, which the journal held when the copying began. */
export const copyToCheckSchema = z.object({ file: z.string(), head: headSchema })
export type CopyToCheck = z.infer<typeof copyToCheckSchema>

export interface CheckedCopy {
  /** Sequence number of the newest event that is in the copy. */
  seq: number
  /** Empty when the copy is sound and complete. */
  differences: Difference[]
  /** Why the check could not be done; null when it was. */
  failure: string | null
}

/**
 * Makes a copy one file that needs no log beside it, and checks it from end to end: SQLite's own check, the whole chain, every
 * projection, and that it holds the journal's newest event. Takes seconds for a large one. Throws nothing.
 */
export function checkCopy({ file, head }: CopyToCheck): CheckedCopy {
  try {
    const seq = seal(file, head)
    if (seq !== null) return { seq, differences: verifyJournal(file), failure: null }
    const missing: Difference = { where: head.seq, kind: 'damage', text: 'not in the copy' }
    return { seq: 0, differences: [missing], failure: null }
  } catch (error) {
    const text = toText(error)
    if (!isDamage(error)) return { seq: 0, differences: [], failure: text }
    return { seq: 0, differences: [{ where: null, kind: 'damage', text }], failure: null }
  }
}

function seal(file: string, head: Head): number | null {
  const db = new Database(file, { fileMustExist: true })
  try {
    // An online backup copies the mark that a log belongs to the file; nothing could be opened without making that log.
    db.pragma('journal_mode = DELETE')
    const newest = z.int().nullable().parse(db.prepare('SELECT max(seq) FROM event').pluck().get()) ?? 0
    if (head.seq === 0) return newest
    return db.prepare('SELECT hash FROM event WHERE seq = ?').pluck().get(head.seq) === head.hash ? newest : null
  } finally {
    db.close()
  }
}
