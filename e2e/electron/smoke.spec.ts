import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../..')

// The built app in Electron, in training, with a data folder of its own for each test.
let dataFolder: string
let app: ElectronApplication
let page: Page

test.beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'paydesk-electron-'))
  // The first terminal of the built-in simulator.
  await writeFile(join(dataFolder, 'paydesk.config.json'), JSON.stringify({ defaultTerminal: '082104578' }))
  const { PAYDESK_ELECTRON: executablePath, ...env } = process.env
  app = await _electron.launch({
    args: [ROOT],
    env: { ...definedOnly(env), PAYDESK_DATA: dataFolder },
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  page = await app.firstWindow()
})

test.afterEach(async () => {
  await app.close()
  await rm(dataFolder, { recursive: true, force: true })
})

test('takes a sale in training', async () => {
  await expect(page.getByRole('heading', { name: 'Sell' })).toBeAttached()
  const keypad = page.getByRole('group', { name: 'Keypad' })
  for (const key of ['1', '2', '5', '0']) await keypad.getByRole('button', { name: key, exact: true }).click()
  await page.getByRole('button', { name: /^Charge/ }).click()
  await expect(page.getByText(/^Approved .*12\.50/).first()).toBeVisible({ timeout: 45_000 })
})

test('gives the page no Node and no way out', async () => {
  expect(page.url()).toBe('app://paydesk/')
  expect(
    await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
  ).toEqual(['undefined', 'undefined'])
  expect(await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'paydesk')))).toEqual(['call', 'on'])
  expect(
    await page.evaluate(() =>
      fetch('https://example.com').then(
        () => 'answered',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  expect(await page.evaluate(() => globalThis.open('https://example.com'))).toBeNull()
  await page.evaluate(() => globalThis.location.assign('https://example.com'))
  await expect(page.getByRole('heading', { name: 'Sell' })).toBeAttached()
  expect(page.url()).toBe('app://paydesk/')
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windows).toBe(1)
})

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
