import { chargeByKeys, expect, keepScreen, openTill, test } from '../fixtures.ts'

test.describe('when nobody knows', () => {
  test('a lost answer is checked with the bank; nothing is offered that could charge twice', async ({
    page,
    till,
    cloud,
  }) => {
    await cloud.control('POST', '/faults', [{ match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 }])
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: 'Checking with the bank' })).toBeVisible()
    await expect(page.getByText('Do not charge again yet.')).toBeVisible()
    await expect(page.locator('[data-screen][data-money=unknown]')).toBeVisible()
    await keepScreen(page, 'checking')
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)

    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('button', { name: 'Unresolved: 1 payment' })).toBeVisible()
    await page.keyboard.type('900', { delay: 60 })
    await expect(page.getByText(/is held by an open payment/)).toBeVisible()
    await keepScreen(page, 'sell-held')

    await page.keyboard.press('F7')
    await expect(page.getByText('€45.00')).toBeVisible()
    await keepScreen(page, 'unresolved')
    await cloud.act({ act: 'tap' })
    await expect(page.getByText(/Approved, not confirmed yet/)).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ received: 1, netMinor: 4500 }])
  })

  test('a cut network during a payment: doubt while it lasts, the truth when it is back', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.control('POST', '/cloud', { up: false })
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Checking with the bank' })).toBeVisible({ timeout: 20_000 })
    await cloud.control('POST', '/cloud', { up: true })
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ received: 1, netMinor: 4500 }])
  })

  test('kill -9 during a payment: the next start asks, shows it, and never sends it again', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    const url = await till.restart()
    await page.goto(url)
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ received: 1, netMinor: 4500 }])
  })

  test('a reloaded page comes back to the same payment', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
  })
})

test('a payment can be opened from the history, with every step of its evidence', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
  await page.getByRole('button', { name: 'Next customer' }).click()
  // Leaving asks Paydesk first: a key pressed before its answer would be for the screen that goes.
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F4')
  await keepScreen(page, 'history')
  await page.getByText('€45.00').first().click()
  await expect(page.getByRole('heading', { name: 'Sale 1 of €45.00' })).toBeVisible()
  await expect(page.getByText('Sale 1 of €45.00 saved on this till')).toBeVisible()
  await expect(page.getByText(/Terminal, by result query/).first()).toBeVisible()
  await keepScreen(page, 'payment-page')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  expect(await cloud.ledger()).toMatchObject([{ netMinor: 4500 }])
})
