import type { Behaviour, BehaviourPatch } from './behaviour.ts'
import type { Clock } from './clock.ts'
import type { Customer } from './customer.ts'
import type { Delivery } from './delivery.ts'
import type { Faults } from './faults.ts'
import type { Gateway } from './gateway.ts'
import type { Random } from './random.ts'
import type { RateLimit } from './rate-limit.ts'
import type { ResultStore } from './result-store.ts'
import type { GatewayRecord } from './records.ts'
import type { Terminal } from './terminal-types.ts'
import type { WireLog } from './wire-log.ts'

/** Everything the routes and the control reach: one merchant, its terminals and the service behind them. */
export type World = {
  key: string
  /** Keys the service knows that own no terminals and no references. */
  foreignKeys: readonly string[]
  clock: Clock
  random: Random
  behaviour(): Behaviour
  /** Throws ZodError on a value outside the schema. */
  changeBehaviour(patch: BehaviourPatch): Behaviour
  /** What was changed since the start, for going on with it in another process. */
  behaviourChanges(): BehaviourPatch
  gateway: Gateway
  terminals: readonly Terminal[]
  results: ResultStore
  delivery: Delivery
  customer: Customer
  faults: Faults
  rateLimit: RateLimit
  wire: WireLog
  /** What was delivered under a transaction id, for its hosted receipt and signature. */
  delivered: Map<string, GatewayRecord>
  /** The base address of hosted receipts, known once the cloud host listens. */
  receiptsUrl: { value: string }
  cloud: { up: boolean }
  changed(): void
}

/** The terminal a request names, by its exact pair or the type's short form. */
export function terminalOf(world: World, serial: string, terminalType: string): Terminal | undefined {
  return world.terminals.find(
    ({ device }) =>
      device.serial_number === serial &&
      (device.terminal_type === terminalType || device.terminal_type === `PAX${terminalType}`),
  )
}
