import { rulesOf } from '../../../../shared/transaction/operations.ts'
import type { Transaction } from '../../../../shared/transaction/transition.ts'

/**
 * Faults of the core that the simulation has found and that are not mended yet: counted apart and printed, so that they hide
 * nothing new. An entry leaves with its fault; its seeds stay in `regression-seeds.ts`. Mended: F1 to F5, F10.
 *
 * F6: a partial approval that came by callback alone, without a result id, is not asked about while its window lasts, not even
 *    after a restart (safety R20); the status service would know that it was refused. Counted in `wire-rules.ts`.
 * F7: a reversal that is begun ends the following up of its sale, and when the reversal is refused or declined nobody takes it
 *    up again: that the terminal has undone the sale by itself is never learnt.
 * F8, F9, F11, F13: only `checking` is ever handed to a person (safety R24). For ever stay: `partial`, where the result came by
 *    callback and the cloud does not show it under its result id (F8); `provisional`, where a tip that was seen in the files is
 *    replaced by a later one (F9) or a refund that was seen there is undone, and then called absent (F13); `waiting`, where a
 *    linked operation without a result id was in progress once and the files then hold a refusal (F11).
 * F12: a charge that waits for its turn in the budget still leaves after the journal has failed (safety R15). Counted in
 *    `wire-rules.ts`.
 * F14: FAILED by the terminal late in a payment, and "no such transaction" a second after: the 90 s count from the request and
 *    not from the result, so that a status service a few seconds behind confirms a failure that is a charge. It is corrected
 *    a minute later.
 * F15: as F13, but the files had decided a conflict as "charged": the refund that was undone is `approved` for ever.
 */
export function findOpenFinding({ intent, state, evidence }: Transaction): string | null {
  const { status } = state
  if (status === 'partial') return 'F8'
  if (status === 'provisional' && intent.original !== null) return intent.operation === 'tipAdjustment' ? 'F9' : 'F13'
  if (status === 'waiting' && intent.original !== null && evidence.resultIds.length === 0) return 'F11'
  if (status === 'failed') return state.basis === 'terminal' ? 'F14' : null
  if (status !== 'approved') return null
  if (state.basis === 'history' && intent.original !== null) return 'F15'
  return evidence.undoneBy.length > 0 && rulesOf(intent.operation).moves === 'charge' ? 'F7' : null
}
