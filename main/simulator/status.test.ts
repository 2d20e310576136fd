import { describe, expect, test } from 'vitest'
import { openRig, reference, sale, serial } from './rig.ts'

const path = `/transactions/${reference}/status`

describe('the status host', () => {
  test('knows a sale only once the bank has been asked', async () => {
    const rig = openRig()
    await rig.start('sale', sale)
    await rig.advance(90_000)
    expect((await rig.status(path)).body).toEqual({ finStatus: 'UNDEFINED', transactionReference: reference })
    rig.control.act(serial, { act: 'tap' })
    expect(await rig.finStatus(reference)).toBe('IN_PROGRESS')
    await rig.advance(200)
    expect(await rig.finStatus(reference)).toBe('AUTHORISED')
  })

  test('says 404 for an unknown reference if so set', async () => {
    const rig = openRig({ behaviour: { unknownReference: 'notFound' } })
    expect(await rig.status(path)).toMatchObject({ status: 404, body: { error: { name: 'NotFoundError' } } })
  })

  test.each([
    ['first', 'SALE'],
    ['1', 'SALE'],
    ['2', 'REFUND'],
    ['last', 'REFUND'],
  ])('selects %s', async (selector, type) => {
    const rig = openRig()
    const { efttransactionID: originalTransactionId } = await rig.run('sale', sale, { act: 'tap' })
    await rig.run('refund', { ...sale, originalTransactionId }, { act: 'tap' })
    expect((await rig.status(`${path}/${selector}`)).body).toMatchObject({ type, transactionReference: reference })
  })

  test.each(['3', '0', '-1', 'second', '1.5'])('has no element %s', async (selector) => {
    const rig = openRig()
    await rig.run('sale', sale, { act: 'tap' })
    expect((await rig.status(`${path}/${selector}`)).status).toBe(404)
  })

  test('has no list for an unknown reference', async () => {
    expect((await openRig().status(`${path}/all`)).status).toBe(404)
  })

  test('files two sales with one reference side by side', async () => {
    const rig = openRig()
    await rig.run('sale', sale, { act: 'tap' })
    await rig.run('sale', sale, { act: 'decline' })
    const all = await rig.status(`${path}/all`)
    expect(JSON.parse(all.text)).toMatchObject([{ finStatus: 'AUTHORISED' }, { finStatus: 'DECLINED' }])
    expect(rig.control.ledger()[0]).toMatchObject({ received: 2, handled: 2, chargedMinor: 1000 })
  })

  test('leaves out what only the terminal knows', async () => {
    const rig = openRig()
    await rig.run('sale', sale, { act: 'insert' }, { act: 'pin' })
    const { body } = await rig.status(path)
    for (const field of ['deviceStatus', 'recoveredTransaction', 'balance', 'metadata']) {
      expect(body).not.toHaveProperty(field)
    }
    expect(body).toMatchObject({ arc: '00', verificationMethod: 'UNDEFINED', customerReceipt: '', statusMessage: '' })
    expect(body['efttimestamp']).toMatch(/^2026010509\d{7}$/)
    rig.control.setOptions({ statusTimestamp: 'epoch' })
    expect((await rig.status(path)).body['efttimestamp']).toBeTypeOf('number')
  })

  test('is not on the cloud host, nor the cloud on the status host', async () => {
    const rig = openRig()
    expect((await rig.get(path)).status).toBe(404)
    expect((await rig.status('/initialize')).status).toBe(404)
  })

  test("answers another merchant's key with 401 where the reference is known, and never lends a terminal", async () => {
    const rig = openRig({ foreignKeys: ['theirs'] })
    await rig.run('sale', sale, { act: 'tap' })
    const headers = { apikeycloud: 'theirs' }
    const ask = async (host: 'cloud' | 'status', where: string) =>
      rig.core.handle({ host, method: 'GET', path: where, headers, body: '' })
    expect(await ask('status', path)).toMatchObject({ status: 401 })
    expect(await ask('cloud', '/initialize')).toMatchObject({ status: 200, body: '[]' })
  })
})
