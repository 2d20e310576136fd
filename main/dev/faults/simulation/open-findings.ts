import { isOpen } from '../../../../shared/transaction/state.ts'
import type { Transaction } from '../../../../shared/transaction/transition.ts'

/**
 * Faults of the core that the simulation has found and that are not mended yet: counted apart and printed, so that they hide
 * nothing new. An entry leaves with its fault; its seeds stay in `regression-seeds.ts`.
 *
 * F5: the wall clock decides how long a payment is followed up: a jump forward ends it, so that a late end is never learnt;
 *    after a jump back it is asked about every minute until the clock has caught up (safety R21, R24).
 * F6: a partial approval that came by callback alone, without a result id, is not asked about while its window lasts, not even
 *    after a restart (safety R20); the status service would know that it was refused.
 * F7 (seed 3785): a reversal that is begun ends the following up of its sale, and when the reversal is declined nobody takes it up
 *    again: that the terminal has undone the sale by itself is never learnt.
 * F8 (seeds 3193, 5839): a partial approval that came by callback stays unconfirmed for as long as the cloud does not show it
 *    under its result id, for ever if need be (safety R24).
 * F9 (seed 27018): a tip adjustment that was seen in the files and then replaced by a later one stays provisional for ever.
 * F10 (seed 16931): the files of a moment ago decided a conflict as "reversed", and what the status service says after that,
 *    AUTHORISED, changes nothing for ever: a charge is hidden (safety R11). The other way round it was mended (F2).
 */
export function findOpenFinding({ intent, state, evidence }: Transaction, hasJumped: boolean): string | null {
  if (state.status === 'partial') return 'F8'
  if (state.status === 'provisional' && intent.operation === 'tipAdjustment') return 'F9'
  if (isOpen(state)) return null
  const { history, status } = evidence
  const isOverruled = status !== null && history !== null && status.query > history.query
  if (state.status === 'cancelled' && state.basis === 'history' && isOverruled) return 'F10'
  if (evidence.undoneBy.length > 0 && state.status === 'approved') return 'F7'
  return hasJumped ? 'F5' : null
}
