import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeConfigFailure, readConfig } from './config.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-config-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(text: string): string {
  const file = join(folder, 'shop.json')
  writeFileSync(file, text)
  return file
}

it('a file with everything in it is read, a byte order mark and a schema name do not matter', async () => {
  const shop = {
    $schema: './schema.json',
    shopName: 'Corner shop',
    currency: 'ISK',
    language: 'is-IS',
    environment: 'development',
    defaultTerminal: '082104578',
    terminalNames: { '082104578': 'Front desk' },
    training: false,
    tillName: 'Front desk 1',
    tip: { tipPercentages: [5, 10], headerName: 'Tip' },
    tipAdjustment: true,
    rereadAboveMinor: 50_000,
    mailOrder: true,
    callback: {
      listen: { address: '127.0.0.1', port: 8443 },
      publicUrl: 'https://till.shop.example',
      tls: null,
      allowPlainHttp: false,
    },
    receiptHosts: ['receipts.shop.example'],
  }
  expect(await readConfig(written(`\uFEFF${JSON.stringify(shop)}`), false)).toEqual({ ok: true, value: shop })
})

it('an empty file of settings is practice in euros', async () => {
  expect(await readConfig(written('{}'), false)).toMatchObject({ ok: true, value: { currency: 'EUR', training: true } })
})

it('a file that was not named may be absent, a named one may not', async () => {
  const file = join(folder, 'nothing.json')
  expect(await readConfig(file, true)).toMatchObject({ ok: true })
  const refused = await readConfig(file, false)
  expect(refused).toEqual({ ok: false, error: { file, faults: [{ path: '', reason: 'the file does not exist' }] } })
})

it.each([
  ['{', ''],
  ['[]', ''],
  ['{"currency":"euro"}', 'currency'],
  ['{"currency":5}', 'currency'],
  ['{"language":"english!"}', 'language'],
  ['{"environment":"live"}', 'environment'],
  ['{"training":"no"}', 'training'],
  ['{"shopName":"   "}', 'shopName'],
  ['{"terminalNames":{"0821":""}}', 'terminalNames.0821'],
  ['{"apiKey":"CANARY"}', 'apiKey'],
])('%s is refused, with its place', async (text, path) => {
  const refused = await readConfig(written(text), false)
  if (refused.ok) throw new Error('taken')
  expect(refused.error.faults.map((fault) => fault.path)).toEqual([path])
  expect(describeConfigFailure(refused.error)).toContain('Paydesk did not start')
  expect(describeConfigFailure(refused.error)).not.toContain('CANARY')
})
