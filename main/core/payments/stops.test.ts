import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reference } from '../../../shared/ids.ts'
import { accepted, ANOTHER, aPing, aSale } from '../../../shared/testing/transactions.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { fold } from '../../../shared/transaction/transition.ts'
import { linkedShop, MINUTE, SECOND } from '../../testing/linked-shop.ts'
import { createRig, type FaultRule, type Rig } from '../../testing/rig.ts'
import { createHandpointClient } from '../handpoint/client.ts'
import type { Clock, HttpPort, Log } from '../ports.ts'
import type { OpenPayment } from './open-payment.ts'
import { createStops } from './stops.ts'

const CLOUD = { cloudUrl: 'https://cloud.test', statusUrl: 'https://status.test', apiKey: 'none' }
const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }
const clock: Clock = { now: () => 0, monotonicMs: () => 0, setTimer: () => ignore }

const toOpen = (intent: Intent): OpenPayment => ({ transaction: fold(intent, [accepted]), watch: null, sinceMs: 0 })

/** Asks the terminal of a sale to stop, while others are open too. */
async function stopAmong(others: Intent[]) {
  const payment = toOpen(aSale)
  const open = new Map<Reference, OpenPayment>(
    [payment, ...others.map(toOpen)].map((one) => [one.transaction.intent.reference, one]),
  )
  const sent: (string | null)[] = []
  const recorded: TransactionEvent[] = []
  const http: HttpPort = ({ body }) => {
    sent.push(body)
    return Promise.resolve({ type: 'answered', status: 202, body: '' })
  }
  const stops = createStops({
    client: createHandpointClient({ http, clock, log, ...CLOUD }),
    clock,
    open,
    record: (_, __, event) => recorded.push(event),
  })
  await stops.send(payment, 1)
  return { sent, recorded }
}

it('a stop goes to the terminal of its sale, though a ping is on its way there', async () => {
  const { sent, recorded } = await stopAmong([aPing])
  expect(sent).toEqual([expect.stringContaining(aSale.terminal.serialNumber)])
  expect(recorded).toEqual([{ type: 'cancelAccepted', attempt: 1 }])
})

it('a stop is not sent to a terminal that serves the next customer by now: it would end that sale', async () => {
  const { sent, recorded } = await stopAmong([{ ...aSale, reference: ANOTHER }])
  expect(sent).toEqual([])
  expect(recorded).toEqual([{ type: 'cancelUnanswered', attempt: 1 }])
})

describe('the stop of a sale', () => {
  let rig: Rig

  beforeEach(async () => {
    rig = await createRig({ customer: 'none' })
  })

  afterEach(() => {
    rig.dispose()
  })

  const { act, fault, stateOf } = linkedShop(() => rig)

  it('holds the terminal until it was answered: a late stop would end the next sale', async () => {
    const first = await rig.till().charge()
    await rig.clock.advance(5 * SECOND)
    const late: FaultRule['fault'] = { type: 'delay', ms: 8_000, when: 'before' }
    fault({ match: { operation: 'stopCurrentTransaction' }, fault: late, times: 1 })
    await rig.till().call('payment:cancel', { reference: first.reference })
    act({ act: 'cancel' })
    await rig.clock.advance(4 * SECOND)
    expect((await stateOf(first)).status).toBe('cancelled')
    await expect(rig.till().charge(1200)).rejects.toThrow('terminal.unresolved')
    await rig.clock.advance(10 * SECOND)
    await expect(rig.till().charge(1200)).resolves.toMatchObject({ amountMinor: 1200 })
  })

  it('goes on no longer once the terminal said that it runs nothing', async () => {
    await rig.till().charge()
    await rig.clock.advance(3 * SECOND)
    fault({ match: { pathIncludes: '/transaction-result' }, fault: { type: 'status', status: 204, body: '' } })
    fault({ match: { host: 'status' }, fault: { type: 'status', status: 500 } })
    act({ act: 'cancel' })
    await rig.clock.advance(30 * MINUTE)
    const stops = rig.http.sent.filter(({ body }) => body?.includes('stopCurrentTransaction') === true)
    expect(stops).toHaveLength(1)
  })
})
