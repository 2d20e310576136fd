import { expect, openTill, test } from '../fixtures.ts'

test.describe('a till that speaks Dutch', () => {
  test.use({ shop: { language: 'nl' } })

  test('loads its words while it asks whose till it is, and is right about them when that changed', async ({
    page,
    till,
  }) => {
    await openTill(page, till.url)
    await expect(page.getByRole('button', { name: 'Afrekenen' })).toBeVisible()

    // Main says nothing, in answer or unasked, until the words have come.
    const words = page.waitForResponse(/assets\/nl-.*\.js/)
    await page.route('**/bridge/**', async (route) => {
      await words
      await route.continue()
    })
    await page.reload()
    await words
    await expect(page.getByRole('button', { name: 'Afrekenen' })).toBeVisible()

    // What was kept is a guess: the till says which language it is.
    await page.evaluate(() => localStorage.setItem('paydesk.words', 'fr'))
    await page.unrouteAll()
    await page.reload()
    await expect(page.getByRole('button', { name: 'Afrekenen' })).toBeVisible()
  })
})
