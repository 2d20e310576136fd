import { existsSync } from 'node:fs'
import { z } from 'zod'
import { isDamage, openReadOnly, type Db } from './connection.ts'
import { chainRowSchema, hashRow, type ChainRow } from './event-chain.ts'
import { readSoundOrphans, type StoredOrphan } from './orphans.ts'
import { readReferenceBook } from './reference-book.ts'

/** What can still be read of a damaged journal, its reference book included. Every row is as it was written: its hash says so. */
export interface Salvage {
  /** The events that are known under a number: none, one, or two that disagree. */
  read(seq: number): ChainRow[]
  /** Every readable event after a number, in their order, gaps passed over. */
  readAfter(seq: number): Generator<ChainRow>
  /** Every orphan that is sound, some of them twice. */
  orphans(): Generator<StoredOrphan>
  close(): void
}

/** Where the newest number cannot be read, or is not to be believed: after so many misses in a row there is nothing more. */
const MOST_MISSES = 20_000
const FEW_MISSES = 1000
const BELIEVED_SEQ = 1_000_000_000

/** Opens what is left, without changing it. Throws when the disk cannot be read just now. */
export function openSalvage(file: string, bookFile: string): Salvage {
  const { events, orphans } = readReferenceBook(bookFile)
  const book = new Map(events.map((row) => [row.seq, row]))
  const db = openDamaged(file)
  const readDamaged = db === null ? () => null : createReader(db)
  const newestRead = db === null ? 0 : readNewest(db)
  const newest = Math.max(newestRead ?? 0, ...book.keys())
  const mostMisses = newestRead === null ? MOST_MISSES : FEW_MISSES

  function read(seq: number): ChainRow[] {
    return [readDamaged(seq), book.get(seq) ?? null].filter((row) => row !== null)
  }

  return {
    read,
    *orphans() {
      yield* orphans
      if (db !== null) yield* untilDamage(readSoundOrphans(db))
    },
    *readAfter(after) {
      for (let [seq, misses] = [after + 1, 0]; seq <= newest || misses < mostMisses; seq += 1) {
        const found = read(seq)
        misses = found.length === 0 ? misses + 1 : 0
        yield* found
      }
    },
    close() {
      db?.close()
    },
  }
}

function openDamaged(file: string): Db | null {
  if (!existsSync(file)) return null
  return unlessDamaged(() => {
    const db = openReadOnly(file)
    try {
      db.pragma('cell_size_check = ON')
      db.prepare('SELECT 1 FROM event').get()
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function createReader(db: Db): (seq: number) => ChainRow | null {
  const select = db.prepare('SELECT * FROM event WHERE seq = ?')
  return (seq) => {
    const row = chainRowSchema.safeParse(unlessDamaged(() => select.get(seq)))
    return row.success && row.data.seq === seq && hashRow(row.data) === row.data.hash ? row.data : null
  }
}

function readNewest(db: Db): number | null {
  const newest = z
    .int()
    .nullable()
    .safeParse(unlessDamaged(() => db.prepare('SELECT max(seq) FROM event').pluck().get()))
  return newest.data !== undefined && newest.data !== null && newest.data < BELIEVED_SEQ ? newest.data : null
}

function* untilDamage<Row>(rows: Generator<Row>): Generator<Row> {
  for (;;) {
    const next = unlessDamaged(() => rows.next())
    if (next === null || next.done === true) return
    yield next.value
  }
}

/** Null for what is damaged. What only cannot be read just now is not given up: it throws. */
export function unlessDamaged<Value>(act: () => Value): Value | null {
  try {
    return act()
  } catch (error) {
    const isSchemaGone = error instanceof Error && /no such (?:table|column)|malformed/.test(error.message)
    if (isDamage(error) || isSchemaGone || error instanceof z.core.$ZodError) return null
    throw error
  }
}
