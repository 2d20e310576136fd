import { z } from 'zod'
import type { Db } from './connection.ts'
import { chainRowSchema, GENESIS, type ChainRow } from './event-chain.ts'

export const headSchema = z.object({ seq: z.int().nonnegative(), hash: z.string() })

/** The newest event of a journal; its number is 0 where there is none. */
export type Head = z.infer<typeof headSchema>

export function readHead(db: Db): Head {
  const found = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get()
  return found === undefined ? { seq: 0, hash: GENESIS } : headSchema.parse(found)
}

/** Reads every event after a sequence number, as it is stored. */
export function createRowReader(db: Db): (after: number) => ChainRow[] {
  const select = db.prepare('SELECT * FROM event WHERE seq > ? ORDER BY seq')
  return (after) => select.all(after).map((row) => chainRowSchema.parse(row))
}
