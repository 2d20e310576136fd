import type { Browser } from '@playwright/test'
import { realClock } from '../../simulator/clock.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import type { HeadlessProcess } from '../../testing/headless-process.ts'
import type { Bench } from './benchmark.ts'
import { notTaken, toFigure, type Figure } from './figures.ts'
import { findFreePort } from '../../testing/free-port.ts'
import { openBrowser, openWatchedPage, type WatchedPage } from './page-watch.ts'
import { toSpread } from './percentiles.ts'
import { judgeRequests, type RequestRate } from './request-rate.ts'
import { KEYPAD, startShopTill } from './shop-till.ts'
import type { Size } from './sizes.ts'

const CALLBACK = 'result at the terminal → on the cashier’s screen, by callback'
const POLLING = 'result at the terminal → on the cashier’s screen, by polling'
const SERIAL = '082104578'

/** The last step of a simulated payment, told from every other wait by its length: when it ends, the result is there. */
const COMPLETION_MS = 137

interface Sales {
  waits: number[]
  /** From one question to the next while the terminal had no result yet. */
  rate: RequestRate
  frames: number[]
}

/** Whole sales in a real browser, by both ways in which a result reaches the till. */
export async function benchScreen(bench: Bench): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  if (browser === null) {
    const because = 'there is no browser on this machine'
    return [notTaken(CALLBACK, because), notTaken(POLLING, because)]
  }
  try {
    const called = await sell(bench, browser, await toCallback())
    const polled = await sell(bench, browser, {})
    return [toCallbackFigure(called), toPollingFigure(polled)]
  } finally {
    await browser.close()
  }
}

function toCallbackFigure({ waits, frames, rate }: Sales): Figure {
  const spread = toSpread(waits)
  return toFigure({
    quantity: CALLBACK,
    reading: 'p95',
    measured: { value: spread.p95, unit: 'ms' },
    limit: {
      what: 'any change of the same page until its frame is painted, p95',
      value: toSpread(frames).p95,
      unit: 'ms',
    },
    target: 'p95 ≤ 100 ms',
    isMet: (p95) => p95 <= 100,
    samples: waits.length,
    spread,
    notes: [describeRate(rate)],
  })
}

function toPollingFigure({ waits, rate }: Sales): Figure {
  const spread = toSpread(waits)
  return toFigure({
    quantity: POLLING,
    reading: 'p95',
    measured: { value: spread.p95, unit: 'ms' },
    limit: { what: 'one question to the next in this run, p50', value: rate.betweenMs, unit: 'ms' },
    target: 'p95 ≤ 2.1 s, at most 2 requests in any second',
    isMet: (p95) => p95 <= 2_100 && rate.mostInASecond <= 2 && rate.refused === 0,
    samples: waits.length,
    spread,
    notes: [describeRate(rate)],
  })
}

function describeRate({ mostInASecond, requests, refused }: RequestRate): string {
  return `${requests.toString()} requests with the key, at most ${mostInASecond.toString()} in any second, ${refused.toString()} refused as too many`
}

/** A listener on loopback, as behind a relay. */
async function toCallback(): Promise<Record<string, unknown>> {
  const port = await findFreePort()
  const publicUrl = `http://127.0.0.1:${port.toString()}`
  return { callback: { listen: { address: '127.0.0.1', port }, publicUrl, allowPlainHttp: true } }
}

async function sell(bench: Bench, browser: Browser, shop: Record<string, unknown>): Promise<Sales> {
  const { size, makeFolder } = bench
  let resultAtMs = Number.NaN
  const clock = realClock()
  const simulator = await createSimulator({
    behaviour: { completionMs: COMPLETION_MS, duplicatePrompt: false },
    clock: {
      now: clock.now,
      setTimer: (delayMs, run) =>
        clock.setTimer(delayMs, () => {
          if (delayMs === COMPLETION_MS) resultAtMs = performance.timeOrigin + performance.now()
          run()
        }),
    },
  })
  const till = await startShopTill(makeFolder(), simulator, { ...shop, defaultTerminal: SERIAL })
  const watched = await openWatchedPage(browser, { keypad: KEYPAD, result: '[data-screen=approved] h1', next: NEXT })
  try {
    const waits: number[] = []
    const frames: number[] = []
    await watched.page.goto(till.url)
    for (let nth = 0; nth < size.warmUp + size.sales; nth++) {
      simulator.control.setCustomer({ delayMs: drawDelay(size) })
      const shownAtMs = await sellOnce(watched, nth)
      if (nth < size.warmUp) continue
      waits.push(shownAtMs - resultAtMs)
      frames.push(await watched.frameMs())
    }
    return { waits, frames, rate: judgeRequests(simulator.control.requests().filter(isWithKey)) }
  } finally {
    await end(watched, till, simulator)
  }
}

/** What goes on from a result, once it takes presses. */
const NEXT = '[data-screen=approved] button[aria-keyshortcuts=Enter]:not([aria-disabled=true])'

/** Amounts that no two sales share and that the simulated bank knows nothing special of. */
const toAmount = (nth: number): string => (7_000 + nth).toString()

/** Answers when the result was painted, by the clock on the wall. */
async function sellOnce({ page, painted, standing }: WatchedPage, nth: number): Promise<number> {
  await standing('keypad')
  // As fast as fingers: what comes faster is taken for a scanner's.
  await page.keyboard.type(toAmount(nth), { delay: 60 })
  await page.keyboard.press('Enter')
  const { wallMs } = await painted('result', nth)
  await standing('next')
  await page.keyboard.press('Enter')
  return wallMs
}

/** Customers do not wait for the till's rhythm. */
function drawDelay({ customerMs: [least, most] }: Size): number {
  return Math.round(least + Math.random() * (most - least))
}

/** Receipts lie at public addresses: they are fetched without the key, whose share of the service they take nothing of. */
function isWithKey({ path }: { path: string }): boolean {
  return !path.startsWith('/receipts/')
}

async function end(watched: WatchedPage, till: HeadlessProcess, simulator: Simulator): Promise<void> {
  await watched.page.context().close()
  await till.kill()
  await simulator.close()
}
