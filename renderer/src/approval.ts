import type { ApprovalSubject, Grant } from '../../shared/ipc/approval.ts'

/** What a manager is asked to approve, in the words and with the amount that the manager is to see. */
export interface ApprovalQuestion {
  subject: ApprovalSubject
  /** What happens if it is approved, such as "Refund without a sale". */
  what: string
  /** The money that it is about, written out; null where there is none. */
  amount: string | null
  /** Why, where it is said already; null to ask the manager. */
  reason: string | null
  /** Why it is asked at all, where that is not plain. */
  because?: string | undefined
}

/** Asks a manager for the PIN over whatever is open. Null when nobody approved; the grant goes along with the act, once. */
export type AskApproval = (question: ApprovalQuestion) => Promise<Grant | null>
