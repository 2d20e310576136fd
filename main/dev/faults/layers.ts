import { runClockLayer } from './processes/clock-layer.ts'
import { runForeignLayer } from './processes/foreign-layer.ts'
import { runKillLayer } from './processes/kill-layer.ts'
import type { Layer, LayerOptions } from './processes/layer.ts'
import { runSocketLayer } from './processes/socket-layer.ts'
import { runSimulationLayer } from './simulation/layer.ts'

/** Every layer of the fault plan that can be run on its own (safety §2), by the name that a person types. */
export const LAYERS: Readonly<Record<string, (options: LayerOptions) => Promise<Layer>>> = {
  L1: runSimulationLayer,
  L2: runKillLayer,
  L7: runClockLayer,
  L8: runSocketLayer,
  foreign: runForeignLayer,
}
