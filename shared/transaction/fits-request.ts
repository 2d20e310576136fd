import type { Intent } from './intent.ts'
import { isRefusal, type Outcome } from './terminal-result.ts'

const SALE_TYPES = new Set(['SALE', 'SALE_AND_TOKENIZE_CARD', 'UNDEFINED'])

/**
 * Whether a result can be the result of this request: what it names agrees with what was asked (safety R22). A field that
 * the service left out or filled with a placeholder says nothing. Refusals are recorded with an amount of 0.
 */
export function fitsRequest(intent: Intent, outcome: Outcome): boolean {
  const requested = outcome.requestedAmountMinor
  if (requested !== null && requested !== intent.amountMinor && !(requested === 0 && isRefusal(outcome.finStatus)))
    return false
  if (names(outcome.currency) && outcome.currency !== 'Unknown' && outcome.currency !== intent.currency) return false
  if (names(outcome.terminalSerial) && outcome.terminalSerial !== intent.terminal.serialNumber) return false
  if (intent.operation !== 'sale') return true
  if (names(outcome.type) && !SALE_TYPES.has(outcome.type)) return false
  if (names(outcome.transactionReference) && outcome.transactionReference.toLowerCase() !== intent.reference)
    return false
  return isRefusal(outcome.finStatus) || isTotalPossible(intent, outcome)
}

/** More than was asked for is explained by a tip and a surcharge only; nothing at all is no charge. */
function isTotalPossible(intent: Intent, { totalAmountMinor, tipAmountMinor, surchargeAmountMinor }: Outcome): boolean {
  if (totalAmountMinor === null) return true
  const mostMinor = intent.amountMinor + (tipAmountMinor ?? 0) + (surchargeAmountMinor ?? 0)
  return totalAmountMinor > 0 && totalAmountMinor <= mostMinor
}

function names(text: string | null): text is string {
  return text !== null && text !== ''
}
