import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { digestSchema } from '../../../shared/ids.ts'
import { makeBackup } from './backup.ts'
import { openWriter, type Db } from './connection.ts'
import { FILE_NAME, makeFolder, newReference, openIn, stillClock } from './journal-fixture.ts'
import { createOrphanRows, findWrongOrphans, insertOrphans, readSoundOrphans, type Orphan } from './orphans.ts'
import { verifyJournal } from './verify.ts'

function openOrphans() {
  const folder = makeFolder()
  openIn(folder)
  const file = join(folder, FILE_NAME)
  const db = openWriter(file)
  onTestFinished(() => void db.close())
  return { folder, file, db, rows: createOrphanRows(db) }
}

function newOrphan(digit: string, changes: Partial<Orphan> = {}): Orphan {
  return {
    digest: digestSchema.parse(digit.repeat(64)),
    receivedAt: 1_790_000_000_000,
    tokenReference: null,
    bodyReference: 'of another till',
    reason: 'unknownReference',
    payload: { finStatus: 'AUTHORISED', totalAmount: 4500 },
    ...changes,
  }
}

/** What a Paydesk wrote that sealed the text as it came: SQLite keeps U+FFFD for half a character. */
function sealAsEarlier(db: Db, { digest, receivedAt, bodyReference, reason, payload }: Orphan): void {
  const columns = [digest, receivedAt, null, bodyReference, reason, JSON.stringify(payload)]
  const hash = createHash('sha256').update(JSON.stringify(columns)).digest('hex')
  db.prepare('INSERT INTO orphan VALUES (?, ?, ?, ?, ?, ?, ?)').run(...columns, hash)
}

describe('an orphan', () => {
  it('is kept once, however often its terminal delivers it', () => {
    const { file, rows } = openOrphans()
    const orphan = newOrphan('a', { tokenReference: newReference() })

    expect([rows.record(orphan), rows.record(orphan)]).toEqual([true, false])
    expect([rows.record(newOrphan('b', { receivedAt: 1_790_000_000_001 })), rows.count('unknownReference')]).toEqual([
      true,
      2,
    ])
    expect(rows.list(10)).toEqual([newOrphan('b', { receivedAt: 1_790_000_000_001 }), orphan])
    expect(rows.list(1)).toHaveLength(1)
    expect(verifyJournal(file)).toEqual([])
  })

  it('is kept without a full card number, in text or as a number', () => {
    const { rows } = openOrphans()
    rows.record(newOrphan('a', { payload: { text: 'card 4111 1111 1111 1111', number: 4_111_111_111_111_111 } }))

    expect(JSON.stringify(rows.list(1))).not.toMatch(/4111.?1111/)
    expect(rows.list(1)[0]?.payload['number']).toBe('************1111')
  })

  it('is kept with the ids that it can be found by, whole', () => {
    const { rows } = openOrphans()
    const ids = { transactionId: '4000000000000002', originalTransactionId: '4111111111111111', terminalSerial: '' }
    rows.record(newOrphan('a', { payload: ids }))
    rows.record(newOrphan('b', { payload: { transactionId: 'see 4111111111111111' } }))

    expect(rows.list(2).map(({ payload }) => payload)).toEqual([ids, { transactionId: 'see ************1111' }])
  })

  it.each([
    ['half a character', '\ud800', '\ufffd'],
    ['two halves of characters', '\ud800 and \udfff', '\ufffd and \ufffd'],
    ['half a character at the end', 'of another till\ud83d', 'of another till\ufffd'],
    ['a NUL character', 'of\0another', 'ofanother'],
    ['nothing but NUL characters', '\0\0', null],
    ['a whole character where it is cut', `${'x'.repeat(199)}\u{1f600}`, 'x'.repeat(199)],
  ])('that names %s is sealed as the database keeps it, so that the next backup is good', async (_, named, kept) => {
    const { folder, db, rows } = openOrphans()
    rows.record(newOrphan('a', { bodyReference: named }))

    expect(rows.list(1)[0]?.bodyReference).toBe(kept)
    expect(findWrongOrphans(db)).toEqual([])
    const backup = makeBackup({ db, folder, fileName: FILE_NAME, clock: stillClock, reserveBytes: 0 })
    expect(await backup).toMatchObject({ ok: true })
  })

  it.each(['\ud800', 'cut at the end\ud83d', 'before \udfff after'])(
    'that an earlier version sealed over half a character (%j) is sound, and one that was changed since is not',
    (named) => {
      const { file, db, rows } = openOrphans()
      sealAsEarlier(db, newOrphan('a', { bodyReference: named }))
      expect(verifyJournal(file)).toEqual([])
      expect([...readSoundOrphans(db)]).toHaveLength(1)

      rows.record(newOrphan('b', { bodyReference: 'whole' }))
      db.exec('DROP TRIGGER orphan_is_never_changed; UPDATE orphan SET received_at = received_at + 1')
      expect(findWrongOrphans(db)).toHaveLength(2)
    },
  )

  it('that cannot be read is kept a few times for each operation, and no more', () => {
    const { file, rows } = openOrphans()
    const [one, other] = [newReference(), newReference()]
    const keep = (digit: string, tokenReference: Orphan['tokenReference']) =>
      rows.record(newOrphan(digit, { tokenReference, reason: 'unreadable' }))

    expect('1234567'.split('').map((digit) => keep(digit, one))).toEqual([true, true, true, true, true, false, false])
    expect([keep('8', other), keep('9', null), keep('8', other)]).toEqual([true, true, false])
    expect(rows.record(newOrphan('a', { tokenReference: one }))).toBe(true)
    expect([rows.count('unreadable'), rows.count('unknownReference')]).toEqual([7, 1])
    expect(verifyJournal(file)).toEqual([])
  })

  it('is never changed, replaced or deleted', () => {
    const { db, rows } = openOrphans()
    rows.record(newOrphan('a'))

    expect(() => db.exec("UPDATE orphan SET reason = 'x'")).toThrow('never changed')
    expect(() => db.exec('DELETE FROM orphan')).toThrow('never deleted')
    expect(() => db.exec('INSERT OR REPLACE INTO orphan SELECT * FROM orphan')).toThrow('kept once')
  })

  it('that was changed all the same is found, and not taken over into a restored journal', () => {
    const [damaged, restored] = [openOrphans(), openOrphans()]
    for (const digit of ['a', 'b', 'c']) damaged.rows.record(newOrphan(digit))
    restored.rows.record(newOrphan('c'))
    damaged.db.exec("DROP TRIGGER orphan_is_never_changed; UPDATE orphan SET reason = 'x' WHERE digest LIKE 'a%'")

    expect(findWrongOrphans(damaged.db)).toMatchObject([{ where: 'a'.repeat(64), kind: 'damage' }])
    insertOrphans(restored.db, readSoundOrphans(damaged.db))
    expect(restored.rows.list(10)).toEqual([newOrphan('b'), newOrphan('c')])
  })
})
