import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import { openJournal } from './open.ts'
import { rebuildProjections } from './rebuild.ts'
import { findTailBreaks, findWrongRecentProjections, verifyJournal } from './verify.ts'

/** A closed journal of three payments: one approved, one corrected, one open. */
function writeThree() {
  const folder = makeFolder()
  const journal = openIn(folder)
  const intents = [1, 2, 3].map((createdAt) => newIntent({ createdAt }))
  const words = [[reported('AUTHORISED')], [reported('DECLINED'), reported('AUTHORISED')], []]
  for (const [index, intent] of intents.entries()) {
    if (index === 2) intent.terminal = { serialNumber: '2', terminalType: 'PAXA920' }
    unwrap(journal.begin(intent))
    unwrap(
      journal.append(
        intent.reference,
        (words[index] ?? []).map((event) => record(event)),
      ),
    )
  }
  const rows = unwrap(journal.listPage(null, 10)).rows
  journal.close()
  const file = join(folder, FILE_NAME)
  return { folder, file, rows }
}

/** Somebody with the file and a SQLite tool. */
function tamper(file: string, sql: string): void {
  const db = openWriter(file)
  db.exec(`PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;
    DROP TRIGGER event_continues_chain; ${sql}`)
  db.close()
}

describe('verifying the journal', () => {
  it('finds nothing in one that Paydesk wrote', () => {
    expect(verifyJournal(writeThree().file)).toEqual([])
  })

  it.each([
    ['at', 'at = at + 1'],
    ['source', "source = 'manager'"],
    ['payload', "payload = replace(payload, '4500', '9500')"],
    ['type', "type = 'other'"],
    ['dedupe', "dedupe = dedupe || 'x'"],
    ['reference', "reference = replace(reference, '-4', '-5')"],
    ['hash', "hash = replace(hash, substr(hash, 1, 1), 'g')"],
    ['prev_hash', "prev_hash = replace(prev_hash, substr(prev_hash, 1, 1), 'g')"],
  ])('finds a changed %s, and such a journal is not opened', (_, change) => {
    const { folder, file } = writeThree()
    tamper(file, `UPDATE event SET ${change} WHERE seq = 2`)

    expect(verifyJournal(file)).toContainEqual(expect.objectContaining({ where: 2 }))
    expect(openJournal({ folder, fileName: FILE_NAME, clock: stillClock })).toMatchObject({
      ok: false,
      error: { code: 'unavailable', text: expect.stringContaining('event 2 is not as it was written') },
    })
  })

  it.each([1, 2, 5, 6])('finds that event %i is missing, and such a journal is not opened', (seq) => {
    const { folder, file } = writeThree()
    tamper(file, `DELETE FROM event WHERE seq = ${seq}`)
    const before = verifyJournal(file)

    expect(before).toContainEqual(expect.objectContaining({ kind: 'damage' }))
    expect(openJournal({ folder, fileName: FILE_NAME, clock: stillClock })).toMatchObject({
      error: { code: 'unavailable' },
    })
    expect(verifyJournal(file)).toEqual(before)
  })

  it('looks at its newest events at a start without reading all that were ever written', () => {
    const { file } = writeThree()
    const statements: string[] = []
    const db = new Database(file, { readonly: true, verbose: (sql) => statements.push(String(sql)) })
    expect(findWrongRecentProjections(db, 2)).toEqual([])
    expect(findTailBreaks(db, 2)).toEqual([])

    expect(statements.length).toBeGreaterThan(4)
    const steps = statements.flatMap((sql) =>
      z.array(z.object({ detail: z.string() })).parse(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()),
    )
    const ofEverything = steps.filter(({ detail }) => detail.startsWith('SCAN') && !detail.includes('payment_open'))
    expect(ofEverything).toEqual([])
    db.close()
  })

  it('finds a projection that is not what its events say', () => {
    for (const change of [
      "status = 'declined'",
      'is_open = 0',
      'corrected_from = NULL',
      'seq = 1',
      "currency = 'USD'",
    ]) {
      const { file } = writeThree()
      tamper(file, `UPDATE payment SET ${change}`)
      expect(verifyJournal(file)).not.toEqual([])
    }
  })

  it('finds a projection too many and one too few', () => {
    for (const change of [
      "UPDATE payment SET reference = substr(reference, 1, 35) || iif(reference LIKE '%0', '1', '0')",
      'DELETE FROM payment',
    ]) {
      const { file } = writeThree()
      tamper(file, change)
      expect(verifyJournal(file)).toHaveLength(change.startsWith('UPDATE') ? 6 : 3)
    }
  })

  it('says so when there is no such file or it is no database', () => {
    const file = join(makeFolder(), FILE_NAME)
    expect(verifyJournal(file)).toMatchObject([{ where: null }])
    copyFileSync(import.meta.filename, file)
    expect(verifyJournal(file)).toMatchObject([{ where: null }])
  })
})

describe('rebuilding the projections', () => {
  it('brings back every payment from the events alone', () => {
    const { folder, file, rows } = writeThree()
    tamper(file, "UPDATE payment SET state = '{}', corrected_from = NULL, is_open = 0")
    const db = openWriter(file)
    db.transaction(() => rebuildProjections(db)).immediate()
    db.close()

    expect(verifyJournal(file)).toEqual([])
    expect(unwrap(openIn(folder).listPage(null, 10)).rows).toEqual(rows)
  })

  it('happens at the start when a recent payment is not what its events say', () => {
    const { folder, file, rows } = writeThree()
    tamper(file, 'UPDATE payment SET is_open = 0, status = \'notCharged\', state = \'{"status":"notCharged"}\'')

    expect(unwrap(openIn(folder).listPage(null, 10)).rows).toEqual(rows)
  })
})
