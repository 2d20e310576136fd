import type { Browser, Page } from '@playwright/test'
import { chargeByKeys, expect, openTill, test, type Cloud, type Till } from '../fixtures.ts'
import { collect, type Collector } from '../hostile-receipts/collector.ts'
import { openHome, type Home } from '../hostile-receipts/home.ts'
import { hostileReceipts } from '../hostile-receipts/hostile-receipts.ts'
import { showReceipts } from '../hostile-receipts/show-receipts.ts'

// Hundreds of documents in each: a recording would be larger than all else together.
test.use({ trace: 'off' })
test.describe.configure({ timeout: 600_000 })

interface Stage {
  page: Page
  home: Home
  seen: Collector
  close(): Promise<void>
}

/** A page of a payment on a till of its own, in a browser that is allowed to complain; watched from its first request. */
async function openStage(
  browser: Browser,
  { till, cloud }: { till: Till; cloud: Cloud },
  { prepare, bypassCSP = false }: { prepare?: (page: Page) => Promise<void>; bypassCSP?: boolean } = {},
): Promise<Stage> {
  const home = await openHome()
  const page = await browser.newPage({ viewport: { width: 1280, height: 1800 }, bypassCSP })
  await prepare?.(page)
  await openTill(page, till.url)
  const seen = collect(page)
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F4')
  await page.locator('main [data-row]').first().click()
  await expect(page.locator('main iframe[data-drawn=true]')).toBeVisible()
  await page.unrouteAll()
  return {
    page,
    home,
    seen,
    async close() {
      await page.close()
      await home.close()
    },
  }
}

/** Nothing reached anybody, nothing ran, nobody went anywhere, and the page is the page. */
async function expectNothing({ page, home, seen }: Stage): Promise<void> {
  expect(home.reached()).toEqual([])
  expect(seen.requests).toEqual([])
  expect(seen.scripts).toEqual([])
  expect(seen.departures).toEqual([])
  expect(await page.title()).toBe('Paydesk')
  expect(await page.evaluate(() => Reflect.get(window, 'owned'))).toBeUndefined()
  await page.getByRole('tab', { name: 'Customer copy' }).click()
  await expect(page.getByRole('heading', { name: /^Sale .*€45\.00$/ })).toBeVisible()
}

test('no hostile receipt fetches, runs or leaves, whatever is pressed in it', async ({ browser, till, cloud }) => {
  const stage = await openStage(browser, { till, cloud })
  const receipts = hostileReceipts(stage.home.host)
  expect(receipts.length).toBeGreaterThan(500)
  await showReceipts(stage.page, receipts, { seen: stage.seen, press: true })
  await expectNothing(stage)
  await stage.close()
})

/** In the place of what tidies them. */
async function takeNothingOut(page: Page): Promise<void> {
  await page.route('**/assets/clean-receipt-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export const cleanReceipt = (html) => html' }),
  )
}

test('nor would one if nothing had been taken out of it', async ({ browser, till, cloud }) => {
  const stage = await openStage(browser, { till, cloud }, { prepare: takeNothingOut })
  await showReceipts(stage.page, hostileReceipts(stage.home.host), { seen: stage.seen, press: true })
  await expectNothing(stage)
  await stage.close()
})

test('without the policies too they fetch, and still run nothing', async ({ browser, till, cloud }) => {
  const stage = await openStage(browser, { till, cloud }, { prepare: takeNothingOut, bypassCSP: true })
  const { page, home, seen } = stage
  await showReceipts(page, hostileReceipts(home.host), { seen, press: true })
  expect(seen.scripts).toEqual([])
  expect(await page.title()).toBe('Paydesk')
  expect(await page.evaluate(() => Reflect.get(window, 'owned'))).toBeUndefined()
  // The policies were really gone, and what they stop is counted.
  expect(home.reached().length).toBeGreaterThan(50)
  expect(seen.requests.length).toBeGreaterThan(50)
  await stage.close()
})

test('on a page that knows no protection they fetch, run and leave: what counts them counts', async ({ browser }) => {
  const home = await openHome()
  const plain = await openHome()
  const page = await browser.newPage()
  const start = `http://${plain.host}/`
  await page.goto(start)
  const seen = collect(page)
  for (const { name, html } of hostileReceipts(home.host)) {
    seen.name = name
    // The way home may be cut short once more by what the last one still had begun.
    while (page.url() !== start) await page.goto(start).catch(() => undefined)
    // Styles fetch when they are drawn. A receipt that takes the page away ends this early.
    await page
      .evaluate((text) => {
        document.body.innerHTML = text
        return new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
      }, html)
      .catch(() => undefined)
  }
  await expect.poll(() => home.reached().length).toBeGreaterThan(80)
  await expect.poll(() => seen.requests.length).toBeGreaterThan(80)
  expect(seen.scripts.length).toBeGreaterThan(40)
  expect(seen.departures.length).toBeGreaterThan(0)
  await page.close()
  await plain.close()
  await home.close()
})

test('a result of a terminal that is hostile is kept as it is, and shown as text on paper', async ({
  browser,
  till,
  cloud,
}) => {
  const home = await openHome()
  const receipts = hostileReceipts(home.host).filter(
    ({ html }) => html.length < 500 && !/<(?:plaintext|xmp)/.test(html),
  )
  const every = (from: number): string =>
    `<p>Total 45.00</p>${receipts
      .slice(from, from + 150)
      .map(({ html }) => `<div>${html}</div>`)
      .join('\n')}`
  const result = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 4500, totalAmount: 4500, currency: 'EUR' }
  const body = JSON.stringify({ ...result, customerReceipt: every(0), merchantReceipt: every(150) })
  await cloud.control('POST', '/faults', [
    { match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 200, body } },
  ])
  const page = await browser.newPage({ viewport: { width: 1280, height: 1800 } })
  await openTill(page, till.url)
  const seen = collect(page)
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F4')
  await page.locator('main [data-row]').first().click()
  for (const copy of ['Merchant copy', 'Customer copy']) {
    await page.getByRole('tab', { name: copy }).click()
    const paper = page.frameLocator('main iframe').frameLocator('iframe')
    await expect(paper.getByText('Total 45.00')).toBeVisible()
    await expect(page.getByText('Made by this till')).toHaveCount(0)
  }
  await expectNothing({ page, home, seen, close: async () => undefined })
  await page.close()
  await home.close()
})
