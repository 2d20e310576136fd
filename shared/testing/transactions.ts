import { referenceSchema, requestKeySchema, resultIdSchema } from '../ids.ts'
import type { TransactionEvent } from '../transaction/events.ts'
import type { Intent } from '../transaction/intent.ts'
import type { FinalStatus, Outcome } from '../transaction/terminal-result.ts'

/** Builders for tests and the states gallery: a sale of 45.00 EUR and the facts that can come to be known of it. */

export const aSale: Intent = {
  reference: referenceSchema.parse('3e665342-a95b-49c1-b6fe-b3f102305a76'),
  operation: 'sale',
  amountMinor: 4500,
  currency: 'EUR',
  terminal: { serialNumber: '082104578', terminalType: 'PAXA920' },
  customerReference: null,
  attemptOf: null,
  original: null,
  requestKey: requestKeySchema.parse('7d0f0b0c-6a3e-4a43-9d3f-2c8b8f1f8a11'),
  createdAt: 1_700_000_000_000,
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
    happenedAt: 1_700_000_005_000,
    ...changes,
  }
}

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
  return { type: 'requestRefused', reason, httpStatus: 400, terminalCode: 1001, text: 'The device is busy' }
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
  return { type: 'statusReported', query, askedAfterMs, idleKnown, isResultPending, resultsKnown } as const
}
