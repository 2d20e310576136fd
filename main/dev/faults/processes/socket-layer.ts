import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { buildTill, startFaultTill, type TillProgram } from './fault-till.ts'
import { inLanes, type Layer, type LayerOptions } from './layer.ts'
import { openMerchants, type Merchants } from './merchants.ts'
import { createShopBooks, TERMINALS, type Filed, type ShopBooks } from './shop-books.ts'
import { SOCKET_FAULTS, tear } from './socket-faults.ts'
import { drawPlan, press, readHistory, settle, waitFor, type DayOptions, type Press } from './till-day.ts'
import { runTlsTrials } from './tls-trials.ts'
import { addTallies, isSettled, judge, NO_TALLY, toLine, type TillPayment, type Verdict } from './verdict.ts'

const FACTOR = 100
/** How long the sockets misbehave about one sale, in the till's milliseconds. */
const TROUBLE_MS = 40_000
const SETTLES_WITHIN_MS = 14 * 60_000
const SALES_PER_TILL = 24

/** What goes wrong with one sale. */
interface Trouble {
  fault: string
  where: 'request' | 'questions' | 'both'
  /** From the request on the key is refused for a while, as if it had been changed at Handpoint. */
  isKeyRotated: boolean
}

/** Real sockets that misbehave under a real till, and certificates that are none (safety L8). */
export async function runSocketLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const trials = points ?? (long ? 500 : 36)
  const program = await buildTill()
  const merchants = await openMerchants()
  const trap = await openTrap()
  try {
    const tills = Array.from({ length: Math.ceil(trials / SALES_PER_TILL) }, (_, index) => seed * 1_000 + index)
    const tried = await inLanes(tills, (tillSeed, index) =>
      tryTill({
        program,
        merchants,
        elsewhere: trap.url,
        seed: tillSeed,
        first: index * SALES_PER_TILL,
        count: Math.min(SALES_PER_TILL, trials - index * SALES_PER_TILL),
      }),
    )
    const tls = await runTlsTrials(program, long ? 4 : 1)
    const trapped = trap.count() > 0 ? [`SENT ELSEWHERE ${trap.count().toString()} connections after a redirect`] : []
    const problems = [...tried.flatMap((each) => each.problems), ...tls.problems, ...trapped]
    return {
      name: 'L8 sockets',
      lines: [
        `${trials.toString()} sales under ${Object.keys(SOCKET_FAULTS).length.toString()} faults of sockets (seed ${seed.toString()})`,
        toLine(tried.reduce((sum, each) => addTallies(sum, each.tally), NO_TALLY)),
        ...tls.lines,
        ...problems,
      ],
      failures: problems.length,
    }
  } finally {
    trap.close()
    await merchants.cloud.close()
    program.dispose()
  }
}

interface TillTrial {
  program: TillProgram
  merchants: Merchants
  elsewhere: string
  seed: number
  first: number
  count: number
}

/** One till through a row of sales, four terminals at once, each sale with a trouble of its own. */
async function tryTill({ program, merchants, elsewhere, seed, first, count }: TillTrial): Promise<Verdict> {
  const lots = drawLots(seed)
  const books = createShopBooks(FACTOR)
  const wire = createWire({ books, lots, elsewhere })
  const apiKey = merchants.enter(wire.answer)
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-sockets-'))
  const { cloudUrl, statusUrl } = merchants.cloud
  const till = await startFaultTill(program, { dataFolder, cloudUrl, statusUrl, apiKey, factor: FACTOR, point: null })
  const options: DayOptions = { till, books, acknowledged: new Map(), factor: FACTOR }
  const names = Object.keys(SOCKET_FAULTS)
  const sales = Array.from({ length: count }, (_, index): { press: Press; trouble: Trouble } => ({
    press: {
      requestKey: randomUUID(),
      terminal: lots.pick(TERMINALS),
      amountMinor: 1_000 + index,
      plan: { ...drawPlan(lots), answer: 'accepted', arrives: true },
      isCancelled: lots.chance(0.1),
    },
    trouble: {
      fault: names[(first + index) % names.length] ?? '',
      where: lots.pick(['request', 'questions', 'both'] as const),
      isKeyRotated: lots.chance(0.1),
    },
  }))
  const problems: string[] = []
  try {
    await till.call('terminal:refresh', {})
    await Promise.all(
      TERMINALS.map(async (terminal) => {
        for (const { press: pressed, trouble } of sales.filter((sale) => sale.press.terminal === terminal)) {
          wire.trouble(pressed.amountMinor, trouble)
          const started = await pressPatiently(pressed, options)
          if (started === null) problems.push(`REFUSED a sale after ${JSON.stringify(trouble)}`)
          else await waitFor(started.reference, pressed, { ...options, patienceMs: SETTLES_WITHIN_MS })
        }
      }),
    )
    await settle(options, SETTLES_WITHIN_MS)
    const payments = await readHistory(till)
    const verdict = judge(books.filed(), payments, options.acknowledged)
    const describe = (reference: string): string => JSON.stringify(wire.troubleOf(reference))
    const open = payments
      .filter((payment) => !isSettled(payment))
      .map((payment) => {
        return `OPEN ${JSON.stringify(payment.state)} ${describe(payment.reference)}`
      })
    return { tally: verdict.tally, problems: [...problems, ...verdict.problems, ...open] }
  } finally {
    await till.kill()
    merchants.leave(apiKey)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** While the key is refused the till sells nothing, and says so: the cashier presses again. */
async function pressPatiently(pressed: Press, options: DayOptions): Promise<TillPayment | null> {
  for (let tries = 0; tries < 40; tries += 1) {
    const started = await press(pressed, options)
    if (started !== null) return started
    await pause(3_000 / FACTOR)
  }
  return null
}

interface WireOptions {
  books: ShopBooks
  lots: Lots
  elsewhere: string
}

/** The service's answers with the sockets' faults on the way. */
function createWire({ books, lots, elsewhere }: WireOptions) {
  const troubles = new Map<number, Trouble>()
  const isInTrouble = (entry: Filed): boolean => books.ageMs(entry) < TROUBLE_MS
  const isRotated = (entry: Filed): boolean =>
    isInTrouble(entry) && troubles.get(entry.amountMinor)?.isKeyRotated === true

  return {
    trouble: (amountMinor: number, trouble: Trouble) => void troubles.set(amountMinor, trouble),
    troubleOf(reference: string): Trouble | undefined {
      const entry = books.filed().find((each) => each.reference === reference)
      return entry === undefined ? undefined : troubles.get(entry.amountMinor)
    },
    answer(arrival: Arrival): Reply {
      if (books.filed().some(isRotated)) return KEY_REFUSED
      const reply = books.answer(arrival)
      const entry = books.about(arrival)
      const trouble = entry === undefined ? undefined : troubles.get(entry.amountMinor)
      if (entry === undefined || trouble === undefined || !isInTrouble(entry)) return reply
      const isRequest = arrival.method === 'POST'
      if (trouble.where === 'questions' ? isRequest : trouble.where === 'request' && !isRequest) return reply
      // A second request on the way can come through: trouble is seldom complete.
      if (!isRequest && lots.chance(0.3)) return reply
      return tear(reply, trouble.fault, { arrival, lots, elsewhere, real: (tillMs) => tillMs / FACTOR })
    },
  }
}

const KEY_REFUSED: Reply = {
  status: 403,
  body: { error: { statusCode: 403, name: 'ForbiddenError', message: 'No valid key found in header' } },
}

/** An address that answers nobody and counts who came: no redirect may lead a till, and its key, there. */
async function openTrap() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port.toString()}/transactions`,
    count: () => connections,
    close: () => void server.close(),
  }
}
