import type { ResultId } from '../../../shared/ids.ts'
import type { EventOf } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { FinalStatus, Outcome } from '../../../shared/transaction/terminal-result.ts'

/**
 * Who wants to know: a person's act goes before every poll about an open payment, and that before what is only followed up
 * (handpoint-api.md §1.1, two requests a second and key).
 */
export type Urgency = 'act' | 'poll' | 'later'

/** What a request is made of: the intent, and what must not be kept in it. */
export interface SubmitRequest {
  intent: Intent
  /** What people call this till. */
  till: string
  /** Where the terminal may deliver the result, with the secret that proves it (handpoint-api.md §4.4). */
  callback?: { url: string; token: string }
  /** Asked in the last moment: nothing leaves that could not be written down (safety R15). */
  mayLeave?: () => boolean
  /** What `printReceipt` prints: an address or HTML. */
  receipt?: string
}

export type SubmitEvent = EventOf<
  'requestAccepted' | 'requestRefused' | 'requestUnsent' | 'requestUnanswered' | 'gatewayAnswered'
>

/** Receipts and signature as the wire has them: an address, a text, an image in base64, or nothing (handpoint-api.md §4.7, §4.8). */
export interface WireDocuments {
  customerReceipt: string | null
  merchantReceipt: string | null
  signature: string | null
}

/** A terminal's battery as its result tells it; it changes nothing about the result and is not kept with it (handpoint-api.md §2.5). */
export interface Battery {
  percent: number
  /** Null where it does not say. */
  isCharging: boolean | null
}

export type SilenceReason = 'rateLimited' | 'keyRefused' | 'unreachable' | 'unreadable' | 'serverError'

/** Nothing was learnt: not that it happened, and not that it did not. */
export interface NoAnswer {
  type: 'noAnswer'
  because: SilenceReason
  status: number | null
  text: string
}

export interface ListedTerminal {
  serialNumber: string
  terminalType: string
  /** Keyed by hand in the back office: no card can be shown to it (handpoint-api.md §1.2). */
  isVirtual: boolean
}

export type TerminalsAnswer = { type: 'terminals'; terminals: ListedTerminal[] } | NoAnswer

export type StopAnswer =
  /** The stop may have a result of its own, under which the end is told (handpoint-api.md §6.36). */
  | { type: 'accepted'; resultId: ResultId | null }
  /** 1003: too late, the card is being used. */
  | { type: 'refused' }
  /** 1005: the terminal runs nothing. */
  | { type: 'idle' }
  | { type: 'unanswered'; text: string }

export type ResultAnswer =
  | { type: 'pending' }
  /** `digest` is equal for equal outcomes, by whatever way they came. */
  | { type: 'final'; digest: string; outcome: Outcome; documents: WireDocuments; battery: Battery | null }
  /** The terminal lost the gateway's answer and says UNDEFINED. */
  | { type: 'undecided' }
  | { type: 'forgotten' }
  | NoAnswer

export type StatusAnswer =
  | { type: 'absent' }
  | { type: 'inProgress' }
  | { type: 'outcome'; outcome: Outcome }
  | NoAnswer

/** One thing that the gateway has filed under a reference; unlike an outcome it may not have ended yet. */
export type HistoryEntry = Omit<Outcome, 'finStatus'> & {
  finStatus: FinalStatus | 'IN_PROGRESS' | 'UNDEFINED'
  /** The first and the last instant that its time can mean, where the time zone is not told; null where no time is. */
  happenedWithin: readonly [number, number] | null
}

export type HistoryAnswer = { type: 'history'; outcomes: HistoryEntry[] } | { type: 'absent' } | NoAnswer
