import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { actAtTerminal, expect, openTill, test, wakeTill, type Cloud } from '../fixtures.ts'
import { createHand, type Hand, type Way } from '../hand.ts'

const TABLE = join(import.meta.dirname, '../../docs/acts.md')

/** By flow, the numbers of docs/acts.md. */
function readTable(): Map<string, Record<Way, number>> {
  const rows = readFileSync(TABLE, 'utf8').matchAll(/^\| ([^|]+?) +\| (\d+)[^|]*\| (\d+)[^|]*\|/gm)
  return new Map(
    [...rows].map(([, flow = '', keyboard, touch]) => [flow, { keyboard: Number(keyboard), touch: Number(touch) }]),
  )
}

interface Counter {
  page: Page
  cloud: Cloud
  hand: Hand
  way: Way
}

/** Begins and ends at Sell, and answers how many acts the flow itself took. */
type Flow = (counter: Counter) => Promise<number>

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string | RegExp) => page.getByRole('navigation').getByRole('button', { name })
const charge = (page: Page) => page.locator('main button[aria-keyshortcuts=Enter]')
const next = (page: Page) => button(page, 'Next customer')
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name })).toBeVisible()

async function begin({ page, hand }: Counter, digits: string): Promise<void> {
  await hand.type(digits)
  await hand.act('Enter', charge(page))
  await heading(page, /Look at the terminal/)
}

async function sell(counter: Counter, digits: string): Promise<void> {
  await begin(counter, digits)
  await actAtTerminal(counter.cloud, 'tap')
  await heading(counter.page, /^Approved/)
}

async function leave({ page, hand }: Counter, key: 'Enter' | 'Escape' = 'Enter'): Promise<void> {
  await hand.act(key, next(page))
  await wakeTill(page)
}

async function goBackToSell({ page, hand }: Counter): Promise<void> {
  await hand.act('F2', tab(page, 'Sell'))
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

/** What a day is made of. Amounts differ: the same one again is asked about. */
const DAY: Readonly<Record<string, Flow>> = {
  'A sale of €45.00': async (counter) => {
    const acts = await counter.hand.count(() => begin(counter, '4500'))
    await actAtTerminal(counter.cloud, 'tap')
    await heading(counter.page, 'Approved €45.00')
    return acts
  },
  'The next customer': (counter) => counter.hand.count(() => leave(counter)),
  'The same amount once more, after its question': async (counter) => {
    const { page, hand, cloud } = counter
    const acts = await hand.count(async () => {
      await hand.type('4500')
      await hand.act('Enter', charge(page))
      await hand.act('F12', button(page, /^Charge again/))
      await heading(page, /Look at the terminal/)
    })
    await actAtTerminal(cloud, 'tap')
    await cloud.act({ act: 'acceptDuplicate' }).catch(() => undefined)
    await heading(page, /^Approved/)
    await leave(counter)
    return acts
  },
  'Cancel a payment': async (counter) => {
    const { page, hand } = counter
    await begin(counter, '1100')
    const acts = await hand.count(async () => {
      await hand.act('Escape', button(page, 'Cancel'))
      if (await page.getByRole('group', { name: 'Cancel on the terminal?' }).isVisible())
        await hand.act('Enter', button(page, 'Yes, cancel'))
      await heading(page, 'Cancelled: card not charged')
    })
    await leave(counter, 'Escape')
    return acts
  },
  'Declined: another card': async (counter) => {
    const { page, hand, cloud } = counter
    await begin(counter, '1200')
    await actAtTerminal(cloud, 'decline')
    await heading(page, 'Declined: card not charged')
    const acts = await hand.count(async () => {
      await hand.act('Enter', button(page, 'Try again'))
      await heading(page, /Look at the terminal/)
    })
    await actAtTerminal(cloud, 'tap')
    await heading(page, /^Approved/)
    await leave(counter)
    return acts
  },
  'The signature matches': async (counter) => {
    const { page, hand, cloud } = counter
    await cloud.control('POST', '/options', { signature: 'base64' })
    await begin(counter, '1300')
    await actAtTerminal(cloud, 'swipe')
    await actAtTerminal(cloud, 'sign')
    const acts = await hand.count(async () => {
      await hand.act('1', button(page, 'Matches'))
      await expect(button(page, 'Matches')).toHaveCount(0)
    })
    await cloud.control('POST', '/options', { signature: 'none' })
    await leave(counter)
    return acts
  },
  'Print the receipt of this sale': async (counter) => {
    const { page, hand } = counter
    await sell(counter, '1400')
    const acts = await hand.count(async () => {
      await hand.act('p', button(page, 'Receipt'))
      await hand.act('Enter', button(page, 'Print on Counter printer'))
      await expect(page.getByText('Printed on Counter printer', { exact: true })).toBeVisible()
    })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await leave(counter)
    return acts
  },
  'Print the last receipt again': async (counter) => {
    const { page, hand, way } = counter
    const acts = await hand.count(async () => {
      if (way === 'keyboard') await hand.press('F8')
      else {
        await hand.act('F4', tab(page, 'History'))
        await hand.act('Enter', page.locator('main [data-row]').first())
        await hand.act('p', button(page, 'Receipt'))
      }
      await hand.act('Enter', button(page, 'Print on Counter printer'))
      await expect(page.getByText('Printed on Counter printer, marked COPY')).toBeVisible()
    })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await goBackToSell(counter)
    return acts
  },
  'Find the sale of €14.00 and open it': async (counter) => {
    const { page, hand } = counter
    const acts = await hand.count(async () => {
      await hand.act('F4', tab(page, 'History'))
      const rows = page.locator('main [data-row]')
      await expect(rows.first()).toBeVisible()
      if (counter.way === 'touch') await hand.act('/', page.getByRole('searchbox'))
      for (const key of '14.00') await hand.press(key)
      await expect(page.getByText(/^Searched for: .*€14\.00/)).toBeVisible()
      await expect(rows).toHaveCount(1)
      await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
      await hand.act('Enter', rows)
      await heading(page, 'Evidence')
    })
    await goBackToSell(counter)
    return acts
  },
  'Refund the last sale': async (counter) => {
    const { page, hand, cloud } = counter
    const acts = await hand.count(async () => {
      await hand.act('F3', tab(page, 'Refund'))
      const newest = page.locator('main [data-row]').first()
      await expect(newest).toBeVisible()
      if (counter.way === 'keyboard') await hand.press('ArrowDown')
      await hand.act('Enter', newest)
      await hand.act('Enter', button(page, /^Refund €/))
      await heading(page, /Look at the terminal/)
    })
    await actAtTerminal(cloud, 'tap')
    await heading(page, /^Refunded/)
    await leave(counter)
    return acts
  },
  'Open the last payment': async (counter) => {
    const { page, hand } = counter
    const acts = await hand.count(async () => {
      await hand.act('F4', tab(page, 'History'))
      const newest = page.locator('main [data-row]').first()
      await expect(newest).toBeVisible()
      if (counter.way === 'keyboard') await hand.press('ArrowDown')
      await hand.act('Enter', newest)
      await heading(page, 'Evidence')
    })
    await goBackToSell(counter)
    return acts
  },
  'Choose the other terminal': async (counter) => {
    const { page, hand } = counter
    return hand.count(async () => {
      await hand.reach(page.getByRole('button', { name: /^Terminal PAX A920 · 4578/ }))
      const other = page.getByRole('radio', { name: /4579/ })
      await expect(page.getByRole('radio')).toHaveCount(2)
      if (counter.way === 'touch') await hand.act('Enter', page.locator('label').filter({ has: other }))
      else for (const key of ['ArrowDown', 'Enter']) await hand.press(key)
      await expect(page.getByRole('button', { name: /^Terminal PAX A920PRO · 4579/ })).toBeVisible()
    })
  },
}

/** What follows a part. */
const PARTS: Readonly<Record<string, Flow>> = {
  'Partly approved: collect the rest': async (counter) => {
    const { page, hand, cloud } = counter
    await begin(counter, '3757')
    await actAtTerminal(cloud, 'tap')
    await actAtTerminal(cloud, 'acceptPartial')
    const acts = await hand.count(async () => {
      await hand.act('Enter', button(page, 'Collect the rest'))
      await heading(page, /Look at the terminal/)
    })
    await actAtTerminal(cloud, 'tap')
    await heading(page, 'Approved €26.57')
    await leave(counter)
    return acts
  },
  'Partly approved: take it back': async (counter) => {
    const { page, hand, cloud } = counter
    // The same amount as a moment ago is asked about.
    await hand.type('3757')
    await hand.act('Enter', charge(page))
    await hand.act('F12', button(page, /^Charge again/))
    await heading(page, /Look at the terminal/)
    await actAtTerminal(cloud, 'tap')
    await actAtTerminal(cloud, 'acceptPartial')
    const acts = await hand.count(async () => {
      await hand.reach(button(page, 'Take back'))
      await hand.act('Enter', button(page, 'Yes, take back'))
      await heading(page, /^Taken back/)
    })
    await leave(counter)
    return acts
  },
}

/** What is done while nobody knows what became of a payment. */
const DOUBT: Readonly<Record<string, Flow>> = {
  'Check now': async (counter) => {
    const { page, hand, cloud } = counter
    await begin(counter, '4500')
    await cloud.control('POST', '/cloud', { up: false })
    await heading(page, 'Checking with the bank')
    const asked = page.waitForRequest('**/bridge/command/payment%3Acheck')
    const acts = await hand.count(() => hand.act('Enter', button(page, 'Check now')))
    await asked
    return acts
  },
  'The next customer, while it is checked': (counter) => counter.hand.count(() => leaveUnknown(counter)),
  'See what is unresolved': ({ page, hand }) =>
    hand.count(async () => {
      await hand.act('F7', tab(page, /^Unresolved/))
      await expect(page.getByText('€45.00')).toBeVisible()
    }),
  'A late result: seen': async (counter) => {
    const { page, hand, cloud } = counter
    await goBackToSell(counter)
    await cloud.act({ act: 'tap' })
    await cloud.control('POST', '/cloud', { up: true })
    const late = page.getByText(/^Sale 1 of €45\.00: Approved at /)
    await expect(late).toBeVisible()
    return hand.count(async () => {
      await hand.reach(button(page, 'Seen'))
      await expect(late).toHaveCount(0)
    })
  },
}

async function leaveUnknown({ page, hand }: Counter): Promise<void> {
  await hand.act('Escape', next(page))
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
}

const DAYS = [
  { words: 'a day', flows: DAY, timeFactor: 1 },
  // Rules of minutes pass in seconds: nobody waits here to be told that a part is all.
  { words: 'a day of parts', flows: PARTS, timeFactor: 20 },
  { words: 'a day in doubt', flows: DOUBT, timeFactor: 1 },
]

for (const way of ['keyboard', 'touch'] as const) {
  test.describe(`by ${way}`, () => {
    test.use({ hasTouch: way === 'touch' })
    for (const { words, flows, timeFactor } of DAYS) {
      test.describe(words, () => {
        test.use({ timeFactor, simulatorFlags: ['--customer', 'none', '--rate-limit', 'off'] })

        test('takes as many acts as the table says', async ({ page, till, cloud }) => {
          await openTill(page, till.url)
          const counter = { page, cloud, way, hand: createHand(page, way) }
          const counted: Record<string, number> = {}
          for (const [flow, count] of Object.entries(flows)) {
            // oxlint-disable-next-line no-await-in-loop -- one after the other, as on a day
            await test.step(flow, async () => (counted[flow] = await count(counter)))
          }
          const wanted = Object.keys(flows).map((flow) => [flow, readTable().get(flow)?.[way]])
          expect(counted).toEqual(Object.fromEntries(wanted))
        })
      })
    }
  })
}

test('the table has each flow that is counted, and no other', () => {
  expect([...readTable().keys()]).toEqual(DAYS.flatMap(({ flows }) => Object.keys(flows)))
})
