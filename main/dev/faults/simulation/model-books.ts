import { rulesOf, type Operation } from '../../../../shared/transaction/operations.ts'
import { entryIn, fileOf, type ModelOperation } from './model-operation.ts'
import type { Entry } from './wire.ts'

export function isUndo(operation: Operation): boolean {
  return rulesOf(operation).moves === 'undo'
}

/** Its own entry changed, and what follows for the first one, which shows the current state (handpoint-api.md §1.5). */
export function amend(work: ModelOperation, changes: Partial<Entry>, first: Partial<Entry> = {}): Entry[] {
  return fileOf(work).map((entry, index) => ({
    ...entry,
    ...(entry.id === work.entryId ? changes : {}),
    ...(index === 0 ? first : {}),
  }))
}

/** Whether the books allow it: nothing is taken back twice, and no more than there was. */
export function isAllowed(work: ModelOperation): boolean {
  const { original, operation, amountMinor } = work
  if (original === null) return true
  const entries = fileOf(work)
  const target = entryIn(original, entries)
  if (target === null || original.netMinor === 0) return false
  const linked = entries.filter(({ originalId, finStatus }) => originalId === target.id && finStatus !== 'DECLINED')
  const others = linked.filter(({ id, isUndone }) => id !== work.entryId && !isUndone)
  if (others.some(({ type }) => type === 'REVERSAL' || type.startsWith('VOID'))) return false
  if (operation === 'tipAdjustment' || operation === 'preAuthorizationIncrease') return true
  if (isUndo(operation) || operation === 'preAuthorizationCapture') return others.every(isIncrease)
  return others.reduce((sum, { totalMinor }) => sum + totalMinor, amountMinor) <= target.totalMinor
}

/** What a success makes of the first entry of the file. */
export function firstAfter(work: ModelOperation): Partial<Entry> {
  const { original, operation, amountMinor } = work
  const [first] = fileOf(work)
  if (original === null || first === undefined || original.entryId !== first.id) return {}
  if (isUndo(operation)) return { finStatus: 'CANCELLED' }
  if (operation === 'preAuthorizationCapture') return { finStatus: 'CAPTURED' }
  if (operation === 'tipAdjustment') {
    return { tipMinor: amountMinor, totalMinor: first.totalMinor - first.tipMinor + amountMinor }
  }
  if (operation !== 'refund') return {}
  const refunded = fileOf(work)
    .filter(
      ({ type, finStatus, isUndone, id }) =>
        id !== work.entryId && type === 'REFUND' && finStatus === 'AUTHORISED' && !isUndone,
    )
    .reduce((sum, { totalMinor }) => sum + totalMinor, amountMinor)
  return refunded >= first.totalMinor ? { finStatus: 'REFUNDED' } : {}
}

function isIncrease({ type }: Entry): boolean {
  return type === 'PRE_AUTHORIZATION_INCREASE'
}
