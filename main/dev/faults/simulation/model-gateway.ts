import type { Operation } from '../../../../shared/transaction/operations.ts'
import { amend, firstAfter, isAllowed, isUndo } from './model-books.ts'
import { entryIn, fileOf, rootOf, type ModelOperation } from './model-operation.ts'
import type { Entry } from './wire.ts'

/** The bank's books: the truth that the till is measured by. Every change is one version of what is filed. */
export interface Gateway {
  /** The bank has the question and has not answered yet. */
  open(work: ModelOperation): void
  /** The bank's answer; what the books do not allow is declined. */
  decide(work: ModelOperation, wish: Decision): void
  /** The terminal takes back what it has just done. */
  reverse(work: ModelOperation): void
}

export interface Decision {
  finStatus: 'AUTHORISED' | 'PARTIAL_APPROVAL' | 'DECLINED'
  totalMinor: number
  tipMinor: number
}

const TYPES: Partial<Record<Operation, string>> = {
  refund: 'REFUND',
  moToSale: 'MOTO_SALE',
  saleReversal: 'VOID_SALE',
  refundReversal: 'VOID_REFUND',
  preAuthorization: 'PRE_AUTHORIZATION',
  preAuthorizationIncrease: 'PRE_AUTHORIZATION_INCREASE',
  preAuthorizationCapture: 'PRE_AUTHORIZATION_CAPTURE',
  preAuthorizationReversal: 'REVERSAL',
}

export function typeOf({ operation }: ModelOperation): string {
  return TYPES[operation] ?? 'SALE'
}

/** @param onMoved told when money has moved, or has come back */
export function createGateway(now: () => number, onMoved: (work: ModelOperation) => void): Gateway {
  let ids = 0
  const newId = (): string => `07be5a90-2c33-11f0-8000-${(++ids).toString(16).padStart(12, '0')}`

  function file(work: ModelOperation, entries: readonly Entry[]): void {
    rootOf(work).versions.push({ at: now(), entries })
  }

  function settle(work: ModelOperation, netMinor: number): void {
    work.netMinor = netMinor
    if (netMinor > 0) work.movedAt = now()
    else work.undoneAt = now()
    onMoved(work)
  }

  return {
    open(work) {
      work.entryId = newId()
      const entry: Entry = {
        id: work.entryId,
        type: typeOf(work),
        finStatus: 'IN_PROGRESS',
        requestedMinor: work.amountMinor,
        totalMinor: 0,
        tipMinor: 0,
        originalId: work.original?.entryId ?? '',
        isUndone: false,
      }
      // A tip changes the sale's own entry.
      if (work.operation !== 'tipAdjustment') file(work, [...fileOf(work), entry])
    },
    decide(work, wish) {
      const isDone = wish.finStatus !== 'DECLINED' && isAllowed(work)
      if (!isDone) return file(work, amend(work, { finStatus: 'DECLINED' }))
      const { tipMinor } = wish
      // Acquirers take back the whole amount, tips included, whatever was asked for (handpoint-api.md §5.5).
      const target = work.original === null ? null : entryIn(work.original, fileOf(work))
      const totalMinor = isUndo(work.operation) && target !== null ? target.totalMinor : wish.totalMinor
      const finStatus = work.operation === 'preAuthorizationCapture' ? 'CAPTURED' : wish.finStatus
      file(work, amend(work, { finStatus, totalMinor, tipMinor }, firstAfter(work)))
      const undone = isUndo(work.operation) ? work.original?.entryId : undefined
      if (undone !== undefined) {
        file(
          work,
          fileOf(work).map((entry) => (entry.id === undone ? { ...entry, isUndone: true } : entry)),
        )
      }
      settle(work, totalMinor)
    },
    reverse(work) {
      const entries = fileOf(work)
      const own = entryIn(work, entries)
      // What somebody else has taken back already is not taken back again.
      if (own === null || own.isUndone || work.netMinor === 0) return
      const reversal: Entry = {
        ...own,
        id: newId(),
        type: 'REVERSAL',
        finStatus: 'AUTHORISED',
        originalId: own.id,
      }
      const isFirst = entries[0]?.id === own.id
      file(work, [...amend(work, isFirst ? { finStatus: 'CANCELLED', isUndone: true } : { isUndone: true }), reversal])
      settle(work, 0)
    },
  }
}
