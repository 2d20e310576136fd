import { referenceSchema, requestKeySchema, terminalRefSchema } from '../../shared/ids.ts'
import type { AppSnapshot, PaymentSnapshot, TerminalsSnapshot, TimelineEntry } from '../../shared/ipc/snapshots.ts'
import type { TransactionState } from '../../shared/transaction/state.ts'
import type { Outcome } from '../../shared/transaction/terminal-result.ts'

const now = Date.now()
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
    happenedAt: now,
    ...given,
  }
}

export function buildPayment(state: TransactionState, given: Partial<PaymentSnapshot> = {}): PaymentSnapshot {
  return {
    version: 1,
    reference,
    requestKey: requestKeySchema.parse('5d2b7f10-94c3-4e6a-8b1d-0a7e3c6f2d91'),
    operation: 'sale',
    amountMinor: 4500,
    currency: 'EUR',
    terminal: deskTerminal,
    terminalName: 'Front desk',
    customerReference: 'Order 1042',
    attemptOf: null,
    retriedBy: null,
    createdAt: now - 12_000,
    updatedAt: now - 2000,
    state,
    watch: null,
    correctedFrom: null,
    ...given,
  }
}

const watch = { lastAskedAt: now - 6000, nextAskAt: now + 9000, concludesBy: now + 372_000, isReachable: true }
const charged = { chargedMinor: 4500, basis: 'terminal' } as const

/** Every state that a payment's screen can be in. */
export const PAYMENTS: Record<string, PaymentSnapshot> = {
  starting: buildPayment({ status: 'created' }, { createdAt: now - 500 }),
  waiting: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }),
  longWait: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }, { createdAt: now - 61_000 }),
  cancelling: buildPayment({ status: 'cancelling', resultId: null }),
  cannotCancel: buildPayment({ status: 'waiting', resultId: null, cancelRefused: true }),
  checking: buildPayment(
    { status: 'checking', because: 'noAnswer', isExhausted: false, isCancelRefused: false },
    { watch },
  ),
  notKnown: buildPayment(
    { status: 'checking', because: 'terminalUndecided', isExhausted: true, isCancelRefused: false },
    { watch: { ...watch, isReachable: false, concludesBy: null }, createdAt: now - 380_000 },
  ),
  conflict: buildPayment({ status: 'conflict', because: 'contradiction', outcomes: [] }, { watch }),
  confirming: buildPayment(
    { status: 'provisional', chargedMinor: 4500, outcome: buildOutcome() },
    { watch: { ...watch, concludesBy: null } },
  ),
  partialConfirming: buildPayment(
    { status: 'partial', chargedMinor: 2000, outcome: buildOutcome({ totalAmountMinor: 2000 }) },
    { watch: { ...watch, concludesBy: null } },
  ),
  approved: buildPayment({
    status: 'approved',
    ...charged,
    chargedMinor: 5000,
    outcome: buildOutcome({ tipAmountMinor: 500 }),
  }),
  signature: buildPayment({
    status: 'approved',
    ...charged,
    outcome: buildOutcome({ card: { ...buildOutcome().card, verification: 'SIGNATURE' } }),
  }),
  partlyApproved: buildPayment({
    status: 'partlyApproved',
    chargedMinor: 2000,
    basis: 'terminal',
    outcome: buildOutcome(),
  }),
  declined: buildPayment({
    status: 'declined',
    basis: 'terminal',
    outcome: buildOutcome({ finStatus: 'DECLINED', statusMessage: 'INSUFFICIENT FUNDS' }),
  }),
  cancelled: buildPayment({ status: 'cancelled', basis: 'terminal', outcome: null, isReversed: false }),
  failed: buildPayment({
    status: 'failed',
    basis: 'terminal',
    outcome: buildOutcome({ statusMessage: 'CARD REMOVED TOO EARLY' }),
  }),
  notStarted: buildPayment({ status: 'notStarted', reason: 'terminalBusy', text: 'busy' }),
  notCharged: buildPayment({ status: 'notCharged' }, { correctedFrom: 'approved' }),
  settled: buildPayment({
    status: 'settledByManager',
    verdict: 'charged',
    evidence: 'Bank portal',
    reason: 'Found in the bank portal at 15:10',
    operator: 'Maria',
  }),
  long: buildPayment({ status: 'waiting', resultId: null, cancelRefused: false }, { amountMinor: 999_999_999_998 }),
}

export const APP: AppSnapshot = {
  version: 1,
  appVersion: '0.1.0',
  shop: { name: 'Bakery De Molen', currency: 'EUR', locale: 'en-IE' },
  mode: 'training',
  blocked: null,
  cloud: 'reachable',
  shownPayment: null,
  unresolvedCount: 0,
}

export const TERMINALS: TerminalsSnapshot = {
  version: 1,
  status: 'ready',
  problem: null,
  defaultSerialNumber: '0821032395',
  terminals: [
    { ...deskTerminal, name: 'Front desk', condition: 'idle', openPayment: null },
    { serialNumber: '0821032396', terminalType: 'PAXA920', name: 'Terrace', condition: 'busy', openPayment: other },
    { serialNumber: '0821032397', terminalType: 'PAXA77', name: 'Counter 2', condition: 'offline', openPayment: null },
  ],
}

function makeReference(index: number) {
  return referenceSchema.parse(`00000000-0000-4000-8000-${index.toString().padStart(12, '0')}`)
}

const listed = [
  'approved',
  'declined',
  'checking',
  'approved',
  'partlyApproved',
  'cancelled',
  'notKnown',
  'notCharged',
  'approved',
  'notStarted',
  'confirming',
  'settled',
  'waiting',
]
export const HISTORY: PaymentSnapshot[] = listed.flatMap((name, index) => {
  const payment = PAYMENTS[name]
  if (payment === undefined) return []
  const createdAt = now - index * 3_700_000 - 30_000
  const amountMinor = [4500, 1250, 129_900, 380, 8675][index % 5] ?? 4500
  return [
    {
      ...payment,
      reference: makeReference(index),
      createdAt,
      amountMinor,
      customerReference: index % 3 === 0 ? `Order ${1042 - index}` : null,
    },
  ]
})

export const UNRESOLVED: PaymentSnapshot[] = ['checking', 'notKnown', 'conflict'].flatMap((name, index) => {
  const payment = PAYMENTS[name]
  return payment === undefined ? [] : [{ ...payment, reference: index === 0 ? other : makeReference(50 + index) }]
})

export const TIMELINE: TimelineEntry[] = [
  { seq: 211, at: now - 11_500, source: 'cloudAnswer', event: { type: 'requestAccepted', resultId: null } },
  { seq: 212, at: now - 9000, source: 'clock', event: { type: 'contactLost', episode: 1 } },
  { seq: 213, at: now - 8000, source: 'cashier', event: { type: 'cancelRequested', attempt: 1 } },
  {
    seq: 215,
    at: now - 7000,
    source: 'statusQuery',
    event: {
      type: 'statusReported',
      query: 1,
      askedAfterMs: 1,
      idleKnown: false,
      isResultPending: false,
      resultsKnown: 0,
      answer: { known: 'absent' },
    },
  },
  {
    seq: 216,
    at: now - 5000,
    source: 'callback',
    event: { type: 'terminalReported', digest: 'x', outcome: buildOutcome() },
  },
  {
    seq: 217,
    at: now - 4000,
    source: 'statusQuery',
    event: { type: 'historyReported', query: 2, resultsKnown: 1, verdict: 'charged', chargedMinor: 4500 },
  },
]
