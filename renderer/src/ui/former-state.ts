import type { TransactionStatus } from '../../../shared/transaction/state.ts'
import type { MessageId } from '../messages/catalogue.ts'

/** The words that a person had been shown for a status, before it was corrected. */
export const FORMER_STATES: Readonly<Record<TransactionStatus, MessageId>> = {
  created: 'state.starting',
  waiting: 'state.waiting',
  cancelling: 'state.cancelling',
  checking: 'state.checking',
  partial: 'state.partlyApprovedConfirming',
  provisional: 'state.confirming',
  conflict: 'state.conflict',
  approved: 'state.approved',
  partlyApproved: 'state.partlyApproved',
  declined: 'state.declined',
  cancelled: 'state.cancelled',
  failed: 'state.failed',
  notStarted: 'state.notStarted',
  notCharged: 'state.notChargedProved',
  settledByManager: 'state.settledByManager',
}
