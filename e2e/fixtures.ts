import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { startChild, type Child } from './child.ts'
import { writePicture } from './picture.ts'

/** The simulated cloud of one test, with the hands of its customer. */
export interface Cloud {
  /** At the first terminal, unless another is named. */
  act(act: Record<string, unknown>, serial?: string): Promise<void>
  control(method: 'POST' | 'DELETE', path: string, body: unknown): Promise<void>
  ledger(): Promise<{ reference: string; received: number; netMinor: number }[]>
}

/** The till of one test: a headless Paydesk with a data folder of its own. */
export interface Till {
  url: string
  folder: string
  /** All that its processes wrote. */
  output(): string
  /** kill -9, then a new start on the same data; answers the new address. */
  restart(): Promise<string>
}

interface Options {
  /** Written to the till's managed configuration. */
  shop: Record<string, unknown>
  simulatorFlags: string[]
  /** How many times as fast the till's waits pass. */
  timeFactor: number
  /** A data folder with something in it already; null for a new one. */
  dataFolder: string | null
}

export const API_KEY = 'CANARY1-CANARY2-CANARY3-CANARY4'
export const SERIAL = '082104578'

/** As long as a PIN may be, so that it stands nowhere by chance. */
export const MANAGER_PIN = '735219846021'

const SHOP = {
  shopName: 'Corner shop',
  environment: 'development',
  training: false,
  defaultTerminal: SERIAL,
  // Of the PIN above, by `npm run pin`.
  managerPin: 'scrypt$ln=15,r=8,p=1$UwGrsUwbGYhC3xEB2wE5iQ==$mDFb7BfnRjx0VNJlrNyg0q9t0OI2tH/2K5GYw4J/TZc=',
}

export const test = base.extend<Options & { cloudProcess: Child; secrets: string[]; cloud: Cloud; till: Till }>({
  page: async ({ page, secrets }, use) => {
    const seen: string[] = []
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(String(error)))
    page.on('console', (message) => {
      seen.push(message.text())
      // A cut connection is a story; everything else that the browser complains of is a defect.
      // So do probes of the test itself that a receipt's sealed frame does not run, as it runs nothing.
      if (
        message.type() === 'error' &&
        !/net::ERR_|Failed to load resource|Failed to fetch dynamically imported module|^Blocked script execution/.test(
          message.text(),
        )
      )
        broken.push(message.text())
    })
    await listenToBridge(page, seen)
    await use(page)
    seen.push(await page.content())
    expect(findSecrets(secrets, seen.join('\n'))).toEqual([])
    expect(broken).toEqual([])
  },
  shop: [{}, { option: true }],
  simulatorFlags: [['--customer', 'none'], { option: true }],
  timeFactor: [1, { option: true }],
  dataFolder: [null, { option: true }],
  cloudProcess: async ({ simulatorFlags }, use) => {
    const child = await startChild('main/dev/simulator.ts', ['--port', '0', '--key', API_KEY, ...simulatorFlags])
    await use(child)
    await child.stop('SIGTERM')
  },
  cloud: async ({ cloudProcess }, use) => {
    const controlUrl = cloudProcess.ready['controlUrl'] ?? ''
    const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
      const response = await fetch(controlUrl + path, {
        method,
        ...(body === null ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status.toString()} ${text}`)
      return text === '' ? null : JSON.parse(text)
    }
    await use({
      act: async (act, serial = SERIAL) => void (await send('POST', `/terminals/${serial}/act`, act)),
      control: async (method, path, body) => void (await send(method, path, body)),
      ledger: async () => (await send('GET', '/ledger', null)) as Awaited<ReturnType<Cloud['ledger']>>,
    })
  },
  secrets: async ({ cloudProcess }, use) => {
    const listed = await fetch(`${cloudProcess.ready['cloudUrl'] ?? ''}/initialize`, {
      headers: { ApiKeyCloud: API_KEY },
    })
    const devices = (await listed.json()) as { ssk: string }[]
    await use([API_KEY, MANAGER_PIN, ...devices.map(({ ssk }) => ssk)])
  },
  till: async ({ cloudProcess, secrets, shop, timeFactor, dataFolder }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'paydesk-e2e-'))
    const data = dataFolder ?? join(folder, 'data')
    const config = join(folder, 'shop.json')
    writeFileSync(config, JSON.stringify({ ...SHOP, ...shop }))
    const environment = {
      PAYDESK_CLOUD_URL: cloudProcess.ready['cloudUrl'] ?? '',
      PAYDESK_STATUS_URL: cloudProcess.ready['statusUrl'] ?? '',
      PAYDESK_API_KEY: API_KEY,
      ...(timeFactor === 1 ? {} : { PAYDESK_TIME_FACTOR: timeFactor.toString() }),
    }
    const flags = ['--port', '0', '--data', data, '--config', config]
    const start = (): Promise<Child> => startChild('main/dev/headless.ts', flags, environment)
    let child = await start()
    let earlier = ''
    await use({
      url: child.ready['url'] ?? '',
      folder,
      output: () => earlier + child.output(),
      async restart() {
        await child.stop('SIGKILL')
        earlier += child.output()
        child = await start()
        return child.ready['url'] ?? ''
      },
    })
    await child.stop('SIGTERM')
    const written = [Buffer.from(earlier + child.output()), ...readAll(data)]
    expect(written.some((text) => text.includes('handpoint.exchange'))).toBe(true)
    expect(written.flatMap((text) => findSecrets(secrets, text))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Opens the till and waits until Sell takes keys, as a cashier would. */
export async function openTill(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await wakeTill(page)
}

/** Until Sell takes keys: for a moment after another screen it takes none. What Enter does on that one is not Charge. */
export async function wakeTill(page: Page): Promise<void> {
  await expect(page.locator('main button[data-empty]')).toHaveAttribute('aria-disabled', 'false')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
}

/** Until the screen of a payment takes keys and presses. */
export async function wakeResult(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Next customer' })).toHaveAttribute('aria-disabled', 'false')
}

/** Types an amount and charges it, by keyboard, as soon as Sell takes keys. */
export async function chargeByKeys(page: Page, keys: string): Promise<void> {
  await wakeTill(page)
  await page.keyboard.type(keys, { delay: 60 })
  await page.keyboard.press('Enter')
}

/** What the customer does, as soon as the terminal's screen offers it. */
export async function actAtTerminal(cloud: Cloud, name: string): Promise<void> {
  const attempt = (): Promise<boolean> =>
    cloud.act({ act: name }).then(
      () => true,
      () => false,
    )
  await expect.poll(attempt).toBe(true)
}

/** A manager approves with the PIN. */
export async function approve(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'A manager has to approve this' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Manager PIN' })).toBeFocused()
  await page.keyboard.type(MANAGER_PIN)
  await page.keyboard.press('Enter')
}

/** What a scanner sends: a code, faster than any person types, and Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((letters) => {
    const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    for (const letter of letters) press(letter)
    press('Enter')
  }, code)
}

/** Which of the key, the PIN and the terminals' shared secrets stand in a text; none may leave main, or come back from it. */
function findSecrets(secrets: readonly string[], text: string | Buffer): string[] {
  expect(secrets.every((secret) => secret.length >= MANAGER_PIN.length)).toBe(true)
  return secrets.filter((secret) => text.includes(secret))
}

/** Everything that crosses the bridge, both ways, events included. */
async function listenToBridge(page: Page, seen: string[]): Promise<void> {
  page.on('request', (request) => {
    // The one way on which the PIN may go, and only in its place.
    const sent = request.url().endsWith('approval%3Agive')
      ? request.postData()?.replace(/"pin":"[^"]*"/, '')
      : request.postData()
    seen.push(`${request.url().replace(/token=.*/, '')} ${sent ?? ''}`)
  })
  page.on('response', (response) => {
    if (!response.url().includes('/bridge/command/')) return
    void response.text().then(
      (text) => seen.push(text),
      () => undefined,
    )
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  devtools.on('Network.eventSourceMessageReceived', ({ data }) => seen.push(data))
}

/** File by file: all of a long journal would be more than one text can hold. */
function readAll(path: string): Buffer[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
}

const WANTS_SCREENS = process.env['PAYDESK_SCREENS'] === 'yes'

/** Until nothing fades or moves any more and the buttons are awake. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.getAnimations().every((animation) => animation.playState === 'finished') &&
      document.querySelector('main button[aria-disabled=true]') === null &&
      !(document.querySelector('main')?.textContent ?? '').includes('Reading…'),
  )
}

/** Keeps a picture for docs/screens, in light and in dark, when pictures are wanted. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!WANTS_SCREENS) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settle(page)
    const path = join(import.meta.dirname, '..', 'docs', 'screens', `${name}-${colorScheme}.png`)
    writePicture(path, await page.screenshot())
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

export { expect } from '@playwright/test'
