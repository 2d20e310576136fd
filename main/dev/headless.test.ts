import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import { foreignResult, type ForeignCloud } from '../testing/foreign-cloud.ts'
import { isRunning, startHeadless, type HeadlessProcess } from '../testing/headless-process.ts'
import { charge, openHeadlessShop, WAIT, waitFor, type HeadlessShop } from '../testing/headless-shop.ts'
import { KEY } from '../testing/rig.ts'

let shop: HeadlessShop
let cloud: ForeignCloud

beforeEach(async () => {
  shop = await openHeadlessShop()
  ;({ cloud } = shop)
})

afterEach(() => shop.close())

const sales = () => cloud.arrivals.filter(({ body }) => body?.['operation'] === 'sale')

describe('against another server that speaks the API', () => {
  it('sends one exact request, whose reference the server finds in the journal as it arrives', async () => {
    const till = await shop.start()
    const journaled: unknown[] = []
    cloud.script = ({ body }) => {
      if (body?.['operation'] !== 'sale') return null
      const db = new Database(join(shop.dataFolder, 'journal.sqlite'), { readonly: true })
      journaled.push(db.prepare('SELECT reference, amount_minor, currency FROM payment').get())
      db.close()
      cloud.results.set(
        String(body['transactionReference']),
        foreignResult('AUTHORISED', String(body['transactionReference']), 4500),
      )
      return null
    }
    const { reference } = await charge(till)
    await waitFor(till, reference, 'approved')
    expect(journaled).toEqual([{ reference, amount_minor: 4500, currency: 'EUR' }])
    expect(sales()).toHaveLength(1)
    expect(sales()[0]).toMatchObject({ key: KEY, method: 'POST', path: '/transactions' })
    expect(sales()[0]?.body).toEqual({
      operation: 'sale',
      amount: '4500',
      currency: 'EUR',
      serial_number: '0001',
      terminal_type: 'PAXA80',
      transactionReference: reference,
      metadata: { metadata1: 'till', metadata2: reference },
    })
    expect(reference).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps key, shared secret, card token and card number out of everything it writes and says', async () => {
    const till = await shop.start()
    const { reference } = await charge(till)
    cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
    await waitFor(till, reference, 'approved')
    const said = await Promise.all([
      till.call('app:read', {}),
      till.call('terminal:list', {}),
      till.call('payment:read', { reference }),
      till.call('history:list', { before: null, limit: 50 }),
    ])
    const everything = JSON.stringify(said) + till.output() + readAll(shop.dataFolder)
    expect(everything).toContain(reference)
    expect(everything).not.toMatch(/CANARY|ABABABAB|5413330089010434/)
  })
})

describe('kill -9 while a sale waits', () => {
  it('is asked about at the next start, never sent again, and reaches the truth of the terminal', async () => {
    const till = await shop.start()
    const { reference } = await charge(till)
    await waitFor(till, reference, 'waiting')
    await till.kill()
    cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
    const again = await shop.start()
    await waitFor(again, reference, 'approved')
    expect(sales()).toHaveLength(1)
  })

  it.each([
    ['500 on the request', { status: 500, body: 'oops' }],
    ['a connection cut after the request', 'reset' as const],
  ])('after %s: found approved by the status service, never sent again', async (_, reply) => {
    const till = await shop.start()
    cloud.script = ({ body }) => (body?.['operation'] === 'sale' ? reply : null)
    const { reference } = await charge(till)
    await waitFor(till, reference, 'checking')
    await till.kill()
    cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
    const again = await shop.start()
    await waitFor(again, reference, 'provisional')
    expect(sales()).toHaveLength(1)
  })

  it('with the network cut: it goes on asking until the network is back', async () => {
    const till = await shop.start()
    const { reference } = await charge(till)
    await waitFor(till, reference, 'waiting')
    cloud.script = ({ path }) => (path === '/initialize' ? null : 'reset')
    await till.kill()
    const again = await shop.start()
    await waitFor(again, reference, 'checking')
    cloud.results.set(reference, foreignResult('DECLINED', reference, 4500))
    cloud.script = () => null
    await waitFor(again, reference, 'declined')
    expect(sales()).toHaveLength(1)
  })
})

it.skipIf(process.platform === 'win32')(
  'a full disk: the till says that it cannot save and sells nothing; with room again every sale reaches its truth (no bash on Windows)',
  async () => {
    // The reserve was made while there was room.
    await (await shop.start()).kill()
    const till = await shop.start(300)
    cloud.script = ({ body }) => {
      const reference = String(body?.['transactionReference'])
      if (body?.['operation'] === 'sale') cloud.results.set(reference, foreignResult('AUTHORISED', reference, 4500))
      return null
    }
    const taken: PaymentSnapshot[] = []
    let refusal = ''
    while (refusal === '' && taken.length < 60) {
      const sale = await charge(till).catch((error: unknown) => String(error))
      if (typeof sale !== 'string') {
        taken.push(sale)
        await Promise.race([waitFor(till, sale.reference, 'approved'), blocked(till)])
      } else refusal = sale
    }
    expect(taken.length).toBeGreaterThan(0)
    expect(refusal).toContain('journal.unavailable')
    expect(await till.call('app:read', {})).toMatchObject({ value: { blocked: 'journal.unavailable' } })
    await till.kill()
    const again = await shop.start()
    for (const { reference } of taken) await waitFor(again, reference, 'approved')
    expect(sales()).toHaveLength(taken.length)
  },
  120_000,
)

async function blocked(till: HeadlessProcess): Promise<void> {
  await vi.waitFor(async () => {
    expect(await till.call('app:read', {})).toMatchObject({ value: { blocked: 'journal.unavailable' } })
  }, WAIT)
}

it('a second start on the same data is refused, and the first goes on untouched (safety R18)', async () => {
  const till = await shop.start()
  const file = join(shop.dataFolder, 'journal.sqlite')
  const before = statSync(file).mtimeMs
  const second = await startHeadless(shop.flags)
  expect(isRunning(second)).toBe(false)
  expect(second).toMatchObject({ exitCode: 1 })
  expect(JSON.stringify(second)).toContain('already running')
  expect(statSync(file).mtimeMs).toBe(before)
  expect(existsSync(join(shop.dataFolder, 'training.sqlite'))).toBe(false)
  const { reference } = await charge(till)
  await waitFor(till, reference, 'waiting')
})

it('a configuration with faults is refused, with the place and the reason of every one', async () => {
  const faults = { currency: 'euro', language: '!', training: 'no', shopname: 'x' }
  writeFileSync(shop.configFile, JSON.stringify(faults))
  const refused = await startHeadless(shop.flags)
  expect(refused).toMatchObject({ exitCode: 1 })
  for (const name of Object.keys(faults)) expect(JSON.stringify(refused)).toContain(`${name}: `)
  expect(existsSync(shop.dataFolder)).toBe(false)
})

it('starts without a key and says why it cannot charge', async () => {
  const till = await startHeadless(shop.flags)
  if (!isRunning(till)) throw new Error(till.output)
  onTestFinished(() => till.kill())
  expect(await till.call('app:read', {})).toMatchObject({ value: { blocked: 'key.missing', mode: 'development' } })
  await expect(charge(till)).rejects.toThrow('key.missing')
})

function readAll(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'paydesk.lock')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}
