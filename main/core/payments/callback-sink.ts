import { createHash } from 'node:crypto'
import { digestSchema, referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import type { Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { CallbackSink, Delivery } from '../callback/sink.ts'
import type { HistoryEntry } from '../handpoint/answers.ts'
import { toUnreadableResult } from '../handpoint/unreadable-result.ts'
import { readResultBody } from '../handpoint/wire-result.ts'
import type { Journal } from '../journal/journal.ts'
import type { Orphan, OrphanReason } from '../journal/orphans.ts'
import type { Clock, Log } from '../ports.ts'
import type { Engine } from './engine.ts'

interface CallbackSinkOptions {
  journal: Journal
  engine: Engine
  clock: Clock
  log: Log
  /** A result that fits nothing, or that nobody can read, was kept: somebody has to look (safety R5). */
  onOrphan: () => void
  /** It could not be kept: the journal is closed. */
  onJournalFailure: () => void
}

/**
 * What becomes of a result that a terminal delivered with the right token. It is one more source of the same fact: whether
 * it comes before or after the poll, once or a hundred times, makes no difference (safety R6, R7).
 */
export function createCallbackSink(options: CallbackSinkOptions): CallbackSink {
  const { journal, engine, clock, log } = options

  function keep(owner: Reference, body: string, kept: Pick<Orphan, 'bodyReference' | 'payload'>, reason: OrphanReason) {
    const digest = digestSchema.parse(createHash('sha256').update(body).digest('hex'))
    const recorded = journal.recordOrphan({ ...kept, digest, reason, receivedAt: clock.now(), tokenReference: owner })
    if (!recorded.ok) {
      options.onJournalFailure()
      return 'unavailable'
    }
    if (recorded.value || reason === 'unknownReference') {
      log.error('callback.orphan', { owner, reason, isNew: recorded.value })
      options.onOrphan()
    }
    return 'kept'
  }

  function keepOrphan(owner: Reference, body: string, said: Said): Delivery {
    const orphan = { bodyReference: said.transactionReference, payload: toPayload(said) }
    return keep(owner, body, orphan, 'unknownReference') === 'kept' ? 'stored' : 'unavailable'
  }

  /**
   * It is kept for people, and not acknowledged: for two days the terminal brings it again, to a till that may have learnt to
   * read it by then (handpoint-api.md §4.3). Meanwhile the result is asked for as before.
   */
  function keepUnreadable(owner: Reference, body: string): Delivery {
    return keep(owner, body, toUnreadableResult(body), 'unreadable') === 'kept' ? 'unreadable' : 'unavailable'
  }

  return {
    find(pathDigest) {
      const digest = digestSchema.safeParse(pathDigest)
      if (!digest.success) return null
      const owner = journal.readCallbackOwner(digest.data)
      return owner.ok ? owner.value : 'unavailable'
    },
    deliver(reference, body) {
      const result = readResultBody(body)
      // "Still running" is a result in form, and says nothing that would have to be kept.
      if (result.type === 'inProgress') return 'stored'
      if (result.type === 'noStatus' || result.type === 'unreadable') return keepUnreadable(reference, body)
      const row = journal.readRow(reference)
      if (!row.ok || row.value === null) return 'unavailable'
      const said = result.type === 'final' ? result.outcome : result.entry
      const fit = judgeReference(journal, row.value.intent, said)
      if (fit === 'unavailable') return fit
      // The listener raises the alarm, once a minute and not at each redelivery.
      if (fit === 'foreign') return 'foreignReference'
      if (fit === 'unknown') return keepOrphan(reference, body, said)
      return engine.deliver(reference, result).ok ? 'stored' : 'unavailable'
    },
  }
}

/** A result in the terminal's own words, whether it ended something or not. */
type Said = Outcome | HistoryEntry

/**
 * Whether a body belongs to the operation whose token it carries (safety L4). What is linked is delivered with an empty
 * reference or a foreign one (handpoint-api.md §4.4): there only the name of another operation of this till is a wrong one.
 */
function judgeReference(
  journal: Journal,
  intent: Intent,
  { transactionReference }: Said,
): 'fits' | 'foreign' | 'unknown' | 'unavailable' {
  const named = transactionReference?.toLowerCase() ?? ''
  if (named === '' || named === intent.reference) return 'fits'
  if (named === intent.original?.reference || named === intent.original?.filedUnder) return 'fits'
  const parsed = referenceSchema.safeParse(named)
  if (parsed.success) {
    const other = journal.readRow(parsed.data)
    if (!other.ok) return 'unavailable'
    if (other.value !== null) return 'foreign'
  }
  const isHonoured = intent.original === null && rulesOf(intent.operation).filed === 'own'
  return isHonoured ? 'unknown' : 'fits'
}

/** What may be kept of a result that fits nothing: enough to find it in the gateway's reports (safety P1, P2). */
function toPayload(outcome: Said): Record<string, string | number | null> {
  return {
    finStatus: outcome.finStatus,
    type: outcome.type,
    transactionId: outcome.transactionId,
    originalTransactionId: outcome.originalTransactionId,
    requestedAmountMinor: outcome.requestedAmountMinor,
    totalAmountMinor: outcome.totalAmountMinor,
    currency: outcome.currency,
    terminalSerial: outcome.terminalSerial,
    statusMessage: outcome.statusMessage,
    scheme: outcome.card.scheme,
    maskedNumber: outcome.card.maskedNumber,
    happenedAt: outcome.happenedAt,
  }
}
