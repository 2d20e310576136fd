import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  chargeByKeys,
  expect,
  keepScreen,
  openTill,
  SERIAL,
  test,
  wakeResult,
  wakeTill,
  type Cloud,
} from '../fixtures.ts'

declare global {
  /** The tones of a page that is listened to, in hertz. */
  var heard: number[]
}

const OTHER = '082104579'
const NAMES = { terminalNames: { [SERIAL]: 'Front desk', [OTHER]: 'Terrace' } }
const question = (page: Page) => page.getByRole('alert').filter({ hasText: /Charge (?:it )?again\?/ })
const keypad = (page: Page) => page.getByRole('group', { name: 'Keypad' })

/** A sale from its digits to the next customer. */
async function sell(page: Page, cloud: Cloud, digits: string, amount: string): Promise<void> {
  await chargeByKeys(page, digits)
  await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
  await cloud.act({ act: 'tap' })
  await expect(page.getByRole('heading', { name: `Approved ${amount}` })).toBeVisible()
  await next(page)
}

async function next(page: Page): Promise<void> {
  await wakeResult(page)
  await page.keyboard.press('Enter')
  await wakeTill(page)
}

test.describe('the same amount again', () => {
  test.use({ shop: NAMES })

  test('is asked about: Enter charges nobody, and another key charges the next customer', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await sell(page, cloud, '4500', '€45.00')
    await chargeByKeys(page, '4500')
    await expect(question(page)).toContainText(/€45\.00 was charged .* on Front desk \(Sale \d+\)\. Charge again\?/)
    await keepScreen(page, 'sell-guard')
    await expect(page.getByRole('button', { name: 'Do not charge' })).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(keypad(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Charge €45.00' })).not.toHaveAttribute('aria-disabled', 'true')
    expect(await cloud.ledger()).toHaveLength(1)

    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Charge again/ })).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('F12')
    await expect(page.getByRole('heading', { name: 'Look at the terminal Front desk' })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await cloud.act({ act: 'acceptDuplicate' }).catch(() => undefined)
    await expect(page.getByRole('heading', { name: 'Approved €45.00' })).toBeVisible()
    expect((await cloud.ledger()).map(({ netMinor }) => netMinor)).toEqual([4500, 4500])
  })

  test('stands nowhere near Charge, and digits do not answer', async ({ page, till, cloud }) => {
    await page.setViewportSize({ width: 1024, height: 768 })
    await openTill(page, till.url)
    await keypad(page).getByRole('button', { name: '5' }).click()
    const charge = page.getByRole('button', { name: 'Charge €0.05' })
    const box = await charge.boundingBox()
    if (box === null) throw new Error('no Charge')
    await charge.click()
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €0.05' })).toBeVisible()
    await next(page)
    await keypad(page).getByRole('button', { name: '5' }).click()
    await charge.click()
    await expect(question(page)).toBeVisible()
    const again = await question(page).getByRole('button', { name: 'Charge again' }).boundingBox()
    expect((again?.y ?? 0) + (again?.height ?? 0)).toBeLessThan(box.y)
    await keepScreen(page, 'sell-guard-1024')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await page.keyboard.type('77')
    await expect(question(page)).toBeVisible()
    await expect(page.getByText('€0.05').first()).toBeVisible()
    expect(await cloud.ledger()).toHaveLength(1)
  })

  test('in doubt on one terminal, is asked about on the other', async ({ page, till, cloud }) => {
    await cloud.control('POST', '/faults', [{ match: { operation: 'sale' }, fault: { type: 'loseAnswer' }, times: 1 }])
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: 'Checking with the bank' })).toBeVisible()
    await page.getByRole('button', { name: 'Next customer' }).click()
    await page.getByRole('button', { name: 'Other terminal' }).click()
    await expect(page.getByText(/^Busy: Sale \d+ €45\.00 since \d/).first()).toBeVisible()
    await page.getByRole('radio', { name: /Terrace/ }).check({ force: true })
    await expect(page.getByRole('radio')).toHaveCount(0)
    await chargeByKeys(page, '4500')
    await expect(question(page)).toContainText(/€45\.00 on Front desk is not known yet/)
    await page.getByRole('button', { name: /^Look at Sale \d+/ }).click()
    await expect(page.getByText(/We do not know yet/).first()).toBeVisible()
    await page.keyboard.press('F2')
    await expect(question(page)).toBeVisible()
    await page.getByRole('button', { name: /^Charge again/ }).click()
    await expect(page.getByRole('heading', { name: 'Look at the terminal Terrace' })).toBeVisible()
    expect(await cloud.ledger()).toHaveLength(2)
  })
})

test.describe('terminals', () => {
  test.use({ shop: NAMES })

  test('say when they were heard from, and answer when they are asked', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await expect(page.getByRole('button', { name: /^Terminal Front desk, Not heard from yet/ })).toBeVisible()
    await sell(page, cloud, '1200', '€12.00')
    await expect(page.getByRole('button', { name: /^Terminal Front desk, Ready.*Battery 100%/ })).toBeVisible()
    await page.getByRole('button', { name: /^Terminal Front desk/ }).click()
    await page.getByRole('button', { name: 'Check terminal Terrace' }).click()
    await expect(page.getByText(/^Terrace answered at .*: it is on and connected\.$/)).toBeVisible()
    await cloud.control('POST', `/terminals/${SERIAL}/network`, { up: false })
    await page.getByRole('button', { name: 'Check terminal Front desk' }).click()
    await expect(page.getByText(/^Front desk cannot be reached\. Check that it is on/)).toBeVisible()
    await expect(
      page.getByRole('group', { name: 'Choose the terminal' }).getByText(/^Offline, (?:now|\d+ seconds? ago)/),
    ).toBeVisible()
    await keepScreen(page, 'terminal-picker')
    expect(await cloud.ledger()).toHaveLength(1)
  })

  test('can be asked while a sale waits, and the sale goes on', async ({ page, till, cloud }) => {
    await openTill(page, till.url)
    await chargeByKeys(page, '1200')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await page.getByRole('button', { name: 'Check terminal Front desk' }).click({ timeout: 20_000 })
    await expect(page.getByText(/^Front desk answered at .*: it is on and connected, and busy\.$/)).toBeVisible()
    await keepScreen(page, 'waiting-terminal-checked')
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: 'Approved €12.00' })).toBeVisible()
  })
})

test.describe('tips', () => {
  test.use({ shop: { tip: { tipPercentages: [5, 10, 15] } } })

  test('are asked for on the terminal, or not, as the switch stands; a sale stays digits and one act', async ({
    page,
    till,
    cloud,
  }) => {
    const asked: boolean[] = []
    page.on('request', (request) => {
      if (decodeURIComponent(request.url()).endsWith('sale:start'))
        asked.push((request.postData() ?? '').includes('"withTip":true'))
    })
    await openTill(page, till.url)
    const tip = page.getByRole('switch', { name: 'Terminal asks for a tip' })
    await expect(tip).toBeChecked()
    await page.keyboard.type('4500', { delay: 60 })
    await keepScreen(page, 'sell-tip')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap', tipMinor: 500 })
    await expect(page.getByRole('heading', { name: 'Approved €50.00' })).toBeVisible()
    await expect(page.getByText(/tip/i).first()).toBeVisible()
    await next(page)
    await page.keyboard.press('+')
    await expect(tip).not.toBeChecked()
    await sell(page, cloud, '700', '€7.00')
    await expect(tip).not.toBeChecked()
    await page.reload()
    await expect(tip).not.toBeChecked()
    expect(asked).toEqual([true, false])
  })

  test('a scanner does not turn the switch', async ({ page, till }) => {
    await openTill(page, till.url)
    await page.keyboard.type('12')
    await page.waitForFunction(() => document.body.textContent.includes('Charge €0.12'))
    await page.evaluate(() => {
      for (const key of ['A', 'B', 'C', '+', '1', '2', '3', 'Enter']) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      }
    })
    await expect(page.getByText(/A scanner typed that/)).toBeVisible()
    await expect(page.getByRole('switch', { name: 'Terminal asks for a tip' })).toBeChecked()
  })
})

test.describe('this till', () => {
  test('speaks another language at once, in words, money and dates, and after the next start', async ({
    page,
    till,
    cloud,
  }) => {
    await openTill(page, till.url)
    await page.keyboard.type('4500', { delay: 60 })
    await page.keyboard.press('F10')
    await expect(page.getByRole('dialog', { name: 'This till' })).toBeVisible()
    await keepScreen(page, 'preferences')
    await page.getByRole('radio', { name: /^Nederlands/ }).press(' ')
    await expect(page.getByRole('dialog', { name: 'Deze kassa' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /45,00.afrekenen/ })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
    const url = await till.restart()
    await page.goto(url)
    await expect(page.getByRole('button', { name: 'Afrekenen' })).toBeVisible()
    await chargeByKeys(page, '12,50')
    await expect(page.getByRole('heading', { name: /Kijk op de terminal/ })).toBeVisible()
    await cloud.act({ act: 'tap' })
    await expect(page.getByRole('heading', { name: /12,50/ })).toBeVisible()
    expect(await cloud.ledger()).toMatchObject([{ netMinor: 1250 }])
  })

  test('starts with what it has when its choices cannot be read, and says so', async ({ page, till }) => {
    const file = join(till.folder, 'data', 'preferences.json')
    writeFileSync(file, '{"language":')
    await openTill(page, await till.restart())
    await page.getByRole('button', { name: 'This till: language and sound' }).click()
    await expect(page.getByText(/could not be read, so it is as on a new till/)).toBeVisible()
    await page.getByRole('switch', { name: 'Results can be heard' }).click()
    await expect(page.getByText(/could not be read/)).toHaveCount(0)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ isMuted: true })
  })
})

test.describe('sounds', () => {
  /** Web Audio that writes down what would be heard. */
  const listen = (page: Page) =>
    page.addInitScript(() => {
      const heard: number[] = []
      const silent = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }
      class RecordingContext {
        state = 'running'
        destination = {}
        get currentTime() {
          return performance.now() / 1000
        }
        resume() {
          return Promise.resolve()
        }
        createGain() {
          return { gain: silent, connect: () => undefined }
        }
        createOscillator() {
          const frequency = { setValueAtTime: (hz: number) => void heard.push(hz) }
          const act = () => undefined
          return { type: 'sine', frequency, connect: act, start: act, stop: act }
        }
      }
      globalThis.heard = heard
      Object.assign(window, { AudioContext: RecordingContext })
    })
  const heard = (page: Page) => page.evaluate(() => globalThis.heard)

  test('an approval is heard once, rising; a decline low; muted nothing; a reload repeats nothing', async ({
    page,
    till,
    cloud,
  }) => {
    await listen(page)
    await openTill(page, till.url)
    await sell(page, cloud, '1200', '€12.00')
    await expect.poll(() => heard(page)).toEqual([659, 988])
    await chargeByKeys(page, '1300')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.act({ act: 'decline' })
    await expect(page.getByRole('heading', { name: 'Declined: card not charged' })).toBeVisible()
    await expect.poll(() => heard(page)).toEqual([659, 988, 247, 185])

    await page.reload()
    await expect(page.getByRole('heading', { name: 'Declined: card not charged' })).toBeVisible()
    expect(await heard(page)).toEqual([])
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(keypad(page)).toBeVisible()
    await page.keyboard.press('F10')
    await page.getByRole('switch', { name: 'Results can be heard' }).click()
    await page.keyboard.press('Escape')
    await sell(page, cloud, '1400', '€14.00')
    expect(await heard(page)).toEqual([])
  })

  test('a late result is heard once as a notice', async ({ page, till, cloud }) => {
    await listen(page)
    await openTill(page, till.url)
    await chargeByKeys(page, '4500')
    await expect(page.getByRole('heading', { name: /Look at the terminal/ })).toBeVisible()
    await cloud.control('POST', '/cloud', { up: false })
    await cloud.act({ act: 'decline' })
    await expect(page.getByRole('heading', { name: 'Checking with the bank' })).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Next customer' }).click()
    await expect(page.getByRole('button', { name: 'Unresolved: 1 payment' })).toBeVisible()
    expect(await heard(page)).toEqual([])
    await cloud.control('POST', '/cloud', { up: true })
    await expect.poll(() => heard(page), { timeout: 30_000 }).toEqual([784, 784])
    await page.reload()
    await expect(page.getByText(/Declined/).first()).toBeVisible()
    expect(await heard(page)).toEqual([])
  })

  test('a computer that cannot be heard sells as any other', async ({ page, till, cloud }) => {
    await page.addInitScript(() => Object.assign(window, { AudioContext: undefined }))
    await openTill(page, till.url)
    await sell(page, cloud, '1200', '€12.00')
  })
})
