import type { TransactionState } from '../../../../shared/transaction/state.ts'
import type { ModelCloud } from './model-cloud.ts'
import { entryIn, fileBefore, rootOf, visibleResult, type ModelOperation } from './model-operation.ts'

/**
 * What a till may say although it is not, or will not stay, true. The till is measured by the bank's books; it is excused
 * only where the cloud had told it so, or broke a promise of the documents that the rule stands on:
 *
 * | the till says           | on the basis of            | excused when                                                        |
 * | ----------------------- | -------------------------- | ------------------------------------------------------------------- |
 * | charged                 | any                        | never, unless the books have, or once had, this charge              |
 * | charged, but undone     | the terminal               | its result, as the cloud shows it, said so up to 45 s ago           |
 * | charged, but undone     | status service or its files| the service said so up to 45 s ago                                  |
 * | not charged, but moved  | rule of silence (R8 c)     | the request arrived 45 s after it was given up; status lagged a minute|
 * | not charged, but moved  | a refusal of the request   | the cloud refused what it carried out                               |
 * | not charged, but moved  | a refusal by status        | it said so for a minute (a soft decline, docs/adr/0005)             |
 * | not charged, but moved  | the gateway's files        | they said so up to 45 s ago                                         |
 * | not charged, but moved  | the terminal's refusal     | never: the terminal ends what it has undone                         |
 *
 * 45 s: the longest exchange (30 s) and a question's turn. Whatever was excused has to be corrected by the end, where the
 * truth could be learnt while the payment was followed up.
 */
export interface Excuses {
  /** Why a till may say "charged" of a sale that is not charged now; null when it may not. */
  forCharged(sale: ModelOperation | undefined, state: TransactionState): string | null
  /** Why a till may say, or have said, "not charged" of a sale whose money has moved; null when it may not. */
  forNotCharged(sale: ModelOperation, state: TransactionState): string | null
}

export function isCharge(finStatus: string): boolean {
  return CHARGES.has(finStatus)
}

const RECENT_MS = 45_000
const REFUSALS = new Set(['DECLINED', 'CANCELLED', 'FAILED'])
const CHARGES = new Set(['AUTHORISED', 'PARTIAL_APPROVAL', 'CAPTURED', 'REFUNDED'])

export function createExcuses(cloud: ModelCloud, now: () => number): Excuses {
  return {
    forCharged(sale, state) {
      if (sale === undefined || sale.movedAt === null || !('basis' in state)) return null
      const before = now() - RECENT_MS
      if (state.basis === 'terminal') {
        const shown = sale.results.some(({ finStatus, visibleAt }, index) => {
          const next = sale.results[index + 1]?.visibleAt ?? Number.POSITIVE_INFINITY
          return CHARGES.has(finStatus) && visibleAt <= now() && next >= before
        })
        return shown ? 'the terminal said so' : null
      }
      const filed = entryIn(sale, fileBefore(sale, before - cloud.lagMs))?.finStatus
      const isNewer = sale.movedAt >= before - cloud.lagMs
      return isNewer || CHARGES.has(filed ?? '') ? 'the status service said so' : null
    },
    forNotCharged(sale, state) {
      const { broken, fate } = sale
      if (state.status === 'notCharged') {
        return broken.has('lateArrival') || broken.has('statusLag') ? 'a broken promise' : null
      }
      if (state.status === 'notStarted') return broken.has('refusedYetDone') ? 'refused, yet carried out' : null
      if (broken.has('statusLag')) return 'the status service lagged for minutes'
      if (!('basis' in state) || state.basis === 'terminal') return null
      if (state.basis === 'status' && fate.story === 'softDecline') return 'a soft decline'
      const since = now() - cloud.lagMs - RECENT_MS
      const shown = rootOf(sale).versions.filter(
        (_, index, all) => (all[index + 1]?.at ?? Number.POSITIVE_INFINITY) >= since,
      )
      const isSaid = shown.some(({ entries }) => REFUSALS.has(entryIn(sale, entries)?.finStatus ?? ''))
      return isSaid ? 'the status service said so' : null
    },
  }
}

/**
 * Whether the cloud shows the till what is true of the sale, by the ways that it looks: an approval by the terminal is looked
 * at once more as a result, and the status service is not asked about it (docs/adr/0008).
 */
export function isTruthShown(cloud: ModelCloud, sale: ModelOperation, now: number, byResultOnly: boolean): boolean {
  const result = visibleResult(sale, now)
  const filed = entryIn(sale, fileBefore(sale, now - cloud.lagMs))
  const isCharged = sale.netMinor > 0
  const byResult = result !== null && CHARGES.has(result.finStatus) === isCharged
  if (byResultOnly) return byResult
  return byResult || CHARGES.has(filed?.finStatus ?? '') === isCharged
}
