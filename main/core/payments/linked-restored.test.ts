import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { filedUnder } from '../../../shared/transaction/intent.ts'
import { openWriter } from '../journal/connection.ts'
import { FILE_NAME, makeFolder, stillClock, unwrap } from '../journal/journal-fixture.ts'
import type { Journal } from '../journal/journal.ts'
import { beginApproved, linkedTo } from '../journal/linked-fixture.ts'
import { openJournalOrRestore } from '../journal/open-or-restore.ts'
import { toBookFile } from '../journal/reference-book.ts'

const SMALL = { reserveBytes: 0, ballastBytes: 4096 }

function open(folder: string): Journal {
  const { journal } = unwrap(openJournalOrRestore({ folder, fileName: FILE_NAME, clock: stillClock, ...SMALL }))
  onTestFinished(() => journal.close())
  return journal
}

it('a refund whose sale could not be restored is not asked about under a reference that was never sent', () => {
  const folder = makeFolder()
  const before = open(folder)
  const sale = beginApproved(before)
  beginApproved(before)
  const { reference } = unwrap(before.begin(linkedTo(sale, { amountMinor: 1000 }))).intent
  before.close()
  const file = join(folder, FILE_NAME)
  rmSync(toBookFile(file))
  const db = openWriter(file)
  db.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE seq = 1')
  db.close()

  const after = open(folder)

  expect(unwrap(after.readRow(sale.intent.reference))).toBeNull()
  const refund = unwrap(after.readRow(reference))
  expect(refund).not.toBeNull()
  expect(refund === null ? reference : filedUnder(refund.intent)).not.toBe(reference)
})
