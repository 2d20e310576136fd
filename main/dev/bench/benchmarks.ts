import type { Benchmark } from './benchmark.ts'
import { benchBundles } from './bundles.ts'
import { benchCallbacks } from './callbacks.ts'
import { benchCharge } from './charge.ts'
import { benchCommits } from './commits.ts'
import { benchFaults } from './fault-rate.ts'
import { notTaken } from './figures.ts'
import { benchHistory } from './history.ts'
import { benchPages, benchSearch } from './journal-reads.ts'
import { benchLargeCommits } from './large-commits.ts'
import { benchList } from './list.ts'
import { benchPage } from './page.ts'
import { benchScreen } from './screen.ts'
import { benchStart } from './start.ts'

/** Every benchmark under the name that `--only` takes, in the order of the table of limits. */
export const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map<string, Benchmark>([
  ['commits', benchCommits],
  ['charge', benchCharge],
  ['callbacks', benchCallbacks],
  ['screen', benchScreen],
  ['pages', benchPages],
  ['search', benchSearch],
  ['history', benchHistory],
  ['report', benchReport],
  ['large', benchLargeCommits],
  ['list', benchList],
  ['start', benchStart],
  ['page', benchPage],
  ['bundles', benchBundles],
  ['faults', benchFaults],
  ['soak', benchSoak],
])

function benchReport(): ReturnType<Benchmark> {
  const because = 'there is no X report in Paydesk yet'
  return Promise.resolve([notTaken('X report over one day of 28,800 operations', because)])
}

function benchSoak(): ReturnType<Benchmark> {
  const because = 'memory that stays flat over a month shows in hours of running, which no benchmark has'
  return Promise.resolve([notTaken('30 simulated days at 2,000 sales a day', because)])
}
