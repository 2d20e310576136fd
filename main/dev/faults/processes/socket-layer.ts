import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { buildTill, type TillProgram } from './fault-till.ts'
import { inLanes, type Layer, type LayerOptions } from './layer.ts'
import { openMerchants, type Merchants } from './merchants.ts'
import { TERMINALS, type Filed } from './filed.ts'
import { createShopBooks, type ShopBooks } from './shop-books.ts'
import { SOCKET_FAULTS, tear } from './socket-faults.ts'
import { drawPlan, type Press } from './till-day.ts'
import { runTlsTrials } from './tls-trials.ts'
import { runTroubledTill } from './troubled-till.ts'
import { addTallies, NO_TALLY, toLine, type Verdict } from './verdict.ts'

const FACTOR = 150
/** How long the sockets misbehave about one sale, in the till's milliseconds. */
const TROUBLE_MS = 60_000
const SETTLES_WITHIN_MS = 14 * 60_000
const SALES_PER_TILL = 24
const COUNTERS = TERMINALS.slice(0, 4)

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
    const tills = Array.from({ length: Math.ceil(trials / SALES_PER_TILL) }, (_, index) => ({
      program,
      merchants,
      elsewhere: trap.url,
      seed: seed * 1_000 + index,
      first: index * SALES_PER_TILL,
      count: Math.min(SALES_PER_TILL, trials - index * SALES_PER_TILL),
    }))
    const tried = await inLanes(tills, tryTill)
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

/** One till through a row of sales, each with a trouble of its own, four at once. */
async function tryTill({ program, merchants, elsewhere, seed, first, count }: TillTrial): Promise<Verdict> {
  const lots = drawLots(seed)
  const books = createShopBooks(FACTOR)
  const names = Object.keys(SOCKET_FAULTS)
  const troubles = new Map<number, Trouble>()
  const sales = Array.from({ length: count }, (_, index): Press => {
    const amountMinor = 1_000 + index
    troubles.set(amountMinor, {
      fault: names[(first + index) % names.length] ?? '',
      where: lots.pick(['request', 'questions', 'both'] as const),
      isKeyRotated: lots.chance(0.1),
    })
    const plan = { ...drawPlan(lots), answer: 'accepted' as const, arrives: true }
    const terminal = lots.pick(COUNTERS)
    return { requestKey: randomUUID(), terminal, amountMinor, plan, isCancelled: lots.chance(0.1) }
  })
  const { answer, end } = createWire({ books, lots, elsewhere, troubles })
  const times = { factor: FACTOR, cashierWaitsMs: SETTLES_WITHIN_MS, settlesWithinMs: SETTLES_WITHIN_MS }
  const day = { program, merchants, books, answer, sales, cashiers: COUNTERS.length, ...times }
  const { inTrouble, afterTrouble } = await runTroubledTill(day, end)
  const open = afterTrouble.open.map(({ amountMinor, state }) => {
    return `OPEN ${JSON.stringify(state)} ${JSON.stringify(troubles.get(amountMinor))} (seed ${seed.toString()})`
  })
  return { tally: afterTrouble.tally, problems: [...inTrouble.problems, ...afterTrouble.problems, ...open] }
}

interface WireOptions {
  books: ShopBooks
  lots: Lots
  elsewhere: string
  troubles: ReadonlyMap<number, Trouble>
}

/** The service's answers with the sockets' faults on the way. */
function createWire({ books, lots, elsewhere, troubles }: WireOptions) {
  let isOver = false
  const isInTrouble = (entry: Filed): boolean => !isOver && books.ageMs(entry) < TROUBLE_MS
  const isRotated = (entry: Filed): boolean =>
    isInTrouble(entry) && troubles.get(entry.amountMinor)?.isKeyRotated === true

  return {
    end() {
      isOver = true
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
