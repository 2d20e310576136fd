import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openReadOnly, openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, unwrap } from './journal-fixture.ts'

describe('a connection to the journal', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['busy_timeout', 2000],
    ['mmap_size', 0],
  ])('has %s at %s', (name, value) => {
    const db = openWriter(join(makeFolder(), FILE_NAME))
    expect(db.pragma(name, { simple: true })).toBe(value)
    db.close()
  })

  it('would be unsafe by default: the library alone gives NORMAL in WAL mode', () => {
    const file = join(makeFolder(), FILE_NAME)
    openWriter(file).close()
    const db = new Database(file)
    expect(db.pragma('synchronous', { simple: true })).toBe(1)
    db.close()
  })

  it('is refused when a setting does not take: a database in memory has no write-ahead log', () => {
    expect(() => openWriter(':memory:')).toThrow('the setting journal_mode reads memory instead of wal')
  })

  it('for reading only cannot write', () => {
    const folder = makeFolder()
    unwrap(openIn(folder).begin(newIntent()))
    const db = openReadOnly(join(folder, FILE_NAME))

    expect(() => db.exec('DELETE FROM payment')).toThrow(/readonly/)
    db.close()
  })
})
