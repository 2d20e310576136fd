import type { Clock } from '../core/ports.ts'
import { virtualClock } from '../simulator/clock.ts'

/** Time for one part of the core: it stands still until the test lets it pass. */
export interface HandClock {
  clock: Clock
  /** Runs every timer that falls due, in order; what each has begun settles before the next. */
  advance(ms: number): Promise<void>
  /** How many timers are waiting. */
  timers(): number
}

/** @param startMs what the wall clock shows at first, in milliseconds since 1970 */
export function createHandClock(startMs?: number): HandClock {
  const time = virtualClock(startMs)
  const startedAt = time.now()
  const clock: Clock = { now: time.now, monotonicMs: () => time.now() - startedAt, setTimer: time.setTimer }
  return { clock, advance: time.advance, timers: time.pending }
}
