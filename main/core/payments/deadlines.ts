import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import {
  ABSENCE_COUNTS_AFTER_MS,
  CANCEL_EXPIRES_AFTER_MS,
  PARTIAL_WINDOW_MS,
  PROVISIONAL_ACCEPTED_AFTER_MS,
  RULES_EXHAUSTED_AFTER_MS,
  STATUS_SETTLES_AFTER_MS,
} from '../../../shared/transaction/rules.ts'
import type { Effect, Transaction } from '../../../shared/transaction/transition.ts'
import { standingEffects } from '../../../shared/transaction/transition.ts'
import type { WatchContext } from './contact.ts'

/** Turns the passing of monotonic time into facts about one payment. */
export interface Deadlines {
  update(transaction: Transaction): void
  stop(): void
}

interface Deadline {
  /** Two deadlines with the same name are the same one: it is not begun anew. */
  name: string
  afterMs: number
  event: TransactionEvent
}

export function createDeadlines({ clock, sinceMs, record }: WatchContext): Deadlines {
  const running = new Map<string, () => void>()

  function begin({ name, afterMs, event }: Deadline): void {
    running.set(
      name,
      clock.setTimer(afterMs, () => {
        running.delete(name)
        record('clock', event)
      }),
    )
  }

  return {
    update(transaction) {
      const elapsedMs = clock.monotonicMs() - sinceMs
      const wanted = standingEffects(transaction).flatMap((effect) => toDeadline(effect, transaction, elapsedMs))
      if (transaction.state.status === 'checking' && !transaction.evidence.isExhausted) {
        wanted.push({
          name: 'exhaust',
          afterMs: Math.max(0, RULES_EXHAUSTED_AFTER_MS - elapsedMs),
          event: { type: 'rulesExhausted' },
        })
      }
      for (const [name, cancel] of running) {
        if (wanted.some((deadline) => deadline.name === name)) continue
        cancel()
        running.delete(name)
      }
      for (const deadline of wanted) if (!running.has(deadline.name)) begin(deadline)
    },
    stop() {
      for (const cancel of running.values()) cancel()
      running.clear()
    },
  }
}

function toDeadline(effect: Effect, { evidence }: Transaction, elapsedMs: number): Deadline[] {
  switch (effect.type) {
    case 'confirmPartial':
      // With a result id the result is read again after its window instead.
      if (evidence.resultIds.length > 0) return []
      return [{ name: 'partial', afterMs: PARTIAL_WINDOW_MS, event: { type: 'partialConfirmed' } }]
    case 'settleStatus': {
      const untilItCountsMs = ABSENCE_COUNTS_AFTER_MS - elapsedMs
      return [
        {
          name: 'settle',
          afterMs: Math.max(STATUS_SETTLES_AFTER_MS, untilItCountsMs),
          event: { type: 'statusSettled' },
        },
      ]
    }
    case 'acceptProvisional':
      return [{ name: 'provisional', afterMs: PROVISIONAL_ACCEPTED_AFTER_MS, event: { type: 'provisionalAccepted' } }]
    case 'expireCancel':
      return [
        {
          name: `cancel ${effect.attempt.toString()}`,
          afterMs: CANCEL_EXPIRES_AFTER_MS,
          event: { type: 'cancelExpired', attempt: effect.attempt },
        },
      ]
    case 'pollResult':
    case 'rereadResult':
    case 'queryStatus':
    case 'queryHistory':
    case 'sendStop':
    case 'raiseDiscrepancy':
      return []
  }
}
