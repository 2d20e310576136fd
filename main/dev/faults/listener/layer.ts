import { duplicates } from './duplicates.ts'
import { flood } from './flood.ts'
import { fuzz } from './fuzz.ts'
import { slowClients } from './slow-clients.ts'
import { startTill } from './till-process.ts'
import { timing } from './timing.ts'
import type { Trial, TrialOptions, TrialReport } from './trial.ts'

const TRIALS: readonly Trial[] = [slowClients, duplicates, fuzz, flood, timing]
const DEFAULTS: TrialOptions = { bodies: 100_000, floodSeconds: 10, samples: 100_000, seed: 1 }

/** Loads and attacks the callback listener in a process of its own (safety L3, L6-L8), each trial on a fresh one. */
export async function runListenerTrials(given: Partial<TrialOptions> = {}): Promise<TrialReport[]> {
  const reports: TrialReport[] = []
  for (const trial of TRIALS) {
    const till = await startTill()
    try {
      reports.push(await trial(till, { ...DEFAULTS, ...given }))
    } finally {
      await till.close()
    }
  }
  return reports
}

/** The same as one layer of the fault simulation. */
export async function runListenerLayer(given: Partial<TrialOptions> = {}): Promise<TrialReport> {
  const reports = await runListenerTrials(given)
  const lines = reports.flatMap(({ name, lines: own }) => own.map((line) => `${name}: ${line}`))
  return { name: 'listener', lines, failures: reports.reduce((sum, { failures }) => sum + failures, 0) }
}
