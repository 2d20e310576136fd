import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { isOpen, type TransactionStatus } from '../../../shared/transaction/state.ts'
import { begin, transition, type Effect, type Transaction } from '../../../shared/transaction/transition.ts'

/** An event in its place in the journal. */
export interface Fact {
  seq: number
  at: number
  event: TransactionEvent
}

/** Where an operation stands and how it came there: all that its projection is made of. */
export interface Progress {
  transaction: Transaction
  seq: number
  updatedAt: number
  /**
   * It has been final at some time, or may have been: if it is open now, a contradiction or a restored journal reopened it,
   * and by then its terminal may have served others.
   */
  wasFinal: boolean
  /** What a person had been told before the first correction. */
  correctedFrom: TransactionStatus | null
  /** What of it no person has seen yet. */
  news: News | null
}

/** The n-th thing about an operation's outcome that a person has to see, and when it became known. */
export interface News {
  number: number
  at: number
}

export function startProgress(intent: Intent, seq: number): Progress {
  const { next } = begin(intent)
  return { transaction: next, seq, updatedAt: intent.createdAt, wasFinal: false, correctedFrom: null, news: null }
}

/** One fact further. */
export function advance(progress: Progress, fact: Fact): { next: Progress; effects: Effect[] } {
  const { next: transaction, effects } = transition(progress.transaction, fact.event)
  const correction = effects.find((effect) => effect.type === 'raiseDiscrepancy')
  const next: Progress = {
    transaction,
    seq: fact.seq,
    // When somebody looked is no change of it.
    updatedAt: fact.event.type === 'outcomeSeen' ? progress.updatedAt : fact.at,
    wasFinal: progress.wasFinal || !isOpen(transaction.state) || isRestored(fact.event),
    correctedFrom: progress.correctedFrom ?? correction?.from ?? null,
    news: toNews(progress, transaction, fact),
  }
  return { next, effects }
}

function toNews({ news }: Progress, { evidence }: Transaction, { event, at }: Fact): News | null {
  const { unseenNews, seenNews } = evidence
  if (unseenNews <= seenNews) return null
  return event.type === 'outcomeUnseen' && event.news > (news?.number ?? 0) ? { number: event.news, at } : news
}

/** Nobody knows any more what this operation had come to before the journal was damaged. */
function isRestored(event: TransactionEvent): boolean {
  return event.type === 'requestUnanswered' && event.problem === 'restored'
}
