import type { Layer, LayerOptions } from '../processes/layer.ts'
import { duplicates } from './duplicates.ts'
import { flood } from './flood.ts'
import { fuzz } from './fuzz.ts'
import { judgeJournal } from './journal-audit.ts'
import { slowClients } from './slow-clients.ts'
import { startTill } from './till-process.ts'
import { timing } from './timing.ts'
import type { Trial, TrialOptions, TrialReport } from './trial.ts'

const TRIALS: readonly Trial[] = [slowClients, duplicates, fuzz, flood, timing]

/** Loads and attacks the listener of a whole till in a process of its own (safety L3, L6-L8), each trial on a fresh one. */
export async function runListenerTrials(trials: readonly Trial[], options: TrialOptions): Promise<TrialReport[]> {
  const reports: TrialReport[] = []
  for (const trial of trials) reports.push(await runTrial(trial, options))
  return reports
}

/** One trial, and what its till leaves behind: a journal that proves itself. */
async function runTrial(trial: Trial, options: TrialOptions): Promise<TrialReport> {
  const till = await startTill()
  try {
    const { name, lines, failures } = await trial(till, options)
    await till.close()
    const sound = judgeJournal(till.journalFile)
    return { name, lines: [...lines, sound.line], failures: failures + sound.failures }
  } finally {
    await till.close()
    till.dispose()
  }
}

/** The same as one layer of the fault simulation; `points` are fuzzed bodies and timed requests. */
export async function runListenerLayer({ long, points, seed = 1 }: LayerOptions): Promise<Layer> {
  const count = points ?? (long ? 100_000 : 10_000)
  const floodSeconds = long ? 10 : 3
  const reports = await runListenerTrials(TRIALS, { bodies: count, samples: count, floodSeconds, seed })
  const lines = reports.flatMap(({ name, lines: own }) => own.map((line) => `${name}: ${line}`))
  return { name: 'listener', lines, failures: reports.reduce((sum, { failures }) => sum + failures, 0) }
}
