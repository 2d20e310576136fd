import { randomUUID } from 'node:crypto'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { buildTill, type TillProgram } from './fault-till.ts'
import { inLanes, type Layer, type LayerOptions } from './layer.ts'
import { openMerchants, type Merchants } from './merchants.ts'
import { ODD_ANSWERS, ODD_REQUESTS, type OddContext } from './odd-answers.ts'
import { TERMINALS, type Filed } from './filed.ts'
import { createShopBooks, type ShopBooks } from './shop-books.ts'
import { drawChange, drawPlan, GOES_WELL, type Press } from './till-day.ts'
import { runTroubledTill, type TroubledDay } from './troubled-till.ts'
import { addTallies, NO_TALLY, type Tally } from './verdict.ts'

const FACTOR = 150
const SALES_PER_TILL = 12
const CASHIERS = 4
/** So many of them are pre-authorisations that are captured. */
const HOLD_EACH = 3
const CASHIER_WAITS_MS = 2 * 60_000
const SETTLES_WITHIN_MS = 10 * 60_000
const FOR_EVER_MS = Number.POSITIVE_INFINITY

/** What is odd about everything that is said of one sale. */
interface Oddness {
  request: string | null
  /** By the terminal's result, and by the status service. */
  result: string | null
  status: string | null
  /** How long, in the till's milliseconds. */
  lastsMs: number
}

/**
 * Sells, takes back, holds and captures against another server that speaks the API in ways of its own. At the end every
 * reference is final and true, or on the unresolved list: nothing lost, nothing sent twice.
 */
export async function runForeignLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const count = points ?? (long ? 1_000 : 36)
  const program = await buildTill()
  const merchants = await openMerchants()
  try {
    const seeds = Array.from({ length: Math.ceil(count / SALES_PER_TILL) }, (_, index) => seed * 1_000 + index)
    const days = await inLanes(seeds, (daySeed) => tryDay({ program, merchants }, daySeed))
    const problems = days.flatMap((day) => day.problems)
    const sum = (which: 'inTrouble' | 'afterTrouble'): Tally =>
      days.reduce((tally, day) => addTallies(tally, day[which].tally), NO_TALLY)
    const kinds = Object.keys(ODD_ANSWERS).length + Object.keys(ODD_REQUESTS).length
    return {
      name: 'another server',
      lines: [
        `${(seeds.length * SALES_PER_TILL).toString()} sales and holds, ${kinds.toString()} kinds of odd answers (seed ${seed.toString()})`,
        countOperations(days.flatMap((day) => day.filed)),
        ...toTable({ 'odd answers': sum('inTrouble'), 'honest again': sum('afterTrouble') }),
        ...days.flatMap((day) => day.notes),
        ...problems,
      ],
      failures: problems.length,
    }
  } finally {
    await merchants.cloud.close()
    program.dispose()
  }
}

interface Day extends TroubledDay {
  filed: readonly Filed[]
  problems: string[]
  /** What stays for a person to decide. */
  notes: string[]
}

async function tryDay(
  { program, merchants }: { program: TillProgram; merchants: Merchants },
  seed: number,
): Promise<Day> {
  const lots = drawLots(seed)
  // Opaque, and not made for paths: it has to be percent-encoded and taken back as it is.
  const books = createShopBooks(FACTOR, (serial, count) => `${serial}/${count.toString()} é%2F?#&+:@`)
  const oddness = new Map<number, Oddness>()
  const sales = TERMINALS.slice(0, SALES_PER_TILL).map((terminal, index): Press => {
    const amountMinor = 1_000 + index
    oddness.set(amountMinor, drawOddness(lots, seed * SALES_PER_TILL + index))
    // What goes well leaves something to take back, or to capture.
    const goesWell = lots.chance(0.6)
    const isHold = index % HOLD_EACH === 0
    return {
      requestKey: randomUUID(),
      terminal,
      amountMinor,
      plan: goesWell ? GOES_WELL : drawPlan(lots),
      isCancelled: !goesWell && lots.chance(0.4),
      ...(isHold ? { operation: 'preAuthorization' } : {}),
      change: drawChange(lots, amountMinor, isHold ? ['preAuthorizationCapture'] : ['refund', 'saleReversal']),
    }
  })
  const { answer, end } = createOddServer({ books, lots, oddness })
  const times = { factor: FACTOR, cashierWaitsMs: CASHIER_WAITS_MS, settlesWithinMs: SETTLES_WITHIN_MS }
  const day = { program, merchants, books, answer, sales, cashiers: CASHIERS, ...times }
  const { inTrouble, afterTrouble } = await runTroubledTill(day, end)
  const explain = (text: string): string => {
    const entry = books.filed().find(({ reference }) => text.includes(reference))
    const odd = entry === undefined ? '' : JSON.stringify({ ...oddness.get(toSaleMinor(entry)), ...entry.plan })
    return `${text} ${odd} (seed ${seed.toString()})`
  }
  return {
    inTrouble,
    afterTrouble,
    filed: books.filed(),
    problems: [...inTrouble.problems, ...afterTrouble.problems].map(explain),
    notes: afterTrouble.open.map(({ reference, state }) =>
      explain(`stays open: ${reference} ${JSON.stringify({ ...state, outcomes: undefined, outcome: undefined })}`),
    ),
  }
}

/** Each kind has its turn; which ones meet is left to the lots of the seed. */
function drawOddness(lots: Lots, turn: number): Oddness {
  const shift = lots.below(1_000)
  const draw = (names: readonly string[], nth: number): string | null =>
    lots.chance(0.85) ? (names[nth % names.length] ?? null) : null
  return {
    request: draw(Object.keys(ODD_REQUESTS), turn),
    result: draw(Object.keys(ODD_ANSWERS), turn),
    status: draw(Object.keys(ODD_ANSWERS), turn + shift),
    lastsMs: lots.chance(0.15) ? FOR_EVER_MS : 5_000 + lots.below(200_000),
  }
}

/** What changes a sale is as odd as the sale, by whose amount it is told from others. */
function toSaleMinor({ original, amountMinor }: Filed): number {
  return original?.amountMinor ?? amountMinor
}

function countOperations(filed: readonly Filed[]): string {
  const names = [...new Set(filed.map(({ operation }) => operation))].sort()
  const count = (name: string): number => filed.filter(({ operation }) => operation === name).length
  return names.map((name) => `${name} ${count(name).toString()}`).join(', ')
}

interface OddServer {
  books: ShopBooks
  lots: Lots
  oddness: ReadonlyMap<number, Oddness>
}

function createOddServer({ books, lots, oddness }: OddServer) {
  let isOver = false
  return {
    end() {
      isOver = true
    },
    answer(arrival: Arrival): Reply {
      // The list of terminals under its newer name only (handpoint-api.md §6.6).
      if (arrival.path === '/initialize') return { status: 404 }
      const reply = books.answer(arrival.path === '/devices' ? { ...arrival, path: '/initialize' } : arrival)
      const entry = books.about(arrival)
      const odd = entry === undefined ? undefined : oddness.get(toSaleMinor(entry))
      if (isOver || entry === undefined || odd === undefined || reply === 'reset' || !('status' in reply)) return reply
      const ageMs = books.ageMs(entry)
      if (ageMs > odd.lastsMs) return reply
      const filed = books.filed()
      const other = filed[(filed.indexOf(entry) + 1) % filed.length]
      const context: OddContext = {
        reply,
        entry,
        other: other === entry ? undefined : other,
        ageMs,
        lots,
        factor: FACTOR,
      }
      if (arrival.method === 'POST') return ODD_REQUESTS[odd.request ?? '']?.(context) ?? reply
      return ODD_ANSWERS[(arrival.host === 'status' ? odd.status : odd.result) ?? '']?.(context) ?? reply
    },
  }
}

const COLUMNS = ['received', 'twice', 'matching', 'unresolved', 'lost', 'wrong'] as const

function toTable(rows: Readonly<Record<string, Tally>>): string[] {
  const head = `${''.padEnd(14)}${COLUMNS.map((column) => column.padStart(12)).join('')}`
  return [
    head,
    ...Object.entries(rows).map(
      ([name, tally]) => name.padEnd(14) + COLUMNS.map((column) => tally[column].toString().padStart(12)).join(''),
    ),
  ]
}
