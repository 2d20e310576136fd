import type { Reference } from '../../../shared/ids.ts'
import { err, type Result } from '../../../shared/result.ts'
import type { EventOf, EventSource, TransactionEvent } from '../../../shared/transaction/events.ts'
import { toSeen } from '../../../shared/transaction/news.ts'
import { tellsOfMoney } from '../../../shared/transaction/tells-of-money.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { AppendFailure, Journal, PaymentRow } from '../journal/journal.ts'
import type { OpenPayment } from './open-payment.ts'

/** `shown`: the sequence number of the last fact that the manager was shown. */
export type ManagerWord = Pick<EventOf<'settledByManager'>, 'verdict' | 'evidence' | 'reason' | 'operator'> & {
  shown: number
}

export type SettleFailure =
  | AppendFailure
  /** A rule still may find out, or has. */
  | { code: 'notNeeded' }
  /** More is known than the manager was shown: another verdict may follow from it. */
  | { code: 'changed' }

interface SettlingOptions {
  journal: Pick<Journal, 'readTimeline'>
  open: ReadonlyMap<Reference, OpenPayment>
  record: (
    payment: OpenPayment,
    source: EventSource,
    ...events: TransactionEvent[]
  ) => Result<PaymentRow, AppendFailure>
}

/** How a manager's word on an operation is taken: one that no rule decides, and as it was shown to the manager. */
export function createSettling({ journal, open, record }: SettlingOptions) {
  return (reference: Reference, { shown, ...word }: ManagerWord): Result<PaymentRow, SettleFailure> => {
    const payment = open.get(reference)
    if (payment === undefined || !isForManager(payment.transaction)) return err({ code: 'notNeeded' })
    const timeline = journal.readTimeline(reference)
    if (!timeline.ok) return timeline
    // A number that the journal never gave is of another journal: what was shown there is not known here.
    const isOfNow = timeline.value.some(({ seq }) => seq === shown)
    const isNewer = timeline.value.some(({ seq, event }) => seq > shown && tellsOfMoney(event))
    if (!isOfNow || isNewer) return err({ code: 'changed' })
    const { evidence, state } = payment.transaction
    const settled: TransactionEvent = {
      type: 'settledByManager',
      word: (evidence.manager?.word ?? 0) + 1,
      resultsKnown: evidence.results.length,
      query: Math.max(evidence.status?.query ?? 0, evidence.history?.query ?? 0),
      isDecision: state.status === 'conflict',
      ...word,
    }
    // Whoever settles it has looked at it.
    const seen = toSeen(payment.transaction, Infinity)
    return record(payment, 'manager', settled, ...(seen === null ? [] : [seen]))
  }
}

/** No rule decides any more, or the terminal contradicted itself. */
function isForManager({ state }: Transaction): boolean {
  if (state.status === 'checking' || state.status === 'provisional') return state.isExhausted
  return state.status === 'conflict'
}
