import type { Story } from './stage.ts'

const MINUTE = 60

/** Results that the terminal brings itself. */
export const CALLBACKS: readonly Story[] = [
  {
    name: 'callback-only',
    title: 'every question goes unanswered, and the terminal delivers its result',
    takesCallbacks: true,
    async play({ rig, fault, charge, act, wait, say }) {
      fault({ match: { method: 'GET' }, fault: { type: 'drop' } })
      await charge()
      await wait(3)
      act({ act: 'tap' })
      await wait(10)
      say('the cloud answers again')
      rig.simulator.control.clearFaults()
      await wait(3 * MINUTE)
    },
  },
  {
    name: 'callback-after-poll',
    title: 'the result was read already when the terminal delivers it: it is one fact',
    takesCallbacks: true,
    async play({ rig, fault, charge, act, wait }) {
      rig.simulator.control.setOptions({ resultIdWithCallback: true })
      fault({ match: { host: 'callback' }, fault: { type: 'drop' }, times: 3 })
      await charge()
      await wait(3)
      act({ act: 'tap' })
      await wait(3 * MINUTE)
    },
  },
]
