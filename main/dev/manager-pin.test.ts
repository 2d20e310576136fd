import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { hashPin } from '../core/approval/pin-hash.ts'
import { startCore, type Core } from '../core/app.ts'
import { createRandomIds } from '../core/system/ids.ts'
import { createSimulator } from '../simulator/simulator.ts'

const PIN = '735219846021'
const WRONG = '918273645546'
const subject = { act: 'unlinkedRefund', amountMinor: 700, reference: null }
const key = (): string => createRandomIds().uuid()
const refund = {
  operation: 'refund',
  original: null,
  terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
  amountMinor: 700,
  currency: 'EUR',
  customerReference: null,
}

async function startTill(config: Record<string, unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-pin-'))
  const configFile = join(folder, 'shop.json')
  writeFileSync(configFile, JSON.stringify(config))
  const dataFolder = join(folder, 'data')
  const started = await startCore({
    dataFolder,
    configFile,
    appVersion: '0.0.0',
    connection: null,
    startSimulator: (stateFile) => createSimulator({ stateFile, customer: 'none' }),
  })
  if (!started.ok) throw new Error(started.error.message)
  const core: Core = started.value
  const heard: unknown[] = []
  core.subscribe((name, payload) => heard.push([name, payload]))
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await core.close()
    isClosed = true
  }
  onTestFinished(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  await vi.waitFor(async () => {
    const reply = await core.call('terminal:list', {})
    expect(reply).toMatchObject({ ok: true, value: { status: 'ready' } })
  })
  return { core, heard, close, dataFolder }
}

async function approve(core: Core, pin: string): Promise<string> {
  const reply = await core.call('approval:give', { pin, reason: 'From the market', subject })
  return z.object({ value: z.object({ grant: z.string() }) }).parse(reply).value.grant
}

it('practice says its PIN and takes it, whatever the shop has set', async () => {
  const { core } = await startTill({ managerPin: await hashPin(PIN) })
  expect(await core.call('approval:read', {})).toMatchObject({
    ok: true,
    value: { pin: 'practice', practicePin: '0000', waitMs: 0 },
  })
  expect(await core.call('operation:start', { ...refund, requestKey: key() })).toMatchObject({
    ok: false,
    error: { code: 'approval.needed', moneyState: 'notCharged' },
  })
  const approval = await approve(core, '0000')
  expect(await core.call('operation:start', { ...refund, approval, requestKey: key() })).toMatchObject({
    ok: true,
    value: { approval: { by: 'manager', reason: 'From the market' } },
  })
})

it('no PIN that was typed stands in the log, in the journal, on the disk or in anything the page hears', async () => {
  const { core, heard, close, dataFolder } = await startTill({})
  const said = [
    await core.call('approval:give', { pin: WRONG, reason: 'x', subject }),
    await core.call('approval:give', { pin: PIN, reason: 'x', subject, more: PIN }),
    await core.call('approval:give', { pin: PIN.repeat(6), reason: 'x', subject }),
    await core.call('operation:start', { ...refund, approval: await approve(core, '0000'), requestKey: key() }),
    await core.call('approval:read', {}),
  ]
  await close()
  const written = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
  expect(written).toContain('approval.wrong')
  expect(written).toContain('From the market')
  for (const text of [written, JSON.stringify([said, heard])]) expect(text).not.toMatch(/735219846021|918273645546/)
})
