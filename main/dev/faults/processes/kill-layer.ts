import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describeDifference, verifyJournal } from '../../../core/journal/verify.ts'
import { findFreePort } from '../../../testing/free-port.ts'
import { drawLots } from '../../../testing/lots.ts'
import { AFTER_ACKNOWLEDGEMENT, BEFORE_ACKNOWLEDGEMENT } from './fault-points.ts'
import { buildTill, startFaultTill, type FaultTill, type TillProgram } from './fault-till.ts'
import { inLanes, type Layer, type LayerOptions } from './layer.ts'
import { openMerchants, type Merchants } from './merchants.ts'
import type { Filed } from './filed.ts'
import { createShopBooks } from './shop-books.ts'
import { drawDay, readHistory, repeatPresses, sellDay, settle, type DayOptions } from './till-day.ts'
import { startTerminalPosts } from './terminal-posts.ts'
import type { Orders } from './till-with-fault-points.ts'
import { addTallies, isSettled, judge, NO_TALLY, toLine, type TillPayment, type Verdict } from './verdict.ts'

const FACTOR = 200
const DAYS = 8
/** Proof by rule takes seven minutes, and a stop that is answered late a little more. */
const SETTLES_WITHIN_MS = 12 * 60_000
/** Really: a terminal tries again for two days. */
const DELIVERED_WITHIN_MS = 10_000

/** Where the till dies: at a named point of its first or second life, or at an instant of its first. */
type Death =
  | { life: 1 | 2; point: { name: string; occurrence: number } }
  /** In real milliseconds after its start. */
  | { life: 1 | 2; afterMs: number }

/** Died at in each run, however short. */
const ACKNOWLEDGING: readonly string[] = [BEFORE_ACKNOWLEDGEMENT, AFTER_ACKNOWLEDGEMENT]

interface Trial {
  day: number
  death: Death | null
}

interface Tried extends Verdict {
  hasDied: boolean
  /** How often a terminal was told that its result arrived. */
  acknowledgements: number
  /** Fault points passed, by life, where the till lived to tell. */
  points: Record<string, number>[]
}

/** Kills real tills at every fault point and at random instants, and holds each one's journal against the service's books (safety L2). */
export async function runKillLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const program = await buildTill()
  const merchants = await openMerchants()
  try {
    return await killMany({ program, merchants }, points ?? (long ? 1_700 : 10), seed)
  } finally {
    await merchants.cloud.close()
    program.dispose()
  }
}

interface Rig {
  program: TillProgram
  merchants: Merchants
}

async function killMany(rig: Rig, count: number, seed: number): Promise<Layer> {
  const lots = drawLots(seed)
  const days = Array.from({ length: Math.min(DAYS, Math.ceil(count / 12)) }, (_, index) => seed + index)
  const dry = await inLanes(days, (day) => tryDay(rig, { day, death: null }))
  const places = new Map<string, { day: number; life: 1 | 2; most: number }[]>()
  for (const [index, { points }] of dry.entries()) {
    for (const [before, counts] of points.entries()) {
      for (const [name, most] of Object.entries(counts)) {
        const place = { day: days[index] ?? seed, life: before === 0 ? (1 as const) : (2 as const), most }
        places.set(name, [...(places.get(name) ?? []), place])
      }
    }
  }
  const others = [...places.keys()].filter((name) => !ACKNOWLEDGING.includes(name)).sort()
  const names = [...ACKNOWLEDGING, ...others]
  // Of 1,700 deaths 1,200 are at named points (safety §2).
  const namedCount = Math.round((count * 12) / 17)
  const named = Array.from({ length: namedCount }, (_, index): Trial => {
    // Fewer deaths than names: spread over them, after those that are tried in each run.
    const spread = Math.floor((index * Math.max(1, names.length / namedCount)) % names.length)
    const name = ACKNOWLEDGING[index] ?? names[spread] ?? ''
    const { day, life, most } = lots.pick(places.get(name) ?? [])
    // The first one of a day is of a result that nobody has asked for yet.
    if (ACKNOWLEDGING[index] !== undefined) return { day, death: { life: 1, point: { name, occurrence: 1 } } }
    return { day, death: { life, point: { name, occurrence: 1 + lots.below(most) } } }
  })
  const random = Array.from({ length: count - namedCount }, (): Trial => {
    const life = lots.chance(0.3) ? 2 : 1
    return { day: lots.pick(days), death: { life, afterMs: lots.below(450) } }
  })

  const trials = [...named, ...random]
  const tried = await inLanes(trials, (trial) => tryDay(rig, trial))
  const isBetween = ({ hasDied }: Tried, index: number): boolean => {
    const death = trials[index]?.death ?? null
    return hasDied && death !== null && 'point' in death && death.point.name === BEFORE_ACKNOWLEDGEMENT
  }
  const problems = [...dry, ...tried].flatMap((each, index) => {
    const trial = index < dry.length ? 'without a death' : JSON.stringify(trials[index - dry.length])
    return each.problems.map((problem) => `${problem}; ${trial}`)
  })
  return {
    name: 'L2 kill -9',
    lines: [
      `${names.length.toString()} named fault points, ${named.length.toString()} deaths at them, ${random.length.toString()} at random instants (seed ${seed.toString()})`,
      `${tried.filter((each) => each.hasDied).length.toString()} tills died there, the others at the end of their day`,
      `${tried.filter(isBetween).length.toString()} of them between the commit of a callback and its acknowledgement`,
      `${[...dry, ...tried].reduce((sum, each) => sum + each.acknowledgements, 0).toString()} callbacks acknowledged`,
      toLine([...dry, ...tried].reduce((sum, each) => addTallies(sum, each.tally), NO_TALLY)),
      ...problems,
    ],
    failures: problems.length,
  }
}

/** One till's day on a folder of its own: sells, dies, starts again, and has to find the truth of every sale. */
async function tryDay({ program, merchants }: Rig, { day, death }: Trial): Promise<Tried> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-kill-'))
  const books = createShopBooks(FACTOR)
  const apiKey = merchants.enter(books.answer)
  const { cloudUrl, statusUrl } = merchants.cloud
  writeFileSync(join(dataFolder, 'paydesk.config.json'), JSON.stringify(toConfig(await findFreePort())))
  const journalFile = join(dataFolder, 'journal.sqlite')
  const terminals = startTerminalPosts(books, FACTOR)
  const presses = drawDay(day)
  const acknowledged = new Map<string, string>()
  const points: Record<string, number>[] = []

  const start = (life: 1 | 2 | 3): Promise<FaultTill> => {
    const point = death?.life === life && 'point' in death ? { ...death.point, act: 'kill' as const } : null
    const orders: Orders = { dataFolder, cloudUrl, statusUrl, apiKey, factor: FACTOR, point }
    return startFaultTill(program, orders)
  }
  const live = async (life: 1 | 2 | 3, act: (options: DayOptions) => Promise<void>): Promise<boolean> => {
    const starting = start(life)
    if (death?.life === life && 'afterMs' in death) void starting.then((till) => killAfter(till, death.afterMs))
    const till = await starting
    await act({ till, books, acknowledged, factor: FACTOR })
    if (!till.isDead()) points.push(await till.points())
    const hasDied = till.isDead()
    await till.kill()
    // Before the next one hears of it again, or asks for it.
    losses.push(...(await terminals.findLosses(journalFile)))
    return hasDied
  }

  const problems: string[] = []
  const losses: string[] = []
  let payments: Awaited<ReturnType<typeof readHistory>> = []
  const recover = async (options: DayOptions): Promise<void> => {
    problems.push(...(await repeatPresses(presses, options)))
    await settle(options, SETTLES_WITHIN_MS)
    if (!options.till.isDead()) problems.push(...(await terminals.deliverAll(DELIVERED_WITHIN_MS)))
    payments = await readHistory(options.till)
  }
  try {
    let hasDied = await live(1, (options) => sellDay(presses, options))
    if (await live(2, recover)) {
      hasDied = true
      problems.length = 0
      await live(3, recover)
    }
    const verdict = judge(books.filed(), payments, acknowledged)
    problems.push(...findUnsettled(payments, books.filed()))
    await terminals.stop()
    problems.push(...losses, ...verifyJournal(journalFile).map(describeDifference), ...verdict.problems)
    return { tally: verdict.tally, problems, hasDied, acknowledgements: terminals.count(), points }
  } finally {
    await terminals.stop()
    merchants.leave(apiKey)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** The terminals reach the till without a relay, on a port that stays the same through all of its lives (safety R19). */
function toConfig(port: number): object {
  const listen = { address: '127.0.0.1', port }
  return { callback: { listen, publicUrl: `http://127.0.0.1:${port.toString()}`, allowPlainHttp: true } }
}

/** The service is honest and the network is whole again: every sale has to end (safety R24). */
function findUnsettled(payments: readonly TillPayment[], filed: readonly Filed[]): string[] {
  return payments
    .filter((payment) => !isSettled(payment))
    .map(({ reference, state }) => {
      const plan = filed.find((entry) => entry.reference === reference)?.plan
      return `OPEN ${JSON.stringify(state)}; ${JSON.stringify(plan)}`
    })
}

async function killAfter(till: FaultTill, afterMs: number): Promise<void> {
  await Promise.race([pause(afterMs), till.ended])
  await till.kill()
}
