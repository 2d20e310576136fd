import type { Bench } from './benchmark.ts'
import { BENCHMARKS } from './benchmarks.ts'
import type { Figure } from './figures.ts'
import { describeMachine, readLoad, type Machine } from './machine.ts'
import { SIZES, type Size } from './sizes.ts'
import { openWorkplace } from './workplace.ts'

/** What one benchmark came to. `broken` says why it has no figures. */
export interface Outcome {
  name: string
  tookMs: number
  /** At its beginning and at its end. */
  load: readonly [number | null, number | null]
  figures: readonly Figure[]
  broken: string | null
}

export interface BenchReport {
  takenAt: string
  machine: Machine
  size: Size['name']
  outcomes: Outcome[]
}

interface RunOptions {
  size: Size['name']
  /** Names of {@link BENCHMARKS}; all of them where it is empty. */
  only: readonly string[]
  /** Told of each as soon as it is done. */
  onOutcome: (outcome: Outcome, machine: Machine) => void
}

/** Runs one benchmark after another, so that none measures its neighbour. One that breaks does not keep the others away. */
export async function runBenchmarks({ size, only, onOutcome }: RunOptions): Promise<BenchReport> {
  const machine = describeMachine()
  const workplace = openWorkplace(SIZES[size])
  const outcomes: Outcome[] = []
  try {
    for (const name of BENCHMARKS.keys()) {
      if (only.length > 0 && !only.includes(name)) continue
      const outcome = await runOne(name, workplace)
      outcomes.push(outcome)
      onOutcome(outcome, machine)
    }
  } finally {
    workplace.close()
  }
  return { takenAt: new Date().toISOString(), machine, size, outcomes }
}

async function runOne(name: string, bench: Bench): Promise<Outcome> {
  const [startedMs, before] = [performance.now(), readLoad()]
  const finish = (figures: readonly Figure[], broken: string | null): Outcome => ({
    name,
    tookMs: performance.now() - startedMs,
    load: [before, readLoad()],
    figures,
    broken,
  })
  try {
    return finish((await BENCHMARKS.get(name)?.(bench)) ?? [], null)
  } catch (error) {
    return finish([], error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
