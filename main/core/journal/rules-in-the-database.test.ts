import { join } from 'node:path'
import { onTestFinished, describe, expect, it } from 'vitest'
import { operationSchema } from '../../../shared/transaction/operations.ts'
import { transactionStateSchema } from '../../../shared/transaction/state.ts'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, unwrap } from './journal-fixture.ts'
import { toColumns } from './payment-columns.ts'
import { createPaymentRows } from './payment-rows.ts'
import { startProgress } from './replay.ts'

/** A journal with one open sale, and a connection that goes round Paydesk's own checks. */
function openRaw() {
  const folder = makeFolder()
  const journal = openIn(folder)
  const intent = newIntent()
  unwrap(journal.begin(intent))
  const db = openWriter(join(folder, FILE_NAME))
  onTestFinished(() => void db.close())
  return { journal, intent, db, payments: createPaymentRows(db) }
}

describe('the payment table', () => {
  it('does not take a second open card operation on one terminal', () => {
    const { payments } = openRaw()
    expect(() => payments.insert(startProgress(newIntent(), 1))).toThrow(/UNIQUE.*serial_number/)
  })

  it('does not take one that is opened by an update', () => {
    const { db, journal, intent } = openRaw()
    unwrap(journal.append(intent.reference, [record(reported('DECLINED'))]))
    unwrap(journal.begin(newIntent()))

    const reopen = db.prepare('UPDATE payment SET is_open = 1, was_final = 0 WHERE reference = ?')
    expect(() => reopen.run(intent.reference)).toThrow(/UNIQUE.*serial_number/)
  })

  it('does not take a press of Charge twice, nor two attempts of one payment', () => {
    const { payments, intent } = openRaw()
    const terminal = { serialNumber: 'other', terminalType: 'PAXA920' }
    const again = newIntent({ requestKey: intent.requestKey, terminal })
    expect(() => payments.insert(startProgress(again, 1))).toThrow(/UNIQUE.*request_key/)

    payments.insert(startProgress(newIntent({ attemptOf: intent.reference, terminal }), 1))
    const second = newIntent({ attemptOf: intent.reference, operation: 'printReceipt', amountMinor: 0 })
    expect(() => payments.insert(startProgress(second, 1))).toThrow(/UNIQUE.*attempt_of/)
  })

  it.each(['status', 'operation', 'amount_minor', 'currency', 'is_open', 'created_at'])(
    'does not take a value that %s cannot have',
    (column) => {
      const { db } = openRaw()
      expect(() => db.prepare(`UPDATE payment SET ${column} = 'nonsense'`).run()).toThrow(/CHECK|cannot store/)
    },
  )

  it('knows every status and every operation', () => {
    const { db } = openRaw()
    const sql = String(db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'payment'").pluck().get())
    const statuses = transactionStateSchema.def.options.flatMap((option) => option.shape.status.def.values)
    for (const name of [...statuses, ...operationSchema.options]) expect(sql).toContain(`'${name}'`)
  })

  it('has a column for everything that is compared', () => {
    const { db, intent } = openRaw()
    const columns = db.prepare("SELECT name FROM pragma_table_info('payment')").pluck().all()
    expect(new Set(columns)).toEqual(new Set(Object.keys(toColumns(startProgress(intent, 1)))))
  })
})

describe('the event table', () => {
  it.each([
    'UPDATE event SET at = 1',
    "UPDATE event SET hash = replace(hash, 'a', 'b') WHERE 1",
    'DELETE FROM event',
    'UPDATE OR IGNORE event SET at = 1',
    'REPLACE INTO event SELECT * FROM event',
    'INSERT OR IGNORE INTO event SELECT * FROM event',
    `INSERT OR REPLACE INTO event SELECT seq + 1, reference, type, source, at, payload, dedupe, hash, hash FROM event`,
    `INSERT INTO event SELECT seq + 2, reference, type, source, at, payload, 'x', hash, hash FROM event`,
    `INSERT INTO event SELECT seq + 1, reference, type, source, at, payload, 'x', prev_hash, hash FROM event`,
  ])('refuses: %s', (sql) => {
    const { db } = openRaw()
    const before = db.prepare('SELECT * FROM event').all()
    for (const setting of ['ON', 'OFF']) {
      // Off, as in most tools, a row that is replaced fires no delete trigger.
      db.pragma(`recursive_triggers = ${setting}`)
      expect(() => db.exec(sql)).toThrow(/events are never|must continue the chain/)
      expect(db.prepare('SELECT * FROM event').all()).toEqual(before)
    }
  })
})
