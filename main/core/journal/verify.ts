import { z } from 'zod'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import { openReadOnly, toText, type Db } from './connection.ts'
import { BEGUN, chainRowSchema, GENESIS, seal, SEALED_COLUMNS } from './event-chain.ts'
import { createEventRows, type EventRows } from './event-rows.ts'
import type { Head } from './head.ts'
import { findWrongOrphans } from './orphans.ts'
import { toColumns } from './payment-columns.ts'
import { begunReferences, replay } from './rebuild.ts'
import type { Progress } from './replay.ts'

/** Something in the journal that is not as Paydesk wrote it. */
export interface Difference {
  /** Sequence number of the event, reference of the operation or digest of the orphan; null for the file as a whole. */
  where: number | string | null
  /** `stale`: a projection that can be computed anew. `damage`: something that was written is changed or gone. */
  kind: 'stale' | 'damage'
  text: string
}

/** A difference in words. */
export function describeDifference({ where, text }: Difference): string {
  if (where === null) return text
  return `${typeof where === 'number' ? 'event' : 'payment'} ${where} is not as it was written (${text})`
}

/** After this many, more would only be the same again. */
const MOST_DIFFERENCES = 100

/**
 * Checks a journal file from end to end on a read-only connection: SQLite's own check, every link of the chain, every
 * projection against its events, and every orphan's seal (safety R13). Empty when all is well. Takes seconds for a large file: for a worker.
 */
export function verifyJournal(file: string): Difference[] {
  let db: Db | null = null
  try {
    db = openReadOnly(file)
    db.pragma('schema_version')
    // Each by itself: what one cannot read must not hide what another finds.
    const checks = [findDamagedPages, findBreaks, findWrongProjections, findWrongOrphans]
    return checks.flatMap((check) => attempt(check, db)).slice(0, MOST_DIFFERENCES)
  } catch (error) {
    return [toUnreadable(error)]
  } finally {
    db?.close()
  }
}

function attempt(check: (db: Db) => Difference[], db: Db | null): Difference[] {
  try {
    return db === null ? [] : check(db)
  } catch (error) {
    return [toUnreadable(error)]
  }
}

function toUnreadable(error: unknown): Difference {
  return { where: null, kind: 'damage', text: `the file cannot be read: ${toText(error)}` }
}

function findDamagedPages(db: Db): Difference[] {
  const check = db.pragma('quick_check', { simple: true })
  return check === 'ok' ? [] : [{ where: null, kind: 'damage', text: `quick_check: ${String(check)}` }]
}

function findBreaks(db: Db): Difference[] {
  return findChainBreaks(db, 0)
}

/** The first event whose place or hash is wrong, from `from` on; what follows a break proves nothing. */
export function findChainBreaks(db: Db, from: number): Difference[] {
  const before = chainRowSchema.optional().parse(db.prepare('SELECT * FROM event WHERE seq = ?').get(from))
  let last: Head = before ?? { seq: 0, hash: GENESIS }
  const rows = db.prepare(`SELECT ${SEALED_COLUMNS}, hash FROM event WHERE seq > ? ORDER BY seq`).raw()
  // Thousands are read at each start: whatever its own hash seals is as it was written, and needs no second look.
  for (const row of rows.iterate(last.seq)) {
    const hash = toHashOfNext(row, last)
    if (hash === null) return [describeBreak(db, last)]
    last = { seq: last.seq + 1, hash }
  }
  return []
}

/** The hash of a row that continues the chain and is as it was written; null for any other. */
function toHashOfNext(row: unknown, last: Head): string | null {
  if (!Array.isArray(row)) return null
  const columns: unknown[] = row
  const stored = columns.pop()
  const [prevHash, seq] = columns
  if (prevHash !== last.hash || seq !== last.seq + 1) return null
  const hash = seal(columns)
  return hash === stored ? hash : null
}

/** What is wrong with the first row after the last sound one. */
function describeBreak(db: Db, last: Head): Difference {
  const row = db.prepare('SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT 1').get(last.seq)
  const parsed = chainRowSchema.safeParse(row)
  if (!parsed.success) return damage(last.seq + 1, `unreadable: ${z.prettifyError(parsed.error)}`)
  const { seq, prev_hash: prevHash } = parsed.data
  if (seq !== last.seq + 1) return damage(last.seq + 1, 'missing')
  return damage(seq, prevHash === last.hash ? 'changed after it was written' : 'not chained to the event before it')
}

function damage(where: number, text: string): Difference {
  return { where, kind: 'damage', text }
}

/** The newest `count` events only: what the start has time for. */
export function findTailBreaks(db: Db, count: number): Difference[] {
  const newest = z.int().nullable().parse(db.prepare('SELECT max(seq) FROM event').pluck().get())
  return findChainBreaks(db, Math.max(0, (newest ?? 0) - count))
}

/** Every operation whose projection is not what follows from its events. */
export function findWrongProjections(db: Db): Difference[] {
  const compare = createComparison(db)
  const orphans = db.prepare(`SELECT reference FROM payment WHERE reference NOT IN
    (SELECT reference FROM event WHERE dedupe = '${BEGUN}') LIMIT ${MOST_DIFFERENCES}`)
  const differences = z.array(referenceSchema).parse(orphans.pluck().all()).flatMap(compare)
  for (const reference of begunReferences(db)) {
    differences.push(...compare(reference))
    if (differences.length >= MOST_DIFFERENCES) break
  }
  return differences
}

/** The same for the operations that are open and those of the newest `count` events: what the start has time for. */
export function findWrongRecentProjections(db: Db, count: number): Difference[] {
  const open = db.prepare('SELECT reference FROM payment WHERE is_open = 1').pluck().all()
  // Apart from each other: for a UNION of the two SQLite reads every event there is.
  const recent = db.prepare('SELECT reference FROM event WHERE seq > (SELECT max(seq) FROM event) - ?')
  const references = z.array(referenceSchema).parse([...open, ...recent.pluck().all(count)])
  return [...new Set(references)].flatMap(createComparison(db))
}

function createComparison(db: Db): (reference: Reference) => Difference[] {
  const events = createEventRows(db)
  const select = db.prepare('SELECT * FROM payment WHERE reference = ?')
  return (where) => {
    const progress = tryReplay(events, where)
    if (progress instanceof Error) return [{ where, kind: 'damage', text: `unreadable: ${progress.message}` }]
    const stored = z.record(z.string(), z.unknown()).optional().parse(select.get(where))
    if (progress === null) return [{ where, kind: 'damage', text: 'a projection without events' }]
    if (stored === undefined) return [{ where, kind: 'stale', text: 'no projection' }]
    // Computing it anew would hide that events were taken from the end, where no later link of the chain misses them.
    if (Number(stored['seq']) > progress.seq) return [{ where, kind: 'damage', text: 'its newest events are gone' }]
    const wrong = Object.entries(toColumns(progress)).filter(([name, value]) => stored[name] !== value)
    return wrong.length === 0
      ? []
      : [{ where, kind: 'stale', text: `differs in ${wrong.map(([name]) => name).join()}` }]
  }
}

function tryReplay(events: EventRows, reference: Reference): Progress | null | Error {
  try {
    return replay(events, reference)
  } catch (error) {
    if (error instanceof z.core.$ZodError) return new Error(error.issues.map(({ path }) => path.join('.')).join(' '))
    throw error
  }
}
