import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { requestKeySchema, type Reference } from '../../shared/ids.ts'
import { appSnapshotSchema, type AppSnapshot } from '../../shared/ipc/snapshots.ts'
import { startCore } from '../core/app.ts'
import { findFreePort } from '../testing/free-port.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { isRunning, startHeadless, type HeadlessProcess } from '../testing/headless-process.ts'

const WAIT = { timeout: 30_000, interval: 100 }

/** A till in practice whose simulated terminals deliver their results to it, over real connections. */
async function startWithListener(): Promise<HeadlessProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-callback-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const port = await findFreePort()
  const callback = {
    listen: { address: '127.0.0.1', port },
    publicUrl: `http://127.0.0.1:${port.toString()}`,
    allowPlainHttp: true,
  }
  const config = join(folder, 'shop.json')
  writeFileSync(config, JSON.stringify({ callback }))
  const till = await startHeadless(['--port', '0', '--data', join(folder, 'data'), '--config', config])
  if (!isRunning(till)) throw new Error(till.output)
  onTestFinished(() => till.kill())
  return till
}

async function factsOf(till: HeadlessProcess, reference: Reference): Promise<string[]> {
  const reply = await till.call('payment:read', { reference })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value.timeline.map(({ source, event }) => `${source} ${event.type}`)
}

it('a terminal delivers its result to the till, and the till fetches the receipts that it names', async () => {
  const till = await startWithListener()
  await vi.waitFor(
    async () => expect(await till.call('terminal:list', {})).toMatchObject({ value: { status: 'ready' } }),
    WAIT,
  )
  expect(await till.call('app:read', {})).toMatchObject({ value: { health: { callback: { status: 'listening' } } } })
  const sale = await till.call('sale:start', {
    requestKey: requestKeySchema.parse('7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11'),
    terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
    amountMinor: 4500,
    currency: 'EUR',
    customerReference: null,
  })
  if (!sale.ok) throw new Error(sale.error.code)
  const { reference } = sale.value
  await vi.waitFor(async () => expect(await factsOf(till, reference)).toContain('callback terminalReported'), WAIT)
  const read = () => till.call('document:read', { reference, kind: 'customerReceipt' })
  await vi.waitFor(
    async () => expect(await read()).toMatchObject({ value: { type: 'html', origin: 'terminal' } }),
    WAIT,
  )
}, 60_000)

it('the till finds the way to its own listener, by a command that can say nothing about where it leads', async () => {
  const till = await startWithListener()
  expect(await till.call('listener:test', {})).toMatchObject({ ok: true, value: { verdict: 'reached' } })
  expect(await till.call('app:read', {})).toMatchObject({ value: { health: { callback: { traffic: { stored: 0 } } } } })
}, 60_000)

/** A till without a cloud that listens in real time and lives in time of its own, and all that its page hears. */
async function startAtStandstill() {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-callback-'))
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port.toString()}`
  const callback = { listen: { address: '127.0.0.1', port }, publicUrl: origin, allowPlainHttp: true }
  const configFile = join(folder, 'shop.json')
  writeFileSync(configFile, JSON.stringify({ callback }))
  const { clock, advance } = createHandClock()
  const hosts = { cloudUrl: 'http://127.0.0.1:9', statusUrl: 'http://127.0.0.1:9' }
  const started = await startCore({
    dataFolder: join(folder, 'data'),
    configFile,
    appVersion: '0.0.0',
    connection: { hosts, apiKey: null },
    clock,
    startSimulator: () => Promise.reject(new Error('no practice here')),
  })
  if (!started.ok) throw new Error(started.error.message)
  onTestFinished(async () => {
    await started.value.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const names: string[] = []
  const apps: AppSnapshot[] = []
  started.value.subscribe((name, payload) => {
    names.push(name)
    if (name === 'app:changed') apps.push(appSnapshotSchema.parse(payload))
  })
  return { origin, advance, names, apps }
}

it('the page hears of what came to the listener a second later, once and without its lists', async () => {
  const { origin, advance, names, apps } = await startAtStandstill()
  for (let count = 0; count < 5; count += 1) await fetch(`${origin}/cb/unknown`, { method: 'POST' })
  expect(names).toEqual([])
  await advance(1_000)
  expect(names).toEqual(['app:changed'])
  const [app] = apps
  expect(app?.health.callback).toMatchObject({
    status: 'listening',
    warnings: ['plainHttp'],
    // What fetch sends says that it is from a browser.
    traffic: { stored: 0, refused: { strangers: 5 }, foreign: null },
  })
  await advance(10_000)
  expect(names).toHaveLength(1)
})
