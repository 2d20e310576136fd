import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { DocumentContent } from './document-source.ts'
import { codeOf } from './file-error.ts'
import { maskReceipt } from './mask-receipt.ts'
import { purgeDocuments, type PurgeOrder, type PurgeReport } from './purge-documents.ts'

/** The file system, as far as documents need it: the part of `node:fs/promises` that a test can make fail. */
export type DocumentFiles = Pick<typeof nodeFiles, 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat'>

export type StoreFlaw = 'diskFull' | 'unwritable' | 'tooManyDigits'

export interface StoredDocument {
  /** SHA-256 of what was stored, in lower-case hex: its name in the store. */
  digest: string
  /** A full card number was in the receipt and was masked before storing (safety P1). */
  isMasked: boolean
}

export type ReadDocument =
  | { type: 'document'; bytes: Buffer }
  | { type: 'missing' }
  | { type: 'damaged' }
  | { type: 'unreadable' }

export interface DocumentStore {
  /** Durable when answered. Storing the same content again changes nothing, and repairs it where it was damaged. */
  put(content: DocumentContent): Promise<Result<StoredDocument, StoreFlaw>>
  /** The bytes, checked against their digest. Never throws. */
  read(digest: string): Promise<ReadDocument>
  /** Deletes what is older than thirteen months and not to be kept (safety P5). Never throws. */
  purge(order: PurgeOrder): Promise<PurgeReport>
}

const DIGEST = /^[0-9a-f]{64}$/
const LARGEST_FILE = 1024 * 1024
// A link in a file's place is not followed. Windows has no such flag.
const READ = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW)

/**
 * Receipts and signatures as files named for their content, `documents/ab/<sha256>` in the journal's folder, readable by
 * their owner alone (safety A6). A file appears whole or not at all: a killed process leaves a `.tmp` file that nobody reads.
 */
export function createDocumentStore(folder: string, files: DocumentFiles = nodeFiles): DocumentStore {
  const root = join(folder, 'documents')
  const shardOf = (digest: string): string => join(root, digest.slice(0, 2))

  async function write(bytes: Uint8Array, digest: string): Promise<void> {
    const shard = shardOf(digest)
    const isNew = (await files.mkdir(shard, { recursive: true, mode: 0o700 })) !== undefined
    const temporary = join(shard, `${digest}.${randomBytes(6).toString('hex')}.tmp`)
    try {
      await writeDurably(files, temporary, bytes)
      await files.rename(temporary, join(shard, digest))
    } catch (error) {
      // Its room is needed, and what cannot be removed is harmless: the next purge takes it.
      await files.rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
    for (const changed of isNew ? [shard, root, folder] : [shard]) await syncFolder(files, changed)
  }

  async function read(digest: string): Promise<ReadDocument> {
    if (!DIGEST.test(digest)) return { type: 'missing' }
    try {
      const bytes = await readBounded(files, join(shardOf(digest), digest))
      return bytes !== null && sha256(bytes) === digest ? { type: 'document', bytes } : { type: 'damaged' }
    } catch (error) {
      return { type: codeOf(error) === 'ENOENT' ? 'missing' : codeOf(error) === 'ELOOP' ? 'damaged' : 'unreadable' }
    }
  }

  return {
    read,
    async put(content) {
      const prepared = prepare(content)
      if (prepared === null) return err('tooManyDigits')
      const { bytes, isMasked } = prepared
      const digest = sha256(bytes)
      try {
        if ((await read(digest)).type !== 'document') await write(bytes, digest)
        return ok({ digest, isMasked })
      } catch (error) {
        return err(['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? 'diskFull' : 'unwritable')
      }
    },
    purge: (order) => purgeDocuments(files, root, order),
  }
}

function prepare(content: DocumentContent): { bytes: Uint8Array; isMasked: boolean } | null {
  if (content.type === 'signature') return { bytes: content.image.bytes, isMasked: false }
  const masked = maskReceipt(content.html)
  return masked === null ? null : { bytes: Buffer.from(masked.html), isMasked: masked.isMasked }
}

async function writeDurably(files: DocumentFiles, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await files.open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Null for a file that is larger than any document. */
async function readBounded(files: DocumentFiles, file: string): Promise<Buffer | null> {
  const handle = await files.open(file, READ)
  try {
    return (await handle.stat()).size > LARGEST_FILE ? null : await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Makes the names in a folder durable. Windows has no such call; its file system journals names. */
async function syncFolder(files: DocumentFiles, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
