import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { requestKeySchema, type Reference } from '../../shared/ids.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { startForeignCloud, type ForeignCloud } from './foreign-cloud.ts'
import { isRunning, startHeadless, type HeadlessProcess } from './headless-process.ts'
import { KEY } from './rig.ts'

/** A whole till on a busy machine has time. */
export const WAIT = { timeout: 60_000, interval: 100 }

/** A shop whose till is a process of its own and whose cloud is the test's. */
export interface HeadlessShop {
  cloud: ForeignCloud
  /** The till's data. */
  dataFolder: string
  configFile: string
  /** What names both to `npm run headless`. */
  flags: readonly string[]
  /** Starts the till with a key and waits until it knows its terminals. @param largestFileKib see {@link startHeadless} */
  start(largestFileKib?: number | null): Promise<HeadlessProcess>
  /** Ends every till that was started and forgets the shop. */
  close(): Promise<void>
}

export async function openHeadlessShop(): Promise<HeadlessShop> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-headless-'))
  const [dataFolder, configFile] = [join(folder, 'data'), join(folder, 'shop.json')]
  writeFileSync(configFile, JSON.stringify({ shopName: 'Test shop', environment: 'development', training: false }))
  const cloud = await startForeignCloud()
  const flags = ['--port', '0', '--data', dataFolder, '--config', configFile]
  const started: HeadlessProcess[] = []
  return {
    cloud,
    dataFolder,
    configFile,
    flags,
    async start(largestFileKib = null) {
      const { cloudUrl, statusUrl } = cloud
      const environment = { PAYDESK_CLOUD_URL: cloudUrl, PAYDESK_STATUS_URL: statusUrl, PAYDESK_API_KEY: KEY }
      const till = await startHeadless(flags, environment, largestFileKib)
      if (!isRunning(till)) throw new Error(till.output)
      started.push(till)
      await vi.waitFor(
        async () => expect(await till.call('terminal:list', {})).toMatchObject({ value: { status: 'ready' } }),
        WAIT,
      )
      return till
    },
    async close() {
      await Promise.all(started.map((till) => till.kill()))
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Charges 45.00 EUR and answers the payment as it was saved, or throws the code of the refusal. */
export async function charge(till: HeadlessProcess): Promise<PaymentSnapshot> {
  const sale = {
    requestKey: requestKeySchema.parse(randomUUID()),
    terminal: { serialNumber: '0001', terminalType: 'PAXA80' },
    amountMinor: 4500,
    currency: 'EUR',
    customerReference: null,
  }
  const first = await till.call('sale:start', sale)
  const confirmedTwin = first.ok ? undefined : first.error.twin?.reference
  const reply = confirmedTwin === undefined ? first : await till.call('sale:start', { ...sale, confirmedTwin })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

export async function waitFor(till: HeadlessProcess, reference: Reference, status: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await till.call('payment:read', { reference })).toMatchObject({ value: { payment: { state: { status } } } })
  }, WAIT)
}
