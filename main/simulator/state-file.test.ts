import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openRig, reference, reference2, sale, serial } from './rig.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'paydesk-simulator-')), 'state.json')

describe('a simulator with a state file', () => {
  test('remembers sales and results over a restart, and the ids go on being new', async () => {
    const stateFile = newFile()
    const before = openRig({ stateFile })
    const { efttransactionID } = await before.run('sale', sale, { act: 'tap' })
    const resultId = (await before.start('pingDevice')).body['transactionResultId']
    await before.advance(1_000)
    const after = openRig({ stateFile, clock: before.clock })
    expect(await after.finStatus(reference)).toBe('AUTHORISED')
    expect((await after.result(resultId)).body['finStatus']).toBe('PROCESSED')
    const refund = await after.run('refund', { ...sale, originalTransactionId: efttransactionID }, { act: 'tap' })
    expect(refund['finStatus']).toBe('AUTHORISED')
    expect(refund['efttransactionID']).not.toBe(efttransactionID)
    expect(await after.finStatus(reference)).toBe('REFUNDED')
  })

  test('cancels what was running when the process died', async () => {
    const stateFile = newFile()
    const before = openRig({ stateFile })
    const { body } = await before.start('sale', sale)
    const after = openRig({ stateFile, clock: before.clock })
    expect((await after.result(body['transactionResultId'])).body).toMatchObject({
      finStatus: 'CANCELLED',
      transactionReference: reference,
    })
    expect(await after.finStatus(reference)).toBe('UNDEFINED')
    expect((await after.start('sale', { ...sale, transactionReference: reference2 })).status).toBe(202)
  })

  test.each([
    ['while the bank was asked', 100],
    ['after it agreed', 250],
  ])('leaves no money moved by a sale that died %s', async (_, ms) => {
    const stateFile = newFile()
    const before = openRig({ stateFile })
    const { body } = await before.start('sale', sale)
    before.control.act(serial, { act: 'tap' })
    await before.advance(ms)
    const after = openRig({ stateFile, clock: before.clock })
    expect((await after.result(body['transactionResultId'])).body['finStatus']).toBe('CANCELLED')
    expect(await after.finStatus(reference)).toBe('CANCELLED')
    expect(after.control.ledger()[0]?.netMinor).toBe(0)
  })

  test('goes on delivering a callback nobody has acknowledged', async () => {
    const stateFile = newFile()
    const before = openRig({ stateFile })
    before.listener.answer = null
    await before.run('sale', { ...sale, callbackUrl: 'https://till.example/cb', token: 't' }, { act: 'tap' })
    const after = openRig({ stateFile, clock: before.clock })
    await after.advance(0)
    expect(after.callbacks).toMatchObject([{ headers: { 'AUTH-TOKEN': 't' } }])
    expect(after.callbacks[0]?.body).toContain('"recoveredTransaction":true')
  })

  test('goes on with what was set and with the faults that have not struck yet', async () => {
    const stateFile = newFile()
    const before = openRig({ stateFile })
    before.control.setOptions({ receipts: 'html', tipMinor: 50 })
    const status = { type: 'status', status: 503 } as const
    before.control.addFaults([
      { match: { operation: 'sale' }, fault: status, times: 2 },
      { match: { host: 'status' }, fault: { type: 'drop' } },
    ])
    expect((await before.start('sale', sale)).status).toBe(503)
    const after = openRig({ stateFile, clock: before.clock })
    expect(after.control.options()).toMatchObject({ receipts: 'html', tipMinor: 50, pingForm: 'accepted' })
    expect([(await after.start('sale', sale)).status, (await after.start('sale', sale)).status]).toEqual([503, 202])
    expect((await after.status(`/transactions/${reference}/status`)).outcome).toBe('drop')
    after.control.clearFaults()
    const last = openRig({ stateFile, clock: before.clock })
    expect((await last.status(`/transactions/${reference}/status`)).status).toBe(200)
  })

  test('takes up a file of an earlier version, without what it no longer knows', async () => {
    const stateFile = newFile()
    await openRig({ stateFile }).run('sale', sale, { act: 'tap' })
    const saved: Record<string, unknown> = JSON.parse(readFileSync(stateFile, 'utf8'))
    delete saved['faults']
    writeFileSync(stateFile, JSON.stringify({ ...saved, behaviour: { colour: 'red' } }))
    expect(await openRig({ stateFile }).finStatus(reference)).toBe('AUTHORISED')
  })

  test('leaves no half-written file behind and refuses a damaged one', async () => {
    const stateFile = newFile()
    await openRig({ stateFile }).run('sale', sale, { act: 'tap' })
    expect(readdirSync(join(stateFile, '..'))).toEqual(['state.json'])
    writeFileSync(stateFile, '{"version":1}')
    expect(() => openRig({ stateFile })).toThrow('records')
  })
})
