import { buildWorld } from './build-world.ts'
import { closableClock, realClock } from './clock.ts'
import { listenForControl } from './control-http.ts'
import { createControl } from './control.ts'
import type { Control } from './control.ts'
import { createExchange } from './exchange.ts'
import type { Handle } from './exchange.ts'
import { listen } from './http.ts'
import type { ServerOptions, SimulatorOptions } from './options.ts'
import { loadState, saveState } from './state-file.ts'

/** The service without sockets: requests go in through `handle`, and time is the clock of the options. */
export type SimulatorCore = {
  handle: Handle
  control: Control
  key: string
  /** Where hosted receipts are said to be; set by the server once it listens. */
  setReceiptsUrl(url: string): void
  /** Cancels everything planned. Synchronous and final. */
  stop(): void
}

export type Simulator = {
  cloudUrl: string
  statusUrl: string
  controlUrl: string
  key: string
  control: Control
  handle: Handle
  close(): Promise<void>
}

/** Creates the service in memory, loading the state file if there is one. Throws when that file is damaged. */
export function createSimulatorCore(options: SimulatorOptions = {}): SimulatorCore {
  const { stateFile } = options
  const clock = closableClock(options.clock ?? realClock())
  let isLoaded = false
  const world = buildWorld(options, clock, () => {
    if (stateFile === undefined || !isLoaded) return
    try {
      saveState(stateFile, world)
    } catch (error) {
      // Practice data on a full disk: losing it must not take the till down with it.
      process.emitWarning(`The simulator's state could not be saved: ${String(error)}`)
    }
  })
  if (stateFile !== undefined) loadState(stateFile, world)
  isLoaded = true
  world.changed()
  return {
    handle: createExchange(world),
    control: createControl(world),
    key: world.key,
    setReceiptsUrl(url) {
      world.receiptsUrl.value = url
    },
    stop: () => clock.close(),
  }
}

/**
 * Starts the simulated Handpoint cloud, its status host and the control host on 127.0.0.1.
 * Rejects when a port is taken or the state file is damaged.
 */
export async function createSimulator(options: ServerOptions = {}): Promise<Simulator> {
  const core = createSimulatorCore(options)
  const cloud = await listen(options.port ?? 0, (request) => core.handle({ ...request, host: 'cloud' }))
  core.setReceiptsUrl(cloud.url)
  const status = await listen(options.statusPort ?? 0, (request) => core.handle({ ...request, host: 'status' }))
  const control = await listenForControl(options.controlPort ?? 0, core.control)
  return {
    cloudUrl: cloud.url,
    statusUrl: status.url,
    controlUrl: control.url,
    key: core.key,
    control: core.control,
    handle: core.handle,
    async close() {
      core.stop()
      await Promise.all([cloud.close(), status.close(), control.close()])
    },
  }
}
