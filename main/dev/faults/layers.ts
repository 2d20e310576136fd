import { runCorruptionLayer } from './disk/corruption-layer.ts'
import { runFailingCallLayer } from './disk/failing-call-layer.ts'
import { runFullDiskLayer } from './disk/full-disk-layer.ts'
import { runPowerCutLayer } from './disk/power-cut-layer.ts'
import { runListenerLayer } from './listener/layer.ts'
import { runClockLayer } from './processes/clock-layer.ts'
import { runForeignLayer } from './processes/foreign-layer.ts'
import { runKillLayer } from './processes/kill-layer.ts'
import type { Layer, LayerOptions } from './processes/layer.ts'
import { runSocketLayer } from './processes/socket-layer.ts'
import { runReducerLayer } from './reducer/reducer-layer.ts'
import { runSimulationLayer } from './simulation/layer.ts'

/** Every layer of the fault plan that can be run on its own (safety §2), by the name that a person types. */
export const LAYERS: Readonly<Record<string, (options: LayerOptions) => Promise<Layer>>> = {
  L0: runReducerLayer,
  L1: runSimulationLayer,
  L2: runKillLayer,
  L3: runPowerCutLayer,
  L4: runFailingCallLayer,
  L5: runFullDiskLayer,
  L6: runCorruptionLayer,
  L7: runClockLayer,
  L8: runSocketLayer,
  foreign: runForeignLayer,
  listener: runListenerLayer,
}

interface Wanted {
  layer?: string | undefined
  long: boolean
  points?: number | undefined
  first?: number | undefined
}

/** How much of a layer is run: all that the plan says where no layer was named or `--long` was, a short form otherwise. */
export function toLayerOptions({ layer, long, points, first }: Wanted): LayerOptions {
  return {
    long: long || layer === undefined,
    ...(points === undefined ? {} : { points }),
    ...(first === undefined ? {} : { seed: first }),
  }
}
