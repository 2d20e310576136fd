import type { ModelOperation } from './model-operation.ts'

/** What the gateway has filed, as it says so. */
export interface Entry {
  id: string
  type: string
  finStatus:
    | 'IN_PROGRESS'
    | 'AUTHORISED'
    | 'PARTIAL_APPROVAL'
    | 'DECLINED'
    | 'CANCELLED'
    | 'FAILED'
    | 'CAPTURED'
    | 'REFUNDED'
  requestedMinor: number
  totalMinor: number
  tipMinor: number
  originalId: string
  /** Taken back by a later entry: for the books only. */
  isUndone: boolean
}

/** One object of the wire (handpoint-api.md §2.3, §2.4), with fields that the till does not know among them. */
export type WireObject = Record<string, string | number | boolean | null | Record<string, string>>

const CARD = {
  cardEntryType: 'ICC',
  cardSchemeName: 'Visa',
  maskedCardNumber: '************1456',
  paymentScenario: 'CHIPCONTACTLESS',
  verificationMethod: 'NOT_REQUIRED',
  expiryDateMMYY: '0427',
  tenderType: 'CREDIT',
  rrn: '600412345678',
  aid: 'A0000000031010',
  tvr: '0000000000',
  unMaskedPan: '',
}

const CHARGES: ReadonlySet<string> = new Set(['AUTHORISED', 'PARTIAL_APPROVAL', 'CAPTURED'])

/** What the terminal reports. `finStatus` is free: it may say UNDEFINED. */
export function toResult(work: ModelOperation, entry: Entry | null, finStatus: string, type: string): WireObject {
  const isCharge = CHARGES.has(finStatus)
  const totalMinor = isCharge && entry !== null ? entry.totalMinor : 0
  return {
    ...CARD,
    finStatus,
    type,
    efttransactionID: entry?.id ?? '',
    transactionID: entry?.id ?? '',
    originalEFTTransactionID: work.original?.entryId ?? '',
    transactionReference: work.wireReference,
    transactionOrigin: 'CLOUD',
    requestedAmount: work.amountMinor,
    totalAmount: totalMinor,
    tipAmount: isCharge ? (entry?.tipMinor ?? 0) : 0,
    dueAmount: isCharge ? Math.max(0, work.amountMinor - totalMinor) : 0,
    currency: work.currency,
    statusMessage: isCharge ? 'Approved or completed successfully' : 'Transaction not completed',
    errorMessage: '',
    authorisationCode: '123456',
    issuerResponseCode: '00',
    deviceStatus: { serialNumber: work.serial, batteryStatus: '87', applicationName: 'Payments' },
    efttimestamp: 1_767_607_200_000,
    recoveredTransaction: false,
    customerReceipt: '',
    merchantReceipt: '',
    signatureUrl: '',
  }
}

/** One element of the status service's answer. */
export function toStatus(root: ModelOperation, entry: Entry): WireObject {
  const { finStatus } = entry
  if (finStatus === 'IN_PROGRESS' && entry.originalId === '') return { finStatus, transactionReference: root.reference }
  return {
    ...CARD,
    finStatus,
    type: entry.type,
    efttransactionID: entry.id,
    transactionID: entry.id,
    originalEFTTransactionID: entry.originalId,
    transactionReference: root.reference,
    requestedAmount: entry.requestedMinor,
    totalAmount: entry.totalMinor,
    tipAmount: entry.tipMinor,
    dueAmount: Math.max(0, entry.requestedMinor - entry.totalMinor),
    currency: root.currency,
    verificationMethod: 'UNDEFINED',
    authorisationCode: '123456',
    issuerResponseCode: '00',
    efttimestamp: '20260105100000123',
    statusMessage: '',
    customerReceipt: '',
  }
}

export type ErrorShape = 'nested' | 'string' | 'flat'

/** A terminal code in one of its three documented forms (handpoint-api.md §1.12). */
export function toTerminalError(code: number, message: string, shape: ErrorShape): string {
  const inner = { error: code, message }
  if (shape === 'flat') return JSON.stringify(inner)
  const text = shape === 'string' ? JSON.stringify(inner) : inner
  return JSON.stringify({ error: { statusCode: 400, name: 'BadRequestError', message: text } })
}

export function toError(status: number, name: string, message: string): string {
  return JSON.stringify({ error: { statusCode: status, name, message } })
}
