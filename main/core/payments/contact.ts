import type { EventSource, TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { NoAnswer, ResultAnswer, SubmitEvent } from '../handpoint/answers.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock, Log } from '../ports.ts'

export interface Siblings {
  /** Gateway ids that belong to them. */
  claimed: ReadonlySet<string>
  hasOpen: boolean
  /** A manager called one charged whose gateway id nobody knows: any entry could be its own. */
  hasUnnamed: boolean
}

export type FinalResult = Extract<ResultAnswer, { type: 'final' }>

/** What everything that asks about one open payment shares. */
export interface WatchContext {
  client: HandpointClient
  clock: Clock
  log: Log
  /** The payment as it is known now. */
  current: () => Transaction
  /** Monotonic time at which the request ended or this process started, whichever was later. */
  sinceMs: number
  record: (source: EventSource, event: TransactionEvent) => void
  /** The terminal's own result, with the documents that it names. */
  recordResult: (source: EventSource, result: FinalResult) => void
  /** What is known of the other operations on the same original. */
  siblings: () => Siblings
  /** Whether an approval of it is worth more care (handpoint-api.md §6.45). */
  isLarge: (intent: Intent) => boolean
  /** What the parts of one watch tell each other. */
  notes: WatchNotes
  /** The cloud answered, or did not: for the health that people see. */
  onContact: (contact: Contact) => void
  /** The time of the next question is known anew. */
  onPlan: () => void
}

export interface WatchNotes {
  /** The cloud's last word on the result was that it is still being waited for; so it is taken until it has spoken. */
  isResultPending: boolean
}

/** `notOwned`: somebody answered, but it says nothing about our key. */
export type Contact = 'answered' | 'unreachable' | 'keyRefused' | 'notOwned'

export function toContact({ because, status }: NoAnswer): Contact {
  // 401 from the status service: the key is good, but does not own this reference (handpoint-api.md §6.10).
  if (because === 'keyRefused') return status === 401 ? 'notOwned' : 'keyRefused'
  return because === 'rateLimited' ? 'answered' : 'unreachable'
}

/** The same for what became of a request. */
export function toContactBySubmit(event: SubmitEvent): Contact {
  if (event.type === 'requestUnsent' || event.type === 'requestUnanswered') return 'unreachable'
  return event.type === 'requestRefused' && event.reason === 'keyRefused' ? 'keyRefused' : 'answered'
}

/** The question itself was turned away: asking again at once would be turned away too. */
export function isRefusedQuestion({ because }: NoAnswer): boolean {
  return because === 'rateLimited' || because === 'keyRefused'
}
