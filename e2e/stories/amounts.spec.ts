import type { Page } from '@playwright/test'
import { expect, openTill, test } from '../fixtures.ts'

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text', pasted)
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
}

test('an amount that cannot be charged is refused with words', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Type an amount first.')).toBeVisible()
  await page.keyboard.type('45.001', { delay: 60 })
  await expect(page.getByText('EUR has 2 decimals.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Charge €45.00' })).toBeVisible()
  await page.keyboard.press('Delete')
  await page.keyboard.type('-5', { delay: 60 })
  await expect(page.getByText('An amount to charge cannot be negative.')).toBeVisible()
  for (const [pasted, words] of [
    ['-5', 'An amount to charge cannot be negative.'],
    ['0', 'The amount is zero. Type what is to be paid.'],
    ['99999999999999', 'That is more than a terminal can take.'],
    ['hello', 'That is not an amount.'],
  ] as const) {
    await paste(page, pasted)
    await expect(page.getByText(words)).toBeVisible()
  }
  expect(await cloud.ledger()).toEqual([])
})

test.describe('in Dutch', () => {
  test.use({ shop: { language: 'nl', shopName: 'Hoekwinkel' } })

  test('1.234,56 is pasted as what it is', async ({ page, till }) => {
    await openTill(page, till.url)
    await expect(page.getByText('Hoekwinkel')).toBeVisible()
    await paste(page, '1.234,56')
    await expect(page.getByRole('button', { name: /1\.234,56/ })).toBeVisible()
  })
})

test.describe('in yen', () => {
  test.use({ shop: { currency: 'JPY' } })

  test('there are no decimals', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await page.keyboard.type('500', { delay: 60 })
    await expect(page.getByRole('button', { name: 'Charge ¥500' })).toBeVisible()
    await page.keyboard.type('.5', { delay: 60 })
    await expect(page.getByText('JPY has no decimals. Take it back with Backspace.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('JPY has no decimals. Take it back with Backspace.')).toBeVisible()
    expect(await cloud.ledger()).toEqual([])
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(page.getByText('JPY has no decimals.')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved ¥500' })).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ netMinor: 500 }])
  })
})

test.describe('in Bahraini dinars', () => {
  test.use({ shop: { currency: 'BHD' } })

  test('there are three decimals', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.keyboard.type('1.234', { delay: 60 })
    await expect(page.getByRole('button', { name: /Charge BHD.1\.234/ })).toBeVisible()
  })
})

test.describe('in Icelandic krónur', () => {
  test.use({ shop: { currency: 'ISK', language: 'is-IS' } })

  test('there are no decimals', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await page.keyboard.type('12500', { delay: 60 })
    await expect(page.getByRole('button', { name: /Gjaldfæra 12\.500\skr/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-screen=waiting]')).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /12\.500\skr/ })).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ netMinor: 12_500 }])
  })
})

test.describe('in Dutch with a comma', () => {
  test.use({ shop: { language: 'nl-NL' } })

  test('45,00 is typed as it is said', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.keyboard.type('45,00', { delay: 60 })
    await expect(page.getByRole('button', { name: /45,00.afrekenen/ })).toBeVisible()
  })
})

test.describe('in French', () => {
  test.use({ shop: { language: 'fr-FR' } })

  test('thousands stand apart by a thin space, and are pasted as they stand', async ({ page, till }) => {
    await openTill(page, till.url)
    await paste(page, '1\u202F234,56 €')
    await expect(page.getByRole('button', { name: /Encaisser 1\s234,56\s€/ })).toBeVisible()
  })
})

test.describe('in Arabic', () => {
  test.use({ shop: { language: 'ar-BH', currency: 'BHD' } })

  test('the page runs from right to left, and figures are those that are typed', async ({ page, till }) => {
    await openTill(page, till.url)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.keyboard.type('1.234', { delay: 60 })
    await expect(page.locator('main button[aria-keyshortcuts=Enter]')).toHaveText(/[1١][.,٫][2٢][3٣][4٤]/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })
})
