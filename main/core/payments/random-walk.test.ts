import { expect, it } from 'vitest'
import { walk } from '../../testing/random-walk.ts'

const SEEDS = Number(process.env['PAYDESK_SEEDS'] ?? 60)
const FIRST = Number(process.env['PAYDESK_FIRST_SEED'] ?? 1)

/** Seeds that found a bug once. */
const FOUND = [30_085, 40_428]

it(`after ${SEEDS.toString()} random days gone wrong, every payment says what the bank's books say, and none was sent twice`, async () => {
  const problems: string[] = []
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) problems.push(...(await walk(seed)))
  expect(problems).toEqual([])
}, 600_000)

it.each(FOUND)('day %i, which found a bug once, stays right', async (seed) => {
  expect(await walk(seed)).toEqual([])
})
