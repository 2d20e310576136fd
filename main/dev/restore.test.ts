import { closeSync, ftruncateSync, openSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { foreignResult } from '../testing/foreign-cloud.ts'
import { charge, openHeadlessShop, WAIT, waitFor } from '../testing/headless-shop.ts'

/** The journal as a failing disk leaves it: its first half as zeros, its log gone. */
function ruin(dataFolder: string): void {
  const file = join(dataFolder, 'journal.sqlite')
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(Math.floor(statSync(file).size / 2)), 0)
  closeSync(handle)
  const log = openSync(`${file}-wal`, 'r+')
  ftruncateSync(log, 0)
  closeSync(log)
}

it('a ruined journal is moved aside and restored, every payment is asked about, and then it sells again', async () => {
  const { cloud, dataFolder, start, close } = await openHeadlessShop()
  onTestFinished(close)
  const approve = (reference: string): unknown =>
    cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
  const before = await start()
  const approved = await charge(before)
  approve(approved.reference)
  await waitFor(before, approved.reference, 'approved')
  const open = await charge(before)
  await waitFor(before, open.reference, 'waiting')
  await before.kill()
  ruin(dataFolder)
  approve(open.reference)

  const till = await start()
  await waitFor(till, approved.reference, 'approved')
  await waitFor(till, open.reference, 'approved')
  await vi.waitFor(
    async () => expect(await till.call('app:read', {})).toMatchObject({ value: { blocked: null } }),
    WAIT,
  )
  const app = await till.call('app:read', {})
  expect(app).toMatchObject({ value: { health: { restored: expect.stringContaining('The journal was damaged') } } })
  expect(readdirSync(dataFolder).some((name) => name.startsWith('damaged-'))).toBe(true)

  const next = await charge(till)
  approve(next.reference)
  await waitFor(till, next.reference, 'approved')
  expect(cloud.arrivals.filter(({ body }) => body?.['operation'] === 'sale')).toHaveLength(3)
}, 120_000)
