import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { err, ok } from '../../shared/result.ts'
import { runShell, type ShellOptions } from './shell.ts'
import { explainStartFailure } from './start-failure.ts'
import { ContentsDouble, type WindowDouble } from './testing/contents-double.ts'
import { CoreDouble } from './testing/core-double.ts'
import { ElectronDouble } from './testing/electron-double.ts'

let pageFolder = ''
let electron = new ElectronDouble()
let core = new CoreDouble()

beforeAll(async () => {
  pageFolder = await mkdtemp(join(tmpdir(), 'paydesk-page-'))
  await writeFile(join(pageFolder, 'index.html'), 'page')
})
afterAll(() => rm(pageFolder, { recursive: true }))
beforeEach(() => {
  electron = new ElectronDouble()
  core = new CoreDouble()
})

async function run(changes: Partial<ShellOptions> = {}): Promise<void> {
  await runShell(electron, {
    pageFolder,
    preloadFile: '/preload/index.cjs',
    platform: 'linux',
    connection: ok(null),
    startCore: async () => ok(core),
    quitLimits: { requestMs: 5_000, closeMs: 5_000 },
    ...changes,
  })
}

const fail = (): Promise<void> => Promise.reject(new Error('ERR_FAILED'))
const afterTheEvent = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The code that it ends with, however long a busy machine takes. */
async function exited(): Promise<number | null> {
  await vi.waitFor(() => expect(electron.app.exitCode).not.toBeNull(), { timeout: 60_000 })
  return electron.app.exitCode
}

function onlyWindow(): ElectronDouble['windows'][number] {
  const [only, ...more] = electron.windows
  if (only === undefined || more.length > 0) throw new Error(`${electron.windows.length} windows`)
  return only
}

describe('starting', () => {
  test('sandboxes, takes the lock and shows the page of its own scheme', async () => {
    await run()
    expect(electron.app.did).toEqual(['enableSandbox', 'lock', 'ready'])
    expect(onlyWindow().window.did).toEqual(['show', 'load app://paydesk/'])
    expect([...electron.protocol.handlers.keys()]).toEqual(['app'])
    expect(electron.menu).toBeNull()
  })

  test('gives the page no way past its sandbox', async () => {
    await run()
    expect(onlyWindow().options.webPreferences).toEqual({
      preload: '/preload/index.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  test('confines whatever web contents come into being', async () => {
    await run()
    const contents = new ContentsDouble()
    electron.app.fire('web-contents-created', contents)
    expect(contents.fire('will-navigate', { url: 'https://example.com/' })).toBe(true)
    expect(electron.onlySession.check(null, 'media')).toBe(false)
  })

  test('a second instance ends before it opens anything', async () => {
    electron.app.isFirst = false
    const startCore = vi.fn<ShellOptions['startCore']>()
    await run({ startCore })
    expect([electron.app.exitCode, startCore.mock.calls, electron.windows]).toEqual([0, [], []])
  })

  test('a second instance brings the first to the front', async () => {
    await run()
    const { window } = onlyWindow()
    window.isMinimizedNow = true
    electron.app.fire('second-instance')
    expect(window.did.slice(2)).toEqual(['restore', 'show', 'focus'])
  })

  test.each([
    ['journal.newer', 'Install the newer version again'],
    ['journal.inUse', 'end the other Paydesk'],
    ['journal.unavailable', 'disk is full'],
    ['config.invalid', 'Correct the configuration file'],
    ['practice.unavailable', 'Only practice payments'],
  ] as const)('%s says what to do and opens no window', async (code, words) => {
    await run({ startCore: async () => err({ code, message: 'What was seen.' }) })
    expect(electron.dialog.shown).toHaveLength(1)
    expect(electron.dialog.shown[0]?.content).toMatch(/^No payment was started and none was lost\.\n\nWhat was seen\./)
    expect(electron.dialog.shown[0]?.content).toContain(words)
    expect([electron.app.exitCode, electron.windows]).toEqual([1, []])
  })

  test('of a failure that nobody foresaw it says no more than is known', () => {
    const { text } = explainStartFailure({ code: 'internal', message: 'What was seen.' })
    expect(text).toMatch(/^No payment was lost: whatever was begun is in the journal/)
    expect(text).toMatch(/What was seen\.\n\n.*call support/)
  })

  test.each([
    ['a page that is not there', { pageFolder: '/nowhere' }, () => undefined, 'ENOENT'],
    ['a page that does not load', {}, (window: WindowDouble) => (window.loading = fail), 'ERR_FAILED'],
  ])('%s is a failure, told after the core has come to rest', async (_what, changes, prepare, reason) => {
    electron.prepareWindow = prepare
    await expect(run(changes)).rejects.toThrow(reason)
    expect(core.isClosed).toBe(true)
  })

  test('quitting while the page loads is no failure', async () => {
    electron.prepareWindow = (window) => {
      window.loading = () => {
        electron.app.fire('before-quit')
        return fail()
      }
    }
    await run()
    expect(await exited()).toBe(0)
    expect(core.isClosed).toBe(true)
  })

  test('wrong connection settings start nothing', async () => {
    const startCore = vi.fn<ShellOptions['startCore']>()
    await run({ startCore, connection: err('PAYDESK_API_KEY: is missing') })
    expect([electron.app.exitCode, startCore.mock.calls]).toEqual([1, []])
    expect(electron.dialog.shown[0]?.content).toContain('PAYDESK_API_KEY: is missing')
  })
})

describe('quitting', () => {
  test('takes the window away, closes the journal and ends', async () => {
    await run()
    expect(electron.app.fire('before-quit')).toBe(true)
    expect(onlyWindow().window.isDestroyed()).toBe(true)
    expect(await exited()).toBe(0)
    expect(core.isClosed).toBe(true)
  })

  test('begins when the last window closes', async () => {
    await run()
    electron.app.fire('window-all-closed')
    expect(await exited()).toBe(0)
  })

  test('waits for a request that is leaving, however often it is asked', async () => {
    await run()
    core.isRequestOpen = true
    electron.app.fire('before-quit')
    expect(electron.app.fire('before-quit')).toBe(true)
    expect([core.isClosed, electron.app.exitCode]).toEqual([false, null])
    core.isRequestOpen = false
    expect(await exited()).toBe(0)
    expect(electron.app.did.filter((act) => act.startsWith('exit'))).toHaveLength(1)
  })

  test.each([
    ['a request that never ends', (double: CoreDouble) => (double.isRequestOpen = true), 0],
    ['a journal that never closes', (double: CoreDouble) => (double.close = () => new Promise(() => undefined)), 1],
    [
      'a journal that fails to close',
      (double: CoreDouble) => (double.close = () => Promise.reject(new Error('disk'))),
      1,
    ],
  ])('gives up on %s', async (_what, hinder, exitCode) => {
    hinder(core)
    await run({ quitLimits: { requestMs: 1, closeMs: 1 } })
    electron.app.fire('before-quit')
    expect(await exited()).toBe(exitCode)
  })
})

describe('a page that crashes', () => {
  test('comes back', async () => {
    await run()
    const { webContents } = onlyWindow().window
    webContents.fire('render-process-gone', { reason: 'crashed' })
    webContents.fire('render-process-gone', { reason: 'clean-exit' })
    expect(webContents.reloads).toBe(0)
    await afterTheEvent()
    expect(webContents.reloads).toBe(1)
  })

  test('stays away when Paydesk was quit meanwhile', async () => {
    await run()
    const { webContents } = onlyWindow().window
    webContents.fire('render-process-gone', { reason: 'crashed' })
    electron.app.fire('before-quit')
    await afterTheEvent()
    expect(webContents.reloads).toBe(0)
  })

  test('is given up on when it keeps crashing', async () => {
    await run()
    const { webContents } = onlyWindow().window
    for (let crash = 0; crash < 3; crash += 1) webContents.fire('render-process-gone', { reason: 'oom' })
    await afterTheEvent()
    expect([webContents.reloads, electron.dialog.shown.length]).toEqual([3, 0])
    webContents.fire('render-process-gone', { reason: 'oom' })
    expect(electron.dialog.shown).toHaveLength(1)
    expect(await exited()).toBe(0)
  })
})
