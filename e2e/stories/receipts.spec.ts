import type { FrameLocator, Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, openTill, test } from '../fixtures.ts'

/** The receipt itself, within its room, as anybody sees it. */
function receiptIn(page: Page): FrameLocator {
  return page.frameLocator('main iframe').frameLocator('iframe')
}

async function openLastPayment(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await page.locator('main [data-row]').first().click()
  await expect(page.getByRole('heading', { name: 'Receipts' })).toBeVisible()
}

/** As somebody scrolls who wants to read it. */
async function showWhole(page: Page): Promise<void> {
  await page
    .getByRole('heading', { name: 'Receipts' })
    .evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
}

async function sell(page: Page, act: () => Promise<void>): Promise<void> {
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await act()
  await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
  // A signature is compared with the card first.
  const next = page.getByRole('button', { name: 'Next customer' })
  const matches = page.getByRole('button', { name: /matches/i })
  await next.or(matches).first().click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

test.describe('the page of a payment', () => {
  test('shows the terminal’s receipts, one for the customer and one for the shop, on white paper', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    await expect(receiptIn(page).getByText('customer copy')).toBeVisible()
    await expect(receiptIn(page).getByText('45.00 EUR')).toBeVisible()
    await expect(page.getByText('Made by this till')).toHaveCount(0)
    await showWhole(page)
    await keepScreen(page, 'receipt-customer')

    await page.getByRole('tab', { name: 'Customer copy' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Merchant copy' })).toBeFocused()
    await expect(receiptIn(page).getByText('merchant copy')).toBeVisible()
    await showWhole(page)
    await keepScreen(page, 'receipt-merchant')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('No signature was asked for, or the terminal gave none.')).toBeVisible()
  })

  test('shows the signature of a card that asked for one', async ({ page, till, cloud }) => {
    await cloud.control('POST', '/options', { signature: 'base64', receipts: 'html' })
    await openTill(page, till.url)
    await sell(page, async () => {
      await cloud.act({ act: 'swipe' })
      await expect(() => cloud.act({ act: 'sign' })).toPass()
    })
    await openLastPayment(page)
    await page.getByRole('tab', { name: 'Signature' }).click()
    const picture = page.getByRole('img', { name: 'The customer’s signature' })
    await expect(picture).toBeVisible()
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120)
    await showWhole(page)
    await keepScreen(page, 'receipt-signature')
    await page.getByRole('tab', { name: 'Merchant copy' }).click()
    await expect(receiptIn(page).getByText('signature_line')).toBeVisible()
  })

  test('says when a receipt was made by the till, and shows that', async ({ page, till, cloud }) => {
    await cloud.control('POST', '/options', { receipts: 'empty' })
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    await expect(page.getByText('Made by this till')).toBeVisible()
    await expect(receiptIn(page).getByText('CUSTOMER COPY')).toBeVisible()
    await expect(receiptIn(page).getByText('€45.00').first()).toBeVisible()
    await showWhole(page)
    await keepScreen(page, 'receipt-built')
  })

  test('shows the text of a receipt that is not drawn within a second, and draws it when it can', async ({
    page,
    till,
    cloud,
  }) => {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/receipt', async (route) => {
      await held
      await route.continue()
    })
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    await expect(page.getByText('This receipt cannot be drawn as the terminal made it.')).toBeVisible()
    await expect(page.getByRole('document', { name: 'Customer copy' }).getByText('45.00 EUR')).toBeVisible()
    letGo()
    await expect(receiptIn(page).getByText('45.00 EUR')).toBeVisible()
    await expect(page.getByText('This receipt cannot be drawn as the terminal made it.')).toHaveCount(0)
  })

  test('shows the text of a receipt that is longer than any', async ({ page, till, cloud }) => {
    await page.route('**/bridge/command/document%3Aread', (route) => {
      const html = `<p>Total 45.00</p>${'<p>A line of a receipt that goes on and on</p>'.repeat(3000)}`
      return route.fulfill({ json: { ok: true, value: { type: 'html', origin: 'terminal', html, isExpired: false } } })
    })
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    await expect(page.getByText('This receipt cannot be drawn as the terminal made it.')).toBeVisible()
    await expect(page.getByRole('document', { name: 'Customer copy' }).getByText('Total 45.00')).toBeVisible()
    await expect(page.locator('main iframe')).toHaveCount(0)
  })

  test('says that a receipt is on its way, and shows it when it comes', async ({ page, till, cloud }) => {
    await cloud.control('POST', '/faults', [
      { match: { pathIncludes: '/receipts/' }, fault: { type: 'status', status: 503 }, times: 2 },
    ])
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    await expect(page.getByText('It is on its way')).toBeVisible()
    await expect(receiptIn(page).getByText('45.00 EUR')).toBeVisible()
    await expect(page.getByText('It is on its way')).toHaveCount(0)
  })

  test('fits a small window and a doubled size: nothing is cut off to the side, and it scrolls within its paper', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, () => cloud.act({ act: 'tap' }))
    await openLastPayment(page)
    // What 1280 × 800 is at 200 %.
    await page.setViewportSize({ width: 640, height: 400 })
    await expect(receiptIn(page).getByText('45.00 EUR')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    const tabs = await page.getByRole('tab').all()
    for (const tab of tabs) expect((await tab.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    const frame = page.locator('main iframe')
    const width = (await frame.boundingBox())?.width ?? 0
    expect(width).toBeLessThanOrEqual(640)
    // It is as high as what it holds: nothing within it has to be scrolled.
    const inside = await receiptIn(page).locator('body').boundingBox()
    expect(Math.abs((inside?.height ?? 0) - ((await frame.boundingBox())?.height ?? 0))).toBeLessThan(24)
  })
})
