import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { commandContract } from '../../../shared/ipc/contract.ts'
import { createElectronDouble } from './electron-double.ts'

/**
 * Starts the packed main bundle in this process, with a double for Electron; takes one sale in training through the channels
 * that the preload uses; quits; prints what was seen as one line of JSON. Arguments: the unpacked app, an empty data folder.
 */
const [appFolder = '', dataFolder = ''] = process.argv.slice(2)
const APPROVED_WITHIN_MS = 45_000
const manifest = z
  .object({ main: z.string(), version: z.string() })
  .parse(JSON.parse(await readFile(join(appFolder, 'package.json'), 'utf8')))

const double = createElectronDouble(dataFolder, manifest.version)
Reflect.set(globalThis, 'electronDouble', double.module)
await putDoubleBeside(appFolder)

await import(pathToFileURL(join(appFolder, manifest.main)).href)
double.makeReady()
await double.loaded

const app = await call('app:read', {})
const page = await double.schemes.get('app')?.({ url: 'app://paydesk/', method: 'GET' })
const refused = await send('app:read', {}, { origin: 'https://example.com', parent: null })
const sale = await takeSale()
double.quit()
const exitCode = await double.exited
process.stdout.write(
  `${JSON.stringify({
    ...double.seen,
    app,
    sale,
    refused,
    exitCode,
    page: { status: page?.status, policy: page?.headers.get('content-security-policy') },
    channels: [...double.handlers.keys()],
  })}\n`,
)

/** A module `electron` where the bundle looks for it. */
async function putDoubleBeside(folder: string): Promise<void> {
  const place = join(folder, 'node_modules/electron')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'package.json'), '{"name":"electron","type":"module","exports":"./index.js"}')
  const names = Object.keys(double.module).join(', ')
  await writeFile(join(place, 'index.js'), `export const { ${names} } = globalThis.electronDouble\n`)
}

async function send(name: string, input: unknown, senderFrame: object): Promise<unknown> {
  const listener = double.handlers.get(`paydesk:command:${name}`)
  if (listener === undefined) throw new Error(`no handler for ${name}; Paydesk said ${double.seen.errors.join('; ')}`)
  return await listener({ sender: double.webContents, senderFrame }, input)
}

async function call(name: string, input: unknown): Promise<unknown> {
  const reply = z.object({ ok: z.literal(true), value: z.unknown() })
  return reply.parse(await send(name, input, { origin: 'app://paydesk', parent: null })).value
}

async function takeSale(): Promise<{ status: string; amountMinor: number }> {
  const { output } = commandContract['terminal:refresh']
  const { terminals } = output.parse(await call('terminal:refresh', {}))
  const terminal = terminals[0]
  if (terminal === undefined) throw new Error('training has no terminal')
  const { serialNumber, terminalType } = terminal
  const settled = Promise.withResolvers<string>()
  const retried = new Set<string>()
  double.webContents.on('sent', (channel: string, payload: unknown) => {
    if (channel !== 'paydesk:event:payment:changed') return
    const { reference, state } = commandContract['sale:start'].output.parse(payload)
    if (state.status === 'approved') settled.resolve(state.status)
    // On a machine that is slow to start, the practice cloud hears all that was asked at once and turns the sale away.
    if (state.status === 'notStarted' && !retried.has(reference)) {
      retried.add(reference)
      void call('payment:retry', { reference, requestKey: randomUUID() })
    }
  })
  const timer = setTimeout(() => settled.resolve('not approved in time'), APPROVED_WITHIN_MS)
  const started = commandContract['sale:start'].output.parse(
    await call('sale:start', {
      requestKey: randomUUID(),
      terminal: { serialNumber, terminalType },
      amountMinor: 1250,
      currency: 'EUR',
      customerReference: null,
    }),
  )
  const status = await settled.promise
  clearTimeout(timer)
  return { status, amountMinor: started.amountMinor }
}
