import type { Profile } from './operations.ts'
import type { GatewayRecord } from './records.ts'
import type { TransactionRequest } from './transaction-request.ts'

const blank: GatewayRecord = {
  guid: '',
  reference: '',
  isLinked: false,
  originalGuid: '',
  type: 'UNDEFINED',
  finStatus: 'IN_PROGRESS',
  serial: '',
  terminalType: '',
  requestedMinor: 0,
  totalMinor: 0,
  tipMinor: 0,
  dueMinor: 0,
  holdMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  reversedMinor: 0,
  isReversed: false,
  currency: '',
  card: null,
  scenario: 'UNKNOWN',
  verification: 'UNDEFINED',
  message: '',
  messageKey: '',
  errorMessage: '',
  issuerResponseCode: '',
  authorisationCode: '',
  arc: '',
  rrn: '',
  cardToken: '',
  customerReference: '',
  reasonCodes: [],
  metadata: null,
  moneyRemittance: null,
  at: 0,
}

/** A record with nothing in it but what is given. */
export function draftRecord(known: Partial<GatewayRecord>): GatewayRecord {
  return { ...blank, ...known }
}

/** The record an accepted request starts with: what the terminal knows before a card is shown. */
export function draftFromRequest(request: TransactionRequest, profile: Profile, reference: string): GatewayRecord {
  return draftRecord({
    reference,
    isLinked: profile.reference === 'original',
    originalGuid: request.originalTransactionId ?? '',
    type: profile.type,
    serial: request.serial_number,
    terminalType: request.terminal_type,
    requestedMinor: request.amount === undefined ? 0 : Number(request.amount),
    currency: request.currency ?? '',
    customerReference: request.customerReference ?? '',
    metadata: request.metadata ?? null,
    moneyRemittance: request.moneyRemittanceOptions ?? null,
  })
}
