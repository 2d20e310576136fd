import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { buildTill, startFaultTill, type FaultTill, type TillProgram } from './fault-till.ts'
import { runFrozenTills } from './frozen-tills.ts'
import { inLanes, type Layer, type LayerOptions } from './layer.ts'
import { openMerchants, type Merchants } from './merchants.ts'
import { TERMINALS, type SalePlan } from './filed.ts'
import { createShopBooks, type ShopBooks } from './shop-books.ts'
import { listTerminals, press, readHistory, settle, type DayOptions, type Press } from './till-day.ts'
import type { Orders } from './till-with-fault-points.ts'
import { addTallies, isSettled, judge, NO_TALLY, toLine, type Verdict } from './verdict.ts'

const FACTOR = 150
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const YEAR_MS = 365 * 24 * HOUR_MS
/** A customer with three failed taps and three failed reads (handpoint-api.md §4.1). */
const LONGEST_SALE_MS = 5.5 * MINUTE_MS
/** No honest doubt lasts longer. */
const DOUBT_LASTS_MS = 14 * MINUTE_MS
/** Where the wall clock moves, or the process stands still for a while, between two steps of one sale. */
const STEPS = [
  'before sql INSERT INTO payment',
  'after sql COMMIT',
  'http asked POST /transactions',
  'http connected POST /transactions',
  'http sent POST /transactions',
  'http answered POST /transactions',
  'http failed POST /transactions',
  'http asked GET /transactions/{reference}/status',
  'http answered GET /transactions/{reference}/status',
  'before timer of seconds',
]

/** Wrong clocks, sleeping machines and stopped processes: "not charged" is never said too early, and nothing doubled (safety L7, R8, R21). */
export async function runClockLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const count = points ?? (long ? 200 : 5)
  const program = await buildTill()
  const merchants = await openMerchants()
  try {
    const seeds = Array.from({ length: count }, (_, index) => seed * 10_000 + index)
    const [tried, frozen] = await Promise.all([
      inLanes(seeds, (each) => tryClocks({ program, merchants }, each)),
      runFrozenTills({ long, seed }),
    ])
    const problems = [...tried.flatMap((each) => each.problems), ...frozen.problems]
    return {
      name: 'L7 clocks',
      lines: [
        `${count.toString()} tills with wrong clocks, sleeps and stops (seed ${seed.toString()})`,
        toLine(tried.reduce((sum, each) => addTallies(sum, each.tally), NO_TALLY)),
        ...frozen.lines,
        ...problems,
      ],
      failures: problems.length,
    }
  } finally {
    await merchants.cloud.close()
    program.dispose()
  }
}

interface Rig {
  program: TillProgram
  merchants: Merchants
}

/** Four sales of which the service says nothing for minutes, while the machine's time goes mad. */
async function tryClocks({ program, merchants }: Rig, seed: number): Promise<Verdict> {
  const lots = drawLots(seed)
  const books = createShopBooks(FACTOR)
  const apiKey = merchants.enter(books.answer)
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-clock-'))
  const { cloudUrl, statusUrl } = merchants.cloud
  const orders: Orders = { dataFolder, cloudUrl, statusUrl, apiKey, factor: FACTOR, point: drawStep(lots) }
  const till = await startFaultTill(program, orders)
  const options: DayOptions = { till, books, acknowledged: new Map(), factor: FACTOR }
  try {
    await listTerminals(options)
    const selling = Promise.all(drawSales(lots).map((sale) => press(sale, options)))
    const disturbing = disturb(till, books, lots)
    await selling
    await disturbing
    await settle(options, DOUBT_LASTS_MS)
    const payments = await readHistory(till)
    const { tally, problems } = judge(books.filed(), payments, options.acknowledged)
    const open = payments.filter((payment) => !isSettled(payment)).map(({ state }) => `OPEN ${JSON.stringify(state)}`)
    const found = [...problems, ...open]
    return { tally, problems: found.map((each) => `${each} (seed ${seed.toString()})`) }
  } finally {
    await till.kill()
    merchants.leave(apiKey)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function drawStep(lots: Lots): Orders['point'] {
  if (lots.chance(0.3)) return null
  // A process cannot be stopped everywhere.
  const canStop = process.platform !== 'win32'
  const act = canStop && lots.chance(0.5) ? ('stop' as const) : { jumpMs: drawJump(lots) }
  return { name: lots.pick(STEPS), occurrence: 1 + lots.below(4), act }
}

function drawJump(lots: Lots): number {
  const size = lots.pick([SECOND_MS, 2 * MINUTE_MS, 8 * MINUTE_MS, HOUR_MS, 24 * HOUR_MS, YEAR_MS])
  return lots.chance(0.5) ? size : -size
}

function drawSales(lots: Lots): Press[] {
  return TERMINALS.slice(0, 4).map((terminal, index) => {
    const answer = lots.pick<SalePlan['answer']>(['accepted', 'error', 'error', 'reset', 'silence'])
    const arrives = answer === 'accepted' || lots.chance(0.9)
    const ending = lots.pick(['AUTHORISED', 'AUTHORISED', 'AUTHORISED', 'DECLINED'] as const)
    const takesMs = lots.chance(0.8) ? LONGEST_SALE_MS * Math.max(lots.unit(), lots.unit()) : 5 * SECOND_MS
    const plan: SalePlan = { answer, arrives, ending, takesMs, isUnseen: true }
    return { requestKey: randomUUID(), terminal, amountMinor: 1_000 + index, plan, isCancelled: false }
  })
}

/** Some minutes in which the clock jumps and the machine sleeps again and again. */
async function disturb(till: FaultTill, books: ShopBooks, lots: Lots): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await pause((lots.below(60) * SECOND_MS) / FACTOR)
    if (lots.chance(0.75)) await till.jump(drawJump(lots))
    else {
      const sleepsMs = lots.pick([MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 12 * HOUR_MS])
      // Asleep for everybody else's minutes or hours: seen from here it is a moment.
      const momentMs = 5 * SECOND_MS
      books.pass(sleepsMs - momentMs)
      await till.suspend(momentMs)
      await till.jump(sleepsMs - momentMs)
    }
  }
}
