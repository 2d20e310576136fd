import { describe, expect, it } from 'vitest'
import { movesMoney, operationSchema, rulesOf } from '../../../shared/transaction/operations.ts'
import { makeFolder, newIntent, newReference, openIn, record, reported, unwrap } from './journal-fixture.ts'
import { beginApproved, linkedTo } from './linked-fixture.ts'

describe('beginning an operation', () => {
  it('saves it so that another start of Paydesk finds it open', () => {
    const folder = makeFolder()
    const first = openIn(folder)
    const intent = newIntent()
    const row = unwrap(first.begin(intent))
    first.close()

    const again = openIn(folder)
    expect(row).toEqual({
      intent: { ...intent, number: 1 },
      state: { status: 'created' },
      seq: 1,
      updatedAt: intent.createdAt,
      retriedBy: null,
      correctedFrom: null,
      news: null,
    })
    expect(unwrap(again.listOpen())).toEqual([row])
    expect(unwrap(again.readRow(intent.reference))).toEqual(row)
    expect(unwrap(again.readByRequestKey(intent.requestKey))).toEqual(row)
  })

  it('answers a second delivery of the same press with the same payment and writes nothing', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    const row = unwrap(journal.begin(intent))

    const second = journal.begin(newIntent({ requestKey: intent.requestKey }))

    expect(second).toEqual({ ok: false, error: { code: 'repeatedRequest', payment: row } })
    expect(unwrap(journal.listPage(null, 10)).rows).toHaveLength(1)
  })

  it('answers the same press with its payment after that has ended, too', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    unwrap(journal.begin(intent))
    const { row } = unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))

    expect(journal.begin(intent)).toEqual({ ok: false, error: { code: 'repeatedRequest', payment: row } })
  })

  it('never puts a second operation under a reference that was used', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    unwrap(journal.begin(intent))

    const other = newIntent({ reference: intent.reference, amountMinor: 1 })
    expect(journal.begin(other)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(unwrap(journal.readRow(intent.reference))?.intent).toEqual({ ...intent, number: 1 })
  })

  it('refuses an intent that could not be read again and stays open', () => {
    const journal = openIn(makeFolder())

    expect(journal.begin(newIntent({ amountMinor: 0.5 }))).toMatchObject({ error: { code: 'malformed' } })
    expect(journal.begin(newIntent()).ok).toBe(true)
  })

  it.each(['\ud800', 'PAX\0', '\0'])('refuses a terminal that no column can hold as it is called: %j', (name) => {
    const journal = openIn(makeFolder())
    const { terminal } = newIntent()

    for (const strange of [
      { ...terminal, serialNumber: name },
      { ...terminal, terminalType: name },
    ]) {
      expect(journal.begin(newIntent({ terminal: strange }))).toMatchObject({ error: { code: 'malformed' } })
    }
    expect(journal.begin(newIntent()).ok).toBe(true)
  })
})

describe('one open card operation per terminal', () => {
  it.each(operationSchema.options.filter((name) => rulesOf(name).holdsTerminal && rulesOf(name).link !== 'always'))(
    'an open %s keeps its terminal for itself and names itself as the reason',
    (operation) => {
      const journal = openIn(makeFolder())
      const row = unwrap(journal.begin(newIntent({ operation, amountMinor: movesMoney(operation) ? 4500 : 0 })))

      expect(journal.begin(newIntent())).toEqual({ ok: false, error: { code: 'terminalUnresolved', payment: row } })
    },
  )

  it.each(['printReceipt', 'pingDevice', 'deviceCommand'] as const)(
    'a %s waits for nobody and keeps nobody waiting',
    (operation) => {
      const journal = openIn(makeFolder())

      expect(journal.begin(newIntent({ operation, amountMinor: 0 })).ok).toBe(true)
      expect(journal.begin(newIntent()).ok).toBe(true)
      expect(journal.begin(newIntent({ operation, amountMinor: 0 })).ok).toBe(true)
    },
  )

  it('what is carried out without a terminal waits for none', () => {
    const journal = openIn(makeFolder())
    const sale = beginApproved(journal)
    unwrap(journal.begin(newIntent()))

    expect(journal.begin(linkedTo(sale, { operation: 'saleReversal', channel: 'gateway' })).ok).toBe(true)
  })

  it('another terminal is free', () => {
    const journal = openIn(makeFolder())
    unwrap(journal.begin(newIntent()))

    expect(journal.begin(newIntent({ terminal: { serialNumber: '82104578', terminalType: 'PAXA920' } })).ok).toBe(true)
  })

  it('the same device under another type is the same terminal', () => {
    const journal = openIn(makeFolder())
    unwrap(journal.begin(newIntent()))

    const other = newIntent({ terminal: { serialNumber: '082104578', terminalType: 'PAXA920PRO' } })
    expect(journal.begin(other)).toMatchObject({ error: { code: 'terminalUnresolved' } })
  })

  it('the terminal is free again when the payment has ended', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    unwrap(journal.begin(intent))
    unwrap(journal.append(intent.reference, [record(reported('DECLINED'))]))

    expect(journal.begin(newIntent()).ok).toBe(true)
  })

  it('a payment that was reopened keeps the next customer waiting', () => {
    const journal = openIn(makeFolder())
    const intent = newIntent()
    unwrap(journal.begin(intent))
    const contradiction = [record(reported('AUTHORISED')), record(reported('DECLINED'))]
    const { row } = unwrap(journal.append(intent.reference, contradiction))

    expect(row.state.status).toBe('conflict')
    expect(journal.begin(newIntent())).toEqual({ ok: false, error: { code: 'terminalUnresolved', payment: row } })
  })
})

describe('trying again', () => {
  it('is a new payment that is linked to the one that was not charged', () => {
    const journal = openIn(makeFolder())
    const first = newIntent()
    unwrap(journal.begin(first))
    unwrap(journal.append(first.reference, [record(reported('DECLINED'))]))
    const second = newIntent({ attemptOf: first.reference })

    expect(journal.begin(second).ok).toBe(true)
    expect(unwrap(journal.readRow(first.reference))?.retriedBy).toBe(second.reference)
  })

  it('is refused a second time', () => {
    const journal = openIn(makeFolder())
    const first = newIntent()
    unwrap(journal.begin(first))
    unwrap(journal.append(first.reference, [record(reported('DECLINED'))]))
    const second = newIntent({ attemptOf: first.reference })
    unwrap(journal.begin(second))
    unwrap(journal.append(second.reference, [record(reported('DECLINED'))]))

    expect(journal.begin(newIntent({ attemptOf: first.reference }))).toEqual({
      ok: false,
      error: { code: 'notRetryable' },
    })
  })

  it('is refused while the outcome is open, after a charge, and for a payment that nobody knows', () => {
    const journal = openIn(makeFolder())
    const open = newIntent({ terminal: { serialNumber: '1', terminalType: 'PAXA920' } })
    unwrap(journal.begin(open))
    const charged = newIntent()
    unwrap(journal.begin(charged))
    unwrap(journal.append(charged.reference, [record(reported('AUTHORISED'))]))

    for (const attemptOf of [open.reference, charged.reference, newReference()]) {
      expect(journal.begin(newIntent({ attemptOf }))).toEqual({ ok: false, error: { code: 'notRetryable' } })
    }
  })
})
