import type { Intent } from './intent.ts'
import { rulesOf } from './operations.ts'
import { isRefusal, type Outcome } from './terminal-result.ts'

/** Placeholders for "no type" and the look-up's own name. */
const SAYS_NO_TYPE = new Set(['UNDEFINED', 'TRANSACTION_STATUS'])

/** Whose results are known to name the operation that they change. */
const NAMES_ORIGINAL = new Set(['refund', 'saleReversal', 'refundReversal'])

/**
 * Whether a result can be the result of this request: what it names agrees with what was asked (safety R22). A field that
 * the service left out or filled with a placeholder says nothing. Refusals are recorded with an amount of 0.
 */
export function fitsRequest(intent: Intent, outcome: Outcome): boolean {
  const { moves, filed, resultTypes } = rulesOf(intent.operation)
  if (names(outcome.terminalSerial) && outcome.terminalSerial !== intent.terminal.serialNumber) return false
  if (names(outcome.type) && resultTypes.length > 0 && !SAYS_NO_TYPE.has(outcome.type)) {
    if (!resultTypes.includes(outcome.type)) return false
  }
  if (moves === 'none') return true
  // What ends prints and tokens says nothing about money (handpoint-api.md §3.2).
  if (outcome.finStatus === 'PROCESSED') return false
  if (names(outcome.currency) && outcome.currency !== 'Unknown' && outcome.currency !== intent.currency) return false
  if (filed === 'own' && intent.original === null && isForeign(outcome.transactionReference, intent.reference))
    return false
  if (NAMES_ORIGINAL.has(intent.operation) && intent.original !== null) {
    if (isForeign(outcome.originalTransactionId, intent.original.transactionId)) return false
  }
  if (moves === 'adjust') return true
  if (moves === 'undo') return isRefusal(outcome.finStatus) || isWholeTakenBack(intent, outcome)
  const requested = outcome.requestedAmountMinor
  if (requested !== null && requested !== intent.amountMinor && !(requested === 0 && isRefusal(outcome.finStatus)))
    return false
  return isRefusal(outcome.finStatus) || isTotalPossible(intent, outcome)
}

function isForeign(named: string | null, ours: string): boolean {
  return names(named) && named.toLowerCase() !== ours.toLowerCase()
}

/** Acquirers take back the whole amount, tips and increases included, whatever was asked for (handpoint-api.md §5.5). */
function isWholeTakenBack({ amountMinor }: Intent, { totalAmountMinor }: Outcome): boolean {
  return totalAmountMinor === null || totalAmountMinor === 0 || totalAmountMinor >= amountMinor
}

/** More than was asked for is explained by a tip and a surcharge only; nothing at all is no charge, and no rest is all of it. */
function isTotalPossible(intent: Intent, outcome: Outcome): boolean {
  const { totalAmountMinor, tipAmountMinor, surchargeAmountMinor } = outcome
  const restMinor = Math.max(0, outcome.dueAmountMinor ?? 0)
  if (totalAmountMinor === null) return restMinor < intent.amountMinor
  const mostMinor = intent.amountMinor + (tipAmountMinor ?? 0) + (surchargeAmountMinor ?? 0)
  return totalAmountMinor > 0 && totalAmountMinor + restMinor <= mostMinor
}

function names(text: string | null): text is string {
  return text !== null && text !== ''
}
