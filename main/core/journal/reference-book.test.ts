import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { digestSchema } from '../../../shared/ids.ts'
import { keepBook } from './booked-journal.ts'
import { openWriter } from './connection.ts'
import type { ChainRow } from './event-chain.ts'
import { createRowReader } from './head.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, unwrap } from './journal-fixture.ts'
import type { Journal } from './journal.ts'
import {
  openReferenceBook,
  readNewestBookEvent,
  readReferenceBook,
  toBookFile,
  type ReferenceBook,
} from './reference-book.ts'

function openWithBook(change: (book: ReferenceBook) => ReferenceBook = (book) => book) {
  const folder = makeFolder()
  const bookFile = toBookFile(join(folder, FILE_NAME))
  const journal = openIn(folder)
  const db = openWriter(join(folder, FILE_NAME))
  const book = openReferenceBook(bookFile)
  onTestFinished(() => {
    book.close()
    db.close()
  })
  return {
    folder,
    bookFile,
    book,
    readRows: createRowReader(db),
    journal: keepBook({ journal, db, book: change(book), releaseBallast: () => false }),
  }
}

/** A sale that was approved, on a terminal of its own. */
function sell(journal: Journal): void {
  const intent = newIntent()
  intent.terminal = { serialNumber: intent.reference, terminalType: 'PAXA920' }
  unwrap(journal.begin(intent))
  unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))
}

describe('the reference book', () => {
  it('holds every event as the journal holds it, in a file of its owner alone', () => {
    const { bookFile, readRows, journal } = openWithBook()
    for (let sale = 0; sale < 3; sale += 1) sell(journal)

    expect(readReferenceBook(bookFile).events).toEqual(readRows(0))
    expect(readNewestBookEvent(bookFile)).toEqual(readRows(8)[0])
    if (process.platform !== 'win32') expect(statSync(bookFile).mode & 0o777).toBe(0o600)
  })

  it('is synced before a sale may leave, and not for what is appended', () => {
    const synced: boolean[] = []
    const { journal } = openWithBook((book) => ({
      ...book,
      write(rows: readonly ChainRow[], isDurable: boolean) {
        synced.push(isDurable)
        book.write(rows, isDurable)
      },
    }))
    sell(journal)

    expect(synced).toEqual([true, false])
  })

  it('that cannot be written lets no sale leave, and closes the journal', () => {
    const { journal } = openWithBook((book) => ({
      ...book,
      write() {
        throw new Error('ENOSPC: no space left on device')
      },
    }))

    expect(journal.begin(newIntent())).toMatchObject({
      error: { code: 'unavailable', text: expect.stringContaining('ENOSPC') },
    })
    expect(journal.listOpen()).toMatchObject({ error: { code: 'unavailable' } })
  })

  it('that cannot take a result does not keep the journal from acknowledging it, and catches up with the next sale', () => {
    let isFull = false
    const { bookFile, readRows, journal } = openWithBook((book) => ({
      ...book,
      write(rows: readonly ChainRow[], isDurable: boolean) {
        if (isFull) throw new Error('ENOSPC: no space left on device')
        book.write(rows, isDurable)
      },
    }))
    const { intent } = unwrap(journal.begin(newIntent()))
    isFull = true
    unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))
    isFull = false
    sell(journal)

    expect(readReferenceBook(bookFile).events).toEqual(readRows(0))
  })

  it('passes over a line that is torn, and the next start writes on a line of its own', () => {
    const { bookFile, readRows, journal, book } = openWithBook()
    for (let sale = 0; sale < 2; sale += 1) sell(journal)
    truncateSync(bookFile, statSync(bookFile).size - 10)
    expect(readReferenceBook(bookFile).events).toEqual(readRows(0).slice(0, 5))
    book.close()

    const next = openReferenceBook(bookFile)
    expect(next.lastSeq()).toBe(5)
    next.write(readRows(next.lastSeq()), true)
    next.close()
    expect(readReferenceBook(bookFile).events).toEqual(readRows(0))
  })

  it('believes no line that was changed', () => {
    const { bookFile, readRows, journal } = openWithBook()
    sell(journal)
    const text = readFileSync(bookFile, 'utf8')
    writeFileSync(bookFile, text.replace('4500', '9500'))

    expect(readReferenceBook(bookFile).events).toEqual(readRows(1))
  })

  it('finds its newest line behind a megabyte of rubbish', () => {
    const { bookFile, readRows, journal } = openWithBook()
    sell(journal)
    appendFileSync(bookFile, 'x'.repeat(2_000_000))

    expect(readNewestBookEvent(bookFile)).toEqual(readRows(2)[0])
  })

  it('forgets what is not needed any more, orphans by their place among the events, and goes on', () => {
    const { bookFile, readRows, journal, book } = openWithBook()
    for (const digit of ['a', 'b']) {
      sell(journal)
      const digest = digestSchema.parse(digit.repeat(64))
      unwrap(
        journal.recordOrphan({
          digest,
          receivedAt: 1,
          tokenReference: null,
          bodyReference: null,
          reason: 'unknownReference',
          payload: {},
        }),
      )
    }
    expect(readReferenceBook(bookFile).orphans.map(({ digest }) => digest.slice(0, 1))).toEqual(['a', 'b'])
    book.trim((row) => row.seq > 4)
    sell(journal)

    expect(readReferenceBook(bookFile).events).toEqual(readRows(4))
    expect(readReferenceBook(bookFile).orphans.map(({ digest }) => digest.slice(0, 1))).toEqual(['b'])
    expect(book.sizeBytes()).toBe(statSync(bookFile).size)
  })
})
