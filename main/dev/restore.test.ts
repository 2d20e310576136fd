import { randomUUID } from 'node:crypto'
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { requestKeySchema } from '../../shared/ids.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { foreignResult, startForeignCloud, type ForeignCloud } from '../testing/foreign-cloud.ts'
import { isRunning, startHeadless, type HeadlessProcess } from '../testing/headless-process.ts'

const WAIT = { timeout: 30_000, interval: 100 }

let folder: string
let cloud: ForeignCloud
let till: HeadlessProcess

async function start(): Promise<void> {
  const { cloudUrl, statusUrl } = cloud
  const environment = { PAYDESK_CLOUD_URL: cloudUrl, PAYDESK_STATUS_URL: statusUrl, PAYDESK_API_KEY: 'CANARY1-CANARY2' }
  const flags = ['--port', '0', '--data', join(folder, 'data'), '--config', join(folder, 'shop.json')]
  const started = await startHeadless(flags, environment)
  if (!isRunning(started)) throw new Error(started.output)
  till = started
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-restore-'))
  writeFileSync(join(folder, 'shop.json'), JSON.stringify({ environment: 'development', training: false }))
  cloud = await startForeignCloud()
  await start()
})

async function waitForTerminals(): Promise<void> {
  await vi.waitFor(async () => {
    expect(await till.call('terminal:list', {})).toMatchObject({ value: { status: 'ready' } })
  }, WAIT)
}

afterEach(async () => {
  await till.kill()
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

async function charge(): Promise<PaymentSnapshot> {
  const reply = await till.call('sale:start', {
    requestKey: requestKeySchema.parse(randomUUID()),
    terminal: { serialNumber: '0001', terminalType: 'PAXA80' },
    amountMinor: 4500,
    currency: 'EUR',
    customerReference: null,
  })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

async function waitFor({ reference }: PaymentSnapshot, status: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await till.call('payment:read', { reference })).toMatchObject({ value: { payment: { state: { status } } } })
  }, WAIT)
}

/** The journal as a failing disk leaves it: its first half as zeros, its log gone. */
function ruin(): void {
  const file = join(folder, 'data', 'journal.sqlite')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(Math.floor(statSync(file).size / 2)), 0)
  closeSync(handle)
  const log = openSync(`${file}-wal`, 'r+')
  ftruncateSync(log, 0)
  closeSync(log)
}

it('a ruined journal is moved aside and restored, every payment is asked about, and then it sells again', async () => {
  await waitForTerminals()
  const approved = await charge()
  cloud.results.set(approved.reference, foreignResult('AUTHORISED', approved.reference, 4500))
  await waitFor(approved, 'approved')
  const open = await charge()
  await waitFor(open, 'waiting')
  await till.kill()
  ruin()
  cloud.results.set(open.reference, foreignResult('AUTHORISED', open.reference, 4500))

  await start()
  await waitFor(approved, 'approved')
  await waitFor(open, 'approved')
  await vi.waitFor(
    async () => expect(await till.call('app:read', {})).toMatchObject({ value: { blocked: null } }),
    WAIT,
  )
  const app = await till.call('app:read', {})
  expect(app).toMatchObject({ value: { health: { restored: expect.stringContaining('The journal was damaged') } } })
  expect(readdirSync(join(folder, 'data')).some((name) => name.startsWith('damaged-'))).toBe(true)

  const next = await charge()
  cloud.results.set(next.reference, foreignResult('AUTHORISED', next.reference, 4500))
  await waitFor(next, 'approved')
  expect(cloud.arrivals.filter(({ body }) => body?.['operation'] === 'sale')).toHaveLength(3)
}, 90_000)
