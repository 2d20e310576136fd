import { expect, it } from 'vitest'
import { createQuickClock, readTimeFactor } from './quick-clock.ts'

it('waits pass as many times faster as was asked for, and the time of day does not', async () => {
  const clock = createQuickClock(100)
  const [startedMs, startedAt] = [clock.monotonicMs(), clock.now()]

  await new Promise<void>((done) => void clock.setTimer(2_000, done))

  expect(clock.monotonicMs() - startedMs).toBeGreaterThanOrEqual(1_900)
  expect(clock.now() - startedAt).toBeLessThan(clock.monotonicMs() - startedMs)
})

it('a wait that is given up does not end', async () => {
  const clock = createQuickClock(100)
  let isOver = false
  clock.setTimer(100, () => (isOver = true))()

  await new Promise<void>((done) => void clock.setTimer(1_000, done))

  expect(isOver).toBe(false)
})

it('nobody asks by accident', () => {
  expect(readTimeFactor({})).toBe(null)
  expect(readTimeFactor({ PAYDESK_TIME_FACTOR: '20' })).toBe(20)
  for (const wrong of ['0', '-1', '1e9', 'fast', '']) {
    expect(() => readTimeFactor({ PAYDESK_TIME_FACTOR: wrong })).toThrow(/Invalid|Too/)
  }
})
