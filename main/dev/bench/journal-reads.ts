import { join } from 'node:path'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import { EVERYTHING } from '../../../shared/ipc/history.ts'
import { createHistory, type History } from '../../core/history/history.ts'
import type { Journal } from '../../core/journal/journal.ts'
import { openReadOnly } from '../../core/journal/connection.ts'
import { openJournal } from '../../core/journal/open.ts'
import { createSystemClock } from '../../core/system/clock.ts'
import type { Bench } from './benchmark.ts'
import { toFigure, type Figure } from './figures.ts'
import { need } from './need.ts'
import { percentile, toSpread } from './percentiles.ts'

const FILE_NAME = 'journal.sqlite'
const PAGE = 50
const LARGEST_PAGE = 1_000
/** Where in the list pages are read, from its newest row to its oldest. */
const DEPTHS = [0, 0.5, 0.95]
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
const LOOK_EVERY_MS = 20

/** Pages of the history by keyset, at several depths of several journals, against looking up one payment. */
export async function benchPages(bench: Bench): Promise<readonly Figure[]> {
  const { size } = bench
  const medians: { rows: number; p50: number }[] = []
  const taken: number[] = []
  const lookedUp: number[] = []
  for (const rows of [...size.comparedRows, size.rows]) {
    const journal = openIn(await bench.seededFolder(rows))
    const depths = DEPTHS.map((depth) => cursorAt(journal, Math.floor(rows * depth)))
    const here: number[] = []
    for (let nth = 0; nth < size.reads; nth++) {
      for (const before of depths) here.push(timed(() => need(journal.listPage(before, PAGE))))
      if (rows === size.rows)
        lookedUp.push(...depths.map((before) => timed(() => need(journal.readRow(toReference(before))))))
    }
    journal.close()
    if (rows === size.rows) taken.push(...here)
    medians.push({ rows, p50: percentile(here, 0.5) })
  }
  const spread = toSpread(taken)
  const [least, most] = [Math.min, Math.max].map((pick) => pick(...medians.map(({ p50 }) => p50)))
  const isFlat = (most ?? 0) <= 2 * (least ?? 0)
  return [
    toFigure({
      quantity: `history page of ${PAGE.toString()} by keyset, any depth, ${toRows(size.rows)}`,
      reading: 'p50',
      measured: { value: spread.p50, unit: 'ms' },
      limit: { what: 'look-up of one payment, p50', value: toSpread(lookedUp).p50, unit: 'ms' },
      target: 'p50 < 1 ms, flat in rows (within 2 ×)',
      isMet: (p50) => p50 < 1 && isFlat,
      samples: taken.length,
      spread,
      notes: [
        medians.map(({ rows, p50 }) => `${toRows(rows)}: ${(p50 * 1_000).toFixed(0)} µs`).join(', '),
        `each row is parsed as it leaves the journal: ${PAGE.toString()} of a page, one of a look-up`,
      ],
    }),
  ]
}

/** The newest payments that a text means, by the index, against reading all of the journal for it. */
export async function benchSearch(bench: Bench): Promise<readonly Figure[]> {
  const { size } = bench
  const folder = await bench.seededFolder(size.rows)
  const journal = openIn(folder)
  const shop = { currency: 'EUR', locale: 'en' }
  const history = createHistory({ folder, fileName: FILE_NAME, journal, clock: createSystemClock(), log: SILENT, shop })
  const startedMs = performance.now()
  await untilReady(history)
  const readyMs = performance.now() - startedMs
  const texts = toTexts(journal)
  const taken: number[] = []
  for (let nth = 0; nth < texts.length * Math.ceil(size.reads / texts.length); nth++) {
    const filter = { ...EVERYTHING, text: texts[nth % texts.length] ?? '' }
    taken.push(timed(() => need(history.list({ before: null, limit: PAGE, filter, isCounted: true }))))
  }
  const scanned = scan(join(folder, FILE_NAME))
  history.close()
  journal.close()
  const spread = toSpread(taken)
  return [
    toFigure({
      quantity: `search: newest ${PAGE.toString()} among ${toRows(size.rows)}, with their count`,
      reading: 'p99',
      measured: { value: spread.p99, unit: 'ms' },
      limit: { what: 'a scan of all payments for a text, p50', value: percentile(scanned, 0.5), unit: 'ms' },
      target: 'p99 < 20 ms',
      isMet: (p99) => p99 < 20,
      samples: taken.length,
      spread,
      notes: [
        `${texts.length.toString()} kinds of text: amounts, references, numbers, names, last four digits, common words`,
        `the index was ready after ${(readyMs / 1_000).toFixed(1)} s`,
      ],
    }),
  ]
}

function openIn(folder: string): Journal {
  const opened = openJournal({ folder, fileName: FILE_NAME, clock: createSystemClock() })
  if (!opened.ok) throw new Error(opened.error.text)
  return opened.value
}

/** The cursor of the page that begins after so many rows, or after the last but one page where there are no more. */
function cursorAt(journal: Journal, rows: number): string {
  let cursor: string | null = null
  for (let passed = 0; passed === 0 || passed < rows; passed += LARGEST_PAGE) {
    const next = pageAfter(journal, cursor, Math.min(LARGEST_PAGE, Math.max(1, rows - passed)))
    if (next === null) break
    cursor = next
  }
  if (cursor === null) throw new Error('the journal has one page only')
  return cursor
}

function pageAfter(journal: Journal, before: string | null, limit: number): string | null {
  return need(journal.listPage(before, limit)).cursor
}

function toReference(cursor: string): Reference {
  return referenceSchema.parse(cursor.split('.')[1])
}

const amount = (minor: number): string => (minor / 100).toFixed(2)

/** What people look for, taken from payments that are there. */
function toTexts(journal: Journal): string[] {
  const { rows } = need(journal.listPage(null, 200))
  const named = rows.find(({ intent }) => intent.customerReference !== null)?.intent.customerReference
  const [first, , , last] = rows
  const { reference = '', amountMinor = 0, number } = first?.intent ?? {}
  return [
    amount(amountMinor),
    amount(last?.intent.amountMinor ?? 0),
    reference,
    (number ?? 1).toString(),
    named ?? 'Order',
    '1234',
    'or',
    'order 5',
    'order table 5',
  ]
}

function scan(file: string): number[] {
  const db = openReadOnly(file)
  const all = db.prepare('SELECT reference FROM payment WHERE intent LIKE ? ORDER BY created_at DESC LIMIT 50')
  const times = Array.from({ length: 3 }, () => timed(() => all.all('%no such customer%')))
  db.close()
  return times
}

async function untilReady(history: History): Promise<void> {
  const page = need(history.list({ before: null, limit: 1, filter: EVERYTHING, isCounted: true }))
  if (page.search.status === 'ready') return
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  return untilReady(history)
}

function timed(act: () => unknown): number {
  const startedMs = performance.now()
  act()
  return performance.now() - startedMs
}

const toRows = (rows: number): string => `${rows.toLocaleString('en')} rows`
