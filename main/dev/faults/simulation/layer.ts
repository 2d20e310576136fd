import type { Layer, LayerOptions } from '../processes/layer.ts'
import { runFleet } from './fleet.ts'
import { describeSummary } from './summary.ts'

/** L1 and L1b of the fault plan: the real core over a simulated world, in virtual time (safety §2). */
export async function runSimulationLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const { summary, wallMs, jobs } = await runFleet({ first: seed, seeds: points ?? (long ? 100_000 : 2_000) })
  const lines = describeSummary(summary, wallMs, jobs)
  return { name: 'L1 simulation', lines, failures: summary.failures.length }
}
