import { join } from 'node:path'
import type { DocumentFiles } from './document-store.ts'

/** When a payment last named a document, in milliseconds since 1970. One document may belong to several. */
export interface DocumentUse {
  digest: string
  at: number
}

export interface PurgeReport {
  deleted: readonly string[]
  /** What could not be deleted, or not be looked at; tried again at the next purge. */
  failed: number
  /** Nothing was deleted, because the clock of this computer cannot be right: the newest use lies too far from it. */
  isClockDoubted: boolean
}

const MONTHS_KEPT = 13
const DAY_MS = 24 * 60 * 60 * 1000
/** A till that sold nothing for this long, or that sold in the future, has a clock that nothing is deleted by. */
const FARTHEST_USE_MS = 62 * DAY_MS

/**
 * Deletes documents whose last use is more than thirteen months ago (safety P5; handpoint-api.md §4.7) and temporary files of
 * killed processes. A file that nothing names, left by a crash between storing and noting, goes by its own age.
 */
export async function purgeDocuments(
  files: DocumentFiles,
  root: string,
  { uses, keep, now }: { uses: readonly DocumentUse[]; keep: ReadonlySet<string>; now: number },
): Promise<PurgeReport> {
  const lastUse = new Map<string, number>()
  let newest = Number.NEGATIVE_INFINITY
  for (const { digest, at } of uses) {
    lastUse.set(digest, Math.max(at, lastUse.get(digest) ?? 0))
    newest = Math.max(newest, at)
  }
  if (Math.abs(now - newest) > FARTHEST_USE_MS) return { deleted: [], failed: 0, isClockDoubted: true }

  const deleted: string[] = []
  let failed = 0
  for (const file of await listFiles(files, root)) {
    try {
      const isTemporary = file.name.endsWith('.tmp')
      if (!isTemporary && keep.has(file.name)) continue
      const at = lastUse.get(file.name) ?? (await files.stat(file.path)).mtimeMs
      if (at >= (isTemporary ? now - DAY_MS : firstKeptInstant(now))) continue
      await files.rm(file.path, { force: true })
      if (!isTemporary) deleted.push(file.name)
    } catch {
      failed += 1
    }
  }
  return { deleted, failed, isClockDoubted: false }
}

/** The first of the month thirteen months back: a whole month rather than a day too early. */
function firstKeptInstant(now: number): number {
  const today = new Date(now)
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - MONTHS_KEPT, 1)
}

async function listFiles(files: DocumentFiles, root: string): Promise<{ name: string; path: string }[]> {
  const found: { name: string; path: string }[] = []
  for (const shard of await listNames(files, root)) {
    for (const name of await listNames(files, join(root, shard))) found.push({ name, path: join(root, shard, name) })
  }
  return found
}

/** No names where there is no such folder yet, or none that can be read. */
async function listNames(files: DocumentFiles, folder: string): Promise<string[]> {
  return await files.readdir(folder).catch(() => [])
}
