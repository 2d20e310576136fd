import { err, ok, type Result } from '../../../shared/result.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { toMoneyState } from '../../../shared/transaction/money-state.ts'
import { isConstraintViolation, toText, type Db } from './connection.ts'
import type { EventRows } from './event-rows.ts'
import type { BeginFailure, PaymentRow } from './journal.ts'
import { isCardPresent } from './payment-columns.ts'
import type { PaymentRows } from './payment-rows.ts'
import { startProgress } from './replay.ts'

interface Tables {
  db: Db
  events: EventRows
  payments: PaymentRows
}

/** Saves a new operation unless a rule forbids it; checks and rows are one transaction (safety R1, R2, R3). */
export function createBegin({ db, events, payments }: Tables): (intent: Intent) => Result<PaymentRow, BeginFailure> {
  const insert = db.transaction((intent: Intent): Result<PaymentRow, BeginFailure> => {
    const refusal = findRefusal(payments, intent)
    if (refusal !== null) return err(refusal)
    const progress = startProgress(intent, events.insertBegun(intent))
    payments.insert(progress)
    const { seq, updatedAt, correctedFrom, transaction } = progress
    return ok({ intent, state: transaction.state, seq, updatedAt, retriedBy: null, correctedFrom })
  })
  return (intent) => {
    try {
      return insert.immediate(intent)
    } catch (error) {
      if (!isConstraintViolation(error)) throw error
      // The database's own rules stand behind the checks; whatever they refuse was rolled back and is not sent.
      return err(findRefusal(payments, intent) ?? { code: 'unavailable', text: `not saved: ${toText(error)}` })
    }
  }
}

function findRefusal(payments: PaymentRows, intent: Intent): BeginFailure | null {
  const repeated = payments.readByRequestKey(intent.requestKey)
  if (repeated !== null) return { code: 'repeatedRequest', payment: repeated }
  if (payments.read(intent.reference) !== null) {
    return { code: 'unavailable', text: `the reference ${intent.reference} is used already` }
  }
  if (intent.attemptOf !== null) {
    const original = payments.read(intent.attemptOf)
    const isRetryable = original?.retriedBy === null && toMoneyState(original.state) === 'notCharged'
    if (!isRetryable) return { code: 'notRetryable' }
  }
  if (!isCardPresent(intent.operation)) return null
  const blocking = payments.readBlocking(intent.terminal.serialNumber)
  return blocking === null ? null : { code: 'terminalUnresolved', payment: blocking }
}
