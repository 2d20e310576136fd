import { performance } from 'node:perf_hooks'
import type { Clock } from '../ports.ts'

/** The machine's clocks. The monotonic one is not moved by a wrong date, daylight saving or time synchronisation (safety R21). */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    setTimer(afterMs, act) {
      const timer = setTimeout(act, afterMs)
      return () => clearTimeout(timer)
    },
  }
}
