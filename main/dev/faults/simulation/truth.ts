import type { Intent } from '../../../../shared/transaction/intent.ts'
import { rulesOf } from '../../../../shared/transaction/operations.ts'
import type { ModelCloud } from './model-cloud.ts'
import { entryIn, fileOf } from './model-operation.ts'

/**
 * Whether the bank's books bear out that an operation was done, to this amount where it has one of its own. What takes back is
 * done where its original is taken back, by whomever: more was not asked for (safety R25). A later tip replaces an earlier
 * one, and two of the same amount are one.
 */
export function isBorneOut(cloud: ModelCloud, intent: Intent, saidMinor: number): boolean {
  const work = cloud.find(intent.reference)
  const original = intent.original === null ? undefined : cloud.find(intent.original.reference)
  const changed = original === undefined ? null : entryIn(original, fileOf(original))
  switch (rulesOf(intent.operation).moves) {
    case 'undo':
      return (work?.netMinor ?? 0) > 0 || changed?.isUndone === true
    case 'adjust':
      return (work?.netMinor ?? 0) > 0 || changed?.tipMinor === intent.amountMinor
    case 'charge':
    case 'refund':
    case 'hold':
    case 'none':
      return work?.netMinor === saidMinor
  }
}
