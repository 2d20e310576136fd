import { referenceSchema, requestKeySchema, resultIdSchema, type TerminalRef } from '../../../shared/ids.ts'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import { intentSchema, type Intent } from '../../../shared/transaction/intent.ts'
import { rulesOf, type Operation } from '../../../shared/transaction/operations.ts'
import { outcomeSchema, type Outcome } from '../../../shared/transaction/terminal-result.ts'
import { drawCard, maskedNumber } from '../../simulator/cards.ts'
import type { Random } from '../../simulator/random.ts'

/** One operation as it is written to the journal: what was asked for, and what came to be known. */
export interface DrawnPayment {
  intent: Intent
  facts: RecordedEvent[]
}

/** An approved sale or pre-authorisation that a later operation may change. */
export interface Changeable {
  intent: Intent
  transactionId: string
}

/** The terminals of the practice cloud. */
export const TERMINALS: readonly TerminalRef[] = [
  { serialNumber: '082104578', terminalType: 'PAXA920' },
  { serialNumber: '082104579', terminalType: 'PAXA80' },
]

const ENDS = [
  { upTo: 0.92, end: 'approved' },
  { upTo: 0.965, end: 'declined' },
  { upTo: 0.983, end: 'cancelled' },
  { upTo: 0.992, end: 'refused' },
  { upTo: 0.9965, end: 'absent' },
  { upTo: 0.9985, end: 'partly' },
  { upTo: 1, end: 'settled' },
] as const
type End = (typeof ENDS)[number]['end']

const NAMES = ['De Vries', 'Jansen', 'Müller', 'Okafor', 'Silva', 'Nowak', 'Table', 'Order', 'Room', 'Invoice']

/** A sale, or now and then a pre-authorisation, with its outcome. */
export function drawFirst(createdAt: number, random: Random): DrawnPayment {
  const operation = random.next() < 0.015 ? 'preAuthorization' : 'sale'
  const customerReference = random.next() < 0.35 ? drawCustomerReference(random) : null
  const intent = drawIntent(operation, createdAt, random, { amountMinor: drawAmount(random), customerReference })
  const drawn = random.next()
  return finish(intent, ENDS.find(({ upTo }) => drawn < upTo)?.end ?? 'approved', random)
}

/** What was done to an earlier one: a refund of some of it, a reversal, a capture. */
export function drawLinked({ intent: before, transactionId }: Changeable, at: number, random: Random): DrawnPayment {
  const operation =
    before.operation === 'sale' ? (random.next() < 0.7 ? 'refund' : 'saleReversal') : 'preAuthorizationCapture'
  const isPart = operation === 'refund' && random.next() < 0.6
  const amountMinor = isPart ? Math.max(1, Math.floor(before.amountMinor * random.next())) : before.amountMinor
  const original = { reference: before.reference, transactionId, filedUnder: before.reference }
  const intent = drawIntent(operation, at, random, {
    amountMinor,
    customerReference: null,
    original,
    terminal: before.terminal,
  })
  return finish(intent, random.next() < 0.95 ? 'approved' : 'declined', random)
}

function drawIntent(
  operation: Operation,
  createdAt: number,
  random: Random,
  changes: Pick<Intent, 'amountMinor' | 'customerReference'> & Partial<Pick<Intent, 'original' | 'terminal'>>,
): Intent {
  return intentSchema.parse({
    reference: referenceSchema.parse(random.uuidV4()),
    requestKey: requestKeySchema.parse(random.uuidV4()),
    operation,
    currency: 'EUR',
    terminal: TERMINALS[random.next() < 0.75 ? 0 : 1],
    attemptOf: null,
    original: null,
    createdAt,
    ...changes,
  })
}

/** Small amounts are common, large ones rare, and most end in a round figure. */
function drawAmount(random: Random): number {
  const minor = Math.floor(250 * Math.exp(random.next() * 4.6))
  const step = [1, 5, 50, 100][Math.floor(random.next() * 4)] ?? 1
  return Math.max(step, Math.floor(minor / step) * step)
}

function drawCustomerReference(random: Random): string {
  const name = NAMES[Math.floor(random.next() * NAMES.length)] ?? 'Order'
  return `${name} ${1 + Math.floor(random.next() * 9999)}`
}

function finish(intent: Intent, end: End, random: Random): DrawnPayment {
  const { createdAt, terminal } = intent
  const tookMs = 4_000 + Math.floor(random.next() * 22_000)
  const resultId = resultIdSchema.parse(`${terminal.serialNumber}-${createdAt}`)
  const accepted: RecordedEvent = {
    at: createdAt + 300,
    source: 'cloudAnswer',
    event: { type: 'requestAccepted', resultId },
  }
  const report = (finStatus: Outcome['finStatus'], chargedMinor: number): RecordedEvent => ({
    at: createdAt + tookMs,
    source: random.next() < 0.5 ? 'callback' : 'resultQuery',
    event: {
      type: 'terminalReported',
      digest: random.hex(64),
      outcome: drawOutcome(intent, finStatus, chargedMinor, random),
    },
  })
  switch (end) {
    case 'approved': {
      const approved = report(
        rulesOf(intent.operation).moves === 'refund' ? 'REFUNDED' : 'AUTHORISED',
        intent.amountMinor,
      )
      return { intent, facts: [accepted, approved, over(intent, 1)] }
    }
    case 'partly': {
      const partly = report('PARTIAL_APPROVAL', Math.max(1, Math.floor(intent.amountMinor / 2)))
      const confirmed: RecordedEvent = { at: partly.at + 40_000, source: 'clock', event: { type: 'partialConfirmed' } }
      return { intent, facts: [accepted, partly, confirmed, over(intent, 1)] }
    }
    case 'declined':
      return { intent, facts: [accepted, report('DECLINED', 0)] }
    case 'cancelled':
      return { intent, facts: [accepted, report('CANCELLED', 0)] }
    case 'refused':
      return { intent, facts: [refused(intent)] }
    case 'absent':
      return { intent, facts: [unanswered(intent), notFound(intent), over(intent, 0)] }
    case 'settled':
      return { intent, facts: [unanswered(intent), exhausted(intent), settled(intent, random), over(intent, 0)] }
  }
}

function over({ createdAt }: Intent, resultsKnown: number): RecordedEvent {
  return { at: createdAt + 900_000, source: 'clock', event: { type: 'followUpEnded', resultsKnown } }
}

function unanswered({ createdAt }: Intent): RecordedEvent {
  const event = { type: 'requestUnanswered', problem: 'timeout', httpStatus: null, text: 'no answer in time' } as const
  return { at: createdAt + 30_000, source: 'cloudAnswer', event }
}

function refused({ createdAt }: Intent): RecordedEvent {
  const event = {
    type: 'requestRefused',
    reason: 'terminalBusy',
    httpStatus: 400,
    terminalCode: 1001,
    gatewayCode: null,
    errorGuid: null,
    text: 'The device is busy',
  } as const
  return { at: createdAt + 400, source: 'cloudAnswer', event }
}

/** Asked so late, and with the terminal known to be idle, that it can no longer arrive (safety R8). */
function notFound({ createdAt }: Intent): RecordedEvent {
  const event = {
    type: 'statusReported',
    query: 1,
    askedAfterMs: 500_000,
    idleKnown: true,
    isResultPending: false,
    resultsKnown: 0,
    askedAfterResultMs: 0,
    answer: { known: 'absent' },
  } as const
  return { at: createdAt + 530_000, source: 'statusQuery', event }
}

function exhausted({ createdAt }: Intent): RecordedEvent {
  return { at: createdAt + 700_000, source: 'clock', event: { type: 'rulesExhausted' } }
}

function settled({ createdAt }: Intent, random: Random): RecordedEvent {
  const event = {
    type: 'settledByManager',
    word: 1,
    resultsKnown: 0,
    query: 0,
    verdict: random.next() < 0.5 ? 'charged' : 'notCharged',
    evidence: 'The list of the bank for that day',
    reason: 'Nothing more came from the terminal',
    operator: 'Maria',
  } as const
  return { at: createdAt + 880_000, source: 'manager', event }
}

function drawOutcome(intent: Intent, finStatus: Outcome['finStatus'], chargedMinor: number, random: Random): Outcome {
  const card = drawCard(random)
  const isCharged = chargedMinor > 0
  return outcomeSchema.parse({
    finStatus,
    type: rulesOf(intent.operation).resultTypes[0] ?? null,
    transactionId: random.uuidV1(),
    originalTransactionId: intent.original?.transactionId ?? null,
    transactionReference: intent.original === null ? intent.reference : null,
    requestedAmountMinor: intent.amountMinor,
    totalAmountMinor: chargedMinor,
    tipAmountMinor: 0,
    dueAmountMinor: 0,
    surchargeAmountMinor: null,
    currency: intent.currency,
    terminalSerial: intent.terminal.serialNumber,
    statusMessage: isCharged ? 'Approved or completed successfully' : 'Do not honour',
    errorMessage: null,
    card: {
      scheme: card.schemeName,
      maskedNumber: maskedNumber(card),
      entry: 'CONTACTLESS',
      verification: 'NOT_REQUIRED',
      authorisationCode: isCharged ? random.digits(6) : null,
      issuerResponseCode: isCharged ? '00' : '05',
    },
    rrn: random.digits(12),
    batchNumber: '1',
    happenedAt: intent.createdAt + 3_000,
  })
}
