import type { Reference } from '../../../../shared/ids.ts'
import type { Intent } from '../../../../shared/transaction/intent.ts'
import { toMoneyState } from '../../../../shared/transaction/money-state.ts'
import { rulesOf } from '../../../../shared/transaction/operations.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
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

/** The till took it back as well, and says so in a row of its own: the customer has the money. */
export function isTakenBack({ operations }: MemoryDisk, reference: Reference): boolean {
  return [...operations.values()].some(({ progress: { transaction } }) => {
    const { intent, state } = transaction
    const isUndo = intent.original?.reference === reference && rulesOf(intent.operation).moves === 'undo'
    return isUndo && toMoneyState(intent.operation, state) === 'charged'
  })
}
