import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { Watch } from './watch.ts'

/** A payment that the engine has at hand. */
export interface OpenPayment {
  transaction: Transaction
  /** Null until the request has ended: before that there is nothing to ask about. */
  watch: Watch | null
  /** Monotonic time from which it is being asked about. */
  sinceMs: number
}
