import type { Clock } from '../ports.ts'

/** Runs one asynchronous act again and again, never twice at once, each time at the moment that the last run chose. */
export interface Turns {
  /** Makes sure that turns are being taken, and the next one no later than `delayMs` from now. */
  start(delayMs: number): void
  /** Takes a turn at once, unless one is being taken. */
  hurry(): void
  stop(): void
  /** Wall-clock time of the next turn, or null when none is planned. */
  nextAt(): number | null
}

interface TurnsOptions {
  clock: Clock
  /** Takes one turn and answers how long to wait for the next one, or null to stop. */
  act: () => Promise<number | null>
  /** Told of an exception in a turn, which is a bug; answers how long to wait before the next turn. */
  onBug: (error: unknown) => number
  /** Told when the time of the next turn is known anew. */
  onPlan: () => void
}

export function createTurns({ clock, act, onBug, onPlan }: TurnsOptions): Turns {
  let cancel: (() => void) | null = null
  /** Monotonic time of the planned turn. */
  let next: number | null = null
  let isTaking = false
  let isRunning = false

  const takeTurn = (): void => void take()

  function plan(delayMs: number): void {
    cancel?.()
    next = clock.monotonicMs() + delayMs
    cancel = clock.setTimer(delayMs, takeTurn)
    try {
      onPlan()
    } catch (error) {
      onBug(error)
    }
  }

  async function take(): Promise<void> {
    cancel?.()
    cancel = null
    next = null
    isTaking = true
    let delayMs: number | null
    try {
      delayMs = await act()
    } catch (error) {
      delayMs = onBug(error)
    }
    isTaking = false
    if (delayMs === null) isRunning = false
    else if (isRunning) plan(delayMs)
  }

  return {
    start(delayMs) {
      if (isTaking) isRunning = true
      else if (!isRunning || next === null || next > clock.monotonicMs() + delayMs) {
        isRunning = true
        plan(delayMs)
      }
    },
    hurry() {
      isRunning = true
      if (!isTaking) takeTurn()
    },
    stop() {
      isRunning = false
      cancel?.()
      cancel = null
      next = null
    },
    nextAt: () => (next === null ? null : clock.now() + next - clock.monotonicMs()),
  }
}
