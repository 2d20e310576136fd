import { expect, keepScreen, openTill, test } from '../fixtures.ts'

test.describe('a part of the page that cannot be loaded', () => {
  test('says so in its place, and the till goes on selling', async ({ page, till, cloud }) => {
    await page.route(/assets\/(?:history-page|preferences-panel)-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)

    await page.keyboard.press('F4')
    await expect(page.getByRole('alert')).toContainText('This screen cannot be shown')
    await expect(page.getByRole('alert')).toContainText('Look at the terminal before you charge anything again.')
    await keepScreen(page, 'part-failed')

    await page.keyboard.press('F10')
    const panel = page.getByRole('dialog', { name: 'This screen cannot be shown' })
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

  test('is there again when it can be loaded again', async ({ page, till }) => {
    await page.route(/assets\/history-page-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)
    await page.keyboard.press('F4')
    await expect(page.getByRole('alert')).toContainText('This screen cannot be shown')

    await page.unroute(/assets\/history-page-.*\.js/)
    await page.getByRole('button', { name: 'Load again' }).click()
    await expect(page.locator('main button[aria-keyshortcuts=Enter]')).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('F4')
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  })
})
