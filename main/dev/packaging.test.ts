import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../shared/ipc/channels.ts'
import { ROOT } from './checks/run-tool.ts'
import { packWithStandIn, type Packed } from './packaging/pack.ts'

const MINUTE = 60_000
const run = promisify(execFile)

// The golden list: a new file in the package is a decision, taken here.
const packedFiles = [
  '/dist/main/check-copy.js',
  '/dist/main/check-copy.worker.js',
  '/dist/main/index.js',
  // Of the mail client, loaded when the first letter is sent.
  ...['mail-composer', 'shared', 'smtp-connection'].map((part) => `/dist/main/${part}.js`),
  '/dist/preload/index.cjs',
  '/dist/renderer/index.html',
  ...['LICENSE', 'package.json'].map((file) => `/node_modules/better-sqlite3/${file}`),
  ...['binding', 'database', 'index', 'sqlite-error', 'util'].map(
    (file) => `/node_modules/better-sqlite3/lib/${file}.js`,
  ),
  ...[
    'aggregate',
    'backup',
    'explain',
    'function',
    'inspect',
    'pragma',
    'serialize',
    'table',
    'transaction',
    'wrappers',
  ].map((file) => `/node_modules/better-sqlite3/lib/methods/${file}.js`),
  `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
  '/package.json',
]
const pageAsset = /^\/dist\/renderer\/assets\/[\w.-]+-[\w-]{8}\.(?:js|css|svg|png|woff2)$/

// macOS and Windows pack another skeleton around the same app.asar, so one platform is enough.
describe.skipIf(process.platform !== 'linux')('the package (made on Linux only)', () => {
  let folder = ''
  let packed: Packed
  const text = (file: string): Promise<string> => readFile(join(packed.appFolder, file), 'utf8')

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paydesk-pack-'))
    packed = await packWithStandIn(folder)
  }, 4 * MINUTE)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('holds what the till needs and nothing else', () => {
    const isAsset = (file: string): boolean => pageAsset.test(file)
    expect(packed.files.filter((file) => !isAsset(file))).toEqual(packedFiles.toSorted())
    expect(packed.files.filter((file) => isAsset(file) && file.endsWith('.js'))).not.toEqual([])
  })

  test('leaves only the native binary outside the archive', async () => {
    const entries = await readdir(packed.unpackedFolder, { recursive: true, withFileTypes: true })
    expect(entries.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([`linux-${process.arch}.node`])
  })

  test('carries no trace of tests, tools or this machine', async () => {
    for (const file of packed.files.filter(
      (path) => path.startsWith('/dist/') && /\.(?:js|cjs|css|html)$/.test(path),
    )) {
      const content = await text(file)
      for (const trace of ['sourceMappingURL', 'vitest', 'fast-check', ROOT, folder]) {
        expect(content.includes(trace), `${trace} in ${file}`).toBe(false)
      }
      // Whatever it may be set to, only "true" keeps the cloud's certificate checked (safety K7).
      expect(content.match(/rejectUnauthorized:(?!!0\b|true\b).{0,20}/g), file).toBeNull()
    }
  })

  test('keeps the main bundle within 400 KB', async () => {
    expect((await stat(join(packed.appFolder, 'dist/main/index.js'))).size).toBeLessThanOrEqual(400_000)
  })

  test('names its entry and no script or tool', async () => {
    const manifest: unknown = JSON.parse(await text('package.json'))
    expect(manifest).toMatchObject({ name: 'paydesk', main: 'dist/main/index.js', type: 'module' })
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest).not.toHaveProperty('devDependencies')
  })

  test('tells deb and rpm who made it and where it comes from', () => {
    const valueOf = (call: string[], flag: string): string | undefined => call[call.indexOf(flag) + 1]
    expect(new Set(packed.fpmCalls.map((call) => valueOf(call, '-t')))).toEqual(new Set(['deb', 'rpm']))
    for (const call of packed.fpmCalls) {
      expect(valueOf(call, '--name')).toBe('paydesk')
      expect(valueOf(call, '--url')).toMatch(/^https:\/\//)
      expect(valueOf(call, '--maintainer')).toMatch(/^Paydesk <.+@.+>$/)
      expect(valueOf(call, '--license')).toBe('MIT')
    }
  })

  test('has its fuses set', async () => {
    const fuses = packed.readFuses(await readFile(packed.executable))
    const [
      runAsNode,
      cookieEncryption,
      nodeOptions,
      inspect,
      asarIntegrity,
      onlyAsar,
      snapshot,
      fileProtocol,
      ...rest
    ] = fuses
    expect({ runAsNode, nodeOptions, inspect, snapshot, fileProtocol }).toEqual({
      runAsNode: '0',
      nodeOptions: '0',
      inspect: '0',
      snapshot: '0',
      fileProtocol: '0',
    })
    expect({ cookieEncryption, asarIntegrity, onlyAsar }).toEqual({
      cookieEncryption: '1',
      asarIntegrity: '1',
      onlyAsar: '1',
    })
    // The ninth, WebAssembly's trap handlers, is left on as Electron brings it; a tenth would be a decision.
    expect(rest).toEqual(['1'])
  })

  describe('its preload', () => {
    const exposed: [string, Record<string, (...given: unknown[]) => unknown>][] = []
    const sent: unknown[][] = []
    const listeners = new Map<string, (event: unknown, payload: unknown) => void>()
    const electron = {
      contextBridge: { exposeInMainWorld: (...given: (typeof exposed)[number]) => exposed.push(given) },
      ipcRenderer: {
        invoke: (...given: unknown[]) => sent.push(given),
        on: (channel: string, listener: (event: unknown, payload: unknown) => void) => listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
    }
    beforeAll(async () => {
      runInNewContext(await text('dist/preload/index.cjs'), { require: () => electron, Promise, Error })
    })

    test('is under one kilobyte', async () => {
      expect(Buffer.byteLength(await text('dist/preload/index.cjs'))).toBeLessThan(1_000)
    })

    test('exposes two functions and no more', () => {
      expect(exposed.map(([name, api]) => [name, Object.keys(api)])).toEqual([['paydesk', ['call', 'on']]])
    })

    test('sends the commands of the contract, and nothing by any other name', async () => {
      const call = exposed[0]?.[1]['call']
      for (const name of COMMANDS) void call?.(name, { a: 1 })
      expect(sent).toEqual(COMMANDS.map((name) => [`paydesk:command:${name}`, { a: 1 }]))
      for (const name of ['', 'app:changed', 'constructor', '__proto__', 'app:read ', 'paydesk:command:app:read']) {
        await expect(call?.(name, {})).rejects.toThrow('no such command')
      }
      expect(sent).toHaveLength(COMMANDS.length)
    })

    test('hands a listener the value, never the event, until it is undone', () => {
      const on = exposed[0]?.[1]['on']
      const heard: unknown[][] = []
      const undo = on?.('app:changed', (...given: unknown[]) => heard.push(given))
      listeners.get('paydesk:event:app:changed')?.({ sender: 'secret' }, { version: 1 })
      expect(heard).toEqual([[{ version: 1 }]])
      if (typeof undo === 'function') undo()
      expect(listeners.size).toBe(0)
      expect(() => on?.('app:read', () => undefined)).toThrow('no such event')
    })
  })

  test(
    'starts from the archive, takes a sale in training and quits',
    async () => {
      const dataFolder = join(folder, 'data')
      await mkdir(dataFolder)
      const driver = join(ROOT, 'main/dev/packaging/run-packed.ts')
      const { stdout } = await run(process.execPath, [driver, packed.appFolder, dataFolder], { cwd: folder })
      expect(JSON.parse(stdout)).toMatchObject({
        sandbox: true,
        privileges: [{ scheme: 'app', privileges: { standard: true, secure: true } }],
        windowOptions: {
          webPreferences: {
            preload: join(packed.appFolder, 'dist/preload/index.cjs'),
            contextIsolation: true,
            sandbox: true,
            nodeIntegration: false,
            webSecurity: true,
            devTools: false,
          },
        },
        url: 'app://paydesk/',
        page: { status: 200, policy: expect.stringContaining("default-src 'none'; script-src 'self'") },
        channels: COMMANDS.map((name) => `paydesk:command:${name}`),
        app: { mode: 'training', blocked: null },
        refused: { ok: false, error: { code: 'bridge.refused' } },
        sale: { status: 'approved', amountMinor: 1250 },
        errors: [],
        exitCode: 0,
      })
    },
    2 * MINUTE,
  )
})
