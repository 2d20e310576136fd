import type { Behaviour } from './behaviour.ts'
import { isSameCard } from './cards.ts'
import { isApproved, isCharge, isRefund } from './records.ts'
import type { GatewayRecord } from './records.ts'
import { verdictOn } from './trigger-amounts.ts'

/** What the gateway answers to one request. Amounts in minor units. */
export type Decision =
  | { kind: 'approved'; totalMinor: number; dueMinor: number }
  | { kind: 'declined'; issuerResponseCode: string; message: string }
  | { kind: 'failed'; message: string }
  /** §5.2: no provider for tokens; the answer has no id and no amount. */
  | { kind: 'tokenFailure' }

/** A decision that somebody playing the customer or the issuer has made beforehand. */
export type Forced =
  | { kind: 'declined'; issuerResponseCode: string; message: string }
  | { kind: 'failed'; message: string }

export type DecisionInput = {
  record: GatewayRecord
  original: GatewayRecord | undefined
  behaviour: Behaviour
  forced: Forced | null
  externalIds: readonly string[]
}

const declined = (message: string, issuerResponseCode = '12'): Decision => ({
  kind: 'declined',
  issuerResponseCode,
  message,
})

const approvedInFull = (record: GatewayRecord): Decision => ({
  kind: 'approved',
  totalMinor: record.requestedMinor + record.tipMinor,
  dueMinor: 0,
})

/** Decides one request against the books as they are now; changes nothing. Rules: handpoint-api.md §5. */
export function decide(input: DecisionInput): Decision {
  const { record, behaviour, forced } = input
  if (forced !== null) return forced
  if (record.isLinked) return decideLinked(input)
  if (behaviour.currencies.length > 0 && !behaviour.currencies.includes(record.currency)) {
    return declined('Agreement not found')
  }
  if (behaviour.externalIds.length > 0 && !input.externalIds.every((id) => behaviour.externalIds.includes(id))) {
    return declined('Invalid Merchant')
  }
  if (record.type === 'PRE_AUTHORIZATION' && !behaviour.preAuthorization) {
    return declined('Pre-authorizations are not enabled')
  }
  if (isRefund(record) && behaviour.refundUnlinked === 'declined') return declined('Refund not allowed')
  if (record.type === 'SALE_AND_TOKENIZE_CARD' && behaviour.tokenization === 'missing') return { kind: 'tokenFailure' }
  return decideByAmount(record)
}

function decideByAmount(record: GatewayRecord): Decision {
  const verdict = verdictOn(record.requestedMinor)
  if (verdict.kind === 'partial' && isCharge(record)) {
    return {
      kind: 'approved',
      totalMinor: verdict.approvedMinor,
      dueMinor: record.requestedMinor - verdict.approvedMinor,
    }
  }
  return verdict.kind === 'declined' || verdict.kind === 'failed' ? verdict : approvedInFull(record)
}

function decideLinked({ record, original, behaviour }: DecisionInput): Decision {
  if (original === undefined || !isApproved(original)) return declined('UNABLE_TO_FIND_MESSAGE_TO_REVERSE.')
  if (record.currency !== '' && record.currency !== original.currency) return declined('Currency mismatch')
  if (isRefund(record)) return decideLinkedRefund(record, original)
  if (record.type === 'PRE_AUTHORIZATION_INCREASE') return decideIncrease(record, original)
  if (record.type === 'PRE_AUTHORIZATION_CAPTURE') return decideCapture(record, original)
  return decideReversal(record, original, behaviour)
}

function decideLinkedRefund(record: GatewayRecord, original: GatewayRecord): Decision {
  if (!isCharge(original) || original.isReversed) return declined('Refund not allowed')
  const left = original.totalMinor - original.reversedMinor - original.refundedMinor
  if (record.requestedMinor > left) return declined('Refund amount exceeds the original', '13')
  if (record.card !== null && original.card !== null && !isSameCard(record.card, original.card)) {
    return declined('ORIGINAL_CARD_REQUIRED_FOR_REFUND')
  }
  return decideByAmount(record)
}

function decideIncrease(record: GatewayRecord, original: GatewayRecord): Decision {
  if (original.type !== 'PRE_AUTHORIZATION') return declined('Not a pre-authorization')
  if (original.isReversed || original.capturedMinor > 0) return declined('Pre-authorization is closed')
  if (original.holdMinor + record.requestedMinor <= 0) return declined('Decrease too large', '13')
  return approvedInFull(record)
}

function decideCapture(record: GatewayRecord, original: GatewayRecord): Decision {
  if (original.type !== 'PRE_AUTHORIZATION') return declined('Not a pre-authorization')
  if (original.isReversed || original.capturedMinor > 0) return declined('Pre-authorization is closed')
  if (record.requestedMinor > original.holdMinor) return declined('Capture above hold', '13')
  return approvedInFull(record)
}

function decideReversal(record: GatewayRecord, original: GatewayRecord, behaviour: Behaviour): Decision {
  if (original.isReversed) return declined('Transaction already reversed')
  // A reversal undoes the whole charge; after a refund that would pay the customer twice.
  if (original.refundedMinor > 0 || original.capturedMinor > 0) return declined('Transaction already completed')
  if (behaviour.batchClosed || !suits(record, original)) return declined('UNABLE_TO_FIND_MESSAGE_TO_REVERSE.')
  const undone =
    original.type === 'PRE_AUTHORIZATION' ? original.holdMinor : original.totalMinor - original.reversedMinor
  return { kind: 'approved', totalMinor: undone, dueMinor: 0 }
}

function suits(record: GatewayRecord, original: GatewayRecord): boolean {
  if (record.type === 'VOID_SALE') return isCharge(original)
  if (record.type === 'VOID_REFUND') return isRefund(original)
  if (record.type === 'MOTO_REVERSAL') return original.type === 'MOTO_SALE' || original.type === 'MOTO_REFUND'
  return original.type === 'PRE_AUTHORIZATION' || original.type === 'PRE_AUTHORIZATION_CAPTURE'
}
