import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chargeByKeys, expect, keepScreen, openTill, test as base } from '../fixtures.ts'

declare global {
  /** What the list was seen to be while somebody scrolled. */
  var watched: { frames: number; blanks: number; isOver: boolean }
}

const PAYMENTS = 100_000

/** One shop with a long history for all of these stories, which come one after another. PAYDESK_HISTORY names one seeded before. */
const test = base.extend<object, { longHistory: string }>({
  longHistory: [
    // Playwright reads from the pattern that it needs no other fixture.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const seeded = process.env['PAYDESK_HISTORY']
      if (seeded !== undefined) return use(seeded)
      const folder = mkdtempSync(join(tmpdir(), 'paydesk-history-'))
      const script = join(import.meta.dirname, '../../main/dev/seed.ts')
      const flags = ['--data', folder, '--payments', PAYMENTS.toString(), '--file', 'journal.sqlite']
      process.stdout.write(execFileSync(process.execPath, [script, ...flags], { encoding: 'utf8' }))
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  dataFolder: async ({ longHistory }, use) => use(longHistory),
})

test.describe.configure({ mode: 'serial', timeout: 300_000 })

async function openHistory(page: Page, url: string): Promise<void> {
  await openTill(page, url)
  await page.keyboard.press('F4')
  await expect(page.getByRole('heading', { name: 'History' })).toBeFocused()
  await expect(rows(page).first()).toBeVisible()
}

function rows(page: Page) {
  return page.locator('[data-row]')
}

function field(page: Page) {
  return page.getByRole('searchbox', { name: 'Search' })
}

async function search(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await expect(field(page)).toHaveValue(text)
}

/** Turns the wheel and waits until the list has moved: a wheel is over before the window moves, and takes drawn rows away. */
async function scrollDown(page: Page, pixels: number): Promise<void> {
  const before = await page.evaluate(() => scrollY)
  await page.mouse.wheel(0, pixels)
  await page.waitForFunction((top) => scrollY > top, before)
}

/** The first payment with all these words that is wholly seen: rows beyond the edges are taken away as the list likes. */
async function findInView(page: Page, words: string[]): Promise<string | undefined> {
  return rows(page).evaluateAll((all, wanted) => {
    const seen = all.filter(
      (row) => row.getBoundingClientRect().top > 0 && row.getBoundingClientRect().bottom < innerHeight,
    )
    return (
      seen.find((row) => wanted.every((word) => row.textContent.includes(word)))?.getAttribute('data-row') ?? undefined
    )
  }, words)
}

/** Watches the window frame by frame for places in the list where nothing stands. */
async function countBlanksWhile(page: Page, act: () => Promise<void>): Promise<{ frames: number; blanks: number }> {
  await page.evaluate(() => {
    const seen = { frames: 0, blanks: 0, isOver: false }
    globalThis.watched = seen
    const look = () => {
      const list = document.querySelector('[data-index]')?.parentElement
      const bar = document.querySelector('input[type=search]')?.closest('main > div')?.getBoundingClientRect()
      if (list && bar) {
        const { top, bottom } = list.getBoundingClientRect()
        seen.frames++
        for (let y = Math.max(top, bar.bottom) + 2; y < Math.min(bottom, innerHeight) - 2; y += 24) {
          const there = document.elementsFromPoint(innerWidth / 2, y)
          if (!there.some((element) => element.closest('[data-index]') !== null)) seen.blanks++
        }
      }
      if (!seen.isOver) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await act()
  return page.evaluate(() => {
    watched.isOver = true
    return { frames: watched.frames, blanks: watched.blanks }
  })
}

test('while the search is made ready the list works and says so; then everything is counted', async ({
  page,
  till,
}) => {
  await openHistory(page, till.url)
  await expect(page.getByText(/The search is still being made ready/)).toBeVisible()
  await page.mouse.wheel(0, 4000)
  await expect(rows(page).first()).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  await expect(page.getByText('100,000 payments', { exact: true })).toBeVisible({ timeout: 240_000 })
  await expect(page.getByText(/The search is still being made ready/)).toHaveCount(0)
  await keepScreen(page, 'history')
})

test('a fast scroll meets no blank row, however long the list becomes', async ({ page, till }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openHistory(page, till.url)
  const wheeled = await countBlanksWhile(page, async () => {
    await page.mouse.move(500, 500)
    for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, 2500)
    for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, -4000)
  })
  expect(wheeled.frames).toBeGreaterThan(20)
  expect(wheeled.blanks).toBe(0)
  // To the end, and to the end of what comes then: with the scroll bar, or a held key.
  const jumped = await countBlanksWhile(page, async () => {
    for (let turn = 0; turn < 8; turn++) {
      const before = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      await page.waitForFunction((height) => document.documentElement.scrollHeight > height, before)
    }
  })
  expect(jumped.frames).toBeGreaterThan(8)
  expect(jumped.blanks).toBe(0)
  expect(await rows(page).count()).toBeLessThan(150)
})

test('a payment is found by everything that is known of it', async ({ page, till }) => {
  await openHistory(page, till.url)
  // A sale with a card, some way down, that has an order: how far down depends on the day on which the shop was made up.
  await scrollDown(page, 3000)
  let reference = await findInView(page, ['••••', 'Order', 'Approved'])
  while (reference === undefined) {
    await scrollDown(page, 500)
    reference = await findInView(page, ['••••', 'Order', 'Approved'])
  }
  const row = page.locator(`[data-row="${reference}"]`)
  const words = await row.innerText()
  const [number = ''] = /#[0-9]+/.exec(words) ?? []
  const [amount = ''] = /€[0-9,.]+/.exec(words) ?? []
  const [lastFour = ''] = /(?<=•••• )[0-9]{4}/.exec(words) ?? []
  const [customer = ''] = /Order [0-9]+/.exec(words) ?? []
  const [time = ''] = /[0-9]{1,2}:[0-9]{2}(?: [AP]M)?/.exec(words) ?? []
  await row.click()
  await page.getByText('What exactly was recorded').nth(1).press('Enter')
  const raw = page.locator('pre').filter({ hasText: 'terminalReported' })
  await expect(raw).toContainText(lastFour)
  const [transactionId = ''] = /(?<="transactionId": ")[^"]+/.exec(await raw.innerText()) ?? []
  const [at = ''] = /(?<="at": ")[^"]+/.exec(await raw.innerText()) ?? []
  expect([number, amount, lastFour, customer, time, transactionId, at].every((part) => part !== '')).toBe(true)
  await raw.scrollIntoViewIfNeeded()
  await keepScreen(page, 'payment-page-recorded')
  await page.keyboard.press('Escape')

  // Back where it was, with the row in focus.
  await expect(row).toBeFocused()
  await expect(row).toBeInViewport()
  for (const text of [number, number.slice(1), customer, reference, reference.slice(0, 8), transactionId]) {
    await search(page, text)
    await expect(row).toBeVisible()
  }
  // What many payments share is narrowed by the day.
  await page.getByLabel('Day', { exact: true }).fill(await dayOf(page, at))
  for (const text of [amount, amount.slice(1), lastFour, `•••• ${lastFour}`, time]) {
    await search(page, text)
    await expect(row).toBeVisible()
    await expect(page.getByText(/^Searched for:/)).toBeVisible()
  }
  await keepScreen(page, 'history-search')
  await search(page, 'no such customer')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await keepScreen(page, 'history-nothing')
  await search(page, '!')
  await expect(page.getByText(/That can be no amount/)).toBeVisible()
})

/** The day of a moment by the calendar of the till. */
async function dayOf(page: Page, at: string): Promise<string> {
  return page.evaluate((moment) => {
    const day = new Date(moment)
    const two = (part: number) => part.toString().padStart(2, '0')
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
  }, at)
}

test('the keyboard alone searches, filters, chooses, opens and comes back', async ({ page, till }) => {
  await openHistory(page, till.url)
  await page.keyboard.press('F4')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('order')
  await expect(page.getByText('customer reference “order”')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(2)).toBeFocused()
  const chosen = (await rows(page).nth(2).getAttribute('data-row')) ?? ''
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('PageDown')
  await expect(page.locator('[data-row][data-selected=true]')).toBeFocused()
  await expect(page.locator('[data-row][data-selected=true]')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Evidence' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator(`[data-row="${chosen}"]`)).toBeFocused()
  await expect(field(page)).toHaveValue('order')
  // Esc clears, and then goes back.
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
})

test('filters are joined, and what happens meanwhile stays right under them', async ({ page, till, cloud }) => {
  await openHistory(page, till.url)
  await page.getByLabel('Kind').selectOption('Refunds')
  await page.getByRole('button', { name: 'Charged', exact: true }).click()
  await expect(rows(page).first()).toContainText('Refund')
  const refunds = await rows(page).allInnerTexts()
  expect(refunds.every((words) => /-€[0-9]/.test(words) && words.includes('Refund'))).toBe(true)
  await keepScreen(page, 'history-filtered')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(page.getByText('100,000 payments')).toBeVisible()
  // Nobody waits for a number that nobody reads.
  await page.getByRole('button', { name: 'Charged', exact: true }).click()
  await expect(page.getByText('More than 1,000 payments', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Settled by manager' }).click()
  await expect(rows(page).first()).toContainText('Settled by manager')
  await page.getByRole('button', { name: 'Show everything' }).click()

  // A sale of now: in doubt while nobody knows, charged when the terminal has said so.
  await page.keyboard.press('F2')
  await chargeByKeys(page, '77123')
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: 'Approved €771.23' })).toBeVisible()
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByText('100,001 payments')).toBeVisible()
  await expect(rows(page).first()).toContainText('€771.23')
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(page.getByText('1 payment', { exact: true })).toBeVisible()
  await search(page, '771.23')
  await expect(rows(page)).toHaveCount(1)
  await search(page, '771.24')
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test('works by touch at 1024 × 768', async ({ page, till }) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openHistory(page, till.url)
  const targets = await page
    .locator('main')
    .getByRole('group', { name: 'Filters' })
    .locator('button, select, label')
    .all()
  for (const target of [...targets, rows(page).first(), field(page)]) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(48)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
  await keepScreen(page, 'history-1024')
})
