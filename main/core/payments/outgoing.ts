import type { SubmitEvent } from '../handpoint/answers.ts'
import type { Log } from '../ports.ts'

/** Requests on their way out, whose answers would be lost by stopping now. */
export interface Outgoing {
  add(request: Promise<void>): void
  hasAny(): boolean
  /** Resolves when all that are on their way have been answered. */
  finish(): Promise<void>
}

export function createOutgoing(log: Log): Outgoing {
  const leaving = new Set<Promise<void>>()
  return {
    add(request) {
      const tracked = request
        .catch((error: unknown) => log.error('send.failed', { problem: String(error) }))
        .finally(() => leaving.delete(tracked))
      leaving.add(tracked)
    },
    hasAny: () => leaving.size > 0,
    async finish() {
      await Promise.all(leaving)
    },
  }
}

/** What is known of a request after a bug of ours: nobody knows whether it left, or what it was answered. */
export const NOTHING_LEARNT: SubmitEvent = {
  type: 'requestUnanswered',
  problem: 'unreadable',
  httpStatus: null,
  text: 'an internal error',
}
