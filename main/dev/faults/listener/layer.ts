import type { Layer, LayerOptions } from '../processes/layer.ts'
import { duplicates } from './duplicates.ts'
import { flood } from './flood.ts'
import { fuzz } from './fuzz.ts'
import { slowClients } from './slow-clients.ts'
import { startTill } from './till-process.ts'
import { timing } from './timing.ts'
import type { Trial, TrialOptions, TrialReport } from './trial.ts'

const TRIALS: readonly Trial[] = [slowClients, duplicates, fuzz, flood, timing]
/** Loads and attacks the callback listener in a process of its own (safety L3, L6-L8), each trial on a fresh one. */
export async function runListenerTrials(options: TrialOptions): Promise<TrialReport[]> {
  const reports: TrialReport[] = []
  for (const trial of TRIALS) {
    const till = await startTill()
    try {
      reports.push(await trial(till, options))
    } finally {
      await till.close()
    }
  }
  return reports
}

/** The same as one layer of the fault simulation; `points` are fuzzed bodies and timed requests. */
export async function runListenerLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const count = points ?? (long ? 100_000 : 10_000)
  const reports = await runListenerTrials({ bodies: count, samples: count, floodSeconds: long ? 10 : 3, seed })
  const lines = reports.flatMap(({ name, lines: own }) => own.map((line) => `${name}: ${line}`))
  return { name: 'listener', lines, failures: reports.reduce((sum, { failures }) => sum + failures, 0) }
}
