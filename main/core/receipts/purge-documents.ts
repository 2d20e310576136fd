import { join } from 'node:path'
import type { DocumentFiles } from './document-store.ts'
import { codeOf } from './file-error.ts'

/** When a payment last named a document, in milliseconds since 1970. One document may belong to several. */
export interface DocumentUse {
  digest: string
  at: number
}

/** What a purge goes by; instants in milliseconds since 1970. */
export interface PurgeOrder {
  uses: readonly DocumentUse[]
  /** Digests that stay whatever their age. */
  keep: ReadonlySet<string>
  /** When the till began its newest operation; null where it has not begun any. */
  lastBegunAt: number | null
  now: number
}

export interface PurgeReport {
  deleted: readonly string[]
  /** Files that could not be deleted and folders that could not be looked into; tried again at the next purge. */
  failed: number
  /** Nothing was deleted, because the clock of this computer may be wrong: the newest operation lies too far from it. */
  isClockDoubted: boolean
}

/** Handpoint suggests to keep receipts for thirteen months (handpoint-api.md §4.7; safety P5). */
const MONTHS_KEPT = 13
const DAY_MS = 24 * 60 * 60 * 1000
/** A till that sold nothing for this long, or that sold in the future, has a clock that nothing is deleted by. */
const FARTHEST_SALE_MS = 62 * DAY_MS

/**
 * Deletes documents whose last use is more than thirteen months ago and temporary files of killed processes. A file that
 * nothing names, left by a crash between storing and noting, goes by its own age.
 */
export async function purgeDocuments(
  files: DocumentFiles,
  root: string,
  { uses, keep, lastBegunAt, now }: PurgeOrder,
): Promise<PurgeReport> {
  if (lastBegunAt === null || Math.abs(now - lastBegunAt) > FARTHEST_SALE_MS)
    return { deleted: [], failed: 0, isClockDoubted: true }
  const lastUse = new Map<string, number>()
  for (const { digest, at } of uses) lastUse.set(digest, Math.max(at, lastUse.get(digest) ?? 0))

  const deleted: string[] = []
  const listed = await listFiles(files, root)
  let { failed } = listed
  for (const file of listed.found) {
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

/** The first of the month thirteen months back, in milliseconds since 1970: a whole month rather than a day too early. */
export function firstKeptInstant(now: number): number {
  const today = new Date(now)
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - MONTHS_KEPT, 1)
}

async function listFiles(files: DocumentFiles, root: string) {
  const found: { name: string; path: string }[] = []
  let failed = 0
  const listNames = async (folder: string): Promise<string[]> => {
    try {
      return await files.readdir(folder)
    } catch (error) {
      // Where nothing was ever kept there is no folder.
      if (codeOf(error) !== 'ENOENT') failed += 1
      return []
    }
  }
  for (const shard of await listNames(root)) {
    for (const name of await listNames(join(root, shard))) found.push({ name, path: join(root, shard, name) })
  }
  return { found, failed }
}
