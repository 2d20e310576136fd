import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, stillClock, unwrap } from './journal-fixture.ts'
import { openJournal } from './open.ts'
import { openReadOnlyJournal } from './read-only-journal.ts'

/** Three sales of a Paydesk that is newer and knows facts that this one does not. */
function writeNewer() {
  const folder = makeFolder()
  const journal = openIn(folder)
  const sales = ['1', '2', '3'].map((serialNumber) => {
    const { intent } = unwrap(journal.begin(newIntent({ terminal: { serialNumber, terminalType: 'PAXA920' } })))
    unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))
    return intent.reference
  })
  journal.close()
  const file = join(folder, FILE_NAME)
  const db = openWriter(file)
  db.exec(`PRAGMA user_version = 99; DROP TABLE payment; DROP TRIGGER event_is_never_changed;
    ALTER TABLE event ADD COLUMN clock TEXT;
    UPDATE event SET type = 'beamed', payload = '{"type":"beamed"}' WHERE seq = 2`)
  db.close()
  return { folder, file, sales }
}

describe('the journal of a newer Paydesk', () => {
  it('is not sold with and can be looked at, with facts of kinds that are not known here', () => {
    const { folder, file, sales } = writeNewer()
    const before = readFileSync(file)
    expect(openJournal({ folder, fileName: FILE_NAME, clock: stillClock })).toMatchObject({ error: { code: 'newer' } })

    const journal = unwrap(openReadOnlyJournal(folder, FILE_NAME))
    onTestFinished(() => journal.close())
    const first = unwrap(journal.listPage(null, 2))
    const second = unwrap(journal.listPage(first.cursor, 2))

    expect(journal.version).toBe(99)
    expect([...first.operations, ...second.operations].map(({ reference }) => reference)).toEqual(sales.toReversed())
    expect(second.cursor).toBeNull()
    expect(unwrap(journal.readTimeline(second.operations[0]?.reference ?? newIntent().reference))).toMatchObject([
      { type: 'begun', payload: { amountMinor: 4500 } },
      { type: 'beamed', source: 'callback', payload: { type: 'beamed' } },
    ])
    expect(readFileSync(file)).toEqual(before)
  })

  it('that cannot be read says so', () => {
    const { folder, file } = writeNewer()
    const db = openWriter(file)
    db.exec('ALTER TABLE event RENAME TO fact')
    db.close()

    expect(openReadOnlyJournal(folder, FILE_NAME)).toMatchObject({ error: { code: 'unavailable' } })
    expect(openReadOnlyJournal(makeFolder(), FILE_NAME)).toMatchObject({ error: { code: 'unavailable' } })
  })
})
