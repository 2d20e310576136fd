import type { Page } from '@playwright/test'
import { actAtTerminal, approve, chargeByKeys, expect, keepScreen, openTill, scan, test } from '../fixtures.ts'

/** Goes on to the next customer from the question about a signature. */
async function goOnUnanswered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

test.describe('a signature', () => {
  test.beforeEach(async ({ page, till, cloud }) => {
    await cloud.control('POST', '/options', { signature: 'base64' })
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await actAtTerminal(cloud, 'swipe')
    await actAtTerminal(cloud, 'sign')
    await expect(page.getByRole('heading', { name: 'Does it match the card?' })).toBeVisible()
  })

  test('that matches: the picture is large, and Enter alone says nothing about it', async ({ page }) => {
    const picture = page.getByRole('img', { name: 'The customer’s signature' })
    await expect(picture).toBeVisible()
    expect((await picture.boundingBox())?.width).toBeGreaterThan(300)
    const matches = page.getByRole('button', { name: 'Matches', exact: true })
    await expect(matches).not.toHaveAttribute('aria-disabled', 'true')
    await keepScreen(page, 'signature')
    await page.keyboard.press('Enter')
    await expect(matches).toBeVisible()
    await page.keyboard.press('1')
    await expect(matches).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Next customer' })).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  })

  test('that nobody can answer for now: the cashier goes on, and it waits for somebody to look at it', async ({
    page,
    cloud,
  }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    const leave = page.getByRole('button', { name: 'Next customer' })
    await expect(leave).toBeInViewport({ ratio: 1 })
    await expect(leave).not.toHaveAttribute('aria-disabled', 'true')
    // No manager is there: the question stands as before.
    await page.getByRole('button', { name: 'Does not match' }).click()
    await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Does it match the card?' })).toBeVisible()
    await keepScreen(page, 'signature-1024')
    await leave.click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €45\.00: Approved at /)).toBeVisible()
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 4500 })
  })

  test('is not answered by a scanner, whatever its code begins with', async ({ page, cloud }) => {
    const matches = page.getByRole('button', { name: 'Matches', exact: true })
    await expect(matches).not.toHaveAttribute('aria-disabled', 'true')
    await scan(page, '1200345612')
    // A person's press counts again after a moment, and only that one has: whatever the code did would stand there by now.
    const approval = page.getByRole('dialog', { name: 'A manager has to approve this' })
    await expect(async () => {
      await page.keyboard.press('2')
      await expect(approval).toBeVisible({ timeout: 1000 })
    }).toPass()
    await page.keyboard.press('Escape')
    await expect(approval).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'Does it match the card?' })).toBeVisible()
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 4500 })
  })

  test('that does not match is not dealt with by a reversal that could not begin', async ({ page, cloud }) => {
    const starts = '**/bridge/command/operation%3Astart'
    await page.route(starts, (route) => {
      const error = { code: 'disk.low', message: 'no room', moneyState: 'notCharged' }
      return route.fulfill({ json: { ok: false, error } })
    })
    await page.getByRole('button', { name: 'Does not match' }).click()
    await approve(page)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await page.unroute(starts)
    await goOnUnanswered(page)
    await expect(page.getByText('Nobody has said yet whether the signature matches.')).toBeVisible()
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('button', { name: 'Does not match' })).toHaveAttribute('aria-disabled', 'false')
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 4500 })
  })

  test('that nobody answered is asked on the page of its sale, and is seen once it matches', async ({
    page,
    till,
    cloud,
  }) => {
    await goOnUnanswered(page)
    const late = page.getByText(/^Sale 1 of €45\.00: Approved at /)
    await expect(page.getByText('Nobody has said yet whether the signature matches.')).toBeVisible()
    // Not by a restart either: it waits for a person.
    await openTill(page, await till.restart())
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    const matches = page.getByRole('button', { name: 'Matches', exact: true })
    await expect(matches).toHaveAttribute('aria-disabled', 'false')
    await expect(page.getByRole('img', { name: 'The customer’s signature' })).toBeVisible()
    await keepScreen(page, 'signature-page')
    await page.setViewportSize({ width: 1024, height: 768 })
    await expect(matches).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Does not match' })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Enter')
    await expect(matches).toBeVisible()
    // Looked at is not answered: it stands over the other pages as before.
    await page.keyboard.press('Escape')
    await expect(late).toBeVisible()
    await page.locator('main [data-row]').first().click()
    await expect(late).toHaveCount(0)
    await expect(matches).toHaveAttribute('aria-disabled', 'false')

    await page.keyboard.press('1')
    await expect(page.getByText('Seen at this till')).toBeVisible()
    await expect(matches).toHaveCount(0)
    await expect(late).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.locator('main [data-row]').first().click()
    await expect(page.getByText('Seen at this till')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Does it match the card?' })).toHaveCount(0)
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 4500 })
  })

  test('that nobody answered and that does not match is taken back from the page of its sale', async ({
    page,
    cloud,
  }) => {
    await goOnUnanswered(page)
    await page.getByRole('button', { name: 'Open' }).click()
    const fails = page.getByRole('button', { name: 'Does not match' })
    await fails.click()
    await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible()
    // No manager is there: the question stands as before, and nobody has seen it.
    await page.keyboard.press('Escape')
    await expect(fails).toBeVisible()
    await page.keyboard.press('F4')
    await expect(page.getByText(/^Sale 1 of €45\.00: Approved at /)).toBeVisible()
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(fails).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('2')
    await expect(page.getByText('The signature does not match the card')).toBeVisible()
    await approve(page)
    await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €45\.00: /)).toHaveCount(0)
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 0 })
  })

  test('whose reversal nobody answered for is looked at again, and is taken back once', async ({ page, cloud }) => {
    await goOnUnanswered(page)
    await page.getByRole('button', { name: 'Open' }).click()
    const keys: string[] = []
    await page.route('**/bridge/command/operation%3Astart', async (route) => {
      keys.push(
        route
          .request()
          .postData()
          ?.match(/"requestKey":"([^"]*)"/)?.[1] ?? '',
      )
      return keys.length === 1 ? route.abort() : route.continue()
    })
    await expect(page.getByRole('img', { name: 'The customer’s signature' })).toBeVisible()
    const fails = page.getByRole('button', { name: 'Does not match' })
    await expect(fails).toHaveAttribute('aria-disabled', 'false')
    await fails.click()
    await approve(page)
    await expect(page.getByText('We do not know yet', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Matches', exact: true })).toHaveCount(0)
    await keepScreen(page, 'signature-page-doubt')
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 20_000 })
    expect(keys).toEqual([keys[0], keys[0]])
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 0 })
  })

  test('that nobody answered before a part was refunded: the page says what can still be done', async ({
    page,
    cloud,
  }) => {
    await goOnUnanswered(page)
    await page.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('button', { name: 'Does not match' })).toBeVisible()
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Refund €45.00' })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.type('1000', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await actAtTerminal(cloud, 'tap')
    await actAtTerminal(cloud, 'sign')
    await expect(page.getByRole('heading', { name: /Refunded €10\.00/ })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()

    await page.getByRole('button', { name: 'Open' }).click()
    const known = page.getByRole('button', { name: 'The manager knows' })
    await expect(known).toHaveAttribute('aria-disabled', 'false')
    await expect(page.getByText(/The sale can no longer be taken back as a whole/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Does not match' })).toHaveCount(0)
    await keepScreen(page, 'signature-page-refunded')
    await known.click()
    await expect(page.getByText('Seen at this till')).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €45\.00: /)).toHaveCount(0)
  })

  test('that does not match: a manager approves, and the sale is taken back', async ({ page, cloud }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await expect(page.getByRole('button', { name: 'Matches', exact: true })).toBeInViewport({ ratio: 1 })
    const fails = page.getByRole('button', { name: 'Does not match' })
    await expect(fails).toBeInViewport({ ratio: 1 })
    await expect(fails).not.toHaveAttribute('aria-disabled', 'true')
    await fails.click()
    await approve(page)
    await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('Reversal of a sale 2')).toBeVisible()
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 0 })
  })
})
