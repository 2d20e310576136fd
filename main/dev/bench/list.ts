import type { Browser } from '@playwright/test'
import { createSimulator } from '../../simulator/simulator.ts'
import type { HeadlessProcess } from '../../testing/headless-process.ts'
import type { Bench } from './benchmark.ts'
import { notTaken, toFigure, type Figure } from './figures.ts'
import { openBrowser, openWatchedPage, type WatchedPage } from './page-watch.ts'
import { toSpread } from './percentiles.ts'
import { KEYPAD, startShopTill } from './shop-till.ts'

const ROW = '[data-row]'
const LOOK_EVERY_MS = 100

/** From F4 on the keypad to the frame with the first rows, in a long list and in a short one by turns. */
export async function benchList(bench: Bench): Promise<readonly Figure[]> {
  const { size } = bench
  const [few, many] = size.listRows
  const quantity = `list of ${many.toLocaleString('en')} rows, first paint`
  const browser = await openBrowser()
  if (browser === null) return [notTaken(quantity, 'there is no browser on this machine')]
  const simulator = await createSimulator()
  const tills: HeadlessProcess[] = []
  try {
    for (const rows of [few, many]) tills.push(await startShopTill(await bench.seededFolder(rows), simulator))
    for (const till of tills) await untilCounted(till)
    const [short, long] = await measure(bench, browser, tills)
    const spread = toSpread(long ?? [])
    return [
      toFigure({
        quantity,
        reading: 'p50',
        measured: { value: spread.p50, unit: 'ms' },
        limit: {
          what: `the same with ${few.toLocaleString('en')} rows, p50`,
          value: toSpread(short ?? []).p50,
          unit: 'ms',
        },
        target: '≤ 2 × the short list',
        isMet: (_, ratio) => ratio <= 2,
        samples: size.pages,
        spread,
        notes: [
          'on a page that was loaded anew each time: the code of the list and its first rows are fetched as well',
        ],
      }),
    ]
  } finally {
    await browser.close()
    for (const till of tills) await till.kill()
    await simulator.close()
  }
}

/** One sample of each till by turns: in the order of the tills. */
async function measure({ size }: Bench, browser: Browser, tills: readonly HeadlessProcess[]): Promise<number[][]> {
  const pages: WatchedPage[] = []
  for (const { url } of tills) {
    const watched = await openWatchedPage(browser, { keypad: KEYPAD, list: ROW })
    await watched.page.goto(url)
    pages.push(watched)
  }
  const samples: number[][] = tills.map(() => [])
  for (let nth = 0; nth < size.warmUp + size.pages; nth++) {
    for (const [place, { page, painted, pressed }] of pages.entries()) {
      await page.goto(new URL('/', tills[place]?.url).href)
      await painted('keypad', 0)
      await page.keyboard.press('F4')
      const { sinceNavigationMs } = await painted('list', 0)
      if (nth >= size.warmUp) samples[place]?.push(sinceNavigationMs - (await pressed()).sinceNavigationMs)
    }
  }
  return samples
}

/** The search index is built in the background at the first start: what is measured comes after that. */
async function untilCounted(till: HeadlessProcess): Promise<void> {
  const reply = await till.call('history:list', { before: null, limit: 1 })
  if (!reply.ok) throw new Error(reply.error.code)
  if (reply.value.search.status === 'ready') return
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  return untilCounted(till)
}
