import { z } from 'zod'
import type { Clock } from './clock.ts'

const storedSchema = z.object({
  serial: z.string(),
  createdAt: z.number(),
  result: z.record(z.string(), z.unknown()).nullable(),
})
export const resultStoreSchema = z.record(z.string(), storedSchema)
type StoredResult = z.infer<typeof storedSchema>

/** What GET /transaction-result answers from. Ids live 24 hours (handpoint-api.md §1.4). */
export type ResultStore = {
  /** A new id `<serial>-<epoch ms>`, never given out before. */
  open(serial: string): string
  put(resultId: string, result: Record<string, unknown>): void
  /** Undefined when the id is unknown or older than 24 hours; `result` is null while it is pending. */
  find(resultId: string): StoredResult | undefined
  save(): Record<string, StoredResult>
  load(saved: Record<string, StoredResult>): void
}

const lifetimeMs = 86_400_000

export function createResultStore(clock: Clock, changed: () => void): ResultStore {
  const stored = new Map<string, StoredResult>()

  const forgetOld = () => {
    for (const [id, { createdAt }] of stored) {
      if (clock.now() - createdAt <= lifetimeMs) return
      stored.delete(id)
    }
  }
  const freeId = (serial: string, at: number): string =>
    stored.has(`${serial}-${at}`) ? freeId(serial, at + 1) : `${serial}-${at}`

  return {
    open(serial) {
      forgetOld()
      const id = freeId(serial, clock.now())
      stored.set(id, { serial, createdAt: clock.now(), result: null })
      changed()
      return id
    },
    put(resultId, result) {
      const known = stored.get(resultId)
      if (known === undefined) return
      known.result = result
      changed()
    },
    find(resultId) {
      const known = stored.get(resultId)
      return known === undefined || clock.now() - known.createdAt > lifetimeMs ? undefined : known
    },
    save: () => Object.fromEntries(stored),
    load(saved) {
      for (const [id, result] of Object.entries(saved)) stored.set(id, result)
    },
  }
}
