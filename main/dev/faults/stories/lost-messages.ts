import type { Story } from './stage.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** What is lost on the way between the till and the cloud. */
export const LOST_MESSAGES: readonly Story[] = [
  {
    name: 'lost-202',
    title: 'the answer to the charge is lost, and the customer pays',
    async play({ fault, charge, act, wait, say }) {
      fault({ match: { operation: 'sale' }, fault: { type: 'loseAnswer', how: 'hang' }, times: 1 })
      await charge()
      await wait(4)
      act({ act: 'tap' })
      say('the cloud has passed it on, and its answer never comes')
      await wait(8 * MINUTE)
    },
  },
  {
    name: 'error-500',
    title: 'the charge is answered with 500 and carried out all the same',
    async play({ fault, charge, act, wait }) {
      fault({ match: { operation: 'sale' }, fault: { type: 'status', status: 500, carriedOut: true }, times: 1 })
      await charge()
      await wait(5)
      act({ act: 'tap' })
      await wait(8 * MINUTE)
    },
  },
  {
    name: 'refund-answer-lost',
    title: 'a refund of a part, whose answer is lost, is found in the files of its sale',
    async play({ fault, charge, refund, act, wait }) {
      const sale = await charge()
      await wait(3)
      act({ act: 'tap' })
      await wait(5)
      fault({ match: { operation: 'refund' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 })
      await refund(sale, 2000)
      await wait(3)
      act({ act: 'tap' })
      await wait(9 * MINUTE)
    },
  },
  {
    name: 'late-approval',
    title: 'nobody knew of it, "not charged" was proved by rule, and a day later the terminal brings an approval',
    takesCallbacks: true,
    async play({ rig, fault, charge, act, wait, say }) {
      rig.simulator.control.setOptions({ recoverySchedule: 'guide' })
      fault({ match: { operation: 'sale' }, fault: { type: 'loseAnswer', how: 'reset' }, times: 1 })
      const { reference } = await charge()
      say('the status service knows nothing, and the terminal cannot reach the till')
      const body = JSON.stringify({ finStatus: 'UNDEFINED', transactionReference: reference })
      fault({ match: { host: 'status' }, fault: { type: 'status', status: 200, body } })
      fault({ match: { host: 'callback' }, fault: { type: 'drop' } })
      await wait(5)
      act({ act: 'tap' })
      // Past the last question of the day.
      await wait(DAY + MINUTE)
      say('the terminal finds the till again')
      rig.simulator.control.clearFaults()
      await wait(60 * MINUTE)
    },
  },
  {
    name: 'power-cut',
    title: 'the power fails between the approval and the journal',
    async play({ rig, charge, act, wait, cutPower, start, say }) {
      await charge()
      await wait(3)
      let isApproved = false
      rig.http.onArrival((url) => {
        if (!isApproved || !url.includes('/transaction-result')) return
        isApproved = false
        say('the till asks, the approval is on its way, and is never written down')
        cutPower()
      })
      act({ act: 'tap' })
      await wait(0.5)
      isApproved = true
      await wait(30)
      await start()
      await wait(2 * MINUTE)
    },
  },
]
