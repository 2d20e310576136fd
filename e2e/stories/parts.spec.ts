import { actAtTerminal, chargeByKeys, expect, keepScreen, openTill, test, wakeTill } from '../fixtures.ts'

test.describe('a part of the page that cannot be loaded', () => {
  test('says so in its place, and the till goes on selling', async ({ page, till, cloud }) => {
    await page.route(/assets\/(?:history-page|preferences-panel)-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)

    await page.keyboard.press('F4')
    await expect(page.getByRole('alert')).toContainText('This part cannot be shown')
    await expect(page.getByRole('alert')).toContainText('Look at the terminal before you charge anything again.')
    await keepScreen(page, 'part-failed')

    await page.keyboard.press('F10')
    const panel = page.getByRole('dialog', { name: 'This part cannot be shown' })
    await expect(panel).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()

    await page.keyboard.press('F2')
    await expect(page.locator('main button[aria-keyshortcuts=Enter]')).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.type('4500')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Approved/ })).toBeVisible()
  })

  test('is the words of its language: it says so in the only ones it has, and comes back with them', async ({
    page,
    till,
  }) => {
    const words = /assets\/en-.*\.js/
    await page.route(words, (route) => route.abort())
    await page.goto(till.url)
    await expect(page.getByRole('alert')).toContainText('Look at the terminal before you charge anything again.')
    await keepScreen(page, 'wordless')
    await page.unroute(words)
    await page.getByRole('button', { name: 'Load again' }).click()
    await wakeTill(page)
  })

  test('of a payment’s page takes no evidence away', async ({ page, till, cloud }) => {
    await page.route(/assets\/receipts-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await actAtTerminal(cloud, 'tap')
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await wakeTill(page)
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await expect(page.getByRole('alert')).toContainText('This part cannot be shown')
    await expect(page.getByText('Seen at this till')).toBeVisible()
    await keepScreen(page, 'papers-failed')
  })

  test('is there again when it can be loaded again', async ({ page, till }) => {
    await page.route(/assets\/history-page-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)
    await page.keyboard.press('F4')
    await expect(page.getByRole('alert')).toContainText('This part cannot be shown')

    await page.unroute(/assets\/history-page-.*\.js/)
    await page.getByRole('button', { name: 'Load again' }).click()
    await expect(page.locator('main button[aria-keyshortcuts=Enter]')).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  })
})
