import { dirname } from 'node:path'
import { openReadOnly, type Db } from './connection.ts'
import { makePrivateFile, syncFile, syncFolder } from './folder.ts'
import { findTailBreaks } from './verify.ts'

/** Copies the database to a new file, checks the copy as a whole and makes it durable. Throws when the copy is not sound. */
export function copyVerified(db: Db, file: string): void {
  makePrivateFile(file)
  db.prepare('VACUUM INTO ?').run(file)
  const copy = openReadOnly(file)
  try {
    const check = copy.pragma('quick_check', { simple: true })
    if (check !== 'ok') throw new Error(`the copy ${file} is damaged: ${String(check)}`)
    const [broken] = findTailBreaks(copy, Number.MAX_SAFE_INTEGER)
    if (broken !== undefined)
      throw new Error(`the copy ${file} is broken at event ${String(broken.where)}: ${broken.text}`)
    const count = 'SELECT count(*) FROM event'
    if (copy.prepare(count).pluck().get() !== db.prepare(count).pluck().get()) {
      throw new Error(`the copy ${file} is not complete`)
    }
  } finally {
    copy.close()
  }
  // VACUUM INTO leaves the copy in the system's cache.
  syncFile(file)
  syncFolder(dirname(file))
}
