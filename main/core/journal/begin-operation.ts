import type { Reference } from '../../../shared/ids.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { occupiesTerminal, type Intent } from '../../../shared/transaction/intent.ts'
import { checkLink, standingOf, type Linkable, type Standing } from '../../../shared/transaction/linked.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { movesMoney, rulesOf } from '../../../shared/transaction/operations.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { toFilesRead, toTipSpan } from '../../../shared/transaction/tips.ts'
import { isConstraintViolation, toText, type Db } from './connection.ts'
import type { EventRows } from './event-rows.ts'
import type { BeginFailure, PaymentRow } from './journal.ts'
import { toRow } from './payment-columns.ts'
import type { PaymentRows } from './payment-rows.ts'
import { replay } from './rebuild.ts'
import { advance, startProgress } from './replay.ts'

interface Tables {
  db: Db
  events: EventRows
  payments: PaymentRows
}

/** Saves a new operation unless a rule forbids it; checks and rows are one transaction (safety R1, R2, R3). */
export function createBegin({ db, events, payments }: Tables): (intent: Intent) => Result<PaymentRow, BeginFailure> {
  const known: KnownRows = { ...payments, readEntries: events.readEntries }
  const insert = db.transaction((asked: Intent): Result<PaymentRow, BeginFailure> => {
    const refusal = findRefusal(known, asked)
    if (refusal !== null) return err(refusal)
    const intent = { ...asked, number: movesMoney(asked.operation) ? payments.nextNumber() : null }
    const progress = startProgress(intent, events.insertBegun(intent))
    payments.insert(progress)
    if (intent.original !== null) noteOnOriginal(intent, intent.original.reference)
    return ok(toRow(progress, null))
  })

  /** The original's timeline tells of it, and what it is asked about from now on may depend on it. */
  function noteOnOriginal({ operation, reference, createdAt: at }: Intent, original: Reference): void {
    const before = replay(events, original)
    if (before === null) return
    const event = { type: 'linkedBegun', operation, reference } as const
    const seq = events.insertEvent(original, { at, source: 'cashier', event })
    payments.update(advance(before, { seq, at, event }).next)
  }

  return (intent) => {
    try {
      return insert.immediate(intent)
    } catch (error) {
      if (!isConstraintViolation(error)) throw error
      // The database's own rules stand behind the checks; whatever they refuse was rolled back and is not sent.
      return err(findRefusal(known, intent) ?? { code: 'unavailable', text: `not saved: ${toText(error)}` })
    }
  }
}

type LinkedRows = Pick<PaymentRows, 'listLinked'> & Pick<EventRows, 'readEntries'>
type KnownRows = LinkedRows & Pick<PaymentRows, 'read' | 'readByRequestKey' | 'readBlocking'>

/** Why an operation must not begin, by what is known already (safety R2, R3; handpoint-api.md §10). */
export function findRefusal(payments: KnownRows, intent: Intent): BeginFailure | null {
  const repeated = payments.readByRequestKey(intent.requestKey)
  if (repeated !== null) return { code: 'repeatedRequest', payment: repeated }
  if (payments.read(intent.reference) !== null) {
    return { code: 'unavailable', text: `the reference ${intent.reference} is used already` }
  }
  if (intent.attemptOf !== null) {
    const original = payments.read(intent.attemptOf)
    const isRetryable = original?.retriedBy === null && isRepeatable(original)
    if (!isRetryable) return { code: 'notRetryable' }
  }
  if (intent.original !== null) {
    const original = payments.read(intent.original.reference)
    if (original === null) return { code: 'linkRefused', because: 'notCharged', remainingMinor: 0 }
    const standing = readStanding(payments, original)
    const because = checkLink(intent, original, standing)
    if (because !== null) return { code: 'linkRefused', because, remainingMinor: standing.remainingMinor }
  }
  if (!occupiesTerminal(intent)) return null
  const blocking = payments.readBlocking(intent.terminal.serialNumber)
  return blocking === null ? null : { code: 'terminalUnresolved', payment: blocking }
}

/** Proved not charged, or nothing that could have been charged. */
function isRepeatable({ intent, state }: PaymentRow): boolean {
  const moneyState = toMoneyState(intent.operation, state)
  return moneyState === 'notCharged' || (moneyState === 'none' && !isOpen(state) && state.status !== 'done')
}

/** What became of an operation with all that was linked to it. */
export function readStanding(payments: LinkedRows, original: PaymentRow): Standing {
  const linked = payments.listLinked(original.intent.reference)
  const undone = linked.filter(({ intent }) =>
    payments
      .listLinked(intent.reference)
      .some(
        (later) =>
          rulesOf(later.intent.operation).moves === 'undo' &&
          toMoneyState(later.intent.operation, later.state) === 'charged',
      ),
  )
  const references = new Set(undone.map(({ intent }) => intent.reference))
  const tips = linked.filter(({ intent }) => intent.operation === 'tipAdjustment')
  // One tip on a charge that a result told is the last one, whenever that was.
  if (tips.length === 0 || (tips.length === 1 && !isByFiles(original))) return standingOf(original, linked, references)
  const ofSale = payments.readEntries(original.intent.reference)
  const withSpan = (row: PaymentRow): Linkable => {
    const { reference } = row.intent
    return tips.includes(row) ? { ...row, span: toTipSpan(reference, ofSale, payments.readEntries(reference)) } : row
  }
  return standingOf({ ...original, span: toFilesRead(ofSale) }, linked.map(withSpan), references)
}

function isByFiles({ state }: PaymentRow): boolean {
  return 'basis' in state && state.basis === 'history'
}
