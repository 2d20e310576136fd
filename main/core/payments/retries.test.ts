import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ customer: 'none' })
})

afterEach(() => {
  rig.dispose()
})

/** The payment that is open now, as it was asked for. */
function openIntent(): Intent {
  const open = rig.till().journal.listOpen()
  const intent = open.ok ? open.value[0]?.intent : undefined
  if (intent === undefined) throw new Error('nothing is open')
  return intent
}

/** But for what no two attempts share. */
function askedFor(intent: Intent): object {
  const {
    reference: _reference,
    number: _number,
    attemptOf: _attempt,
    requestKey: _key,
    createdAt: _at,
    ...asked
  } = intent
  return asked
}

it('another attempt asks for all that the first one asked for', async () => {
  const requestKey = '5b0f7a3e-1f5c-4a8e-9c3b-2d4e6f8a0b1c'
  const sale = { requestKey, terminal: TERMINAL, amountMinor: 1250, currency: 'EUR', customerReference: 'Table 7' }
  expect(await rig.till().call('sale:start', sale)).toMatchObject({ ok: true })
  const first = openIntent()
  expect(first).toMatchObject({ terminal: TERMINAL, amountMinor: 1250, currency: 'EUR', customerReference: 'Table 7' })
  await rig.clock.advance(2_000)
  rig.simulator.control.act(TERMINAL.serialNumber, { act: 'cancel' })
  await rig.clock.advance(10_000)
  const again = { reference: first.reference, requestKey: '6c1f8b4e-2f6d-4b9f-8d4c-3e5f7a9b1c2d' }
  expect(await rig.till().call('payment:retry', again)).toMatchObject({ ok: true })
  const second = openIntent()
  expect(second.attemptOf).toBe(first.reference)
  expect(askedFor(second)).toEqual(askedFor(first))
})
