import type { Clock } from '../ports.ts'
import type { Urgency } from './answers.ts'

/** Two requests a second and key are allowed (handpoint-api.md §1.1); the rest is for requests that overtake one another on their way. */
const WINDOW_MS = 1_050

const FIRST_TO_LAST = ['act', 'poll', 'later'] as const

/** How long everything rests after the service said "too many" (handpoint-api.md §4.9). */
const PAUSE_MS = 1_050

/** A follow-up leaves only where nothing else was asked for a while: open payments are asked about every second. */
const QUIET_MS = 2_500

export interface Budget {
  /** Answers when a request may leave. An act leaves before every waiting poll, a follow-up after all of them. */
  turn(urgency: Urgency): Promise<void>
  /** The service said "too many": nothing leaves for about a second. */
  pause(): void
}

/**
 * One key's share of the service, over both its hosts. A poll leaves only where no other request left within the window,
 * so that one of the two places is always free and a cashier's act leaves at once; it waits only for other acts.
 */
export function createBudget(clock: Clock): Budget {
  const waiting: Record<Urgency, (() => void)[]> = { act: [], poll: [], later: [] }
  let lastSentMs = Number.NEGATIVE_INFINITY
  let lastButOneMs = Number.NEGATIVE_INFINITY
  let pausedUntilMs = Number.NEGATIVE_INFINITY
  let stopTimer: (() => void) | null = null

  /** When the next request of this kind may leave, on the monotonic clock. */
  function freeAtMs(urgency: Urgency): number {
    const blockedAtMs = urgency === 'act' ? lastButOneMs : lastSentMs
    const restMs = urgency === 'later' ? QUIET_MS : WINDOW_MS
    return Math.max(pausedUntilMs, blockedAtMs + restMs)
  }

  /** Takes a place for a request that leaves now. Answers for how long there is none, in milliseconds: above 0, it took none. */
  function takePlace(urgency: Urgency): number {
    const now = clock.monotonicMs()
    const restMs = freeAtMs(urgency) - now
    if (restMs > 0) return restMs
    lastButOneMs = lastSentMs
    lastSentMs = now
    return 0
  }

  function grant(): void {
    stopTimer?.()
    stopTimer = null
    for (const urgency of FIRST_TO_LAST) {
      while (waiting[urgency].length > 0) {
        const restMs = takePlace(urgency)
        if (restMs > 0) {
          stopTimer = clock.setTimer(Math.ceil(restMs), grant)
          return
        }
        waiting[urgency].shift()?.()
      }
    }
  }

  return {
    turn(urgency) {
      const isNobodyWaiting = stopTimer === null
      if (isNobodyWaiting && takePlace(urgency) === 0) return Promise.resolve()
      return new Promise((resolve) => {
        waiting[urgency].push(resolve)
        grant()
      })
    },
    pause() {
      pausedUntilMs = clock.monotonicMs() + PAUSE_MS
      grant()
    },
  }
}
