import { createSimulator } from '../../simulator/simulator.ts'
import type { HeadlessProcess } from '../../testing/headless-process.ts'
import type { Bench } from './benchmark.ts'
import { notTaken, toFigure, type Figure } from './figures.ts'
import { openBrowser, openWatchedPage, type WatchedPage } from './page-watch.ts'
import { toSpread } from './percentiles.ts'
import { KEYPAD, startShopTill } from './shop-till.ts'

const WARM_UP = 5
const LOOK_EVERY_MS = 100
const LIMIT_MS = 50

/** Every meaning that a text can have, from what nobody has to what thousands have, and words of which most or none are together. */
const TEXTS = '45,4242,order,#1042,14:33,abcd,12.50,de vries,ord,order 10,9,nobody,or,order 5,order table 5'.split(',')
const FILTERS = ['Charged', 'Not charged', 'In doubt', 'Settled by manager']

/** From a letter in the search, or a press on a filter, to the frame with the answer, in a long history. */
export async function benchHistory(bench: Bench): Promise<readonly Figure[]> {
  const rows = bench.size.rows.toLocaleString('en')
  const quantities = { search: `search among ${rows} payments, at the page`, filter: `filter of ${rows}, at the page` }
  const browser = await openBrowser()
  if (browser === null) {
    return Object.values(quantities).map((quantity) => notTaken(quantity, 'there is no browser on this machine'))
  }
  const simulator = await createSimulator()
  let till: HeadlessProcess | null = null
  try {
    till = await startShopTill(await bench.seededFolder(bench.size.rows), simulator)
    await untilReady(till)
    const watched = await openWatchedPage(browser, { keypad: KEYPAD, answered: 'main[aria-busy=false] [type=search]' })
    await watched.page.goto(till.url)
    await watched.painted('keypad', 0)
    await watched.page.keyboard.press('F4')
    const asked = createAsked(watched)
    const searches = await asked.times(bench.size.reads, (nth) => toTyping(TEXTS[nth % TEXTS.length] ?? ''))
    await asked.once(toTyping(''))
    const presses = await asked.times(bench.size.reads, (nth) => toPress(FILTERS[nth % FILTERS.length] ?? ''))
    const frameMs = await asked.frames(bench.size.reads)
    return [toOne(quantities.search, searches, frameMs), toOne(quantities.filter, presses, frameMs)]
  } finally {
    await browser.close()
    await till?.kill()
    await simulator.close()
  }
}

function toOne(quantity: string, samples: readonly number[], frames: readonly number[]): Figure {
  const spread = toSpread(samples)
  return toFigure({
    quantity,
    reading: 'p95',
    measured: { value: spread.p95, unit: 'ms' },
    limit: {
      what: 'any change of the same page until its frame is painted, p95',
      value: toSpread(frames).p95,
      unit: 'ms',
    },
    target: `p95 < ${LIMIT_MS.toString()} ms`,
    isMet: (p95) => p95 < LIMIT_MS,
    samples: samples.length,
    spread,
  })
}

async function repeat(count: number, take: (nth: number) => Promise<number>): Promise<number[]> {
  const samples: number[] = []
  for (let nth = 0; nth < WARM_UP + count; nth++) {
    const taken = await take(nth)
    if (nth >= WARM_UP) samples.push(taken)
  }
  return samples
}

/** Asks one thing after another, each after the answer before it was painted. */
function createAsked({ page, painted, frameMs }: WatchedPage) {
  let answers = 0
  const once = async (script: string): Promise<number> => {
    await painted('answered', answers++)
    const fromMs = Number(await page.evaluate(script))
    return (await painted('answered', answers)).sinceNavigationMs - fromMs
  }
  return {
    once,
    times: (count: number, toScript: (nth: number) => string) => repeat(count, (nth) => once(toScript(nth))),
    frames: (count: number) => repeat(count, frameMs),
  }
}

/** As somebody types: React hears of it by the event. */
function toTyping(text: string): string {
  const typed = JSON.stringify(text)
  return `(() => {
    const field = document.querySelector('[type=search]')
    const fromMs = performance.now()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${typed})
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return fromMs
  })()`
}

function toPress(name: string): string {
  return `(() => {
    const fromMs = performance.now()
    const chips = [...document.querySelectorAll('button[aria-pressed]')]
    chips.find((chip) => chip.textContent === ${JSON.stringify(name)}).click()
    return fromMs
  })()`
}

/** The index is built in the background at the first start: what is measured comes after that. */
async function untilReady(till: HeadlessProcess): Promise<void> {
  const reply = await till.call('history:list', { before: null, limit: 1 })
  if (!reply.ok) throw new Error(reply.error.code)
  if (reply.value.search.status === 'ready') return
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  return untilReady(till)
}
