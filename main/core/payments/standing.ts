import type { EventOf } from '../../../shared/transaction/events.ts'
import {
  ABSENCE_COUNTS_AFTER_MS,
  PROVISIONAL_ACCEPTED_AFTER_MS,
  STATUS_SETTLES_AFTER_MS,
} from '../../../shared/transaction/rules.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'

/**
 * Notices when the status service has said one thing for long enough to be believed without the terminal. Only a fresh
 * answer to a question that was asked after that time counts: an old answer stands for nothing while nobody can be asked.
 */
export interface Standing {
  /** @param askedAfterMs when the question was asked that led to this state, on the payment's monotonic clock */
  note(transaction: Transaction, answer: 'absent' | 'inProgress' | 'outcome', askedAfterMs: number): void
}

type Believed = EventOf<'statusSettled' | 'provisionalAccepted'>

export function createStanding(believe: (event: Believed) => void): Standing {
  let kind: Believed['type'] | null = null
  let sinceMs = 0

  return {
    note({ state }, answer, askedAfterMs) {
      const isRefusal = state.status === 'checking' && state.because === 'awaitingTerminal'
      const found = state.status === 'provisional' ? 'provisionalAccepted' : isRefusal ? 'statusSettled' : null
      if (answer !== 'outcome' || found === null) {
        kind = null
        return
      }
      if (kind !== found) {
        kind = found
        sinceMs = askedAfterMs
      }
      const stoodMs = askedAfterMs - sinceMs
      if (found === 'provisionalAccepted' && stoodMs >= PROVISIONAL_ACCEPTED_AFTER_MS) believe({ type: found })
      const isSettled = stoodMs >= STATUS_SETTLES_AFTER_MS && askedAfterMs >= ABSENCE_COUNTS_AFTER_MS
      if (found === 'statusSettled' && isSettled) believe({ type: found })
    },
  }
}
