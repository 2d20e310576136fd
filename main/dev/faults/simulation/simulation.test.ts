import { expect, it } from 'vitest'
import { REGRESSION_SEEDS } from './regression-seeds.ts'
import { replaySchedule, runSchedules } from './run-schedules.ts'
import { addVerdict, emptySummary } from './summary.ts'

const SEEDS = 1_500

it('through schedules full of faults the till never says what the bank’s books do not bear out, and leaves nothing open', async () => {
  const summary = emptySummary()
  const seeds = Array.from({ length: SEEDS }, (_, nth) => 1 + nth)
  await runSchedules(seeds, (verdict) => addVerdict(summary, verdict))
  expect(summary.failures).toEqual([])
  expect(summary.schedules).toBe(SEEDS)
}, 120_000)

it.each(REGRESSION_SEEDS)('seed $seed stays right: $about', async ({ seed }) => {
  const { violations } = await replaySchedule(seed, () => undefined)
  expect(violations).toEqual([])
})

it('a seed tells the same story each time, alone or among others', async () => {
  const [alone, again]: [string[], string[]] = [[], []]
  await replaySchedule(7, (line) => alone.push(line))
  await replaySchedule(7, (line) => again.push(line))
  expect(again).toEqual(alone)
  const verdict = await replaySchedule(7, () => undefined)
  const among = emptySummary()
  await runSchedules([5, 6, 7, 8], (one) => {
    if (one.seed === 7) addVerdict(among, one)
  })
  expect([...among.tally]).toEqual([...verdict.tally])
  expect(among.virtualMs).toBe(verdict.virtualMs)
})
