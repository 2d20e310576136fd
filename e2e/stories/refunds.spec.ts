import type { Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, MANAGER_PIN, openTill, scan, SERIAL, test, type Cloud } from '../fixtures.ts'

/** Sells by keyboard and goes on to the next customer. */
async function sell(page: Page, cloud: Cloud, keys: string, amount: string): Promise<void> {
  await chargeByKeys(page, keys)
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: `Approved ${amount}` })).toBeVisible()
  await leave(page)
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

/** Finds the sale of an amount by keyboard: the panel for its refund is open then. */
async function findByKeys(page: Page, amount: string): Promise<void> {
  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { name: 'Which sale?' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(amount)
  await expect(page.locator('main [data-row]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Refund' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Refund €/ })).toHaveAttribute('aria-disabled', 'false')
}

async function openWithoutSale(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Refund without a sale…' }).click()
  await expect(page.getByRole('dialog', { name: 'Refund without a sale' })).toBeVisible()
}

async function netOf(cloud: Cloud): Promise<number> {
  return (await cloud.ledger()).reduce((sum, { netMinor }) => sum + netMinor, 0)
}

test.describe('money back', () => {
  test('a sale is refunded in two parts by keyboard alone, and never more than is left', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')

    await page.keyboard.press('F3')
    await keepScreen(page, 'refund')
    await findByKeys(page, '45.00')
    await keepScreen(page, 'refund-panel')
    await page.keyboard.type('2000', { delay: 60 })
    await expect(page.getByRole('button', { name: 'Refund €20.00' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.locator('[data-screen=approved][data-money=charged]')).toBeVisible()
    await expect(page.getByRole('heading', { name: /Refunded €20\.00/ })).toBeVisible()
    await leave(page)

    await findByKeys(page, '45.00')
    await expect(page.getByText('Already refunded')).toBeVisible()
    await page.keyboard.type('2501', { delay: 60 })
    await expect(page.getByText('Only €25.00 is left of it. Type that or less.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Refund €25.01' })).toHaveAttribute('aria-disabled', 'true')
    await keepScreen(page, 'refund-refused')
    await page.keyboard.press('Delete')
    await page.keyboard.type('2500', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Refunded €25\.00/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(0)

    await page.keyboard.press('F3')
    await page.keyboard.type('45.00')
    await expect(page.locator('main [data-row]')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing is left that could be refunded.').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Refund…' })).toHaveCount(0)
  })

  test('the same refund again is asked about, as it stands, and Enter pays nothing back', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '6000', '€60.00')
    await findByKeys(page, '60.00')
    await page.keyboard.type('2000', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Refunded €20\.00/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(4000)

    await findByKeys(page, '60.00')
    await page.keyboard.type('2000', { delay: 60 })
    await page.keyboard.press('Enter')
    const again = page.getByRole('button', { name: 'Refund €20.00 again' })
    await expect(again).toHaveAttribute('aria-disabled', 'false')
    await expect(
      page.getByText(/€20\.00 was paid back .+ on PAX A920 · 4578 \(Refund 2\)\. Pay it back again\?/),
    ).toBeVisible()
    await keepScreen(page, 'refund-again-asked')
    // What is asked about stands fixed.
    await expect(page.getByRole('group', { name: 'Keypad' })).toHaveCount(0)
    await page.keyboard.type('55', { delay: 60 })
    await page.keyboard.press('Delete')
    await expect(page.getByRole('dialog').getByText('€20.00', { exact: true })).not.toHaveCount(0)
    await expect(again).toBeVisible()
    await page.getByRole('combobox').focus()
    await expect(page.getByRole('combobox')).not.toBeFocused()
    // Enter, pressed from habit, is the answer that pays nothing back.
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(again).toHaveCount(0)
    expect(await netOf(cloud)).toBe(4000)

    await page.getByRole('button', { name: 'Refund €20.00' }).click()
    await expect(again).toHaveAttribute('aria-disabled', 'false')
    // Closed and opened again it begins anew.
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Refund €40.00' })).toHaveAttribute('aria-disabled', 'false')
    await expect(again).toHaveCount(0)
    await page.keyboard.type('2000', { delay: 60 })
    await page.keyboard.press('Enter')
    await expect(again).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('F12')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await expect(page.getByText('Refund 3', { exact: true })).toBeVisible()
  })

  test('a whole refund is R and Enter on the page of the sale, and can be taken back', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '1250', '€12.50')
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await expect(page.getByRole('button', { name: 'Refund…' })).toBeVisible()
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Refund €12.50' })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Refunded €12\.50/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(0)

    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await page.getByRole('button', { name: 'Take back this refund…' }).click()
    await page.getByRole('button', { name: 'Take back the refund of €12.50' }).click()
    await expect(page.locator('[data-screen=approved][data-money=charged]')).toBeVisible()
    await expect(page.getByRole('heading', { name: /Taken back/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(1250)
  })

  test('without a sale a manager says why, and types the right PIN', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await page.keyboard.press('F3')
    await openWithoutSale(page)
    await page.keyboard.type('700', { delay: 60 })
    await keepScreen(page, 'unlinked-refund')
    await page.getByRole('button', { name: 'Refund €7.00' }).click()

    const approval = page.getByRole('dialog', { name: 'A manager has to approve this' })
    await expect(approval.getByText('€7.00')).toBeVisible()
    const pin = approval.getByRole('textbox', { name: 'Manager PIN' })
    await approval.getByRole('textbox', { name: 'Reason' }).fill('Bought at the market stall')
    await pin.fill('111111')
    await keepScreen(page, 'approval')
    await pin.press('Enter')
    await expect(approval.getByText('That PIN is not right. Nothing has happened yet.')).toBeVisible()
    await expect(pin).toHaveValue('')
    expect(await cloud.ledger()).toEqual([])

    await pin.fill(MANAGER_PIN)
    await pin.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Refunded €7\.00/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(-700)
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await expect(page.getByText('Approved by a manager: Bought at the market stall')).toBeVisible()
  })

  test('wrong PINs lock it for a while, also over a restart', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    const approval = page.getByRole('dialog', { name: 'A manager has to approve this' })
    const pin = approval.getByRole('textbox', { name: 'Manager PIN' })
    await page.keyboard.press('F3')
    await openWithoutSale(page)
    await page.keyboard.type('900', { delay: 60 })
    await page.getByRole('button', { name: 'Refund €9.00' }).click()
    await approval.getByRole('textbox', { name: 'Reason' }).fill('Again')
    for (const guess of ['1111', '2222', '3333', '4444']) {
      await pin.fill(guess)
      await pin.press('Enter')
      await expect(approval.getByText('That PIN is not right. Nothing has happened yet.')).toBeVisible()
      await expect(approval.getByRole('button', { name: 'Approve' })).toHaveAttribute('aria-disabled', 'false')
    }
    await pin.fill('5555')
    await pin.press('Enter')
    await expect(approval.getByText('Too many wrong PINs')).toBeVisible()
    await expect(pin).toHaveCount(0)
    await keepScreen(page, 'approval-locked')
    await page.keyboard.press('Escape')
    await expect(approval).toHaveCount(0)
    // Switching it off and on opens nothing.
    await openTill(page, await till.restart())
    await page.keyboard.press('F3')
    await openWithoutSale(page)
    await page.keyboard.type('900', { delay: 60 })
    await page.getByRole('button', { name: 'Refund €9.00' }).click()
    await expect(approval.getByText('Too many wrong PINs')).toBeVisible()
    expect(await cloud.ledger()).toEqual([])
  })

  test('the whole sale is cancelled on the terminal, with no card', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await findByKeys(page, '45.00')
    await page.getByRole('button', { name: 'Cancel the sale instead…' }).click()
    await expect(page.getByRole('dialog', { name: 'Cancel the whole sale' })).toBeVisible()
    await keepScreen(page, 'reversal-panel')
    await expect(page.getByRole('button', { name: /^Cancel the sale/ })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Taken back/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(0)
  })

  test('nothing of a sale is taken back by a scanner: not by its letters, and not by its Enter', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await expect(page.getByRole('button', { name: 'Cancel the whole sale…' })).toBeVisible()
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: 'Cancel the whole sale' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await scan(page, 'C0630812')
    // A person's press counts again after a moment; with a panel open it would not.
    await expect(async () => {
      await page.keyboard.press('r')
      await expect(page.getByRole('dialog', { name: 'Refund' })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await page.getByRole('button', { name: 'Cancel the sale instead…' }).click()
    await expect(page.getByRole('button', { name: /^Cancel the sale/ })).toHaveAttribute('aria-disabled', 'false')
    await scan(page, '40063812')
    await page.getByRole('button', { name: 'Refund a part instead…' }).click()
    await expect(page.getByRole('button', { name: 'Refund €45.00' })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('Enter')
    // The first thing that was begun on the sale.
    await expect(page.getByText('Refund 2', { exact: true })).toBeVisible()
  })

  test('without its terminal the sale is cancelled by the bank alone', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await cloud.control('POST', `/terminals/${SERIAL}/network`, { up: false })
    await findByKeys(page, '45.00')
    await page.getByRole('button', { name: 'Cancel the sale instead…' }).click()
    await page.getByRole('button', { name: /^Cancel the sale/ }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: 'Take back without the terminal' }).click()
    await expect(page.getByRole('heading', { name: /Taken back/ })).toBeVisible()
    await leave(page)
    expect(await netOf(cloud)).toBe(0)
  })

  test('what the bank no longer takes back is refunded instead', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await cloud.control('POST', '/options', { batchClosed: true })
    await findByKeys(page, '45.00')
    await page.getByRole('button', { name: 'Cancel the sale instead…' }).click()
    await page.getByRole('button', { name: /^Cancel the sale/ }).click()
    await expect(page.locator('[data-screen=declined][data-money=notCharged]')).toBeVisible()
    await page.getByRole('button', { name: 'Refund it instead…' }).click()
    await expect(page.getByRole('dialog', { name: 'Refund' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Refund €45.00' })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /Refunded €45\.00/ })).toBeVisible()
    expect(await netOf(cloud)).toBe(0)
  })

  test('a refund on a terminal that is away pays nothing back and says so', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await cloud.control('POST', `/terminals/${SERIAL}/network`, { up: false })
    await findByKeys(page, '45.00')
    await page.keyboard.press('Enter')
    await expect(page.locator('[data-screen=notStarted][data-money=notCharged]')).toBeVisible()
    await expect(page.getByRole('heading', { name: /Nothing was paid back/ })).toBeVisible()
    expect(await netOf(cloud)).toBe(4500)
  })

  test('what was signed for is cancelled by a manager alone', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'swipe' })
    await expect(async () => cloud.act({ act: 'sign' })).toPass()
    await expect(page.locator('[data-screen=approved]')).toBeVisible()
    await page.getByRole('button', { name: 'Matches' }).click()
    await leave(page)
    await findByKeys(page, '45.00')
    await page.getByRole('button', { name: 'Cancel the sale instead…' }).click()
    await expect(page.getByText('The customer signed for it, so a manager has to approve.')).toBeVisible()
    await page.getByRole('button', { name: /^Cancel the sale/ }).click()
    const approval = page.getByRole('dialog', { name: 'A manager has to approve this' })
    await approval.getByRole('textbox', { name: 'Reason' }).fill('Not her signature')
    await approval.getByRole('textbox', { name: 'Manager PIN' }).fill(MANAGER_PIN)
    await approval.getByRole('button', { name: 'Approve' }).click()
    await expect(page.getByRole('heading', { name: /Taken back/ })).toBeVisible()
    expect(await netOf(cloud)).toBe(0)
  })
})

test.describe('a tip on the receipt', () => {
  test.use({ shop: { tipAdjustment: true } })

  test('is entered later, in place of the one before, and a manager looks at one that is too high', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '2000', '€20.00')
    await page.keyboard.press('F4')
    await page.locator('main [data-row]').first().click()
    await page.getByRole('button', { name: 'Enter tip…' }).click()
    await expect(page.getByRole('dialog', { name: 'Enter tip' })).toBeVisible()
    await page.keyboard.type('300', { delay: 60 })
    await expect(page.getByRole('button', { name: 'Change to €23.00 in all' })).toHaveAttribute(
      'aria-disabled',
      'false',
    )
    await keepScreen(page, 'tip-adjustment')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'The tip is now €3.00' })).toBeVisible()
    await leave(page)

    await page.keyboard.press('F4')
    await page.getByText('€20.00').first().click()
    await expect(page.getByRole('button', { name: 'Enter tip…' })).toBeVisible()
    await page.keyboard.press('t')
    await expect(page.getByRole('dialog', { name: 'Enter tip' })).toBeVisible()
    await expect(page.getByText('€3.00').first()).toBeVisible()
    await page.keyboard.type('2001', { delay: 60 })
    await expect(page.getByText(/a manager has to approve it/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Change to €/ })).toHaveAttribute('aria-disabled', 'false')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible()
  })
})
