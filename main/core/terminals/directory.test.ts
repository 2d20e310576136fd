import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TerminalSnapshot } from '../../../shared/ipc/snapshots.ts'
import { createRig, TERMINAL, type Rig } from '../../testing/rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await createRig()
})

afterEach(() => {
  rig.dispose()
})

function seen(serialNumber = TERMINAL.serialNumber): TerminalSnapshot {
  const found = rig
    .till()
    .desk.readTerminals()
    .terminals.find((one) => one.serialNumber === serialNumber)
  if (found === undefined) throw new Error(`no terminal ${serialNumber}`)
  return found
}

const ping = () => rig.till().operate({ operation: 'pingDevice', terminal: TERMINAL })

test('of a terminal that was not heard from nothing is said', () => {
  expect(seen()).toMatchObject({ condition: 'unknown', contact: null, battery: null, work: null })
})

test('a sale says what the terminal is busy with and since when', async () => {
  rig.simulator.control.setCustomer({ mode: 'none' })
  const sale = await rig.till().charge(4500)
  expect(seen()).toMatchObject({
    condition: 'busy',
    openPayment: sale.reference,
    work: { operation: 'sale', number: sale.number, amountMinor: 4500, currency: 'EUR', since: sale.createdAt },
  })
})

test('a result proves that the terminal was there, and tells its battery as it was then', async () => {
  await rig.till().charge()
  await rig.clock.advance(5_000)
  const { condition, contact, battery } = seen()
  expect(condition).toBe('idle')
  expect(contact?.isReachable).toBe(true)
  expect(contact?.at).toBeLessThanOrEqual(rig.clock.now())
  expect(battery).toEqual({ percent: 100, isCharging: false, at: contact?.at })
  await rig.clock.advance(600_000)
  expect(seen().contact?.at).toBe(contact?.at)
})

test('a test of the terminal proves one or the other, with its time', async () => {
  await ping()
  await rig.clock.advance(1_000)
  const contact = seen().contact
  expect(contact?.isReachable).toBe(true)
  rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
  await rig.clock.advance(60_000)
  await ping()
  await rig.clock.advance(1_000)
  expect(seen()).toMatchObject({ condition: 'offline', contact: { isReachable: false } })
  expect(seen().contact?.at).toBeGreaterThan(contact?.at ?? 0)
})

test('reading the list again proves nothing of the terminals in it', async () => {
  rig.simulator.control.setNetwork(TERMINAL.serialNumber, false)
  await ping()
  await rig.clock.advance(1_000)
  const read = rig.till().desk.terminals.refresh()
  await rig.clock.advance(2_000)
  await read
  expect(seen().condition).toBe('offline')
})

test('what is refused before the terminal proves nothing of it', async () => {
  rig.simulator.control.setCloud(false)
  await ping()
  await rig.clock.advance(30_000)
  expect(seen().contact).toBeNull()
})

test('after a restart the last result still says when the terminal was there; of its battery nobody knows', async () => {
  await rig.till().charge()
  await rig.clock.advance(5_000)
  const { contact } = seen()
  rig.kill()
  await rig.start()
  expect(seen()).toMatchObject({ condition: 'idle', battery: null })
  expect(seen().contact?.at).toBeLessThanOrEqual(contact?.at ?? 0)
})
