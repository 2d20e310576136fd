import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { EVERYTHING, historyListContract, type HistoryFilter } from '../../../shared/ipc/history.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import { createAppend } from '../journal/append-events.ts'
import { createBegin } from '../journal/begin-operation.ts'
import { createEventRows } from '../journal/event-rows.ts'
import {
  FILE_NAME,
  makeFolder,
  newIntent,
  openIn,
  record,
  reported,
  stillClock,
  unwrap,
} from '../journal/journal-fixture.ts'
import { openDatabase } from '../journal/open.ts'
import { createPaymentRows } from '../journal/payment-rows.ts'
import type { Log } from '../ports.ts'
import { createHistory } from './history.ts'

// Many small files: a busy machine takes its time.
const INDEX = 'journal.search.db'
const MORNING = new Date(2026, 10, 20, 9, 5).getTime()
const shop = { currency: 'EUR', locale: 'en-GB' }

/** A till with a journal and an index that follows it as the virtual clock goes on. */
function openShop(folder = makeFolder()) {
  const { clock, advance } = createHandClock()
  const warnings: unknown[] = []
  const log: Log = { info: () => undefined, warn: (_, fields) => warnings.push(fields), error: () => undefined }
  const journal = openIn(folder)
  const history = createHistory({
    folder,
    fileName: FILE_NAME,
    journal,
    clock,
    log,
    shop,
  })
  onTestFinished(() => history.close())
  const list = (filter: Partial<HistoryFilter> = {}, limit = 50, before: string | null = null) =>
    unwrap(history.list(historyListContract.input.parse({ before, limit, filter: { ...EVERYTHING, ...filter } })))
  return {
    folder,
    advance,
    journal,
    history,
    warnings,
    list,
    /** A payment with its outcome, told to the index as the till does. */
    pay(changes: Partial<Intent> = {}, ...facts: TransactionEvent[]) {
      const intent = newIntent({ createdAt: MORNING, ...changes })
      const row = unwrap(journal.begin(intent))
      const events = facts.length === 0 ? [reported('AUTHORISED', cardOf('4242'))] : facts
      unwrap(
        journal.append(
          row.intent.reference,
          events.map((event) => record(event)),
        ),
      )
      history.noteCommit()
      return row.intent
    },
    find: (filter: Partial<HistoryFilter>) => list(filter).rows.map(({ intent }) => intent.reference),
    /** Until the index has nothing more to do. */
    settle: () => advance(120_000),
  }
}

function cardOf(lastFour: string) {
  const { outcome } = reportedOf('AUTHORISED')
  return {
    transactionId: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    card: { ...outcome.card, maskedNumber: `****${lastFour}` },
  }
}

function reportedOf(...given: Parameters<typeof reported>) {
  const event = reported(...given)
  if (event.type !== 'terminalReported') throw new Error('the terminal reports')
  return event
}

/** Payments of an earlier run, one each minute; written together, because a test has no time for each to reach the disk. */
function fill(folder: string, count: number): Intent[] {
  const db = unwrap(openDatabase({ folder, fileName: FILE_NAME, clock: stillClock }))
  const tables = { db, events: createEventRows(db), payments: createPaymentRows(db) }
  const [begin, append] = [createBegin(tables), createAppend(tables)]
  const paid = db.transaction(() =>
    Array.from({ length: count }, (_, index) => {
      const createdAt = MORNING + index * 60_000
      const { intent } = unwrap(begin(newIntent({ createdAt, customerReference: `Order ${index}` })))
      unwrap(append(intent.reference, [record(reported('AUTHORISED'))]))
      return intent
    }),
  )()
  db.close()
  return paid
}

test('a payment is found by everything that is known of it', () => {
  const { pay, find } = openShop()
  const { reference, number } = pay({ customerReference: 'Table 7, Müller' })
  pay({ amountMinor: 990, createdAt: MORNING + 3_600_000 }, reported('DECLINED', { requestedAmountMinor: 990 }))
  for (const text of [
    '45',
    '45.00',
    '4242',
    '•••• 4242',
    reference,
    reference.slice(0, 4),
    '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    `#${number ?? ''}`,
    '09:05',
    'muller',
    'tab',
    'table 7 mül',
  ])
    expect([text, find({ text })]).toEqual([text, [reference]])
  expect(find({ text: '46' })).toEqual([])
  expect(find({ text: '!' })).toEqual([])
})

test('the amount that the card was charged finds it too, tip and all', () => {
  const { pay, find } = openShop()
  const { reference } = pay({}, reported('AUTHORISED', { totalAmountMinor: 5000, tipAmountMinor: 500 }))
  expect(find({ text: '50.00' })).toEqual([reference])
  expect(find({ text: '45.00' })).toEqual([reference])
})

test('what a manager settled is found by the card that the terminal had named', () => {
  const { pay, find } = openShop()
  const { reference } = pay(
    {},
    reported('AUTHORISED', { ...cardOf('9876'), totalAmountMinor: 1200, requestedAmountMinor: 1200 }),
    {
      type: 'settledByManager',
      word: 1,
      resultsKnown: 1,
      query: 0,
      verdict: 'charged',
      evidence: 'e',
      reason: 'r',
      operator: 'o',
    },
  )
  expect(find({ group: 'settled' })).toEqual([reference])
  expect(find({ text: '9876' })).toEqual([reference])
})

test('filters are joined with each other and with a text', () => {
  const { pay, find } = openShop()
  const approved = pay()
  const declined = pay({ createdAt: MORNING + 1 }, reported('DECLINED'))
  const elsewhere = pay({ createdAt: MORNING + 2, terminal: { serialNumber: '9', terminalType: 'T' } })
  const yesterday = pay({ createdAt: MORNING - 86_400_000 })
  expect(find({ group: 'charged' })).toEqual([elsewhere.reference, approved.reference, yesterday.reference])
  expect(find({ group: 'notCharged' })).toEqual([declined.reference])
  expect(find({ serialNumber: '9' })).toEqual([elsewhere.reference])
  const day = { from: MORNING - 1000, until: MORNING + 86_400_000 }
  expect(find({ day, group: 'charged', text: '45', serialNumber: '082104578' })).toEqual([approved.reference])
  expect(find({ day, kind: 'refund' })).toEqual([])
})

test('a payment changes its group as it comes to be known', () => {
  const { journal, find } = openShop()
  const { intent } = unwrap(journal.begin(newIntent()))
  expect(find({ group: 'inDoubt' })).toEqual([intent.reference])
  unwrap(journal.append(intent.reference, [record(reported('AUTHORISED'))]))
  expect(find({ group: 'inDoubt' })).toEqual([])
  expect(find({ group: 'charged' })).toEqual([intent.reference])
})

test('pages of what was found follow one another though payments come and go between them', async () => {
  const folder = makeFolder()
  const paid = fill(folder, 7)
  const shopOpen = openShop(folder)
  await shopOpen.settle()
  const first = shopOpen.list({ text: 'order' }, 3)
  expect(first.total).toEqual({ count: 7, isMore: false })
  shopOpen.pay({ createdAt: MORNING + 900_000_000, customerReference: 'Order new' })
  const second = shopOpen.list({ text: 'order' }, 3, first.cursor)
  const third = shopOpen.list({ text: 'order' }, 3, second.cursor)
  const shown = [first, second, third].flatMap(({ rows }) => rows.map(({ intent }) => intent.reference))
  expect(shown).toEqual(paid.map(({ reference }) => reference).toReversed())
  expect(third.cursor).toBeNull()
})

test('who asks for no count gets none, with a filter and without', async () => {
  const folder = makeFolder()
  fill(folder, 3)
  const { history, settle } = openShop(folder)
  await settle()
  for (const text of ['', 'order']) {
    const filter = { ...EVERYTHING, text }
    const request = historyListContract.input.parse({ before: null, limit: 2, filter, isCounted: false })
    const page = unwrap(history.list(request))
    expect([text, page.rows.length, page.total]).toEqual([text, 2, null])
  }
})

test('a count goes on with the payments, and a payment that changes is counted once', async () => {
  const { pay, list, journal, history, settle } = openShop()
  const { reference } = pay({}, reported('DECLINED'))
  await settle()
  expect(list().total).toEqual({ count: 1, isMore: false })
  pay({ createdAt: MORNING + 5 })
  expect(list({ text: '45' }).total).toEqual({ count: 2, isMore: false })
  expect(list().total).toEqual({ count: 2, isMore: false })
  unwrap(journal.append(reference, [record(reported('AUTHORISED'))]))
  history.noteCommit()
  expect(list({ text: '45' }).total).toEqual({ count: 2, isMore: false })
  expect(list().total).toEqual({ count: 2, isMore: false })
})

test('payments of one millisecond all come, on whichever page', async () => {
  const { pay, list, settle } = openShop()
  const paid = Array.from({ length: 5 }, () => pay())
  await settle()
  const shown: string[] = []
  let before: string | null = null
  do {
    const page: ReturnType<typeof list> = list({ text: '45' }, 2, before)
    shown.push(...page.rows.map(({ intent }) => intent.reference))
    before = page.cursor
  } while (before !== null)
  expect(shown.toSorted()).toEqual(paid.map(({ reference }) => reference).toSorted())
})

test('what an earlier run wrote is taken up a little at a time, the newest first, and the list is whole meanwhile', async () => {
  const folder = makeFolder()
  const paid = fill(folder, 250)
  const { list, find, advance } = openShop(folder)
  await advance(0)
  expect(list().search).toMatchObject({ status: 'building', doneCount: 100, allCount: 250 })
  expect(list({}, 200).rows.length).toBe(200)
  expect(list().total).toBeNull()
  // Each search takes up some more.
  expect(find({ text: '#8' })).toEqual([])
  expect(find({ text: '#250' })).toEqual([paid[249]?.reference])
  await advance(1000)
  expect(list().search).toEqual({ status: 'ready' })
  expect(list().total).toEqual({ count: 250, isMore: false })
  expect(find({ text: '#8' })).toEqual([paid[7]?.reference])
})

test('an index goes on where it was when the till was ended in the middle', async () => {
  const folder = makeFolder()
  fill(folder, 150)
  const earlier = openShop(folder)
  await earlier.advance(0)
  earlier.history.close()
  earlier.journal.close()
  const { list, settle, warnings } = openShop(folder)
  await settle()
  expect(list({ text: 'order' }).total).toEqual({ count: 150, isMore: false })
  expect(warnings).toEqual([])
})

test('what was committed while no index was kept is caught up with from the chain of events', async () => {
  const folder = makeFolder()
  fill(folder, 3)
  const earlier = openShop(folder)
  await earlier.settle()
  earlier.history.close()
  const missed = earlier.pay({ customerReference: 'Missed' })
  earlier.journal.close()
  const { find } = openShop(folder)
  expect(find({ text: 'missed' })).toEqual([missed.reference])
})

const RUINED: readonly [string, (file: string) => void][] = [
  ['is gone', (file) => rmSync(file)],
  [
    'is no database',
    (file) => writeFileSync(file, 'not a database, and long enough to be looked at as one '.repeat(200)),
  ],
  ['has lost its middle', (file) => writeFileSync(file, readFileSync(file).fill(0, 4096, statSync(file).size - 4096))],
  ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
  ['is empty', (file) => writeFileSync(file, '')],
  ['is of another layout', (file) => alter(file, "UPDATE progress SET value = json_set(value, '$.version', 99)")],
  ['is of another clock', (file) => alter(file, "UPDATE progress SET value = json_set(value, '$.timeZone', 'Mars')")],
  ['is of another journal', (file) => alter(file, "UPDATE progress SET value = json_set(value, '$.hash', 'ab')")],
  ['says what makes no sense', (file) => alter(file, "UPDATE progress SET value = '{}'")],
  ['lacks a table', (file) => alter(file, 'DROP TABLE entry; CREATE TABLE entry (other TEXT)')],
]

function alter(file: string, sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

test.each(RUINED)('an index that %s is made anew, and nobody notices but who searches', async (_, ruin) => {
  const folder = makeFolder()
  const [paid] = fill(folder, 20)
  const earlier = openShop(folder)
  await earlier.settle()
  earlier.history.close()
  earlier.journal.close()
  ruin(join(folder, INDEX))

  const { pay, find, list, settle } = openShop(folder)
  const next = pay({ customerReference: 'After' })
  await settle()
  expect(list().search).toEqual({ status: 'ready' })
  expect(find({ text: '#1' })).toEqual([paid?.reference])
  expect(find({ text: 'after' })).toEqual([next.reference])
  expect(list({ text: '45' }).total).toEqual({ count: 21, isMore: false })
})

test('damage that comes to light while the till runs costs the index alone', async () => {
  const folder = makeFolder()
  const [paid] = fill(folder, 120)
  const shopOpen = openShop(folder)
  await shopOpen.settle()
  shopOpen.history.close()
  shopOpen.journal.close()
  const file = join(folder, INDEX)
  // The words, and not the first pages, which opening looks at.
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(255, Math.floor(bytes.length / 4)))

  const again = openShop(folder)
  again.list({ text: 'order' })
  expect(again.list({}, 10).rows.length).toBe(10)
  await again.settle()
  expect(again.find({ text: '#1' })).toEqual([paid?.reference])
  expect(again.warnings.length).toBeGreaterThan(0)
})

test('where the index cannot be written the list is whole, and searching says that it does not work', async () => {
  const folder = makeFolder()
  const shopOpen = openShop(folder)
  shopOpen.pay()
  // A folder stands where the file should be.
  shopOpen.history.close()
  rmSync(join(folder, INDEX), { force: true })
  for (const ending of ['-wal', '-shm']) rmSync(join(folder, INDEX + ending), { force: true })
  mkdirSync(join(folder, INDEX))
  shopOpen.journal.close()

  const broken = openShop(folder)
  broken.pay({ createdAt: MORNING + 5 })
  await broken.advance(1000)
  expect(broken.list().rows.length).toBe(2)
  expect(broken.list().search).toEqual({ status: 'failed' })
  expect(broken.list({ text: '45' })).toMatchObject({ rows: [], total: null, search: { status: 'failed' } })
  // It tries again by itself.
  rmSync(join(folder, INDEX), { recursive: true })
  await broken.settle()
  expect(broken.list({ text: '45' }).total).toEqual({ count: 2, isMore: false })
})

test('an index that names what does not belong shows nothing of it', async () => {
  const { pay, settle, list, folder, history } = openShop()
  pay({}, reported('DECLINED'))
  await settle()
  history.close()
  const file = join(folder, INDEX)
  alter(file, "UPDATE entry SET terms = replace(terms, 'gnotCharged', 'gcharged')")
  alter(file, 'INSERT OR REPLACE INTO words (rowid, terms) SELECT id, terms FROM entry')
  const lying = createHistory({
    folder,
    fileName: FILE_NAME,
    journal: openIn(folder),
    clock: createHandClock().clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    shop,
  })
  onTestFinished(() => lying.close())
  const filter = { ...EVERYTHING, group: 'charged' } as const
  expect(unwrap(lying.list({ before: null, limit: 50, filter, isCounted: true })).rows).toEqual([])
  expect(list().rows.length).toBe(1)
})

test('nothing of a card but its last four digits stands in the index', () => {
  const { pay, find, history, folder } = openShop()
  const { outcome } = reportedOf('AUTHORISED')
  pay({}, reported('AUTHORISED', { card: { ...outcome.card, maskedNumber: '476173******4242' } }))
  expect(find({ text: '4242' }).length).toBe(1)
  history.close()
  expect(readFileSync(join(folder, INDEX)).includes('476173')).toBe(false)
})
