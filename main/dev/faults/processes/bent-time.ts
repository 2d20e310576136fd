import { performance } from 'node:perf_hooks'
import { wrapMethod } from './wrap-method.ts'

export interface BentTime {
  /** Moves the wall clock, as a person, a time server or a leap of daylight saving does. */
  jump(byMs: number): void
  /** The machine sleeps: nothing runs, the monotonic clock stands still, the wall clock goes on. */
  suspend(machineMs: number): void
}

/** From this length on a timer may be the patience with a connection or an answer, in milliseconds. */
const PATIENCE_FROM_MS = 5_000
/** Real patience, in milliseconds: the network is not faster than really, and a busy machine is slower. */
const LEAST_PATIENCE_MS = 300

/**
 * Lets time pass `factor` times as fast in this process: timers and both clocks. Rules of minutes are then seen at work in
 * a real process within seconds.
 */
export function bendTime(factor: number): BentTime {
  let wallShiftMs = 0
  let sleptMs = 0
  const startMs = performance.now()
  const startWall = Date.now()
  const realNow = performance.now.bind(performance)
  const monotonic = (): number => startMs + (realNow() - startMs - sleptMs) * factor

  wrapMethod(performance, 'now', monotonic)
  wrapMethod(Date, 'now', () => Math.round(startWall + (realNow() - startMs) * factor + wallShiftMs))
  wrapMethod(globalThis, 'setTimeout', ({ args: [act, afterMs, ...given], proceed }) =>
    proceed([act, typeof afterMs === 'number' ? toReal(afterMs) : afterMs, ...given]),
  )

  function toReal(afterMs: number): number {
    return Math.max(afterMs / factor, afterMs >= PATIENCE_FROM_MS ? LEAST_PATIENCE_MS : 0)
  }

  return {
    jump(byMs) {
      wallShiftMs += byMs
    },
    suspend(machineMs) {
      const forMs = machineMs / factor
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forMs)
      sleptMs += forMs
    },
  }
}
