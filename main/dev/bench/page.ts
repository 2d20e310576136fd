import { createServer } from 'node:http'
import type { Browser } from '@playwright/test'
import { createSimulator } from '../../simulator/simulator.ts'
import type { Bench } from './benchmark.ts'
import { notTaken, toFigure, type Figure } from './figures.ts'
import { openBrowser, openWatchedPage, type WatchedPage } from './page-watch.ts'
import { toSpread } from './percentiles.ts'
import { KEYPAD, startShopTill } from './shop-till.ts'

/** The keys beside Charge: they take digits from the frame that shows them, on the screen and on the keyboard. */
const DIGITS = 'main:not([data-screen] *) button[aria-keyshortcuts=Enter]'

const QUANTITY = 'page: navigation → usable keypad'
/** How long Charge waits after the keypad (cashier-ux.md, "Keyboard"; `renderer/src/ui/arming.ts`). */
const ARMING_MS = 400
const EMPTY_PAGE = '<!doctype html><html lang="en"><title>Empty</title><body><p>0</p></body></html>'

/** The page of a till and an empty page by turns, in the same browser: a tab each, whose cache is warm. */
export async function benchPage(bench: Bench): Promise<readonly Figure[]> {
  const browser = await openBrowser()
  if (browser === null) return [notTaken(QUANTITY, 'there is no browser on this machine')]
  const simulator = await createSimulator()
  const till = await startShopTill(bench.makeFolder(), simulator)
  const empty = await openEmptyPage()
  try {
    return [await compare(bench, browser, till.url, empty.url)]
  } finally {
    await browser.close()
    empty.close()
    await till.kill()
    await simulator.close()
  }
}

async function compare({ size }: Bench, browser: Browser, tillUrl: string, emptyUrl: string): Promise<Figure> {
  const till = await openWatchedPage(browser, { shown: DIGITS, armed: KEYPAD })
  const empty = await openWatchedPage(browser, { shown: 'p' })
  const taken: number[] = []
  const armed: number[] = []
  const compared: number[] = []
  for (let nth = 0; nth < size.warmUp + size.pages; nth++) {
    const emptyMs = await load(empty, emptyUrl)
    // The token is for the first time only: it is answered with a redirection that no installed till has.
    const tillMs = await load(till, nth === 0 ? tillUrl : new URL('/', tillUrl).href)
    const armedMs = (await till.painted('armed', 0)).sinceNavigationMs
    if (nth < size.warmUp) continue
    taken.push(tillMs)
    armed.push(armedMs)
    compared.push(emptyMs)
  }
  const spread = toSpread(taken)
  return toFigure({
    quantity: QUANTITY,
    reading: 'p50',
    measured: { value: spread.p50, unit: 'ms' },
    limit: { what: 'an empty page in the same browser, p50', value: toSpread(compared).p50, unit: 'ms' },
    target: '≤ 2 × the empty page, ≤ 400 ms',
    isMet: (p50, ratio) => ratio <= 2 && p50 <= 400,
    samples: taken.length,
    spread,
    notes: [
      'over HTTP from the headless core; until the frame in which the keypad stands is painted: from then on it takes digits',
      `Charge takes presses ${toSpread(armed).p50.toFixed(0)} ms after navigation, p50: ${ARMING_MS.toString()} ms after the keypad, as after every change of the screen`,
    ],
  })
}

async function load({ page, painted }: WatchedPage, url: string): Promise<number> {
  await page.goto(url)
  return (await painted('shown', 0)).sinceNavigationMs
}

async function openEmptyPage(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache' }).end(EMPTY_PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the empty page has no port')
  return {
    url: `http://127.0.0.1:${address.port.toString()}/`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
