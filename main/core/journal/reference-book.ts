import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { chainRowSchema, hashRow, type ChainRow } from './event-chain.ts'
import { syncFile, syncFolder } from './folder.ts'
import { jsonText } from './json-text.ts'
import { storedOrphanSchema, type StoredOrphan } from './orphans.ts'

/**
 * A second, append-only record of the newest events and orphans beside the journal, one line each. It is read when the journal
 * is opened, to see that nothing is missing there, and when it has to be restored (safety R17). Each line carries the hash of
 * what it holds, which seals it: a torn or damaged line is passed over.
 */
export interface ReferenceBook {
  /** Sequence number of the newest event in it; 0 for an empty one. */
  lastSeq(): number
  /** Adds lines. Durable: they have reached the disk when the call returns. Throws what the file system throws. */
  write(rows: readonly ChainRow[], isDurable: boolean): void
  writeOrphan(orphan: StoredOrphan): void
  /** Forgets the events that are not needed any more, and the orphans that came before the newest of these. */
  trim(isNeeded: (row: ChainRow) => boolean): void
  sizeBytes(): number
  close(): void
}

export interface BookContent {
  events: ChainRow[]
  orphans: StoredOrphan[]
}

const eventLineSchema = jsonText(chainRowSchema).refine((row) => hashRow(row) === row.hash)
const orphanLineSchema = jsonText(storedOrphanSchema)

/** More than the longest line there can be: a callback's body is at most 256 KB. */
const TAIL_BYTES = 1024 * 1024

export function toBookFile(file: string): string {
  return `${file}.references.log`
}

/** Opens the book for writing, makes it if there is none. Throws what the file system throws. */
export function openReferenceBook(file: string): ReferenceBook {
  const isNew = !existsSync(file)
  let lastSeq = isNew ? 0 : (readNewestBookEvent(file)?.seq ?? 0)
  let handle = openSync(file, 'a', 0o600)
  if (isNew) syncFolder(dirname(file))
  let size = fstatSync(handle).size
  // A line that was torn, by an error now or by the end of an earlier process, must not swallow the next one.
  let isTorn = size > 0
  let isClosed = false

  function add(lines: readonly object[]): void {
    const bytes = Buffer.from((isTorn ? '\n' : '') + toText(lines))
    isTorn = true
    writeWhole(handle, bytes, size)
    size += bytes.length
    isTorn = false
  }

  return {
    lastSeq: () => lastSeq,
    sizeBytes: () => size,
    write(rows, isDurable) {
      add(rows)
      if (isDurable) fdatasyncSync(handle)
      lastSeq = rows.at(-1)?.seq ?? lastSeq
    },
    writeOrphan: (orphan) => add([orphan]),
    trim(isNeeded) {
      if (isClosed) return
      const lines = readLines(file)
      const isForgotten = (line: ChainRow | StoredOrphan): boolean => 'seq' in line && !isNeeded(line)
      const last = lines.findLastIndex(isForgotten)
      writeLines(
        `${file}.new`,
        lines.filter((line, index) => ('seq' in line ? !isForgotten(line) : index > last)),
      )
      // Windows renames nothing over an open file.
      closeSync(handle)
      try {
        renameSync(`${file}.new`, file)
      } finally {
        handle = openSync(file, 'a', 0o600)
        size = fstatSync(handle).size
      }
      syncFolder(dirname(file))
    },
    close() {
      if (isClosed) return
      isClosed = true
      closeSync(handle)
    },
  }
}

/** Every sound line, oldest first. Throws what the file system throws, except that no file is an empty one. */
export function readReferenceBook(file: string): BookContent {
  const lines = readLines(file)
  return {
    events: lines.filter((line) => 'seq' in line),
    orphans: lines.filter((line) => 'digest' in line),
  }
}

function readLines(file: string): (ChainRow | StoredOrphan)[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.flatMap((line): (ChainRow | StoredOrphan)[] => {
    const event = eventLineSchema.safeParse(line)
    if (event.success) return [event.data]
    const orphan = orphanLineSchema.safeParse(line)
    return orphan.success ? [orphan.data] : []
  })
}

/** Its newest event, without reading all of a large file. */
export function readNewestBookEvent(file: string): ChainRow | null {
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES))
    const length = readSync(handle, tail, 0, tail.length, size - tail.length)
    const lines = tail.toString('utf8', 0, length).split('\n')
    for (const line of lines.toReversed()) {
      const parsed = eventLineSchema.safeParse(line)
      if (parsed.success) return parsed.data
    }
    return size > tail.length ? (readReferenceBook(file).events.at(-1) ?? null) : null
  } finally {
    closeSync(handle)
  }
}

/** Writes a whole book to a new file and makes it durable. */
export function writeReferenceBook(file: string, { events, orphans }: BookContent): void {
  writeLines(file, [...events, ...orphans])
}

function writeLines(file: string, lines: readonly object[]): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    writeWhole(handle, Buffer.from(toText(lines)), 0)
  } finally {
    closeSync(handle)
  }
  syncFile(file)
}

function toText(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** All of the bytes or none: what was written of them before an error is taken back. */
function writeWhole(handle: number, bytes: Buffer, size: number): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done)
  } catch (error) {
    try {
      ftruncateSync(handle, size)
    } catch {
      // The torn line stays; it has no seal and is passed over.
    }
    throw error
  }
}
