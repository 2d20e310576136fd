import type { Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, MANAGER_PIN, openTill, test, type Cloud } from '../fixtures.ts'

/** The terminal's result names another amount, and the bank cannot be asked: no rule decides this. */
async function spoilResults(cloud: Cloud): Promise<void> {
  const result = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 1200, totalAmount: 1200, currency: 'EUR' }
  const body = JSON.stringify(result)
  await cloud.control('POST', '/faults', [
    { match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 200, body } },
    { match: { host: 'status' }, fault: { type: 'reset' } },
  ])
}

async function reachConflict(page: Page): Promise<void> {
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: 'The result does not fit' })).toBeVisible()
  await expect(page.locator('[data-screen=conflict][data-money=unknown]')).toBeVisible()
}

test.describe('a manager', () => {
  test('settles by keyboard what no rule decides; it is never called approved, and the terminal is free', async ({
    page,
    till,
    cloud,
  }) => {
    await spoilResults(cloud)
    await openTill(page, till.url)
    await reachConflict(page)
    // What really happened, and what the manager then sees at the bank.
    await cloud.act({ act: 'tap' })
    await keepScreen(page, 'conflict')
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)

    const manager = page.getByRole('button', { name: 'Manager…' })
    await expect(manager).not.toHaveAttribute('aria-disabled', 'true')
    await manager.press('Enter')
    await expect(page.getByRole('heading', { name: 'Manager: Sale 1 of €45.00' })).toBeFocused()
    await expect(page.getByText(/The terminal reported: approved, €12.00/)).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.getByRole('radio', { name: 'The card was charged' })).toBeChecked()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Bank portal, 21 November, 15:10')
    await page.keyboard.press('Tab')
    // A scanner's Enter in a field settles nothing.
    await page.keyboard.type('The result named another amount')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Manager: Sale 1 of €45.00' })).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Maria')
    await keepScreen(page, 'settle')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Record: The card was charged' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Manager PIN' })).toBeFocused()
    await page.keyboard.type(MANAGER_PIN)
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { name: 'Settled by manager: charged' })).toBeFocused()
    await expect(page.locator('[data-screen=settledCharged][data-money=charged]')).toBeVisible()
    await expect(page.locator('main').getByText(/approved/i)).toHaveCount(0)
    await keepScreen(page, 'settled')
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('button', { name: 'Unresolved: none' })).toBeVisible()

    await cloud.control('DELETE', '/faults', null)
    await chargeByKeys(page, '900')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €9.00' })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([4500, 900])

    await page.keyboard.press('F4')
    await page.getByText('Settled by manager: charged').click()
    await expect(page.getByText(/Maria settled it as charged\. Seen: Bank portal, 21 November, 15:10/)).toBeVisible()
    await keepScreen(page, 'payment-page-settled')
  })

  test('settles from the unresolved list by touch, and only with all four said', async ({ page, till, cloud }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await spoilResults(cloud)
    await openTill(page, till.url)
    await reachConflict(page)
    await expect(page.getByRole('button', { name: 'Manager…' })).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await page.keyboard.press('F7')
    await page.getByRole('button', { name: /^Manager: Sale 1 of €45\.00/ }).click()

    const record = page.getByRole('button', { name: /^Record/ })
    for (const target of [
      record,
      ...(await page.getByRole('dialog').locator('label:has(input), input[type=text]').all()),
    ]) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    }
    await record.click()
    await expect(page.getByText('Choose what happened.')).toBeVisible()
    await expect(page.getByRole('radio').first()).toBeFocused()
    await page.getByText('The card was not charged').click()
    await page.getByRole('textbox', { name: 'Where was it seen?' }).fill('List on the terminal')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Maria')
    await record.click()
    await expect(page.getByText('Give a reason.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody showed a card')
    await page.getByRole('button', { name: 'Record: The card was not charged' }).click()
    const pad = page.getByRole('group', { name: 'PIN pad' })
    for (const digit of MANAGER_PIN) await pad.getByRole('button', { name: digit }).click()
    await page.getByRole('button', { name: 'Approve' }).click()

    await expect(page.getByRole('heading', { name: 'Sale 1 of €45.00' })).toBeFocused()
    await expect(page.getByText('Settled by manager: not charged').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Unresolved: none' })).toBeVisible()
    expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([0])
  })

  test('is told what became known while the form was filled in, and chooses anew', async ({ page, till, cloud }) => {
    await spoilResults(cloud)
    await openTill(page, till.url)
    await reachConflict(page)
    await page.getByRole('button', { name: 'Manager…' }).click()
    const notCharged = page.getByRole('radio', { name: 'The card was not charged' })
    await page.getByText('The card was not charged').click()
    await expect(notCharged).toBeChecked()
    await page.getByRole('textbox', { name: 'Where was it seen?' }).fill('Bank portal, nothing there')

    // The bank can be asked again, and what it has filed decides nothing.
    await cloud.control('DELETE', '/faults', null)
    await cloud.control('POST', '/faults', [
      { match: { host: 'status' }, fault: { type: 'status', status: 200, body: '[]' } },
    ])
    await expect(page.getByText('Something new is known')).toBeVisible({ timeout: 60_000 })
    await keepScreen(page, 'settle-changed')
    await expect(notCharged).not.toBeChecked()
    await expect(page.getByRole('textbox', { name: 'Where was it seen?' })).toHaveValue('Bank portal, nothing there')
    await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody showed a card')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Maria')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(page.getByText('Choose what happened.')).toBeVisible()

    await page.getByText('The card was not charged').click()
    await expect(page.getByText('Something new is known')).toHaveCount(0)
    await page.getByRole('button', { name: 'Record: The card was not charged' }).click()
    await page.getByRole('textbox', { name: 'Manager PIN' }).fill(MANAGER_PIN)
    await page.getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('heading', { name: 'Settled by manager: not charged' })).toBeVisible()
  })
})
