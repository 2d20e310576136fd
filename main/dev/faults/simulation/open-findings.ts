import type { Transaction } from '../../../../shared/transaction/transition.ts'

/**
 * Faults of the core that the simulation has found and that are not mended yet: counted apart and printed, so that they hide
 * nothing new. An entry leaves with its fault; its seeds stay in `regression-seeds.ts`.
 *
 * F6: a partial approval that came by callback alone, without a result id, is not asked about while its window lasts, not even
 *    after a restart (safety R20); the status service would know that it was refused. Counted in `wire-rules.ts`.
 * F15: the files decided a conflict of a linked refund as "charged", a moment before it was undone there; what is undone is
 *    then called absent, and absence overrules nothing: it is `approved` for ever.
 * F16 (seed 51777): the one look at the terminal's approval after a minute counts as done when the answer was a 200 without a
 *    result in it, as of a broken proxy: the DECLINED that it would have shown is never learnt.
 * F17 (seeds 60331, 64156, 74284, 76918): while a reversal is under way, a sale that the terminal has undone by itself is called
 *    approved again, because the reversal in the files is taken for the till's own; it is corrected when that comes to nothing.
 */
export function findOpenFinding({ intent, state, evidence }: Transaction): string | null {
  if (state.status !== 'approved') return null
  if (state.basis === 'history' && intent.original !== null) return 'F15'
  if (evidence.undoneBy.length > 0 && evidence.results.length > 1) return 'F17'
  return state.basis === 'terminal' && evidence.followedUpTo >= 0 && evidence.results.length === 1 ? 'F16' : null
}
