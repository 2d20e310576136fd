import type { FrameLocator, Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, openTill, test } from '../fixtures.ts'

/** The receipt itself, within its room, as anybody sees it. */
function receiptIn(page: Page): FrameLocator {
  return page.frameLocator('main iframe').frameLocator('iframe')
}

async function openLastPayment(page: Page): Promise<void> {
  await page.keyboard.press('F4')
  await page.getByText('Approved').first().click()
  await expect(page.getByRole('heading', { name: 'Receipts' })).toBeVisible()
}

async function sell(page: Page, act: () => Promise<void>): Promise<void> {
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await act()
  await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
  await page.getByRole('button', { name: 'Next customer' }).click()
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
    await page.getByRole('heading', { name: 'Receipts' }).scrollIntoViewIfNeeded()
    await keepScreen(page, 'receipt-customer')

    await page.getByRole('tab', { name: 'Customer copy' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Merchant copy' })).toBeFocused()
    await expect(receiptIn(page).getByText('merchant copy')).toBeVisible()
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
    await page.getByRole('heading', { name: 'Receipts' }).scrollIntoViewIfNeeded()
    await keepScreen(page, 'receipt-built')
  })
})
