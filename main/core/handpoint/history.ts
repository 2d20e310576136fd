import { fitsRequest } from '../../../shared/transaction/fits-request.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { isRefusal } from '../../../shared/transaction/terminal-result.ts'
import type { HistoryEntry } from './answers.ts'
import { toOutcome } from './wire-result.ts'

export interface HistoryVerdict {
  verdict: 'charged' | 'reversed' | 'unclear'
  /** What the card was charged, in minor units; null unless charged, or where the gateway does not say. */
  chargedMinor: number | null
}

export const UNCLEAR: HistoryVerdict = { verdict: 'unclear', chargedMinor: null }
const REVERSED: HistoryVerdict = { verdict: 'reversed', chargedMinor: null }

const REFUND_TYPES = new Set(['REFUND', 'MOTO_REFUND'])
const UNDOES_SALE = new Set(['REVERSAL', 'VOID_SALE', 'CANCEL_SALE', 'CANCEL_TRX', 'MOTO_REVERSAL'])
const UNDOES_REFUND = new Set(['REVERSAL', 'VOID_REFUND', 'CANCEL_REFUND', 'CANCEL_TRX', 'MOTO_REVERSAL'])
/** Filed under a sale without undoing it; a refund is an operation of its own and has its own row. */
const LEAVES_AS_IS = new Set([
  'REFUND',
  'VOID_REFUND',
  'CANCEL_REFUND',
  'MOTO_REFUND',
  'TIP_ADJUSTMENT',
  'PRINT_RECEIPT',
  'TRANSACTION_STATUS',
  'TOKENIZE_CARD',
  'PRE_AUTHORIZATION_INCREASE',
  'PRE_AUTHORIZATION_CAPTURE',
])

/**
 * Whether the money of a reference moved, by all that the gateway has filed under it (safety R11).
 * The first entry is the current state; later ones keep the state of their time (handpoint-api.md §1.5, §6.33).
 * Whatever is not surely the one or the other is `unclear`, and a person decides; so is a charge of something else than was
 * asked for: files that are wrong in the same way as the result confirm nothing (safety R22).
 */
export function judgeHistory(outcomes: readonly HistoryEntry[], intent: Intent): HistoryVerdict {
  const [first, ...later] = outcomes
  if (first === undefined || outcomes.some(({ finStatus }) => isOpen(finStatus))) return UNCLEAR
  if (first.finStatus === 'CANCELLED' || first.finStatus === 'DECLINED') return REVERSED
  if (first.finStatus !== 'AUTHORISED' && first.finStatus !== 'PARTIAL_APPROVAL' && first.finStatus !== 'CAPTURED') {
    return UNCLEAR
  }
  const undoes = REFUND_TYPES.has(first.type ?? '') ? UNDOES_REFUND : UNDOES_SALE
  // A reversal that was itself refused undid nothing.
  const effective = later.filter(({ finStatus }) => isOpen(finStatus) || !isRefusal(finStatus))
  const reversals = effective.filter((entry) => undoes.has(entry.type ?? ''))
  if (reversals.length > 0) return reversals.some((reversal) => isWhole(reversal, first)) ? REVERSED : UNCLEAR
  // A second sale under one reference, or something of an unknown kind: a rule would only guess.
  if (effective.some((entry) => !LEAVES_AS_IS.has(entry.type ?? ''))) return UNCLEAR
  if (!fitsRequest(intent, toOutcome(first, first.finStatus))) return UNCLEAR
  return { verdict: 'charged', chargedMinor: first.totalAmountMinor }
}

function isOpen(finStatus: HistoryEntry['finStatus']): finStatus is 'IN_PROGRESS' | 'UNDEFINED' {
  return finStatus === 'IN_PROGRESS' || finStatus === 'UNDEFINED'
}

function isWhole(reversal: HistoryEntry, original: HistoryEntry): boolean {
  const [undone, charged] = [reversal.totalAmountMinor, original.totalAmountMinor]
  return undone === null || charged === null || undone >= charged
}
