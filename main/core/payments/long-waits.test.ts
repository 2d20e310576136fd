import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { answered, HOUR, linkedShop, MINUTE, SECOND } from '../../testing/linked-shop.ts'
import { lastShown } from '../../testing/last-shown.ts'
import { createRig, TERMINAL, type FaultRule, type Rig } from '../../testing/rig.ts'

const dropStops: FaultRule = { match: { operation: 'stopCurrentTransaction' }, fault: { type: 'drop' } }
const hideStatus: FaultRule = { match: { host: 'status' }, fault: { type: 'reset' } }

let rig: Rig

beforeEach(async () => {
  rig = await createRig({ customer: 'none' })
})

afterEach(() => {
  rig.dispose()
})

it.each([
  ['all the time', 0],
  ['for the first time after eight minutes', 8],
])(
  'while the cloud waits for a result, "no such transaction" is no proof, though it is heard %s (safety R8)',
  async (_, minutesAway) => {
    const { control } = rig.simulator
    control.setOptions({ cardWaitMs: 30 * MINUTE })
    control.addFaults(minutesAway === 0 ? [dropStops] : [dropStops, hideStatus])
    const { reference } = await rig.till().charge()
    await rig.clock.advance(minutesAway * MINUTE)
    control.clearFaults()
    control.addFaults([dropStops])
    await rig.clock.advance((10 - minutesAway) * MINUTE)
    const { state } = await rig.till().read(reference)
    expect(toMoneyState('sale', state)).toBe('unknown')
    control.act(TERMINAL.serialNumber, { act: 'tap' })
    await rig.clock.advance(MINUTE)
    expect(await rig.till().read(reference)).toMatchObject({ state: { status: 'approved' }, correctedFrom: null })
  },
)

describe('a terminal that says for ever that it is at it, and that it is too late to cancel', () => {
  const { act, fault, settled, stateOf } = linkedShop(() => rig)
  const body = JSON.stringify({ error: { statusCode: 400, message: { error: 1003, message: 'Cannot cancel' } } })
  const pending: FaultRule = { match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 204 } }

  function goOnForEver(): void {
    fault({ match: { operation: 'stopCurrentTransaction' }, fault: { type: 'status', status: 400, body } })
    fault(pending)
    fault(answered({ host: 'status' }, { finStatus: 'IN_PROGRESS' }))
  }

  beforeEach(() => {
    rig.simulator.control.setOptions({ cardWaitMs: HOUR })
    goOnForEver()
  })

  it('is waited for longer than any honest customer takes, and then a manager is named (safety R24)', async () => {
    const sale = await rig.till().charge(4500)
    expect(await settled(sale, 12.5 * MINUTE)).toMatchObject({ status: 'waiting', cancelRefused: true })
    expect(await settled(sale, MINUTE)).toEqual({
      status: 'checking',
      because: 'stillRunning',
      isExhausted: true,
      isCancelRefused: true,
    })
    expect(await settled(sale, 20 * HOUR)).toMatchObject({ status: 'checking', isExhausted: true })
    const word = { verdict: 'notCharged', evidence: 'its list', reason: 'switched off', operator: 'Ada' }
    const shown = lastShown(rig.till().journal, sale.reference)
    const reply = await rig.till().call('payment:settle', { reference: sale.reference, shown, ...word })
    expect(reply).toMatchObject({ ok: true, value: { state: { status: 'settledByManager' } } })
    expect((await rig.till().charge(900)).state.status).toBe('created')
  })

  it('is waited for as well after a silence in which the rules had run out, and no longer than without it', async () => {
    const sale = await rig.till().charge(4500)
    await rig.clock.advance(5 * SECOND)
    rig.simulator.control.clearFaults()
    fault({ match: {}, fault: { type: 'reset' } })
    expect(await settled(sale, 6 * MINUTE)).toMatchObject({ status: 'checking', isExhausted: true })
    rig.simulator.control.clearFaults()
    goOnForEver()
    expect(await settled(sale, MINUTE)).toMatchObject({ status: 'waiting' })
    expect(await settled(sale, 10 * MINUTE)).toMatchObject({ status: 'checking', because: 'stillRunning' })
  })

  it('is believed when it brings its result after all', async () => {
    const sale = await rig.till().charge(4500)
    expect(await settled(sale, 30 * MINUTE)).toMatchObject({ status: 'checking', because: 'stillRunning' })
    rig.simulator.control.clearFaults()
    act({ act: 'tap' })
    await rig.clock.advance(2 * MINUTE)
    expect(await stateOf(sale)).toMatchObject({ status: 'approved', basis: 'terminal', chargedMinor: 4500 })
  })
})
