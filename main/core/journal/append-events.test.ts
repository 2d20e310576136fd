import { permutations } from '../../../shared/testing/permutations.ts'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resultIdSchema } from '../../../shared/ids.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import { FILE_NAME, makeFolder, newIntent, newReference, openIn, record, reported, unwrap } from './journal-fixture.ts'
import { verifyJournal } from './verify.ts'

const accepted = record({ type: 'requestAccepted', resultId: resultIdSchema.parse('082104578-1') })

function beginOne() {
  const folder = makeFolder()
  const journal = openIn(folder)
  const intent = newIntent()
  unwrap(journal.begin(intent))
  return { folder, journal, intent, reference: intent.reference }
}

describe('appending facts', () => {
  it('moves the payment to where its facts lead and says what there is to do', () => {
    const { journal, intent, reference } = beginOne()

    const appended = unwrap(journal.append(reference, [accepted]))

    expect(appended.isNew).toBe(true)
    expect(appended.transaction).toEqual(fold({ ...intent, number: 1 }, [accepted.event]))
    expect(appended.row).toMatchObject({ seq: 2, updatedAt: accepted.at, state: { status: 'waiting' } })
    expect(appended.effects).toEqual([{ type: 'pollResult' }, { type: 'queryStatus' }])
    expect(unwrap(journal.readTransaction(reference))).toEqual(appended.transaction)
    expect(unwrap(journal.readTimeline(reference))).toEqual([{ seq: 2, ...accepted }])
  })

  it('a result that comes again, from another source and later, changes nothing', () => {
    const { journal, reference } = beginOne()
    const once = unwrap(journal.append(reference, [record(reported('AUTHORISED'))]))

    const twice = unwrap(journal.append(reference, [record(reported('AUTHORISED'), { at: 9, source: 'resultQuery' })]))

    expect(twice).toEqual({ ...once, isNew: false, effects: [] })
    expect(unwrap(journal.readTimeline(reference)).map(({ event }) => event.type)).toEqual([
      'terminalReported',
      'outcomeUnseen',
    ])
  })

  it('a result is the same by its digest, however its fields are ordered', () => {
    const { journal, reference } = beginOne()
    const event = reported('AUTHORISED')
    if (event.type !== 'terminalReported') throw new Error('not a result')
    const turned = { ...event, outcome: { ...event.outcome, card: { ...event.outcome.card, scheme: 'VISA' } } }
    unwrap(journal.append(reference, [record(event)]))

    expect(unwrap(journal.append(reference, [record(turned)])).isNew).toBe(false)
  })

  it('a fact twice in one delivery is written once', () => {
    const { journal, reference } = beginOne()

    unwrap(journal.append(reference, [accepted, accepted]))

    expect(unwrap(journal.readTimeline(reference))).toHaveLength(1)
  })

  it('of a delivery that is partly known only the news is written', () => {
    const { journal, reference } = beginOne()
    unwrap(journal.append(reference, [accepted]))

    const appended = unwrap(journal.append(reference, [accepted, record(reported('CANCELLED'))]))

    expect(appended.isNew).toBe(true)
    expect(unwrap(journal.readTimeline(reference)).map((entry) => entry.seq)).toEqual([2, 3, 4])
  })

  it('every order of the same facts, one by one or together, ends in the same knowledge', () => {
    const facts = [
      accepted,
      record({ type: 'contactLost', episode: 1 }, { source: 'clock' }),
      record(reported('AUTHORISED')),
      record({ type: 'cancelRequested', attempt: 1 }, { source: 'cashier' }),
    ]
    const folder = makeFolder()
    const journal = openIn(folder)
    const ends = new Set<string>()
    for (const order of permutations(facts)) {
      for (const isTogether of [true, false]) {
        const intent = newIntent()
        unwrap(journal.begin(intent))
        const batches = isTogether ? [[...order, ...order]] : [...order, ...order].map((fact) => [fact])
        for (const batch of batches) unwrap(journal.append(intent.reference, batch))
        const { evidence, state } = unwrap(journal.append(intent.reference, order)).transaction
        ends.add(JSON.stringify([evidence, state]))
      }
    }
    expect(ends.size).toBe(1)
    expect(verifyJournal(join(folder, FILE_NAME))).toEqual([])
  })

  it('a charge that comes to light late is kept together with what the cashier had been told', () => {
    const { journal, reference } = beginOne()
    const refused = record(
      {
        type: 'requestRefused',
        reason: 'terminalOffline',
        httpStatus: 400,
        terminalCode: 1001,
        gatewayCode: null,
        errorGuid: null,
        text: '',
      },
      { source: 'cloudAnswer' },
    )
    unwrap(journal.append(reference, [refused]))

    const { row, effects } = unwrap(journal.append(reference, [record(reported('AUTHORISED'))]))

    expect(row).toMatchObject({ correctedFrom: 'notStarted', state: { status: 'approved' } })
    expect(effects).toContainEqual({ type: 'raiseDiscrepancy', from: 'notStarted', to: 'approved' })

    const again = unwrap(journal.append(reference, [record(reported('DECLINED'))]))
    expect(again.row).toMatchObject({ correctedFrom: 'notStarted', state: { status: 'conflict' } })
  })

  it('a contradiction is kept even while the terminal serves the next customer', () => {
    const { folder, journal, reference } = beginOne()
    unwrap(journal.append(reference, [record(reported('AUTHORISED'))]))
    const next = newIntent({ createdAt: 1_790_000_005_000 })
    unwrap(journal.begin(next))

    const { row } = unwrap(journal.append(reference, [record(reported('DECLINED'))]))

    expect(row.state.status).toBe('conflict')
    expect(unwrap(journal.listOpen()).map((open) => open.intent.reference)).toEqual([reference, next.reference])
    expect(verifyJournal(join(folder, FILE_NAME))).toEqual([])
  })

  it('facts about an operation that was never begun are refused, and the journal stays open', () => {
    const { journal, reference } = beginOne()

    expect(journal.append(newReference(), [accepted])).toMatchObject({ error: { code: 'unavailable' } })
    expect(journal.append(reference, [accepted]).ok).toBe(true)
  })

  it('a fact that could not be read again is refused whole, and the journal stays open', () => {
    const { journal, reference } = beginOne()
    const tooLong = record(reported('AUTHORISED', { statusMessage: 'x'.repeat(1001) }))

    expect(journal.append(reference, [accepted, tooLong])).toMatchObject({ error: { code: 'malformed' } })
    expect(unwrap(journal.readTimeline(reference))).toEqual([])
  })

  it('fields that nobody declared never reach the disk', () => {
    const { journal, reference } = beginOne()
    const event = { ...reported('AUTHORISED'), cardPan: '4111111111111111' }
    unwrap(journal.append(reference, [record(event)]))

    expect(JSON.stringify(unwrap(journal.readTimeline(reference)))).not.toContain('4111')
  })
})
