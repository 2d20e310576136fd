import { availableParallelism } from 'node:os'
import { inLanes } from '../processes/layer.ts'
import { MUTANTS } from './catalogue/mutants.ts'
import type { Mutant } from './mutant.ts'
import { shorten, summarise, toRow, toStory, type Trial } from './report.ts'
import { runSuite } from './run-suite.ts'
import { toSuite, type SuiteName } from './suites.ts'
import { findStale, openWorkshop, withBug, type Bench } from './workshop.ts'

interface MutantsOptions {
  /** Mutants at a time; as many as there are cores unless given. */
  jobs?: number
  /** Only those whose name, file or rule holds this text. */
  only?: string
  /** Told of each mutant as soon as it is known what became of it. */
  tell?: (line: string) => void
}

interface MutantsReport {
  name: string
  lines: string[]
  failures: number
}

/**
 * Plants each bug in a copy of the code, one at a time, and sees that a suite finds it (safety §2, last paragraph). First all
 * suites pass on the copy as it is: else nothing would be proved by their failing. A survivor, a stale mutant and a suite that
 * fails without any bug count as failures.
 */
export function runMutants({ only = '', ...options }: MutantsOptions): Promise<MutantsReport> {
  const wanted = MUTANTS.filter(({ name, file, rule }) => [name, file, rule].some((text) => text.includes(only)))
  return runThese(wanted, options)
}

/** The same for any mutants. */
export async function runThese(
  mutants: readonly Mutant[],
  { jobs = availableParallelism(), tell = () => undefined }: Omit<MutantsOptions, 'only'>,
): Promise<MutantsReport> {
  const startedAt = performance.now()
  const stop = new AbortController()
  const workshop = openWorkshop(Math.max(1, Math.min(jobs, mutants.length)))
  const leave = (): void => {
    stop.abort()
    workshop.close()
    process.exit(130)
  }
  process.once('SIGINT', leave).once('SIGTERM', leave)
  try {
    const shop: Shop = { free: [...workshop.benches], stop: stop.signal, tell, broken: new Map(), skipped: new Set() }
    const stale = new Set(findStale(mutants, workshop.benches[0]?.folder ?? ''))
    const sound = mutants.filter((mutant) => !stale.has(mutant))
    await findBroken(sound, shop)
    const trials = await inLanes(sound, (one) => tryOne(one, shop), workshop.benches.length)
    const lines = [
      ...[...stale].map(({ name, file }) => `stale mutant: ${name} (${file} has changed: write it anew)`),
      ...shop.broken.values(),
      ...trials.map(toRow),
      ...trials.filter(({ killer }) => killer === null).map(toStory),
      ...[...shop.skipped].map((name) => `not run on this machine: ${toSuite(name).layer}`),
      ...summarise(trials, { stale: stale.size, ms: performance.now() - startedAt }),
    ]
    const survivors = trials.filter(({ killer }) => killer === null).length
    const isEmpty = mutants.length === 0 ? 1 : 0
    return { name: 'mutants', lines, failures: stale.size + shop.broken.size + survivors + isEmpty }
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave)
    workshop.close()
  }
}

interface Shop {
  /** Benches on which nobody works. */
  free: Bench[]
  stop: AbortSignal
  tell: (line: string) => void
  /** Suites that do not pass on the code as it is, with their problem in words: nothing is proved by their failing. */
  broken: Map<SuiteName, string>
  /** Suites that this machine cannot run. */
  skipped: Set<SuiteName>
}

async function onBench<Done>(shop: Shop, act: (bench: Bench) => Promise<Done>): Promise<Done> {
  const bench = shop.free.pop()
  if (bench === undefined) throw new Error('more lanes than benches')
  try {
    return await act(bench)
  } finally {
    shop.free.push(bench)
  }
}

async function findBroken(mutants: readonly Mutant[], shop: Shop): Promise<void> {
  const names = [...new Set(mutants.flatMap(({ suites }) => suites))]
  const look = (name: SuiteName): Promise<void> =>
    onBench(shop, async (bench) => {
      const suite = toSuite(name)
      const verdict = await runSuite(suite, bench, shop.stop)
      if (verdict.type === 'passed') return
      if (verdict.type === 'skipped') return void shop.skipped.add(name)
      const text = verdict.type === 'failed' ? verdict.by : verdict.text
      const line = `"${suite.layer}" fails without any bug, so that nothing is proved by it: ${shorten(text)}`
      shop.broken.set(name, line)
      shop.tell(line)
    })
  await inLanes(names, look, shop.free.length)
}

function tryOne(mutant: Mutant, shop: Shop): Promise<Trial> {
  return onBench(shop, (bench) =>
    withBug(mutant, bench, async () => {
      const startedAt = performance.now()
      const missedBy: string[] = []
      let killer: Trial['killer'] = null
      for (const name of mutant.suites.filter((one) => !shop.broken.has(one) && !shop.skipped.has(one))) {
        const suite = toSuite(name)
        const { layer } = suite
        const verdict = await runSuite(suite, bench, shop.stop)
        if (verdict.type === 'failed') {
          killer = { layer, by: verdict.by }
          break
        }
        missedBy.push(verdict.type === 'broken' ? `${layer} (could not be run: ${shorten(verdict.text)})` : layer)
      }
      const trial = { mutant, killer, missedBy, ms: performance.now() - startedAt }
      shop.tell(toStory(trial))
      return trial
    }),
  )
}
