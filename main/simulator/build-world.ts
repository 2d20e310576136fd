import { changedBehaviour, defaultBehaviour } from './behaviour.ts'
import type { Behaviour, BehaviourPatch } from './behaviour.ts'
import type { Clock } from './clock.ts'
import { createCustomer } from './customer.ts'
import { createDelivery } from './delivery.ts'
import { createDevices } from './device.ts'
import { createFaults } from './faults.ts'
import { createGateway } from './gateway.ts'
import type { Job } from './job.ts'
import type { SimulatorOptions } from './options.ts'
import { createRandom } from './random.ts'
import { createRateLimit } from './rate-limit.ts'
import type { GatewayRecord } from './records.ts'
import { reportResult } from './report.ts'
import { createResultStore } from './result-store.ts'
import { sendOverHttp } from './send-callback.ts'
import { createTerminal } from './terminal.ts'
import type { Terminal } from './terminal-types.ts'
import { createWireLog } from './wire-log.ts'
import type { World } from './world.ts'

/** Puts one merchant together. `changed` is called after everything that a state file has to keep. */
export function buildWorld(options: SimulatorOptions, clock: Clock, changed: () => void): World {
  const random = createRandom(options.seed ?? 1)
  let current: Behaviour = changedBehaviour(defaultBehaviour, options.behaviour ?? {})
  let changes: BehaviourPatch = {}
  const behaviour = () => current
  const faults = createFaults(changed)
  const results = createResultStore(clock, changed)
  const declineForm = () => current.declineForm
  const maxRecords = options.maxTransactions ?? (options.stateFile === undefined ? 20_000 : 500)
  const gateway = createGateway({ clock, random, declineForm, changed, maxRecords })
  const customer = createCustomer(clock, behaviour, {
    mode: options.customer ?? 'auto',
    delayMs: options.customerDelayMs ?? 2_000,
  })
  const terminals: Terminal[] = []
  const isReachable = (serial: string) =>
    terminals.find(({ device }) => device.serial_number === serial)?.isReachable() ?? false
  const send = options.sendCallback ?? sendOverHttp
  const delivery = createDelivery({ clock, behaviour, faults, send, isReachable, changed })
  const world: World = {
    key: options.key ?? 'demo-key',
    foreignKeys: options.foreignKeys ?? [],
    clock,
    random,
    behaviour,
    gateway,
    terminals,
    results,
    delivery,
    customer,
    faults,
    changed,
    changeBehaviour(patch) {
      current = changedBehaviour(current, patch)
      changes = { ...changes, ...patch }
      changed()
      return current
    },
    behaviourChanges: () => changes,
    rateLimit: createRateLimit(clock, options.rateLimit ?? true),
    wire: createWireLog(options.maxRequests ?? 100_000),
    delivered: new Map(),
    receiptsUrl: { value: 'http://127.0.0.1' },
    cloud: { up: true },
  }
  const report = (job: Job, facts: GatewayRecord, recovered: boolean) => reportResult(world, job, facts, recovered)
  const ports = {
    clock,
    random,
    gateway,
    behaviour,
    report,
    ended: changed,
    appStarted: (terminal: Terminal) => delivery.restart(terminal.device.serial_number),
    phaseChanged: (terminal: Terminal) => customer.phaseChanged(terminal),
  }
  for (const device of createDevices(options.terminals ?? 2, random)) terminals.push(createTerminal(device, ports))
  return world
}
