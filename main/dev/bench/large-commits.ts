import { createHistory } from '../../core/history/history.ts'
import { createSystemClock } from '../../core/system/clock.ts'
import type { Bench } from './benchmark.ts'
import { openCommitMaker } from './commit-maker.ts'
import { toFigure, type Figure } from './figures.ts'
import { toSpread } from './percentiles.ts'

const FILE_NAME = 'journal.sqlite'
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Commits into a large journal, with the index of the search kept beside it, by turns with commits into a new one. */
export async function benchLargeCommits(bench: Bench): Promise<readonly Figure[]> {
  const { size } = bench
  const warmUp = 20 * size.warmUp
  const folder = await bench.seededFolder(size.rows)
  const clock = createSystemClock()
  const large = openCommitMaker(folder)
  const shop = { currency: 'EUR', locale: 'en' }
  const history = createHistory({ folder, fileName: FILE_NAME, journal: large.journal, clock, log: SILENT, shop })
  const small = openCommitMaker(bench.makeFolder())
  const taken: number[] = []
  const compared: number[] = []
  for (let nth = 0; nth < warmUp + size.commits / 2; nth++) {
    const [before, after] = [
      [large.begin(), large.report()],
      [small.begin(), small.report()],
    ]
    history.noteCommit()
    // The index follows in moments like this one.
    await new Promise((resolve) => setImmediate(resolve))
    if (nth < warmUp) continue
    taken.push(...before)
    compared.push(...after)
  }
  history.close()
  large.close()
  small.close()
  const spread = toSpread(taken)
  return [
    toFigure({
      quantity: `commit with all indexes at ${size.rows.toLocaleString('en')} rows`,
      reading: 'p99',
      measured: { value: spread.p99, unit: 'ms' },
      limit: { what: 'the same into a new journal without a search, p99', value: toSpread(compared).p99, unit: 'ms' },
      target: '≤ 3 × the limit',
      isMet: (_, ratio) => ratio <= 3,
      samples: taken.length,
      spread,
      notes: ['intents and results by turns; the index of the search follows between commits, as in a till'],
    }),
  ]
}
