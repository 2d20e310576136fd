import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'
import { startFaultTill, type FaultTill, type TillProgram } from './fault-till.ts'
import type { Merchants } from './merchants.ts'
import type { ShopBooks } from './shop-books.ts'
import {
  listTerminals,
  press,
  pressChange,
  readHistory,
  settle,
  waitFor,
  type Acknowledged,
  type DayOptions,
  type Press,
} from './till-day.ts'
import { isSettled, judge, readPayments, type TillPayment, type Verdict } from './verdict.ts'

export interface TroubledTill {
  program: TillProgram
  merchants: Merchants
  books: ShopBooks
  /** What the service, or whatever stands before it, answers. */
  answer: (arrival: Arrival) => Reply
  sales: readonly Press[]
  /** How many cashiers sell at once, each on terminals of their own. */
  cashiers: number
  factor: number
  /** How long a cashier stands at one payment, in the till's milliseconds. */
  cashierWaitsMs: number
  /** How long all of them are waited for afterwards. */
  settlesWithinMs: number
}

export interface Afterwards extends Verdict {
  /** Not over, and before a person. */
  open: TillPayment[]
}

export interface TroubledDay {
  /** With the trouble still there. */
  inTrouble: Afterwards
  /** Killed, started again, with the trouble gone. */
  afterTrouble: Afterwards
}

/** Sells under trouble, is killed, starts again without it: the journal is held against the books both times. */
export async function runTroubledTill(day: TroubledTill, endTrouble: () => void): Promise<TroubledDay> {
  const { program, merchants, books, factor, settlesWithinMs } = day
  const apiKey = merchants.enter(day.answer)
  const dataFolder = mkdtempSync(join(tmpdir(), 'paydesk-trouble-'))
  const { cloudUrl, statusUrl } = merchants.cloud
  const acknowledged: Acknowledged = new Map()
  const refused: string[] = []

  async function live<Found>(act: (options: DayOptions) => Promise<Found>): Promise<Found> {
    const till = await startFaultTill(program, { dataFolder, cloudUrl, statusUrl, apiKey, factor, point: null })
    try {
      return await act({ till, books, acknowledged, factor })
    } finally {
      await till.kill()
    }
  }

  async function look(till: FaultTill): Promise<Afterwards> {
    const payments = await readHistory(till)
    const listed = new Set(readPayments(await till.call('unresolved:list', {}))?.map(({ reference }) => reference))
    const { tally, problems } = judge(books.filed(), payments, acknowledged)
    const open = payments.filter((payment) => !isSettled(payment))
    const silent = open.filter(({ reference }) => !listed.has(reference))
    const unlisted = silent.map(
      ({ reference, state }) => `SILENT ${reference} is ${state.status}, which nobody is told`,
    )
    return { tally, problems: [...problems, ...unlisted], open }
  }

  try {
    const inTrouble = await live(async (options) => {
      refused.push(...(await sellAll(day, options)))
      await settle(options, settlesWithinMs)
      return look(options.till)
    })
    endTrouble()
    const afterTrouble = await live(async (options) => {
      await settle(options, settlesWithinMs)
      return look(options.till)
    })
    return { inTrouble: { ...inTrouble, problems: [...refused, ...inTrouble.problems] }, afterTrouble }
  } finally {
    merchants.leave(apiKey)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function sellAll(
  { sales, cashiers, cashierWaitsMs: patienceMs }: TroubledTill,
  options: DayOptions,
): Promise<string[]> {
  const serials = [...new Set(sales.map(({ terminal }) => terminal.serialNumber))]
  const refused: string[] = []
  await listTerminals(options)
  await Promise.all(
    Array.from({ length: cashiers }, async (_, cashier) => {
      const own = sales.filter(({ terminal }) => serials.indexOf(terminal.serialNumber) % cashiers === cashier)
      for (const sale of own) {
        const started = await pressPatiently(sale, options)
        if (started === null) refused.push(`REFUSED the sale of ${sale.amountMinor.toString()}`)
        else await waitFor(started.reference, sale, { ...options, patienceMs })
        const changed = await pressChange(sale, options)
        if (changed !== null) await waitFor(changed.reference, { isCancelled: false }, { ...options, patienceMs })
      }
    }),
  )
  return refused
}

/** While the key is refused the till sells nothing, and says so: the cashier presses again. */
async function pressPatiently(pressed: Press, options: DayOptions): Promise<TillPayment | null> {
  for (let tries = 0; tries < 60; tries += 1) {
    const started = await press(pressed, options)
    if (started !== null) return started
    await pause(3_000 / options.factor)
  }
  return null
}
