import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { appSnapshotSchema, paymentSnapshotSchema, type PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { foreignResult, startForeignCloud, type ForeignCloud } from '../testing/foreign-cloud.ts'
import { KEY } from '../testing/rig.ts'
import { startCore, type Core } from './app.ts'
import { createJournalCare } from './journal-care.ts'
import { makeFolder, stillClock, unwrap } from './journal/journal-fixture.ts'
import { openJournalOrRestore } from './journal/open-or-restore.ts'
import { createSystemClock } from './system/clock.ts'

const FILE_NAME = 'journal.sqlite'
/** A whole till on a busy machine has time. */
const WAIT = { timeout: 60_000, interval: 50 }

async function openCloud(): Promise<ForeignCloud> {
  const cloud = await startForeignCloud()
  onTestFinished(() => cloud.close())
  return cloud
}

/** A till on the test's cloud, closed when the test ends, if it was not before. */
async function startTill({ cloudUrl, statusUrl }: ForeignCloud, dataFolder: string) {
  const core: Core = unwrap(
    await startCore({
      dataFolder,
      configFile: null,
      appVersion: '0.0.0',
      connection: { hosts: { cloudUrl, statusUrl }, apiKey: KEY },
      startSimulator: () => Promise.reject(new Error('no practice here')),
    }),
  )
  let closing: Promise<void> | null = null
  const close = (): Promise<void> => (closing ??= core.close())
  onTestFinished(close)
  await vi.waitFor(
    async () => expect(await core.call('terminal:list', {})).toMatchObject({ value: { status: 'ready' } }),
    WAIT,
  )
  const sale = { terminal: { serialNumber: '0001', terminalType: 'PAXA80' }, currency: 'EUR', customerReference: null }
  const charge = (amountMinor = 4500) => core.call('sale:start', { ...sale, amountMinor, requestKey: randomUUID() })
  return {
    close,
    charge,
    app: async () => appSnapshotSchema.parse(unwrap(await core.call('app:read', {}))),
    sell: async (): Promise<PaymentSnapshot> => paymentSnapshotSchema.parse(unwrap(await charge())),
    waitFor: (reference: string, status: string) =>
      vi.waitFor(
        async () =>
          expect(await core.call('payment:read', { reference })).toMatchObject({
            value: { payment: { state: { status } } },
          }),
        WAIT,
      ),
  }
}

/** The journal that a till has begun, backed up before anything was sold. */
async function leaveBackup(folder: string): Promise<void> {
  const { journal, backups } = unwrap(openJournalOrRestore({ folder, fileName: FILE_NAME, clock: createSystemClock() }))
  unwrap(await backups.makeNow())
  journal.close()
}

function ruin(folder: string): void {
  const file = join(folder, FILE_NAME)
  writeFileSync(file, readFileSync(file).fill(0xaa, 0, 64))
}

it('a restored till sells nothing until every payment since the backup was asked about, those that were over too (R17)', async () => {
  const [cloud, folder] = [await openCloud(), makeFolder()]
  await leaveBackup(folder)
  const before = await startTill(cloud, folder)
  const { reference } = await before.sell()
  cloud.results.set(reference, foreignResult('DECLINED', reference, 4500))
  // By the terminal's own word: of itself the till asks about it no more.
  await before.waitFor(reference, 'declined')
  await before.close()
  ruin(folder)
  cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
  const { promise: answering, resolve: answer } = Promise.withResolvers<null>()
  cloud.script = ({ method, path }) => (method === 'GET' && path !== '/initialize' ? answering : null)

  const till = await startTill(cloud, folder)
  const { blocked, health } = await till.app()
  expect(blocked).toBe('journal.restoring')
  expect(health.restored).toMatch(/damaged: .* backup of 20/)
  expect(await till.charge()).toMatchObject({
    error: { code: 'journal.restoring', message: 'the till cannot charge now', moneyState: 'notCharged' },
  })
  await till.waitFor(reference, 'declined')

  answer(null)
  await vi.waitFor(async () => expect((await till.app()).blocked).toBeNull(), WAIT)
  // The terminal has said two things by now, and the gateway's files decide (safety R11).
  await till.waitFor(reference, 'approved')
  expect(cloud.arrivals.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(await till.charge()).toMatchObject({ error: { code: 'payment.looksDoubled' } })
  expect(await till.charge(4600)).toMatchObject({ ok: true })
}, 120_000)

it.each([
  ['below the reserve nothing is sold', Number.MAX_SAFE_INTEGER, 'disk.low'],
  ['above it something is', 0, null],
])('of what the disk has left, %s (R16)', (_, reserveBytes, blocked) => {
  const given = { folder: makeFolder(), fileName: FILE_NAME, clock: stillClock, reserveBytes, ballastBytes: 4096 }
  const opened = unwrap(openJournalOrRestore(given))
  onTestFinished(() => opened.journal.close())
  const ignore = (): void => undefined
  const log = { info: ignore, warn: ignore, error: ignore }
  expect(createJournalCare({ opened, clock: stillClock, log, onChange: ignore }).health()).toMatchObject({ blocked })
})
