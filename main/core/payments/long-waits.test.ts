import { afterEach, beforeEach, expect, it } from 'vitest'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { createRig, TERMINAL, type FaultRule, type Rig } from '../../testing/rig.ts'

const MINUTE = 60_000

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
