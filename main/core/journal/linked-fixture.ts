import type { Intent } from '../../../shared/transaction/intent.ts'
import { newIntent, record, reported, unwrap } from './journal-fixture.ts'
import type { Journal, PaymentRow } from './journal.ts'

export const TRANSACTION_ID = '01236fc0-8192-11eb-9aca-ad4b0e95f241'

/** A sale of 45.00 EUR that the terminal approved. */
export function beginApproved(journal: Journal, changes: Partial<Intent> = {}): PaymentRow {
  const { reference } = unwrap(journal.begin(newIntent(changes))).intent
  const word = reported('AUTHORISED', { transactionId: TRANSACTION_ID, type: null })
  return unwrap(journal.append(reference, [record(word)])).row
}

/** A refund of that sale, or another operation on it. */
export function linkedTo({ intent }: PaymentRow, changes: Partial<Intent> = {}): Intent {
  const original = {
    reference: intent.reference,
    transactionId: TRANSACTION_ID,
    filedUnder: intent.original?.filedUnder ?? intent.reference,
  }
  return newIntent({ operation: 'refund', original, ...changes })
}
