import { expect, onTestFinished, test } from 'vitest'
import { createRig, TERMINAL } from './rig.ts'

const MINUTE = 60_000

test.each(['both', 'original', 'stop'] as const)(
  'a sale that was stopped is known not to be charged, under whichever id its end appears: %s',
  async (stopReport) => {
    const rig = await createRig({ customer: 'none', behaviour: { stopReport } })
    onTestFinished(() => rig.dispose())
    const { reference } = await rig.till().charge()
    await rig.clock.advance(3_000)
    await rig.till().call('payment:cancel', { reference })
    await rig.clock.advance(stopReport === 'stop' ? 8 * MINUTE : 5_000)

    const { state } = await rig.till().read(reference)
    expect(['cancelled', 'notCharged']).toContain(state.status)
    expect(rig.ledgerOf(reference)?.netMinor).toBe(0)
    expect(rig.simulator.control.act(TERMINAL.serialNumber, { act: 'tap' }).ok).toBe(false)
    expect((await rig.till().charge()).state.status).toBe('created')
  },
)
