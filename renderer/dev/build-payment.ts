import { referenceSchema, requestKeySchema, terminalRefSchema } from '../../shared/ids.ts'
import type { PaymentSnapshot } from '../../shared/ipc/snapshots.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import type { Outcome } from '../../shared/transaction/terminal-result.ts'

export const now = Date.now()
export const reference = referenceSchema.parse('3f0c9a52-7b1e-4d68-9c35-5e2a81d40b77')
export const other = referenceSchema.parse('b81de0c4-2a6f-4e93-8d17-c09f5512ae36')
export const deskTerminal = terminalRefSchema.parse({ serialNumber: '0821032395', terminalType: 'PAXA920' })

export function buildOutcome(given: Partial<Outcome> = {}): Outcome {
  return {
    finStatus: 'AUTHORISED',
    type: 'SALE',
    transactionId: 'a1',
    originalTransactionId: null,
    transactionReference: reference,
    requestedAmountMinor: 4500,
    totalAmountMinor: 4500,
    tipAmountMinor: 0,
    surchargeAmountMinor: null,
    dueAmountMinor: 0,
    currency: 'EUR',
    terminalSerial: '0821032395',
    statusMessage: null,
    errorMessage: null,
    card: {
      scheme: 'Visa',
      maskedNumber: '•••• 4242',
      entry: 'CONTACTLESS',
      verification: 'PIN',
      authorisationCode: '048213',
      issuerResponseCode: '00',
    },
    rrn: '1',
    batchNumber: '1',
    emv: { aid: null, tvr: null, tsi: null, iad: null, arc: null, applicationLabel: null },
    tenderType: null,
    merchant: { name: null, address: null, mid: null, tid: null },
    happenedAt: now,
    ...given,
  }
}

export function buildPayment(state: TransactionState, given: Partial<PaymentSnapshot> = {}): PaymentSnapshot {
  return {
    version: 1,
    reference,
    number: 1042,
    requestKey: requestKeySchema.parse('5d2b7f10-94c3-4e6a-8b1d-0a7e3c6f2d91'),
    operation: 'sale',
    channel: 'terminal',
    amountMinor: 4500,
    currency: 'EUR',
    terminal: deskTerminal,
    terminalName: 'Front desk',
    customerReference: 'Order 1042',
    attemptOf: null,
    original: null,
    retriedBy: null,
    createdAt: now - 12_000,
    updatedAt: now - 2000,
    state,
    watch: null,
    correctedFrom: null,
    news: null,
    ...given,
  }
}

export function settledAs(verdict: 'charged' | 'notCharged'): TransactionState {
  return {
    status: 'settledByManager',
    verdict,
    evidence: 'Bank portal, 21 November, 15:10',
    reason: 'The terminal was stolen',
    operator: 'Maria',
  }
}

export const watch = { lastAskedAt: now - 6000, nextAskAt: now + 9000, concludesBy: now + 372_000, isReachable: true }
export const charged = { chargedMinor: 4500, basis: 'terminal' } as const
