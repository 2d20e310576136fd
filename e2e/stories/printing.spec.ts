import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import {
  chargeByKeys,
  expect,
  keepScreen,
  openTill,
  wakeResult,
  test as base,
  type Cloud,
  type Till,
} from '../fixtures.ts'
import { readPdfText } from '../pdf-text.ts'

/** A mail server on this machine: what it was given, and whom it refuses. */
interface Mailbox {
  port: number
  letters: { to: string; source: string }[]
}

const test = base.extend<{ mailbox: Mailbox }>({
  // Playwright reads from the braces what a fixture needs: this one needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  mailbox: async ({}, use) => {
    const letters: Mailbox['letters'] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('nobody@') ? new Error('no such mailbox') : null),
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const source = Buffer.concat(parts).toString('utf8')
          for (const { address } of session.envelope.rcptTo) letters.push({ to: address, source })
          done()
        })
      },
    })
    const listening = server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const address = listening.address()
    if (address === null || typeof address === 'string') throw new Error('the mail server has no port')
    await use({ port: address.port, letters })
    await new Promise<void>((resolve) => server.close(() => resolve()))
  },
  shop: async ({ mailbox }, use) => {
    const mail = { host: '127.0.0.1', port: mailbox.port, security: 'none', from: 'till@corner.example' }
    await use({ mail })
  },
})

const folderOf = (till: Till, printer: string): string => join(till.folder, 'data', 'printed', printer)

function turnOff(till: Till, printer: string): void {
  mkdirSync(folderOf(till, printer), { recursive: true })
  writeFileSync(join(folderOf(till, printer), 'offline'), '')
}

/** The text of everything that a folder printer has printed, oldest first. */
function readPaper(till: Till, printer: string): string[] {
  const folder = folderOf(till, printer)
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  return names
    .toSorted((one, two) => one.length - two.length || one.localeCompare(two))
    .map((name) => readPdfText(readFileSync(join(folder, name))))
}

async function sell(page: Page, cloud: Cloud, keys: string): Promise<void> {
  await chargeByKeys(page, keys)
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: /^Approved/ })).toBeVisible()
  await wakeResult(page)
}

test('a receipt by keyboard alone: P and Enter; printed again it says COPY, large and twice', async ({
  page,
  till,
  cloud,
}) => {
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toBeFocused()
  const paper = page.frameLocator('iframe[title="Customer receipt"]').frameLocator('iframe')
  await expect(paper.getByText('45.00 EUR')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toHaveAttribute('aria-disabled', 'false')
  await keepScreen(page, 'receipt-ways')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Printed on Counter printer', { exact: true })).toBeVisible()

  const [first = ''] = readPaper(till, 'Counter printer')
  expect(first).toContain('45.00 EUR')
  expect(first).not.toContain('COPY')
  expect(first).not.toContain('PRACTICE')
  await expect(page.getByText('so this one is marked COPY')).toBeVisible()
  await expect(paper.getByText('COPY', { exact: true })).toHaveCount(2)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toHaveAttribute('aria-disabled', 'false')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Printed on Counter printer, marked COPY')).toBeVisible()
  await keepScreen(page, 'print-preview-80mm')
  const [, second = ''] = readPaper(till, 'Counter printer')
  expect(second.match(/COPY/g)).toHaveLength(2)

  // The other copy was not printed yet: it is no copy of this one.
  await page.getByText('Merchant receipt').click()
  await expect(page.getByText('so this one is marked COPY')).toHaveCount(0)
})

test('a scanner’s code with a P in it opens no receipt', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await expect(page.getByRole('button', { name: 'Receipt' })).toBeVisible()
  await page.evaluate(() => {
    for (const key of '40p63p81') document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  // The same key, pressed by a person, opens one: that the page was listening.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('F8')
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toBeFocused()
})

test('a dead printer holds up neither another printer nor a sale, and its receipt is counted until somebody acts', async ({
  page,
  till,
  cloud,
}) => {
  turnOff(till, 'Counter printer')
  await page.setViewportSize({ width: 1024, height: 768 })
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Print on Counter printer' }).click()
  await expect(page.getByText('Waiting for Counter printer')).toBeVisible()
  await expect(
    page.getByText(
      'The printer does not answer. Look at its cable, paper and cover. Paydesk tries again by itself. The payment is not affected.',
    ),
  ).toBeVisible()
  await keepScreen(page, 'print-failed')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Next customer' }).click()
  await expect(page.getByRole('button', { name: '1 receipt not printed yet' })).toBeVisible()

  await sell(page, cloud, '900')
  expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([4500, 900])
  await page.getByRole('button', { name: 'Next customer' }).click()

  await page.getByRole('button', { name: '1 receipt not printed yet' }).click()
  await keepScreen(page, 'print-waiting')
  await page.getByRole('button', { name: 'Print on Office printer' }).click()
  await expect(page.getByText('Everything was printed and sent.')).toBeVisible()
  expect(readPaper(till, 'Office printer')[0]).toContain('45.00 EUR')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /not printed yet/ })).toHaveCount(0)
})

test('what was being printed when the power went is not printed again by itself: it is asked about', async ({
  page,
  till,
  cloud,
}) => {
  mkdirSync(folderOf(till, 'Counter printer'), { recursive: true })
  writeFileSync(join(folderOf(till, 'Counter printer'), 'silent'), '')
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Print on Counter printer' }).click()
  await expect(page.getByText('May have been printed on Counter printer')).toBeVisible()
  rmSync(join(folderOf(till, 'Counter printer'), 'silent'))
  await page.goto(await till.restart())
  await page.getByRole('button', { name: '1 receipt not printed yet' }).click()
  await expect(page.getByText('May have been printed on Counter printer')).toBeVisible()
  expect(readPaper(till, 'Counter printer')).toHaveLength(1)
  await page.getByRole('button', { name: 'Print a copy' }).click()
  await expect(page.getByText('Everything was printed and sent.')).toBeVisible()
  const [, again = ''] = readPaper(till, 'Counter printer')
  expect(again).toContain('COPY')
})

test('by e-mail: a wrong address is told, the right one gets text and HTML with nothing to fetch', async ({
  page,
  till,
  cloud,
  mailbox,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'E-mail…' }).click()
  const address = page.getByRole('textbox', { name: 'E-mail address of the customer' })
  await expect(address).toBeFocused()
  await page.keyboard.type('not an address')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('This is no e-mail address.')).toBeVisible()
  await address.fill('nobody@home.example')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Not sent to nobody@home.example')).toBeVisible()
  await expect(page.getByText('The mail server refused this address.')).toBeVisible()
  expect(mailbox.letters).toEqual([])

  await page.getByRole('button', { name: 'E-mail…' }).click()
  await address.fill('anna@home.example')
  await keepScreen(page, 'receipt-mail')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent to anna@home.example', { exact: true })).toBeVisible()
  expect(mailbox.letters.map(({ to }) => to)).toEqual(['anna@home.example'])
  const source = mailbox.letters[0]?.source ?? ''
  expect(source).toMatch(/^Subject: Receipt 1, Corner shop/m)
  expect(source).toContain('text/plain')
  expect(source).toContain('text/html')
  expect(source).toContain('45.00 EUR')
  expect(source).not.toMatch(/https?:\/\//)
})

test('as PDF, and on the terminal', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Receipt-1.pdf')
  expect(readPdfText(readFileSync(await download.path()))).toContain('45.00 EUR')
  await expect(page.getByText('Saved: Receipt-1.pdf')).toBeVisible()
  await page.getByRole('button', { name: 'On terminal PAX A920 · 4578' }).click()
  await expect(page.getByText(/^Terminal PAX A920 · 4578: /)).toBeVisible()
})

test('paper and printer are chosen once and kept over a restart', async ({ page, till, cloud }) => {
  await openTill(page, till.url)
  await sell(page, cloud, '4500')
  await page.keyboard.press('p')
  await page.getByText('Printers and paper').click()
  await page.getByRole('combobox', { name: 'Paper in Office printer' }).selectOption('a4')
  await page
    .getByRole('group', { name: /^Office printer/ })
    .getByRole('radio')
    .click()
  await expect(page.getByRole('button', { name: 'Print on Office printer' })).toBeVisible()
  await keepScreen(page, 'printers')
  await page.goto(await till.restart())
  await expect(page.getByRole('group', { name: 'Keypad' })).toBeVisible()
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Print on Office printer' }).click()
  await expect(page.getByText('Printed on Office printer')).toBeVisible()
  const [printed = ''] = readdirSync(folderOf(till, 'Office printer')).filter((name) => name.endsWith('.pdf'))
  const pdf = readFileSync(join(folderOf(till, 'Office printer'), printed), 'latin1')
  expect(pdf).toMatch(/MediaBox \[0 0 59[45]/)
})

test('a payment that nobody knows has no receipt but a slip for the customer, until it is known', async ({
  page,
  till,
  cloud,
}) => {
  const result = { finStatus: 'AUTHORISED', type: 'SALE', requestedAmount: 1200, totalAmount: 1200, currency: 'EUR' }
  await cloud.control('POST', '/faults', [
    {
      match: { pathIncludes: '/transaction-result' },
      fault: { type: 'status', status: 200, body: JSON.stringify(result) },
    },
    { match: { host: 'status' }, fault: { type: 'reset' } },
  ])
  await openTill(page, till.url)
  await chargeByKeys(page, '4500')
  await expect(page.locator('[data-screen=conflict][data-money=unknown]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print customer slip' })).toBeVisible()
  await wakeResult(page)
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toBeFocused()
  const paper = page.frameLocator('iframe[title="Customer slip"]').frameLocator('iframe')
  await expect(paper.getByText('OUTCOME NOT KNOWN YET')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print on Counter printer' })).toHaveAttribute('aria-disabled', 'false')
  await keepScreen(page, 'customer-slip')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Printed on Counter printer', { exact: true })).toBeVisible()
  const [slip = ''] = readPaper(till, 'Counter printer')
  expect(slip).toContain('€45.00')
  expect(slip).toContain('Nothing is to be paid again')
  expect(slip).not.toMatch(/approved/i)
  await expect(page.getByRole('button', { name: /^On terminal/ })).toHaveCount(0)
})
