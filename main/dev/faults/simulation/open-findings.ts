import { isRefusal } from '../../../../shared/transaction/terminal-result.ts'
import type { Transaction } from '../../../../shared/transaction/transition.ts'
import type { ModelCloud, Sale } from './model-cloud.ts'

/**
 * Faults of the core that the simulation has found and that are not mended yet: counted apart and printed, so that they hide
 * nothing new. An entry leaves with its fault; its seeds stay in `regression-seeds.ts`.
 *
 * F1 (seeds 1894, 3638): the terminal says FAILED although the bank approved, and the status service is a few seconds behind:
 *    one "no such transaction" seconds after the charge confirms the failure, and nobody asks again. Before 90 s that answer
 *    is no conclusion (handpoint-api.md §4.5).
 * F2 (seed 2284): the gateway's files decided a conflict as "charged", and what the status service says after that, CANCELLED,
 *    changes nothing for ever.
 * F4 (seed 1072): a partial approval whose result id expires before its window is over stays unconfirmed for ever.
 */
export function findOpenFinding({ state, evidence }: Transaction, sale: Sale, cloud: ModelCloud): string | null {
  const { history, status } = evidence
  const isLagging = cloud.lagMs > 0 && sale.fate.story === 'failedThoughCharged'
  if (state.status === 'failed' && state.basis === 'terminal' && isLagging) return 'F1'
  const isByHistory = 'basis' in state && state.basis === 'history' && state.status !== 'cancelled'
  const isOverruled = status !== null && history !== null && status.query > history.query
  if (isByHistory && isOverruled && isRefusal(status.outcome.finStatus)) return 'F2'
  if (state.status === 'partial' && evidence.isResultForgotten) return 'F4'
  return null
}
