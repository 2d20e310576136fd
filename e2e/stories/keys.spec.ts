import type { Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, openTill, scan, test, wakeTill } from '../fixtures.ts'

const LOOK = { name: /Look at the terminal/ } as const

test.describe('Enter charges what was typed last, wherever a mouse or a finger was before', () => {
  test('on a tab of the frame', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await page.getByRole('button', { name: 'History', exact: true }).click()
    await page.getByRole('button', { name: 'Sell', exact: true }).click()
    await chargeByKeys(page, '700')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    expect(await cloud.ledger()).toHaveLength(1)
  })

  test('on the list of keys, which Esc closed', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.keyboard.type('70', { delay: 60 })
    await page.getByRole('button', { name: 'All keys' }).click()
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await chargeByKeys(page, '0')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('on another terminal, chosen after the amount was typed', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.keyboard.type('700', { delay: 60 })
    await page.getByRole('button', { name: /^Terminal PAX A920 · 4578/ }).click()
    await page.getByRole('radio', { name: /4579/ }).click({ force: true })
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Look at the terminal PAX A920PRO · 4579' })).toBeVisible()
  })

  test('on the keypad while a customer reference was written', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.getByRole('button', { name: 'Add a customer reference' }).click()
    await page.keyboard.type('Order 12')
    await page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: '7', exact: true }).click()
    await chargeByKeys(page, '00')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    await expect(page.getByText('Order 12')).toBeVisible()
    await expect(page.getByText('€7.00').first()).toBeVisible()
  })
})

test('by keyboard alone the focus of a button ends where an amount begins', async ({ page, till }) => {
  await openTill(page, till.url)
  await page.getByRole('button', { name: 'All keys' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'All keys' })).toBeFocused()
  await chargeByKeys(page, '700')
  await expect(page.getByRole('heading', LOOK)).toBeVisible()
})

/** Goes on to the next customer, of which main frees the screen, and answers, only when it is told to. */
async function leaveSlowly(page: Page): Promise<{ free: () => void; answer: () => void }> {
  const freed = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  await page.route('**/bridge/command/payment%3Aleave', async (route) => {
    await freed.promise
    const response = await route.fetch()
    await answered.promise
    await route.fulfill({ response })
  })
  await page.keyboard.press('Enter')
  return { free: freed.resolve, answer: answered.resolve }
}

test.describe('what is typed while a payment leaves the screen is for the next one', () => {
  test.use({ simulatorFlags: [] })

  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'wait' }))

  test.beforeEach(async ({ page, till }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('button', { name: /Next customer/ })).toHaveAttribute('aria-disabled', 'false')
  })

  test('the next amount keeps its first digits, and nothing is charged by the Enter after it', async ({
    page,
    cloud,
  }) => {
    const main = await leaveSlowly(page)
    await page.keyboard.type('1250')
    await page.keyboard.press('Enter')
    main.free()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    main.answer()
    await expect(page.getByRole('button', { name: 'Charge €12.50' })).toHaveAttribute('aria-disabled', 'false')
    expect(await cloud.ledger()).toHaveLength(1)
  })

  test('a scanner’s code is no amount, and what a person typed before it stays', async ({ page }) => {
    const main = await leaveSlowly(page)
    await page.keyboard.type('12', { delay: 80 })
    await page.waitForTimeout(80)
    await scan(page, '036000291452')
    main.free()
    main.answer()
    await page.keyboard.type('50', { delay: 80 })
    await expect(page.getByRole('button', { name: 'Charge €12.50' })).toHaveAttribute('aria-disabled', 'false')
  })

  test('what follows the key of a page is for that page alone', async ({ page }) => {
    const main = await leaveSlowly(page)
    await page.keyboard.press('F4')
    await page.keyboard.type('1250', { delay: 80 })
    main.free()
    main.answer()
    await expect(page.getByRole('searchbox')).toBeVisible()
    await page.keyboard.press('F2')
    await wakeTill(page)
    await expect(page.getByRole('button', { name: /^Charge/ })).not.toHaveAccessibleName(/[1-9]/)
  })

  test('a page that is asked for opens and stays', async ({ page }) => {
    const main = await leaveSlowly(page)
    const answered = page.waitForResponse('**/bridge/command/payment%3Aleave')
    await page.keyboard.press('F4')
    main.free()
    await expect(page.getByRole('searchbox')).toBeVisible()
    main.answer()
    await answered
    await expect(page.getByRole('searchbox')).toBeVisible()
  })
})

test('a keypad key in focus can be pressed again and again', async ({ page, till }) => {
  await openTill(page, till.url)
  await page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: '7', exact: true }).focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Charge €7.77' })).toBeVisible()
})

test('a terminal is chosen by keyboard: Enter opens, arrows choose, Enter closes', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  const chip = page.getByRole('button', { name: /^Terminal PAX/ })
  await chip.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /4578/ })).toBeChecked()
  await page.getByRole('radio', { name: /4578/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /4579/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(chip).toHaveAccessibleName(/4579/)
  await chargeByKeys(page, '1500')
  await expect(page.getByRole('heading', { name: 'Look at the terminal PAX A920PRO · 4579' })).toBeVisible()
  await cloud.act({ act: 'tap' }, '082104579')
  await expect(page.getByRole('heading', { name: 'Approved €15.00' })).toBeVisible()
})

test('a scanner’s Enter charges nothing, and the amount stays as it was', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await page.keyboard.type('4500', { delay: 60 })
  await expect(page.getByRole('button', { name: 'Charge €45.00' })).toBeVisible()
  await scan(page, '4006381333931')
  await expect(page.getByText('Nothing was charged. A scanner typed that, so the amount is as before.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Charge €45.00' })).toBeVisible()
  await keepScreen(page, 'scanned')
  expect(await cloud.ledger()).toEqual([])
  await expect(page.getByRole('button', { name: 'Charge €45.00' })).toHaveAttribute('aria-disabled', 'false')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', LOOK)).toBeVisible()
})

test('a pasted amount is charged by Enter, also after a tab was pressed', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await page.getByRole('button', { name: 'Sell', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text', '12.34')
    const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
    ;(document.activeElement ?? document.body).dispatchEvent(pasted)
  })
  await expect(page.getByRole('button', { name: 'Charge €12.34' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', LOOK)).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: 'Approved €12.34' })).toBeVisible()
})

test.describe('answers that are lost', () => {
  test('a sale whose answer is lost, but which is on the screen already, is not in doubt', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.route('**/bridge/command/sale%3Astart', async (route) => {
      await route.fetch()
      await expect(page.getByRole('heading', LOOK)).toBeVisible()
      await route.abort()
    })
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('heading', { name: 'Cancelled: card not charged' })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
    await expect(page.getByText('We do not know yet.')).toHaveCount(0)
  })

  test('another try that nobody answers is looked at again under its own key until it is known', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    await cloud.act({ act: 'decline', issuerResponseCode: '51' })
    await expect(page.getByRole('heading', { name: 'Declined: card not charged' })).toBeVisible()

    const keys: unknown[] = []
    await page.route('**/bridge/command/payment%3Aretry', async (route) => {
      keys.push(route.request().postDataJSON())
      if (keys.length === 1) return route.abort()
      if (keys.length > 2) return route.continue()
      const error = { code: 'journal.unavailable', message: '', moneyState: 'notCharged', correlationId: '' }
      return route.fulfill({ json: { ok: false, error } })
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('We do not know yet.').first()).toBeVisible()
    await expect(page.locator('[data-screen][data-money=unknown]')).toBeVisible()
    await expect(page.getByText('Nothing was charged')).toHaveCount(0)
    await keepScreen(page, 'retry-in-doubt')
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect.poll(() => keys.length).toBe(2)
    await expect(page.getByRole('button', { name: 'Look again' })).toHaveAttribute('aria-disabled', 'false')
    await expect(page.locator('[data-screen][data-money=unknown]')).toBeVisible()
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    expect(keys).toEqual([keys[0], keys[0], keys[0]])
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([0, 4500])
  })

  test('a screen that cannot go back by itself says so, and counts no longer', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await page.route('**/bridge/command/payment%3Aleave', (route) => route.abort())
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', LOOK)).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByText(/Back to Sell in/)).toBeVisible()
    await expect(page.getByText(/Paydesk did not answer/)).toBeVisible()
    await expect(page.getByText(/Back to Sell in/)).toHaveCount(0)
    await page.unrouteAll()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  })
})
