import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { openWriter } from './connection.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, stillClock, unwrap } from './journal-fixture.ts'
import type { Journal } from './journal.ts'
import { openJournalOrRestore } from './open-or-restore.ts'
import { rebuildProjections } from './rebuild.ts'
import { placeLoose } from './rebegin.ts'

const SMALL = { reserveBytes: 0, ballastBytes: 4096 }

let terminals = 0

/** A sale, each on a terminal of its own. */
function aSaleOfItsOwn(changes: Parameters<typeof newIntent>[0] = {}) {
  terminals += 1
  return newIntent({ terminal: { serialNumber: terminals.toString(), terminalType: 'PAXA920' }, ...changes })
}

function numberOf(journal: Journal, changes: Parameters<typeof newIntent>[0] = {}): number | null {
  return unwrap(journal.begin(aSaleOfItsOwn(changes))).intent.number
}

function open(folder: string) {
  const opened = unwrap(openJournalOrRestore({ folder, fileName: FILE_NAME, clock: stillClock, ...SMALL }))
  onTestFinished(() => opened.journal.close())
  return opened
}

describe('the numbers of a till', () => {
  it('count what moves money, from 1 on, and go on after a start', () => {
    const folder = makeFolder()
    const journal = openIn(folder)

    expect([numberOf(journal), numberOf(journal)]).toEqual([1, 2])
    expect(numberOf(journal, { operation: 'pingDevice', amountMinor: 0 })).toBe(null)
    journal.close()
    expect(numberOf(openIn(folder))).toBe(3)
  })

  it('are for the journal to give: whoever names one gets the next all the same', () => {
    const journal = openIn(makeFolder())

    expect(numberOf(journal, { number: 77 })).toBe(1)
    expect(numberOf(journal, { number: 1 })).toBe(2)
  })

  it('are not used up by a press that is delivered again, nor by what is refused', () => {
    const journal = openIn(makeFolder())
    const intent = aSaleOfItsOwn()
    unwrap(journal.begin(intent))

    expect(journal.begin(intent)).toMatchObject({
      error: { code: 'repeatedRequest', payment: { intent: { number: 1 } } },
    })
    expect(journal.begin(newIntent({ terminal: intent.terminal }))).toMatchObject({ ok: false })
    expect(numberOf(journal)).toBe(2)
  })

  it('are part of what was written down: projections that are computed anew have the same', () => {
    const folder = makeFolder()
    const journal = openIn(folder)
    const begun = unwrap(journal.begin(aSaleOfItsOwn()))
    journal.close()
    const db = openWriter(join(folder, FILE_NAME))
    db.transaction(() => rebuildProjections(db)).immediate()
    db.close()

    expect(unwrap(openIn(folder).readRow(begun.intent.reference))).toEqual(begun)
  })

  it('are never given twice after a restoration, whichever of them the backup and the book still held', async () => {
    const folder = makeFolder()
    const { journal, backups } = open(folder)
    numberOf(journal)
    unwrap(await backups.makeNow())
    const later = unwrap(journal.begin(aSaleOfItsOwn()))
    journal.close()
    rmSync(join(folder, FILE_NAME))

    const restored = open(folder).journal

    expect(unwrap(restored.readRow(later.intent.reference))?.intent.number).toBe(2)
    expect(numberOf(restored)).toBe(3)
  })

  it('that another one has by now are not told of what a restoration takes up again', () => {
    const folder = makeFolder()
    const journal = openIn(folder)
    numberOf(journal)
    journal.close()
    const lost = aSaleOfItsOwn({ number: 1 })
    const db = openWriter(join(folder, FILE_NAME))
    const row = {
      seq: 9,
      reference: lost.reference,
      type: 'begun',
      source: 'cashier',
      at: 1,
      payload: canonicalJson(lost),
    }
    const placed = db
      .transaction(() => placeLoose(db, [{ ...row, dedupe: 'begun', prev_hash: '', hash: '' }], 1))
      .immediate()
    db.close()

    expect(placed).toMatchObject({ rebegun: [lost.reference], unplaced: [] })
    expect(unwrap(openIn(folder).readRow(lost.reference))?.intent.number).toBe(null)
  })

  it('are kept apart by the database itself', () => {
    const folder = makeFolder()
    const journal = openIn(folder)
    numberOf(journal)
    numberOf(journal)
    journal.close()
    const db = openWriter(join(folder, FILE_NAME))
    onTestFinished(() => void db.close())

    expect(() => db.exec('UPDATE payment SET number = 1')).toThrow(/UNIQUE/)
  })
})
