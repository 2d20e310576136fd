import { createHash } from 'node:crypto'
import { digestSchema, referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../shared/transaction/operations.ts'
import type { Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { CallbackSink, Delivery } from '../callback/sink.ts'
import type { HistoryEntry } from '../handpoint/answers.ts'
import { readResultBody, type ResultReading } from '../handpoint/wire-result.ts'
import type { Journal } from '../journal/journal.ts'
import type { Clock, Log } from '../ports.ts'
import type { Engine } from './engine.ts'

interface CallbackSinkOptions {
  journal: Journal
  engine: Engine
  clock: Clock
  log: Log
  /** A result that fits nothing was kept: somebody has to look (safety R5). */
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

  function keepOrphan(owner: Reference, body: string, said: Said): Delivery {
    const kept = journal.recordOrphan({
      digest: digestSchema.parse(createHash('sha256').update(body).digest('hex')),
      receivedAt: clock.now(),
      tokenReference: owner,
      bodyReference: said.transactionReference,
      reason: 'unknownReference',
      payload: toPayload(said),
    })
    if (!kept.ok) {
      options.onJournalFailure()
      return 'unavailable'
    }
    log.error('callback.orphan', { owner, isNew: kept.value })
    options.onOrphan()
    return 'stored'
  }

  return {
    find(pathDigest) {
      const digest = digestSchema.safeParse(pathDigest)
      if (!digest.success) return null
      const row = journal.readByCallbackPath(digest.data)
      if (!row.ok) return 'unavailable'
      const callback = row.value?.intent.callback ?? null
      if (row.value === null || callback === null) return null
      return { reference: row.value.intent.reference, tokenDigest: callback.tokenDigest }
    },
    deliver(reference, body) {
      const reading = readResultBody(body)
      const result = toResult(reading)
      // "Still running" is a result in form, and says nothing that would have to be kept.
      if (result === null) return reading.type === 'inProgress' ? 'stored' : 'unreadable'
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

type Final = Extract<ResultReading, { type: 'final' | 'undecided' }>

function toResult(reading: ResultReading): Final | null {
  return reading.type === 'final' || reading.type === 'undecided' ? reading : null
}

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
