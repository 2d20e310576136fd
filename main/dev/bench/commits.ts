import type { Bench } from './benchmark.ts'
import { openCommitMaker } from './commit-maker.ts'
import { openDiskWrites } from './disk-writes.ts'
import { toFigure, type Figure } from './figures.ts'
import { toSpread } from './percentiles.ts'

/** Commits and writes by turns, so that both meet the same neighbours. */
const TURN = 20

/** Durable commits against fsync'ed writes of the same disk: rates, as each waits for the disk. */
export function benchCommits({ size, makeFolder }: Bench): Promise<readonly Figure[]> {
  const commits = openCommitMaker(makeFolder())
  const writes = openDiskWrites(makeFolder())
  const begun: number[] = []
  const reported: number[] = []
  const written: number[] = []
  for (let warm = 0; warm < size.warmUp * TURN; warm++) {
    commits.begin()
    commits.report()
    writes.write()
  }
  while (begun.length < size.commits) {
    for (let nth = 0; nth < TURN; nth++) {
      begun.push(commits.begin())
      reported.push(commits.report())
    }
    for (let nth = 0; nth < TURN; nth++) written.push(writes.write())
  }
  commits.close()
  writes.close()
  return Promise.resolve([
    toFigure({
      quantity: 'durable commit of an intent with its event',
      reading: 'rate at p50',
      measured: { value: rate(begun), unit: '/s' },
      limit: { what: "fsync'ed 4 KiB writes of this disk", value: rate(written), unit: '/s' },
      target: '≥ 0.7 of the limit',
      isMet: (_, ratio) => ratio >= 0.7,
      samples: begun.length,
      notes: [describe('one commit', begun), describe("a terminal's result", reported), describe('one write', written)],
    }),
  ])
}

const rate = (sample: readonly number[]): number => 1_000 / toSpread(sample).p50

function describe(what: string, sample: readonly number[]): string {
  const { p50, p99, max } = toSpread(sample)
  return `${what}: p50 ${toUs(p50)}, p99 ${toUs(p99)}, slowest ${toUs(max)}`
}

const toUs = (ms: number): string => `${(ms * 1_000).toFixed(0)} µs`
