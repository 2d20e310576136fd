import { describe, expect, it } from 'vitest'
import type { Reference } from '../../../shared/ids.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import { openMemoryJournal, createMemoryDisk } from '../../testing/memory-journal.ts'
import { FILE_NAME, makeFolder, newIntent, openIn, record, reported, unwrap } from './journal-fixture.ts'
import type { Journal } from './journal.ts'
import { join } from 'node:path'
import { verifyJournal } from './verify.ts'

const RESULT_AT = 1_790_000_001_000

function sell(journal: Journal): Reference {
  const intent = newIntent()
  const terminal = { ...intent.terminal, serialNumber: intent.reference }
  return unwrap(journal.begin({ ...intent, terminal })).intent.reference
}

function tell(journal: Journal, reference: Reference, ...events: TransactionEvent[]) {
  return unwrap(
    journal.append(
      reference,
      events.map((event) => record(event)),
    ),
  )
}

function unseenIn(journal: Journal): Reference[] {
  return unwrap(journal.listUnseen()).map(({ intent }) => intent.reference)
}

const journals = { 'on a disk': () => openIn(makeFolder()), 'in memory': () => openMemoryJournal(createMemoryDisk()) }

describe.each(Object.entries(journals))('an outcome in a journal %s', (_, open) => {
  it('is unseen from the moment in which it is known, until a person has seen it', () => {
    const journal = open()
    const reference = sell(journal)
    expect(unseenIn(journal)).toEqual([])

    const { row } = tell(journal, reference, reported('AUTHORISED'))
    expect(row.news).toEqual({ number: 1, at: RESULT_AT })
    expect(unseenIn(journal)).toEqual([reference])

    expect(tell(journal, reference, { type: 'outcomeSeen', news: 1 }).row.news).toBe(null)
    expect(unseenIn(journal)).toEqual([])
  })

  it('is unseen again when it is corrected, at the time of the correction', () => {
    const journal = open()
    const reference = sell(journal)
    tell(journal, reference, reported('AUTHORISED'))
    tell(journal, reference, { type: 'outcomeSeen', news: 1 })

    const corrected = unwrap(journal.append(reference, [record(reported('DECLINED'), { at: RESULT_AT + 60_000 })]))

    expect(corrected.row).toMatchObject({ correctedFrom: 'approved', news: { number: 2, at: RESULT_AT + 60_000 } })
    expect(unseenIn(journal)).toEqual([reference])
  })

  it('of which only an older word was seen stays unseen', () => {
    const journal = open()
    const reference = sell(journal)
    tell(journal, reference, reported('AUTHORISED'))
    tell(journal, reference, reported('DECLINED'))

    expect(tell(journal, reference, { type: 'outcomeSeen', news: 1 }).row.news).toMatchObject({ number: 2 })
  })

  it('did not change when somebody looked at it', () => {
    const journal = open()
    const reference = sell(journal)
    tell(journal, reference, reported('AUTHORISED'))
    const seen = record({ type: 'outcomeSeen', news: 1 }, { at: RESULT_AT + 9_000 })

    expect(unwrap(journal.append(reference, [seen])).row.updatedAt).toBe(RESULT_AT)
  })

  it('is written once however often it is delivered', () => {
    const journal = open()
    const reference = sell(journal)
    tell(journal, reference, reported('AUTHORISED'))
    tell(journal, reference, reported('AUTHORISED'))

    const kinds = unwrap(journal.readTimeline(reference)).map(({ event }) => event.type)
    expect(kinds).toEqual(['terminalReported', 'outcomeUnseen'])
  })

  it('stands before the older ones', () => {
    const journal = open()
    const [first, second] = [sell(journal), sell(journal)]
    unwrap(journal.append(second, [record(reported('AUTHORISED'), { at: RESULT_AT + 1 })]))
    unwrap(journal.append(first, [record(reported('AUTHORISED'), { at: RESULT_AT + 2 })]))

    expect(unseenIn(journal)).toEqual([first, second])
  })
})

it('what nobody has seen is so after the next start, too, and proved by the events', () => {
  const folder = makeFolder()
  const journal = openIn(folder)
  const reference = sell(journal)
  tell(journal, reference, reported('AUTHORISED'))
  journal.close()

  expect(unseenIn(openIn(folder))).toEqual([reference])
  expect(verifyJournal(join(folder, FILE_NAME))).toEqual([])
})
