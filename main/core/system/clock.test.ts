import { expect, test } from 'vitest'
import { createSystemClock } from './clock.ts'
import { createRandomIds } from './ids.ts'
import { referenceSchema } from '../../../shared/ids.ts'

test('a timer runs after its time on the monotonic clock, unless it was stopped', async () => {
  const clock = createSystemClock()
  const startedMs = clock.monotonicMs()
  let stoppedRan = false
  const stop = clock.setTimer(1, () => (stoppedRan = true))
  stop()
  await new Promise<void>((resolve) => clock.setTimer(5, resolve))
  expect(clock.monotonicMs() - startedMs).toBeGreaterThan(3)
  expect(stoppedRan).toBe(false)
})

test('the wall clock is the computer’s', () => {
  const before = Date.now()
  const now = createSystemClock().now()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})

test('ids are references that the service takes, each a new one', () => {
  const ids = createRandomIds()
  const made = Array.from({ length: 100 }, () => ids.uuid())
  expect(new Set(made).size).toBe(100)
  for (const id of made) expect(referenceSchema.safeParse(id).success).toBe(true)
})
