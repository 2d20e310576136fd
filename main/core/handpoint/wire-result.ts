import { createHash } from 'node:crypto'
import { z } from 'zod'
import { finalStatusSchema, type FinalStatus, type Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { HistoryEntry, WireDocuments } from './answers.ts'
import { hideAllButLastFour, parseJson, toText } from './wire-text.ts'

/** What the documents also call PARTIAL_APPROVAL (handpoint-api.md §3.2). */
const MISSPELLINGS = new Map([
  ['PARTIALLY_APPROVED', 'PARTIAL_APPROVAL'],
  ['PARTIALLY_AUTHORISED', 'PARTIAL_APPROVAL'],
])

const financialStatusSchema = z.preprocess(
  (status) => (typeof status === 'string' ? (MISSPELLINGS.get(status) ?? status) : status),
  z.enum([...finalStatusSchema.options, 'IN_PROGRESS', 'UNDEFINED']),
)

const instantSchema = z.int().positive().max(9_999_999_999_999)
/** Only shown: read by {@link toEntry}, whatever it is. */
const shown = z.unknown().optional()
/** Minor units. Anything else than a whole number that a double holds exactly makes the body unreadable: money is not guessed. */
const amount = z
  .int()
  .nullish()
  .transform((value) => value ?? null)

const wireSchema = z.object({
  finStatus: financialStatusSchema,
  type: shown,
  efttransactionID: shown,
  transactionID: shown,
  originalEFTTransactionID: shown,
  transactionReference: shown,
  requestedAmount: amount,
  totalAmount: amount,
  tipAmount: amount,
  dueAmount: amount,
  // An object since 2.28, a bare number in one table (handpoint-api.md §2.3).
  surcharge: z.union([amount, z.object({ amount }).transform((surcharge) => surcharge.amount)]).catch(null),
  currency: shown,
  deviceStatus: z.object({ serialNumber: shown }).nullish().catch(null),
  statusMessage: shown,
  errorMessage: shown,
  cardSchemeName: shown,
  maskedCardNumber: shown,
  cardEntryType: shown,
  paymentScenario: shown,
  verificationMethod: shown,
  authorisationCode: shown,
  issuerResponseCode: shown,
  rrn: shown,
  batchNumber: shown,
  aid: shown,
  tvr: shown,
  tsi: shown,
  iad: shown,
  arc: shown,
  applicationLabel: shown,
  tenderType: shown,
  merchantName: shown,
  merchantAddress: shown,
  mid: shown,
  tid: shown,
  efttimestamp: z.unknown().optional(),
})

// Made once: a schema is compiled when it is first used.
const statusOnlySchema = z.object({ finStatus: z.unknown().optional() })

export type EntryReading =
  | { type: 'entry'; entry: HistoryEntry }
  /** A body without `finStatus`, as while a result is being made (handpoint-api.md §6.11). */
  | { type: 'noStatus' }
  | { type: 'unreadable'; text: string }

/**
 * One result object of the wire, reduced to the fields that Paydesk knows (handpoint-api.md §2.3, §2.4; safety P2). Every
 * field but `finStatus` may be absent, null or, where it is only shown, of a wrong type. An unknown `finStatus` is
 * unreadable: it ends nothing.
 */
export function readEntry(json: unknown): EntryReading {
  const object = statusOnlySchema.safeParse(json)
  if (!object.success || Array.isArray(json)) return { type: 'unreadable', text: 'the answer is not a result' }
  const { finStatus } = object.data
  if (finStatus === undefined || finStatus === null || finStatus === '') return { type: 'noStatus' }
  const wire = wireSchema.safeParse(json)
  if (wire.success) return { type: 'entry', entry: toEntry(wire.data) }
  return { type: 'unreadable', text: `the result has an unreadable ${wire.error.issues[0]?.path.join('.') ?? 'field'}` }
}

export type ResultReading =
  | { type: 'final'; digest: string; outcome: Outcome; documents: WireDocuments }
  | { type: 'undecided' }
  | { type: 'inProgress' }
  | { type: 'noStatus' }
  | { type: 'unreadable'; text: string }

/** A result's body, from a query or from a terminal's callback. Both copies of one result have the same digest. */
export function readResultBody(body: string): ResultReading {
  const json = parseJson(body)
  const reading = readEntry(json)
  if (reading.type !== 'entry') return reading
  const { entry } = reading
  if (entry.finStatus === 'UNDEFINED') return { type: 'undecided' }
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  const outcome = toOutcome(entry, entry.finStatus)
  return { type: 'final', digest: digestOf(outcome), outcome, documents: readDocuments(json) }
}

// Longer than any that is taken, so that it is refused in words and not by a cut.
const named = z.string().max(2_000_000).nullish().catch(null)
const documentsSchema = z.object({ customerReceipt: named, merchantReceipt: named, signatureUrl: named })

function readDocuments(json: unknown): WireDocuments {
  const read = documentsSchema.safeParse(json)
  const found = read.success ? read.data : {}
  return {
    customerReceipt: found.customerReceipt || null,
    merchantReceipt: found.merchantReceipt || null,
    signature: found.signatureUrl || null,
  }
}

function toEntry(wire: z.infer<typeof wireSchema>): HistoryEntry {
  const scenario = toText(wire.paymentScenario)
  const maskedNumber = toText(wire.maskedCardNumber)
  return {
    finStatus: wire.finStatus,
    type: toText(wire.type),
    transactionId: toText(wire.efttransactionID) ?? toText(wire.transactionID),
    originalTransactionId: toText(wire.originalEFTTransactionID),
    transactionReference: toText(wire.transactionReference),
    requestedAmountMinor: wire.requestedAmount,
    totalAmountMinor: wire.totalAmount,
    tipAmountMinor: wire.tipAmount,
    dueAmountMinor: wire.dueAmount,
    surchargeAmountMinor: wire.surcharge,
    currency: toText(wire.currency),
    terminalSerial: toText(wire.deviceStatus?.serialNumber),
    statusMessage: toText(wire.statusMessage),
    errorMessage: toText(wire.errorMessage),
    card: {
      scheme: toText(wire.cardSchemeName),
      maskedNumber: maskedNumber === null ? null : hideAllButLastFour(maskedNumber),
      // A tap is recorded as entry ICC with the scenario CHIPCONTACTLESS (handpoint-api.md §3.6).
      entry: scenario === 'UNKNOWN' ? toText(wire.cardEntryType) : (scenario ?? toText(wire.cardEntryType)),
      verification: toText(wire.verificationMethod),
      authorisationCode: toText(wire.authorisationCode),
      issuerResponseCode: toText(wire.issuerResponseCode),
    },
    rrn: toText(wire.rrn),
    batchNumber: toText(wire.batchNumber),
    emv: {
      aid: toText(wire.aid),
      tvr: toText(wire.tvr),
      tsi: toText(wire.tsi),
      iad: toText(wire.iad),
      arc: toText(wire.arc),
      applicationLabel: toText(wire.applicationLabel),
    },
    tenderType: toText(wire.tenderType),
    merchant: {
      name: toText(wire.merchantName),
      address: toText(wire.merchantAddress),
      mid: toText(wire.mid),
      tid: toText(wire.tid),
    },
    happenedAt: toInstant(wire.efttimestamp),
    happenedWithin: toSpan(wire.efttimestamp),
  }
}

/** What a result said, in the form that is kept of it. */
export function toOutcome(entry: HistoryEntry, finStatus: FinalStatus): Outcome {
  const { happenedWithin: _notKept, ...kept } = entry
  return { ...kept, finStatus }
}

/** Milliseconds since 1970. The 17-digit form has no known time zone, so it is no instant (handpoint-api.md §6.1). */
function toInstant(value: unknown): number | null {
  const milliseconds = typeof value === 'string' && /^[0-9]{13}$/.test(value) ? Number(value) : value
  const instant = instantSchema.safeParse(milliseconds)
  return instant.success ? instant.data : null
}

/** Equal for equal outcomes: {@link toEntry} writes every outcome in one order. */
const HOUR_MS = 3_600_000
/** Clocks of this world are between 12 hours behind and 14 hours ahead of UTC. */
const [MOST_BEHIND_MS, MOST_AHEAD_MS] = [12 * HOUR_MS, 14 * HOUR_MS]

/** The instants that a time can mean: one, or all that the 17 digits can mean in some time zone. */
function toSpan(value: unknown): readonly [number, number] | null {
  const instant = toInstant(value)
  if (instant !== null) return [instant, instant]
  const digits = /^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3})$/
  const found = typeof value === 'string' ? digits.exec(value) : null
  if (found === null) return null
  const [, year, month, day, hours, minutes, seconds, milliseconds] = found
  const asUtc = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(asUtc) ? null : [asUtc - MOST_AHEAD_MS, asUtc + MOST_BEHIND_MS]
}

function digestOf(outcome: Outcome): string {
  return createHash('sha256').update(JSON.stringify(outcome)).digest('hex')
}
