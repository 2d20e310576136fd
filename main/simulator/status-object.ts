import type { Behaviour } from './behaviour.ts'
import { applicationOf, maskedNumber } from './cards.ts'
import { merchant } from './merchant.ts'
import { currentStatus } from './records.ts'
import type { GatewayRecord } from './records.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** An instant as `yyyyMMddHHmmssSSS`, in UTC. */
export function toDigits(epochMs: number): string {
  const at = new Date(epochMs)
  const day = `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}`
  const time = `${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}`
  return day + time + String(at.getUTCMilliseconds()).padStart(3, '0')
}

/** A tap is recorded as ICC too (§3.6). */
export function cardEntryOf({ scenario }: GatewayRecord): string {
  switch (scenario) {
    case 'CHIP':
    case 'CHIPCONTACTLESS':
      return 'ICC'
    case 'MAGSTRIPE':
      return 'MSR'
    case 'MOTO':
      return 'CNP'
    case 'UNKNOWN':
      return 'UNDEFINED'
  }
}

function typeOf(record: GatewayRecord, reversalType: Behaviour['reversalType']): string {
  const isVoid = record.type === 'VOID_SALE' || record.type === 'VOID_REFUND'
  return isVoid && reversalType === 'REVERSAL' ? 'REVERSAL' : record.type
}

/**
 * Builds one element of the status answer (handpoint-api.md §2.4). The first element shows its current state, later
 * ones the state they were processed with (§1.5).
 */
export function toStatusObject(record: GatewayRecord, isFirst: boolean, behaviour: Behaviour): Record<string, unknown> {
  const finStatus = isFirst ? currentStatus(record) : record.finStatus
  if (finStatus === 'IN_PROGRESS') return { finStatus, transactionReference: record.reference }
  const { card } = record
  const application = card === null || record.scenario === 'MOTO' ? null : applicationOf(card)
  return {
    aid: application?.aid ?? '',
    arc: '00',
    iad: application === null ? '' : '06011103A00000',
    tsi: application === null ? '' : '0000',
    tvr: application === null ? '' : '0000000000',
    cardEntryType: cardEntryOf(record),
    cardLanguagePreference: '',
    currency: record.currency,
    type: typeOf(record, behaviour.reversalType),
    tipAmount: record.tipMinor,
    totalAmount: record.totalMinor,
    requestedAmount: record.requestedMinor,
    dueAmount: record.dueMinor,
    tipPercentage: 0,
    efttimestamp: behaviour.statusTimestamp === 'digits' ? toDigits(record.at) : record.at,
    originalEFTTransactionID: record.originalGuid,
    paymentScenario: record.scenario,
    verificationMethod: 'UNDEFINED',
    authorisationCode: record.authorisationCode,
    cardSchemeName: card?.schemeName ?? '',
    cardToken: record.cardToken,
    maskedCardNumber: card === null ? '' : maskedNumber(card),
    cardTypeId: '',
    customerReference: record.customerReference,
    efttransactionID: record.guid,
    transactionID: record.guid,
    errorMessage: '',
    expiryDateMMYY: card?.expiryMMYY ?? '',
    issuerResponseCode: record.issuerResponseCode,
    rrn: record.rrn,
    tenderType: card?.tenderType ?? 'NOT_SET',
    unMaskedPan: '',
    ...merchant,
    mid: '',
    cardHolderName: '',
    chipTransactionReport: '',
    customerReceipt: '',
    merchantReceipt: '',
    signatureUrl: '',
    statusMessage: '',
    tid: '',
    transactionReference: record.reference,
    transactionOrigin: '',
    finStatus,
  }
}
