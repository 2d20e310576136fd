import type { Page } from '@playwright/test'
import {
  actAtTerminal,
  approve,
  chargeByKeys,
  expect,
  keepScreen,
  MANAGER_PIN,
  openTill,
  test,
  type Cloud,
} from '../fixtures.ts'

/** Charges and goes on to the next customer while nobody knows what became of it. */
async function leaveInDoubt(page: Page, cloud: Cloud): Promise<void> {
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.control('POST', '/cloud', { up: false })
  await expect(page.getByRole('heading', { name: 'Checking with the bank' })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

test.describe('a result that comes late', () => {
  test('stays over every page, over a restart too, until a person has seen it', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await leaveInDoubt(page, cloud)
    await cloud.act({ act: 'tap' })
    await cloud.control('POST', '/cloud', { up: true })
    // What the page before shows is in the document, unseen, until the next one is there.
    const late = page.getByText(/^Sale 1 of €45\.00: Approved at /).filter({ visible: true })
    await expect(late).toBeVisible({ timeout: 20_000 })
    await keepScreen(page, 'late-result')

    await page.goto(await till.restart())
    await expect(late).toBeVisible()
    await page.keyboard.press('F4')
    await expect(late).toBeVisible()
    // The next customer's payment does not hide it, and its amount stays where it was.
    await page.keyboard.press('F2')
    await chargeByKeys(page, '900')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await expect(late).toBeVisible()
    await keepScreen(page, 'late-result-over-payment')
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €9.00' })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()

    await page.getByRole('button', { name: 'Seen' }).click()
    await expect(late).toHaveCount(0)
    await page.goto(await till.restart())
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText(/^Sale \d of/)).toHaveCount(0)
  })

  test('that is opened has been seen; so has every result that was on the screen', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await leaveInDoubt(page, cloud)
    await cloud.act({ act: 'tap' })
    await cloud.control('POST', '/cloud', { up: true })
    await page.getByRole('button', { name: 'Open' }).click({ timeout: 20_000 })
    await expect(page.getByRole('heading', { name: 'Sale 1 of €45.00' })).toBeVisible()
    await expect(page.getByText('Seen at this till')).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €45\.00: /)).toHaveCount(0)
  })

  test('stays over the page of its payment where that page cannot be shown', async ({ page, till, cloud }) => {
    await page.route(/assets\/payment-page-.*\.js/, (route) => route.abort())
    await openTill(page, till.url)
    await leaveInDoubt(page, cloud)
    await cloud.act({ act: 'tap' })
    await cloud.control('POST', '/cloud', { up: true })
    await page.getByRole('button', { name: 'Open' }).click({ timeout: 20_000 })
    await expect(page.getByText('This part cannot be shown')).toBeVisible()
    const late = page.getByText(/^Sale 1 of €45\.00: Approved at /).filter({ visible: true })
    await expect(late).toBeVisible()
    await keepScreen(page, 'late-over-failed-page')
    await page.getByRole('button', { name: 'Seen' }).click()
    await expect(late).toHaveCount(0)
  })

  test('of which the till died before anybody could see it is there at the next start', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    await page.goto(await till.restart())
    await expect(page.getByText(/^Sale 1 of €45\.00: Approved at /)).toBeVisible()
  })
})

/** The card has 11.00 left, and the customer agrees to that on the terminal. */
async function chargePart(page: Page, cloud: Cloud): Promise<void> {
  await chargeByKeys(page, '3757')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await actAtTerminal(cloud, 'tap')
  await actAtTerminal(cloud, 'acceptPartial')
}

const HURRIED = { timeFactor: 20, simulatorFlags: ['--customer', 'none', '--rate-limit', 'off'] }

test.describe('a partial approval', () => {
  test.use(HURRIED)

  test('is followed by a sale of the rest, with one key', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await chargePart(page, cloud)
    await expect(page.getByRole('heading', { name: 'Only €11.00 of €37.57 approved', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Collect the rest' })).not.toHaveAttribute('aria-disabled', 'true')
    await keepScreen(page, 'partly-approved')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Sale 2', { exact: true })).toBeVisible()
    await expect(page.getByText('Rest of Sale 1')).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €26.57' })).toBeVisible()
    expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([1100, 2657])
    // Whoever collected the rest has seen the part.
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €37\.57: /)).toHaveCount(0)
  })

  test('can be taken back, after a question', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await chargePart(page, cloud)
    const takeBack = page.getByRole('button', { name: 'Take back' })
    await expect(takeBack).not.toHaveAttribute('aria-disabled', 'true')
    await takeBack.click()
    await expect(page.getByText('Take back €11.00?')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Yes, take back' })).not.toHaveAttribute('aria-disabled', 'true')
    await keepScreen(page, 'take-back-asked')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 20_000 })
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 0 })
  })

  test('with a signature that matches is taken back for the reason that the manager types', async ({
    page,
    till,
    cloud,
  }) => {
    await cloud.control('POST', '/options', { signature: 'base64' })
    await openTill(page, till.url)
    await chargeByKeys(page, '3757')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await actAtTerminal(cloud, 'swipe')
    await actAtTerminal(cloud, 'acceptPartial')
    await actAtTerminal(cloud, 'sign')
    await page.getByRole('button', { name: 'Matches', exact: true }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('button', { name: 'Yes, take back' }).click()
    const approval = page.getByRole('dialog', { name: 'A manager has to approve this' })
    await expect(approval.getByText('The signature does not match the card')).toHaveCount(0)
    await approval.getByRole('textbox', { name: 'Reason' }).fill('The customer pays in cash')
    await approval.getByRole('textbox', { name: 'Manager PIN' }).fill(MANAGER_PIN)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /^Taken back: / })).toBeVisible({ timeout: 20_000 })
    expect((await cloud.ledger())[0]).toMatchObject({ netMinor: 0 })
  })
})

test.describe('a payment that no rule decides', () => {
  test.use(HURRIED)

  test('is settled by a manager, and the bank says otherwise later: it is not hidden', async ({
    page,
    till,
    cloud,
  }) => {
    // Some minutes of rules, hurried; a busy machine is slower all the same.
    test.slow()
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.control('POST', '/cloud', { up: false })
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'We do not know yet.' })).toBeVisible({ timeout: 40_000 })
    await expect(page.locator('[data-screen=notKnown][data-money=unknown]')).toBeVisible()
    for (const part of [
      'What we know',
      'What it means for the customer',
      'What happens by itself',
      'What you can do',
    ]) {
      await expect(page.getByText(part)).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Manager…' })).toBeInViewport({ ratio: 1 })
    await keepScreen(page, 'not-known')
    await page.setViewportSize({ width: 1024, height: 768 })
    await keepScreen(page, 'not-known-1024')
    for (const name of ['Manager…', 'Print customer slip', 'Check now', 'Next customer']) {
      await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
    }

    await page.getByRole('button', { name: 'Manager…' }).click()
    await page.getByText('The card was not charged').click()
    await page.getByRole('textbox', { name: 'Where was it seen?' }).fill('The terminal shows nothing')
    await page.getByRole('textbox', { name: 'Reason' }).fill('The customer left')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Maria')
    await page.getByRole('button', { name: 'Record: The card was not charged' }).click()
    await approve(page)
    await expect(page.getByRole('heading', { name: 'Settled by manager: not charged' })).toBeVisible({
      timeout: 30_000,
    })
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText(/^Sale 1 of €45\.00: /)).toHaveCount(0)

    await cloud.control('POST', '/cloud', { up: true })
    await expect(page.getByText(/^Sale 1 of €45\.00: Approved at /)).toBeVisible({ timeout: 40_000 })
    await expect(page.getByText('This was shown differently before: Settled by manager.')).toBeVisible()
    await keepScreen(page, 'late-correction')
    expect(await cloud.ledger()).toMatchObject([{ received: 1, netMinor: 4500 }])
  })
})

test('a terminal that is busy: nothing was charged, and it can be tried again', async ({ page, till, cloud }) => {
  const body = JSON.stringify({ error: 1001, message: 'The device is busy' })
  await cloud.control('POST', '/faults', [
    { match: { operation: 'sale' }, fault: { type: 'status', status: 400, body, carriedOut: false }, times: 1 },
  ])
  await openTill(page, till.url)
  await chargeByKeys(page, '4500')
  await expect(page.getByRole('heading', { name: 'Nothing was charged' })).toBeVisible()
  await expect(page.getByText('The terminal is in use.')).toBeVisible()
  await keepScreen(page, 'terminal-busy')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await expect(page.getByText('Sale 2', { exact: true })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
})
