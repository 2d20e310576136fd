import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import {
  CANCEL_EXPIRES_AFTER_MS,
  GIVE_UP_AFTER_MS,
  LONGEST_RUN_MS,
  LONGEST_TRANSACTION_MS,
  LONGEST_WAIT_MS,
  PARTIAL_WINDOW_MS,
  RULES_EXHAUSTED_AFTER_MS,
} from '../../../shared/transaction/rules.ts'
import { wasIdleLate } from '../../../shared/transaction/conclude.ts'
import { filedUnder } from '../../../shared/transaction/intent.ts'
import { movesMoney } from '../../../shared/transaction/operations.ts'
import type { Effect, Transaction } from '../../../shared/transaction/transition.ts'
import type { WatchContext } from './contact.ts'

/** Turns the passing of monotonic time into facts about one payment. */
export interface Deadlines {
  /** @param effects what the state of the payment calls for */
  update(transaction: Transaction, effects: readonly Effect[]): void
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
  /** When it came to be approved by the status service alone, as it still is. */
  let approvedAtMs: number | null = null

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
    update(transaction, effects) {
      const elapsedMs = clock.monotonicMs() - sinceMs
      const wanted = effects.flatMap((effect) => toDeadline(effect, transaction))
      approvedAtMs = transaction.state.status === 'provisional' ? (approvedAtMs ?? elapsedMs) : null
      wanted.push(...toExhausted(transaction, elapsedMs, approvedAtMs), ...toOverdue(transaction, elapsedMs))
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

function toExhausted(transaction: Transaction, elapsedMs: number, approvedAtMs: number | null): Deadline[] {
  const { isExhausted, isApprovalExhausted, isWaitExhausted } = transaction.evidence
  const found = whatExhausts(transaction)
  if (found === null) return []
  if ({ doubt: isExhausted, approval: isApprovalExhausted, wait: isWaitExhausted }[found.while]) return []
  // What came after the rules had run out is something to go by, and has a time of its own.
  const atMs = found.afterMs + (isExhausted ? (approvedAtMs ?? 0) : 0)
  const event: TransactionEvent = { type: 'rulesExhausted', while: found.while }
  return [{ name: `exhaust ${found.while} ${atMs.toString()}`, afterMs: Math.max(0, atMs - elapsedMs), event }]
}

interface Exhaustion {
  while: 'doubt' | 'approval' | 'wait'
  afterMs: number
}

/** When nobody is left to be asked, or nothing that is answered brings an end (safety R24); null where a rule still will. */
function whatExhausts({ intent, state, evidence }: Transaction): Exhaustion | null {
  if (!movesMoney(intent.operation)) return null
  if (state.status === 'provisional') return { while: 'approval', afterMs: RULES_EXHAUSTED_AFTER_MS }
  if (state.status === 'checking') return { while: 'doubt', afterMs: RULES_EXHAUSTED_AFTER_MS }
  if (state.status !== 'waiting') return null
  // A customer takes as long as he takes; one who took this long is a person's to look for.
  if (evidence.resultIds.length > 0) return { while: 'wait', afterMs: LONGEST_RUN_MS }
  return { while: 'doubt', afterMs: filedUnder(intent) === null ? RULES_EXHAUSTED_AFTER_MS : LONGEST_WAIT_MS }
}

const MOST_STOPS = 5

/**
 * No honest transaction lasts this long, yet the cloud still waits for a result: the terminal is asked to stop. It ends the
 * payment, says that it is too late, or says that it runs nothing, which is what proof needs (safety R8).
 */
function toOverdue({ intent, state, evidence }: Transaction, elapsedMs: number): Deadline[] {
  if (intent.channel !== 'terminal' || !movesMoney(intent.operation)) return []
  const { cancelAttempt, resultIds } = evidence
  const isWaitedFor = state.status === 'waiting' || state.status === 'checking'
  if (!isWaitedFor || resultIds.length === 0 || evidence.results.length > 0) return []
  // A second proof adds nothing, and each stop could hit a sale that somebody else has begun on the terminal meanwhile.
  if (wasIdleLate(evidence) || cancelAttempt >= MOST_STOPS) return []
  const afterMs = Math.max(LONGEST_TRANSACTION_MS - elapsedMs, cancelAttempt === 0 ? 0 : 60_000)
  const event: TransactionEvent = { type: 'cancelRequested', attempt: cancelAttempt + 1 }
  return [{ name: `overdue ${cancelAttempt.toString()}`, afterMs, event }]
}

function toDeadline(effect: Effect, { evidence }: Transaction): Deadline[] {
  switch (effect.type) {
    case 'confirmPartial':
      // With a result id the result is read again after its window instead.
      if (evidence.resultIds.length > 0 && !evidence.isResultForgotten) return []
      return [{ name: 'partial', afterMs: PARTIAL_WINDOW_MS, event: { type: 'partialConfirmed' } }]
    case 'giveUp':
      return [{ name: 'giveUp', afterMs: GIVE_UP_AFTER_MS, event: { type: 'givenUp' } }]
    case 'expireCancel':
      return [
        {
          name: `cancel ${effect.attempt.toString()}`,
          afterMs: CANCEL_EXPIRES_AFTER_MS,
          event: { type: 'cancelExpired', attempt: effect.attempt },
        },
      ]
    case 'pollResult':
    case 'followUp':
    case 'queryStatus':
    case 'queryHistory':
    case 'sendStop':
    case 'raiseDiscrepancy':
      return []
  }
}
