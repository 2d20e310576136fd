import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Journal } from './journal.ts'
import { makeFolder, newIntent, openIn, record, reported, unwrap } from './journal-fixture.ts'

function fill(journal: Journal, times: readonly number[]): string[] {
  return times.map((createdAt) => {
    const intent = newIntent({ createdAt, terminal: { serialNumber: randomUUID(), terminalType: 'PAXA920' } })
    unwrap(journal.begin(intent))
    return `${createdAt}.${intent.reference}`
  })
}

function readAll(journal: Journal, limit: number): string[] {
  const seen: string[] = []
  let before: string | null = null
  do {
    const page: { rows: { intent: { createdAt: number; reference: string } }[]; cursor: string | null } = unwrap(
      journal.listPage(before, limit),
    )
    seen.push(...page.rows.map(({ intent }) => `${intent.createdAt}.${intent.reference}`))
    before = page.cursor
  } while (before !== null)
  return seen
}

describe('the history', () => {
  it.each([1, 2, 3, 7, 100])('in pages of %i shows every payment once, newest first', (limit) => {
    const journal = openIn(makeFolder())
    const written = fill(journal, [5, 1, 3, 3, 3, 2, 9])

    expect(readAll(journal, limit)).toEqual(written.toSorted().toReversed())
  })

  it('ends without a cursor when the last page is full', () => {
    const journal = openIn(makeFolder())
    fill(journal, [1, 2])

    expect(unwrap(journal.listPage(null, 2)).cursor).toBeNull()
    expect(unwrap(openIn(makeFolder()).listPage(null, 2))).toEqual({ rows: [], cursor: null })
  })

  it('is not moved by payments that begin while it is read', () => {
    const journal = openIn(makeFolder())
    const [, oldest] = fill(journal, [2, 1])
    const { cursor } = unwrap(journal.listPage(null, 1))
    fill(journal, [3])

    const { rows } = unwrap(journal.listPage(cursor, 5))
    expect(rows.map(({ intent }) => `${intent.createdAt}.${intent.reference}`)).toEqual([oldest])
  })

  it.each(['', 'x', '1.2', "1.' OR 1=1 --", '99999999999999999999.00000000-0000-4000-8000-000000000000'])(
    'refuses the cursor %j and stays open',
    (cursor) => {
      const journal = openIn(makeFolder())

      expect(journal.listPage(cursor, 5)).toMatchObject({ error: { code: 'unavailable' } })
      expect(journal.listPage(null, 0)).toMatchObject({ error: { code: 'unavailable' } })
      expect(journal.listPage(null, 5).ok).toBe(true)
    },
  )
})

describe('the open payments', () => {
  it('are listed oldest first, and those that ended are not', () => {
    const journal = openIn(makeFolder())
    const intents = [3, 1, 2].map((createdAt) =>
      newIntent({ createdAt, terminal: { serialNumber: `T${createdAt}`, terminalType: 'PAXA920' } }),
    )
    for (const intent of intents) unwrap(journal.begin(intent))
    const ended = intents.find((intent) => intent.createdAt === 1)
    if (ended !== undefined) unwrap(journal.append(ended.reference, [record(reported('DECLINED'))]))

    expect(unwrap(journal.listOpen()).map((row) => row.intent.createdAt)).toEqual([2, 3])
  })
})

describe('payments of the same amount', () => {
  const terminal = (serialNumber: string): { serialNumber: string; terminalType: string } => ({
    serialNumber,
    terminalType: 'PAXA920',
  })

  it('are found however many newer ones there are, newest first', () => {
    const journal = openIn(makeFolder())
    const long = newIntent({ createdAt: 1, amountMinor: 4500, terminal: terminal('long in doubt') })
    unwrap(journal.begin(long))
    for (let number = 0; number < 150; number += 1) {
      unwrap(journal.begin(newIntent({ createdAt: 10 + number, amountMinor: 990, terminal: terminal(`${number}`) })))
    }
    const young = newIntent({ createdAt: 500, amountMinor: 4500, terminal: terminal('young') })
    unwrap(journal.begin(young))
    unwrap(journal.append(long.reference, [record(reported('AUTHORISED'), { at: 600 })]))

    const alike = unwrap(journal.listAlike({ amountMinor: 4500, currency: 'EUR', changedFrom: 500, changedUntil: 600 }))
    expect(alike.map(({ intent }) => intent.reference)).toEqual([young.reference, long.reference])
  })

  it.each([
    ['of another amount', { amountMinor: 4501 }],
    ['of another currency', { currency: 'SEK' }],
    ['of which nothing was heard for long', { changedFrom: 101, changedUntil: 200 }],
    ['heard of only after it, as a clock that was set back shows them', { changedFrom: 1, changedUntil: 99 }],
  ])('are not those %s', (_which, differently) => {
    const journal = openIn(makeFolder())
    unwrap(journal.begin(newIntent({ createdAt: 100, amountMinor: 4500, currency: 'EUR' })))
    const alike = { amountMinor: 4500, currency: 'EUR', changedFrom: 100, changedUntil: 100 }
    expect(unwrap(journal.listAlike(alike))).toHaveLength(1)

    expect(unwrap(journal.listAlike({ ...alike, ...differently }))).toEqual([])
  })
})
