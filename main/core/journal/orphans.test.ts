import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { digestSchema } from '../../../shared/ids.ts'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newReference, openIn } from './journal-fixture.ts'
import { createOrphanRows, findWrongOrphans, insertOrphans, readSoundOrphans, type Orphan } from './orphans.ts'
import { verifyJournal } from './verify.ts'

function openOrphans() {
  const folder = makeFolder()
  openIn(folder)
  const file = join(folder, FILE_NAME)
  const db = openWriter(file)
  onTestFinished(() => void db.close())
  return { file, db, rows: createOrphanRows(db) }
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

describe('an orphan', () => {
  it('is kept once, however often its terminal delivers it', () => {
    const { file, rows } = openOrphans()
    const orphan = newOrphan('a', { tokenReference: newReference() })

    expect([rows.record(orphan), rows.record(orphan)]).toEqual([true, false])
    expect([rows.record(newOrphan('b', { receivedAt: 1_790_000_000_001 })), rows.count()]).toEqual([true, 2])
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
