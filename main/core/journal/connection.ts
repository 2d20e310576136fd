import Database from 'better-sqlite3'

export type Db = Database.Database

/** How long a statement waits for another connection, in milliseconds: only a reader's checkpoint can be in the way. */
const BUSY_TIMEOUT_MS = 2000

interface Setting {
  name: string
  set: string
  /** What reading it back must say. */
  reads: string | number
}

const SETTINGS: readonly Setting[] = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  // The library's default in WAL mode is NORMAL, which loses acknowledged commits at a power cut (safety §3).
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'recursive_triggers', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cell_size_check', set: 'ON', reads: 1 },
  { name: 'busy_timeout', set: String(BUSY_TIMEOUT_MS), reads: BUSY_TIMEOUT_MS },
  // With a memory map an I/O error would be a SIGBUS instead of an error code.
  { name: 'mmap_size', set: '0', reads: 0 },
]

// Only there does fsync leave data in the drive's cache.
const MAC_SETTINGS: readonly Setting[] = [
  { name: 'fullfsync', set: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', set: 'ON', reads: 1 },
]

/** A writer's connection with every setting of safety §3 made and read back. Throws when one did not take. */
export function openWriter(file: string): Db {
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    const settings = process.platform === 'darwin' ? [...SETTINGS, ...MAC_SETTINGS] : SETTINGS
    for (const { name, set } of settings) db.pragma(`${name} = ${set}`)
    for (const { name, reads } of settings) {
      const read = db.pragma(name, { simple: true })
      if (read !== reads) throw new Error(`the setting ${name} reads ${String(read)} instead of ${reads}`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A connection that cannot change the file. It reads the write-ahead log and leaves it where it is. */
export function openReadOnly(file: string): Db {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.pragma('trusted_schema = OFF')
  return db
}

/** Whether a change that was never finished lies beside the file, for the next writer to take back. */
export function isUnsettled(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_READONLY_ROLLBACK'
}

/** Takes back the change that was never finished, and does nothing else. */
export function settle(file: string): void {
  const db = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    db.pragma('schema_version')
  } finally {
    db.close()
  }
}

/** Whether the database refused a row. It was rolled back in full and says nothing about the disk. */
export function isConstraintViolation(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}

export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

/** Whether the disk had no room. The act was rolled back in full, so that it may be tried again once there is room. */
export function isFull(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_FULL'
}

/** The file or its content is not as it was written. To be told from a disk that cannot be read just now. */
export class DamageError extends Error {}

/** Whether an error says that the file is damaged: not that it is locked, nor that the disk failed or is full. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamageError) return true
  return error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)
}

/** The failure of a library in words that can be shown to support. */
export function toText(error: unknown): string {
  if (error instanceof Database.SqliteError) return `${error.code}: ${error.message}`
  return error instanceof Error ? error.message : String(error)
}
