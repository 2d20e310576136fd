import type { Digest, Reference, RequestKey } from '../../../shared/ids.ts'
import type { TimelineEntry } from '../../../shared/ipc/snapshots.ts'
import type { Result } from '../../../shared/result.ts'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { LinkRefusal, Standing } from '../../../shared/transaction/linked.ts'
import type { TransactionState, TransactionStatus } from '../../../shared/transaction/state.ts'
import type { CallbackOwner } from '../callback/sink.ts'
import type { Orphan, OrphanReason } from './orphans.ts'
import type { News } from './replay.ts'
import type { Effect, Transaction } from '../../../shared/transaction/transition.ts'

/** The journal could not be written or read. Nothing is assumed about the act that failed (safety R15). */
export interface JournalFailure {
  code: 'unavailable'
  text: string
}

/**
 * What was to be written down is no intent, or no fact, at all. It was refused before anything touched the disk, of which this
 * says nothing: the till goes on selling.
 */
export interface Malformed {
  code: 'malformed'
  text: string
}

export type AppendFailure = JournalFailure | Malformed

/** What the projection holds of one operation: enough for every list. */
export interface PaymentRow {
  intent: Intent
  state: TransactionState
  /** Sequence number of its newest event. */
  seq: number
  updatedAt: number
  retriedBy: Reference | null
  /** What a person had been told before a correction. */
  correctedFrom: TransactionStatus | null
  /** What of it no person has seen yet. */
  news: News | null
}

export type BeginFailure =
  | JournalFailure
  | Malformed
  /** The same press of Charge, delivered again: this is its payment. */
  | { code: 'repeatedRequest'; payment: PaymentRow }
  /** An open card operation blocks the terminal (safety R3). */
  | { code: 'terminalUnresolved'; payment: PaymentRow }
  /** The attempt that this one repeats was repeated already, or its outcome is not "not charged". */
  | { code: 'notRetryable' }
  /** The operation that it would change cannot be changed so. `remainingMinor`: what could still be refunded or captured. */
  | { code: 'linkRefused'; because: LinkRefusal; remainingMinor: number }

export interface Appended {
  transaction: Transaction
  row: PaymentRow
  effects: Effect[]
  /** False when every fact was known already: nothing was written. */
  isNew: boolean
  /** The operation that this one was to take back, when it came to know whether it was. */
  changedOriginal: Reference | null
}

export interface Page {
  rows: PaymentRow[]
  /** Where the next, older page begins; null at the end. */
  cursor: string | null
}

/** Payments of one amount of which something was heard between two times, both included, by the wall clock. */
export interface Alike {
  amountMinor: number
  currency: string
  changedFrom: number
  changedUntil: number
}

/** The durable record of every operation. Every write has reached the disk when the call returns. */
export interface Journal {
  /** Saves a new operation, with a number where it moves money. The request may leave only after this has answered ok (safety R1). */
  begin(intent: Intent): Result<PaymentRow, BeginFailure>
  /**
   * Appends facts about one operation, folds them, and moves its projection, in one transaction (safety R6). An outcome is
   * written down as unseen together with the fact that it follows from.
   */
  append(reference: Reference, events: readonly RecordedEvent[]): Result<Appended, AppendFailure>
  readTransaction(reference: Reference): Result<Transaction | null, JournalFailure>
  readRow(reference: Reference): Result<PaymentRow | null, JournalFailure>
  readByRequestKey(requestKey: RequestKey): Result<PaymentRow | null, JournalFailure>
  readTimeline(reference: Reference): Result<TimelineEntry[], JournalFailure>
  /** Every operation whose outcome is still to be found out, oldest first. */
  listOpen(): Result<PaymentRow[], JournalFailure>
  /** The newest operations of whose outcome there is something that no person has seen, newest news first. */
  listUnseen(): Result<PaymentRow[], JournalFailure>
  /** Every operation that is over and still has to be asked about, oldest first. */
  listToFollowUp(): Result<PaymentRow[], JournalFailure>
  /** Every operation that changes this one, oldest first. */
  listLinked(reference: Reference): Result<PaymentRow[], JournalFailure>
  /** What became of an operation with all that was linked to it; null where there is none. */
  readStanding(reference: Reference): Result<Standing | null, JournalFailure>
  /** Every operation whose result names documents that were not fetched yet, oldest first. */
  listWithDocuments(): Result<PaymentRow[], JournalFailure>
  /** Whose result may be delivered to this path, and by whom (safety L3). */
  readCallbackOwner(pathDigest: Digest): Result<CallbackOwner | null, JournalFailure>
  /** What moved or may have moved one amount, and of which something was heard between two times; newest first. */
  listAlike(alike: Alike): Result<PaymentRow[], JournalFailure>
  /** Newest first, by keyset: what moves money. */
  listPage(before: string | null, limit: number): Result<Page, JournalFailure>
  /**
   * Keeps an authentic result that fits no operation or cannot be read (safety R5). False when it was kept before, or enough of
   * what cannot be read.
   */
  recordOrphan(orphan: Orphan): Result<boolean, JournalFailure>
  /** Newest first. */
  listOrphans(limit: number): Result<Orphan[], JournalFailure>
  countOrphans(reason: OrphanReason): Result<number, JournalFailure>
  close(): void
}
