import type { Page } from '@playwright/test'
import { languageSchema } from '../../shared/languages.ts'
import { formatMoney } from '../../shared/money.ts'
import { chargeByKeys, expect, keepScreen, openTill, test } from '../fixtures.ts'

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
]

for (const language of languageSchema.options) {
  test.describe(`in ${language}`, () => {
    test.use({ shop: { language } })

    test('a sale is typed, sent and not known yet, and no word is cut', async ({ page, till, cloud }) => {
      await cloud.control('POST', '/faults', [
        { match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 },
      ])
      await openTill(page, till.url)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await page.keyboard.type('4500', { delay: 60 })
      await expect(page.locator('main button[aria-keyshortcuts=Enter]')).toContainText(
        formatMoney(4500, 'EUR', language),
      )
      await expectNothingCut(page)
      await keepScreen(page, `language-${language}`)

      await page.keyboard.press('F10')
      await expect(page.locator('dialog[open] input[type=radio]')).toHaveCount(languageSchema.options.length)
      await expectNothingCut(page)
      await page.keyboard.press('Escape')

      await chargeByKeys(page, '')
      await expect(page.locator('[data-screen=checking][data-money=unknown]')).toBeVisible()
      await expectNothingCut(page)
      expect(await cloud.ledger()).toMatchObject([{ received: 1 }])
    })
  })
}

/** At both sizes that a till must be usable at. */
async function expectNothingCut(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expect.poll(() => page.evaluate(findCutWords)).toEqual([])
  }
}

/** The words on the page that reach beyond their button or their field, or beyond the page. */
function findCutWords(): string[] {
  const beyond = [...document.querySelectorAll('button, h1, h2, h3, label, summary, p, dd, dt, legend')].filter(
    (element) => {
      const box = element.getBoundingClientRect()
      // What is for screen readers alone is a point.
      if (box.width <= 1 || element.closest('.visually-hidden') !== null) return false
      return element.scrollWidth > element.clientWidth + 1 || box.right > innerWidth + 1 || box.left < -1
    },
  )
  const page = document.documentElement
  return [
    ...beyond.map((element) => element.textContent),
    ...(page.scrollWidth > page.clientWidth ? ['the page itself'] : []),
  ]
}
