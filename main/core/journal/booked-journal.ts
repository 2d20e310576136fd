import { err } from '../../../shared/result.ts'
import type { Log } from '../ports.ts'
import { toText, type Db } from './connection.ts'
import { createRowReader } from './head.ts'
import type { Journal } from './journal.ts'
import { storedOrphanSchema } from './orphans.ts'
import type { ReferenceBook } from './reference-book.ts'

interface BookedParts {
  journal: Journal
  db: Db
  book: ReferenceBook
  log?: Log | undefined
  releaseBallast: () => boolean
}

/**
 * The journal with its reference book kept beside it. A new operation is in both, on the disk, before `begin` answers ok: if
 * the journal is lost, its reference is still known and can be asked about (safety R17). If the book cannot be written,
 * nothing is sent and the journal is closed. What is appended goes into the book too, but is not waited for: it was
 * acknowledged by the journal, and the next `begin` takes the lines along to the disk.
 */
export function keepBook({ journal, db, book, log, releaseBallast }: BookedParts): Journal {
  const readNew = createRowReader(db)
  const selectOrphan = db.prepare('SELECT * FROM orphan WHERE digest = ?')

  function write(isDurable: boolean): void {
    const rows = readNew(book.lastSeq())
    try {
      book.write(rows, isDurable)
    } catch (error) {
      // After a failed sync nothing is tried again: the system may have dropped what it could not write.
      if (!isNoSpace(error) || !releaseBallast()) throw error
      book.write(rows, isDurable)
    }
  }

  return {
    ...journal,
    begin(intent) {
      const begun = journal.begin(intent)
      if (!begun.ok) return begun
      try {
        write(true)
        return begun
      } catch (error) {
        const text = `the reference book cannot be written: ${toText(error)}`
        log?.error('journal.bookFailed', { text })
        journal.close()
        return err({ code: 'unavailable', text })
      }
    },
    append(reference, events) {
      const appended = journal.append(reference, events)
      if (!appended.ok || !appended.value.isNew) return appended
      try {
        write(false)
      } catch (error) {
        // The journal holds it; the next operation writes these lines too, or is not begun.
        log?.error('journal.bookFailed', { text: toText(error) })
      }
      return appended
    },
    recordOrphan(orphan) {
      const recorded = journal.recordOrphan(orphan)
      if (!recorded.ok || !recorded.value) return recorded
      try {
        book.writeOrphan(storedOrphanSchema.parse(selectOrphan.get(orphan.digest)))
      } catch (error) {
        log?.error('journal.bookFailed', { text: toText(error) })
      }
      return recorded
    },
    close() {
      journal.close()
      book.close()
    },
  }
}

function isNoSpace(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return error.code === 'ENOSPC' && 'syscall' in error && error.syscall === 'write'
}
