import { applicationOf, maskedNumber } from './cards.ts'
import type { Job } from './job.ts'
import { merchant } from './merchant.ts'
import type { GatewayRecord } from './records.ts'
import { cardEntryOf } from './status-object.ts'

/** A TransactionResult as JSON (handpoint-api.md §2.3). */
export type TransactionResult = Record<string, unknown>

export type ResultExtras = {
  customerReceipt: string
  merchantReceipt: string
  signatureUrl: string
  /** What a linked operation's result shows as its reference. */
  linkedReference: string
  recovered: boolean
}

const appVersion = '20.4.14'

function deviceStatusOf(job: Job, facts: GatewayRecord): Record<string, string> {
  const isPrint = job.request.operation === 'printReceipt'
  const known = (text: string) => (isPrint ? '' : text)
  return {
    applicationName: known('Handpoint Payments'),
    applicationVersion: known(appVersion),
    batteryCharging: known('Not Charging'),
    batteryStatus: known('100'),
    batterymV: known('4126'),
    bluetoothName: known(facts.terminalType),
    externalPower: known('USB'),
    serialNumber: known(facts.serial),
    statusMessage: known(facts.message),
  }
}

/** Builds what the terminal delivers, by callback and by transaction-result alike. Amounts in minor units. */
export function toTransactionResult(job: Job, facts: GatewayRecord, extras: ResultExtras): TransactionResult {
  const { card, guid } = facts
  const isMoto = facts.scenario === 'MOTO'
  const application = card === null || isMoto ? null : applicationOf(card)
  const hasAmount = job.profile.gateway
  return {
    aid: application?.aid ?? '',
    arc: facts.arc,
    authorisationCode: facts.authorisationCode,
    balance: null,
    budgetNumber: '',
    cardEntryType: cardEntryOf(facts),
    cardLanguagePreference: '',
    cardSchemeName: card?.schemeName ?? '',
    cardToken: facts.cardToken,
    chipTransactionReport: '',
    currency: hasAmount ? facts.currency : 'Unknown',
    customerReceipt: extras.customerReceipt,
    customerReference: facts.customerReference,
    deviceStatus: deviceStatusOf(job, facts),
    dueAmount: facts.dueMinor,
    errorMessage: facts.errorMessage,
    expiryDateMMYY: card?.expiryMMYY ?? '',
    finStatus: facts.finStatus,
    iad: application === null ? '' : '0210A000002A0000000000000000000000FF',
    issuerResponseCode: facts.issuerResponseCode,
    maskedCardNumber: card === null ? '' : maskedNumber(card),
    ...merchant,
    merchantReceipt: extras.merchantReceipt,
    mid: '',
    originalEFTTransactionID: facts.originalGuid,
    paymentScenario: facts.scenario,
    rrn: facts.rrn,
    signatureUrl: extras.signatureUrl,
    statusMessage: facts.message,
    tenderType: card?.tenderType ?? 'NOT_SET',
    tid: isMoto ? '' : 'ACQUIRER_TID',
    tipAmount: facts.tipMinor,
    totalAmount: facts.totalMinor,
    transactionID: guid,
    tsi: application === null ? '' : '0000',
    tvr: application === null ? '' : '0400008001',
    type: facts.type,
    unMaskedPan: '',
    verificationMethod: facts.verification,
    efttimestamp: facts.at,
    efttransactionID: guid,
    requestedAmount: facts.requestedMinor,
    tipPercentage: tipPercentage(facts),
    recoveredTransaction: extras.recovered,
    cardHolderName: '',
    ...laterFields(facts, extras),
  }
}

function tipPercentage({ tipMinor, requestedMinor }: GatewayRecord): number {
  return tipMinor === 0 || requestedMinor === 0 ? 0 : Math.round((tipMinor * 10_000) / requestedMinor) / 100
}

/** Fields the seed's example lacks and later recordings have. */
function laterFields(facts: GatewayRecord, extras: ResultExtras): TransactionResult {
  const { card } = facts
  const reasons = facts.reasonCodes.map((value) => ({ key: 'messageReasonCode', value }))
  return {
    transactionReference: facts.isLinked ? extras.linkedReference : facts.reference,
    transactionOrigin: 'CLOUD',
    _statusMessage: facts.messageKey,
    multiLanguageStatusMessages: facts.message === '' ? {} : { en_US: facts.message },
    multiLanguageErrorMessages: facts.errorMessage === '' ? {} : { en_US: facts.errorMessage },
    applicationLabel: card === null || facts.scenario === 'MOTO' ? '' : applicationOf(card).label,
    cardTypeId: '',
    accountType: '',
    customData: '',
    batchNumber: '',
    metadata: facts.metadata,
    moneyRemittanceOptions: facts.moneyRemittance,
    surcharge: null,
    taxAmount: null,
    customFields: reasons.length === 0 ? null : reasons,
  }
}
