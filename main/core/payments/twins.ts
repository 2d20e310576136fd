import { rulesOf, type Operation } from '../../../shared/transaction/operations.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Twin } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Journal, JournalFailure, PaymentRow } from '../journal/journal.ts'

/** How long the same amount again looks like the same customer again. After that nobody is asked any more. */
export const TWIN_WINDOW_MS = 120_000

/** What a customer could be asked for twice. What changes an earlier operation is checked against that one instead. */
const ASKED_FOR: ReadonlySet<Operation> = new Set([
  'sale',
  'saleAndTokenizeCard',
  'moToSale',
  'preAuthorization',
  'refund',
  'moToRefund',
])

type Wanted = Pick<Intent, 'operation' | 'amountMinor' | 'currency' | 'terminal'>
type Looked = Pick<Journal, 'listOpen' | 'listAlike' | 'readStanding' | 'readTimeline'>

/**
 * The payment that a new one looks like a repetition of, on whichever terminal of this till: the same amount the same way,
 * whose outcome is not known yet, or which moved moments ago and was not taken back. What is in doubt comes first, then the
 * newest. Wall-clock time is good enough here: the answer is one question more or less, never a charge.
 */
export function findTwin(journal: Looked, wanted: Wanted, now: number): Result<Twin | null, JournalFailure> {
  if (!ASKED_FOR.has(wanted.operation)) return ok(null)
  const open = journal.listOpen()
  if (!open.ok) return open
  // One that holds this very terminal is refused for that, and cannot be passed by an answer.
  const doubted = open.value.findLast(
    (row) => isAlike(row, wanted) && row.intent.terminal.serialNumber !== wanted.terminal.serialNumber,
  )
  if (doubted !== undefined) return ok({ reference: doubted.intent.reference, movedAt: null })
  // By when something was last heard of it, however long ago it was begun: a doubt may have ended seconds ago.
  const { amountMinor, currency } = wanted
  const heard = { changedFrom: now - TWIN_WINDOW_MS, changedUntil: now + TWIN_WINDOW_MS }
  const recent = journal.listAlike({ amountMinor, currency, ...heard })
  if (!recent.ok) return recent
  for (const row of recent.value) {
    if (!isAlike(row, wanted) || toMoneyState(row.intent.operation, row.state) !== 'charged') continue
    const movedAt = readMovedAt(journal, row)
    if (!movedAt.ok) return movedAt
    const standing = journal.readStanding(row.intent.reference)
    if (!standing.ok) return standing
    const isRecent = Math.abs(now - movedAt.value) <= TWIN_WINDOW_MS
    if (isRecent && standing.value?.isReversed !== true) {
      return ok({ reference: row.intent.reference, movedAt: movedAt.value })
    }
  }
  return ok(null)
}

function isAlike({ intent }: PaymentRow, wanted: Wanted): boolean {
  return (
    ASKED_FOR.has(intent.operation) &&
    rulesOf(intent.operation).moves === rulesOf(wanted.operation).moves &&
    intent.amountMinor === wanted.amountMinor &&
    intent.currency === wanted.currency
  )
}

/** Facts by which money is known to have moved. Later ones only repeat it. */
const CONCLUDING: ReadonlySet<TransactionEvent['type']> = new Set([
  'terminalReported',
  'gatewayAnswered',
  'statusReported',
  'historyReported',
  'settledByManager',
])

function readMovedAt(journal: Looked, { intent }: PaymentRow): Result<number, JournalFailure> {
  const timeline = journal.readTimeline(intent.reference)
  if (!timeline.ok) return timeline
  const told = timeline.value.filter(({ event }) => CONCLUDING.has(event.type))
  const byTerminal = told.find(({ event }) => event.type === 'terminalReported')
  return ok((byTerminal ?? told.at(-1))?.at ?? intent.createdAt)
}
