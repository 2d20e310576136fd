import { digestSchema, referenceSchema, requestKeySchema, resultIdSchema } from '../ids.ts'
import type { TransactionEvent } from '../transaction/events.ts'
import type { Intent } from '../transaction/intent.ts'
import type { FinalStatus, Outcome } from '../transaction/terminal-result.ts'

/** Builders for tests and the states gallery: a sale of 45.00 EUR and the facts that can come to be known of it. */

export const aSale: Intent = {
  reference: referenceSchema.parse('3e665342-a95b-49c1-b6fe-b3f102305a76'),
  number: null,
  operation: 'sale',
  channel: 'terminal',
  amountMinor: 4500,
  currency: 'EUR',
  terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
  customerReference: null,
  attemptOf: null,
  original: null,
  tip: null,
  command: null,
  callback: null,
  requestKey: requestKeySchema.parse('7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11'),
  createdAt: 1_700_000_000_000,
}

export const aLinkedRefund: Intent = {
  ...aSale,
  reference: referenceSchema.parse('5f3f7bd8-2b6e-4c7c-93b1-0a8d7e7d1c02'),
  operation: 'refund',
  amountMinor: 2000,
  original: {
    reference: aSale.reference,
    transactionId: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    filedUnder: aSale.reference,
  },
  requestKey: requestKeySchema.parse('0f2f4a52-6f6a-4d35-8f0e-93b0a2c0d911'),
}

export const aPing: Intent = {
  ...aSale,
  reference: referenceSchema.parse('c0a8d5b1-7d3e-4f0a-a3d6-5e7f9b1c2d33'),
  operation: 'pingDevice',
  amountMinor: 0,
  requestKey: requestKeySchema.parse('1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'),
}

export function anOutcome(finStatus: FinalStatus, changes: Partial<Outcome> = {}): Outcome {
  return {
    finStatus,
    type: 'SALE',
    transactionId: '01236fc0-8192-11eb-9aca-ad4b0e95f241',
    originalTransactionId: null,
    transactionReference: aSale.reference,
    requestedAmountMinor: 4500,
    totalAmountMinor: finStatus === 'PARTIAL_APPROVAL' ? 2000 : 4500,
    tipAmountMinor: 0,
    dueAmountMinor: null,
    surchargeAmountMinor: null,
    currency: 'EUR',
    terminalSerial: '082104578',
    statusMessage: null,
    errorMessage: null,
    card: {
      scheme: 'Visa',
      maskedNumber: '************5733',
      entry: 'CHIPCONTACTLESS',
      verification: 'NOT_REQUIRED',
      authorisationCode: '123456',
      issuerResponseCode: '00',
    },
    rrn: null,
    batchNumber: null,
    emv: { aid: null, tvr: null, tsi: null, iad: null, arc: null, applicationLabel: null },
    tenderType: null,
    merchant: { name: null, address: null, mid: null, tid: null },
    happenedAt: 1_700_000_005_000,
    ...changes,
  }
}

export const ANOTHER = referenceSchema.parse('9b1f2f0e-51c4-4e0b-8f2e-6a2f0c9d7e11')
export const A_DIGEST = digestSchema.parse('ab'.repeat(32))

export const accepted: TransactionEvent = {
  type: 'requestAccepted',
  resultId: resultIdSchema.parse('082104578-1700000000000'),
}

export const unanswered: TransactionEvent = {
  type: 'requestUnanswered',
  problem: 'timeout',
  httpStatus: null,
  text: 'no answer',
}

export function refusedAs(reason: 'terminalBusy' | 'terminalOffline' | 'keyRefused'): TransactionEvent {
  return {
    type: 'requestRefused',
    reason,
    httpStatus: 400,
    terminalCode: 1001,
    gatewayCode: null,
    errorGuid: null,
    text: 'The device is busy',
  }
}

export function reported(finStatus: FinalStatus, changes: Partial<Outcome> = {}): TransactionEvent {
  const outcome = anOutcome(finStatus, changes)
  return { type: 'terminalReported', digest: `${finStatus}-${JSON.stringify(changes)}`, outcome }
}

interface StatusWeight {
  query?: number
  askedAfterMs?: number
  idleKnown?: boolean
  isResultPending?: boolean
  resultsKnown?: number
  askedAfterResultMs?: number
}

export function statusSays(finStatus: FinalStatus, weight: StatusWeight = {}): TransactionEvent {
  return { ...statusOf(weight), answer: { known: 'outcome', outcome: anOutcome(finStatus, { terminalSerial: null }) } }
}

export function statusAbsent(weight: StatusWeight = {}): TransactionEvent {
  return { ...statusOf(weight), answer: { known: 'absent' } }
}

export function statusInProgress(weight: StatusWeight = {}): TransactionEvent {
  return { ...statusOf(weight), answer: { known: 'inProgress' } }
}

function statusOf(weight: StatusWeight) {
  const { query = 1, askedAfterMs = 1_000, idleKnown = false, isResultPending = false, resultsKnown = 0 } = weight
  const { askedAfterResultMs = resultsKnown > 0 ? 60_000 : 0 } = weight
  return {
    type: 'statusReported',
    query,
    askedAfterMs,
    idleKnown,
    isResultPending,
    resultsKnown,
    askedAfterResultMs,
  } as const
}

export function settledAs(
  verdict: 'charged' | 'notCharged',
  {
    word = 1,
    resultsKnown = 0,
    query = 0,
    isDecision,
  }: { word?: number; resultsKnown?: number; query?: number; isDecision?: boolean | undefined } = {},
): TransactionEvent {
  const said = { verdict, evidence: 'the bank statement', reason: 'the customer showed it', operator: 'Ada' }
  const decided = isDecision === undefined ? {} : { isDecision }
  return { type: 'settledByManager', word, resultsKnown, query, ...decided, ...said }
}
