import { TERMINAL } from '../../../testing/rig.ts'
import type { Story } from './stage.ts'

const MINUTE = 60
/** The amount for which the mock acquirer approves a part (handpoint-api.md §5.23). */
const IN_PART = 3757

/** What goes on at the terminal while the till looks on. */
export const AT_THE_TERMINAL: readonly Story[] = [
  {
    name: 'offline-mid-payment',
    title: 'the terminal loses its network while the bank approves',
    async play({ rig, charge, act, wait, say }) {
      const { control } = rig.simulator
      control.setOptions({ gatewayMs: 2_000 })
      await charge()
      await wait(3)
      act({ act: 'tap' })
      await wait(1)
      say('the terminal loses its network')
      control.setNetwork(TERMINAL.serialNumber, false)
      await wait(2 * MINUTE)
      say('the terminal is back')
      control.setNetwork(TERMINAL.serialNumber, true)
      await wait(9 * MINUTE)
    },
  },
  {
    name: 'approved-then-declined',
    title: 'the chip is pulled after the approval: the terminal takes it back',
    async play({ rig, charge, act, wait }) {
      rig.simulator.control.setOptions({ earlyResults: true, completionMs: 8_000, reversalMs: 8_000 })
      await charge()
      await wait(2)
      act({ act: 'insert' })
      await wait(1)
      act({ act: 'pin' })
      await wait(3)
      act({ act: 'pullCard' })
      await wait(10 * MINUTE)
    },
  },
  {
    name: 'partial-then-refused',
    title: 'a part is approved, and the customer does not want it so',
    async play({ rig, charge, act, wait }) {
      rig.simulator.control.setOptions({ earlyResults: true, partialAnswer: 'wait' })
      await charge(IN_PART)
      await wait(3)
      act({ act: 'tap' })
      await wait(20)
      act({ act: 'refusePartial' })
      await wait(10 * MINUTE)
    },
  },
  {
    name: 'slow-customer',
    title: '"no such transaction" at 90 s means nothing: the customer pays after three minutes',
    async play({ fault, charge, act, wait, say }) {
      fault({ match: { operation: 'sale' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 })
      await charge()
      await wait(100)
      say('the till must not say "not charged" now')
      await wait(80)
      act({ act: 'tap' })
      await wait(9 * MINUTE)
    },
  },
  {
    name: 'cancel-too-late',
    title: 'Cancel loses the race against the card',
    async play({ rig, charge, act, cancel, wait }) {
      rig.simulator.control.setOptions({ gatewayMs: 3_000 })
      const sale = await charge()
      await wait(5)
      act({ act: 'tap' })
      await wait(0.3)
      await cancel(sale)
      await wait(2 * MINUTE)
    },
  },
]
