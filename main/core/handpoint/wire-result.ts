import { createHash } from 'node:crypto'
import { z } from 'zod'
import { finalStatusSchema, type FinalStatus, type Outcome } from '../../../shared/transaction/terminal-result.ts'
import type { Battery, HistoryEntry, WireDocuments } from './answers.ts'
import { readOnce } from './read-once.ts'
import { readBattery } from './read-battery.ts'
import { hideAllButLastFour, parseJson, toId, toText, toWords } from './wire-text.ts'

/** What the documents also call PARTIAL_APPROVAL (handpoint-api.md §3.2). */
const MISSPELT = ['PARTIALLY_APPROVED', 'PARTIALLY_AUTHORISED'] as const

/** Only shown: read by {@link toEntry}, whatever it is. */
const shown = z.unknown().optional()
/** Minor units. Anything else than a whole number that a double holds exactly makes the body unreadable: money is not guessed. */
const amount = z.int().nullish()

// Compiled: every answer of the service goes through it. Plain members only, so that it can be; what is read with leniency is
// read by `toEntry`.
const wireSchema = z.compile(
  z.object({
    finStatus: z.enum([...finalStatusSchema.options, 'IN_PROGRESS', 'UNDEFINED', ...MISSPELT]),
    type: shown,
    efttransactionID: shown,
    transactionID: shown,
    originalEFTTransactionID: shown,
    transactionReference: shown,
    requestedAmount: amount,
    totalAmount: amount,
    tipAmount: amount,
    dueAmount: amount,
    surcharge: shown,
    currency: shown,
    deviceStatus: shown,
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
    efttimestamp: shown,
    customerReceipt: shown,
    merchantReceipt: shown,
    signatureUrl: shown,
  }),
)
type Wire = z.infer<typeof wireSchema>

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
  const reading = readWire(json)
  return reading.type === 'wire' ? { type: 'entry', entry: toEntry(reading.wire) } : reading
}

function readWire(json: unknown): { type: 'wire'; wire: Wire } | Exclude<EntryReading, { type: 'entry' }> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { type: 'unreadable', text: 'the answer is not a result' }
  }
  const finStatus = 'finStatus' in json ? json.finStatus : null
  if (finStatus === undefined || finStatus === null || finStatus === '') return { type: 'noStatus' }
  const wire = wireSchema.safeParse(json)
  if (wire.success) return { type: 'wire', wire: wire.data }
  return { type: 'unreadable', text: `the result has an unreadable ${wire.error.issues[0]?.path.join('.') ?? 'field'}` }
}

export type ResultReading =
  | { type: 'final'; digest: string; outcome: Outcome; documents: WireDocuments; battery: Battery | null }
  /** With what it says of itself: an UNDEFINED may be about another operation, too. */
  | { type: 'undecided'; entry: HistoryEntry }
  | { type: 'inProgress' }
  | { type: 'noStatus' }
  | { type: 'unreadable'; text: string }

/** A result's body, from a query or from a terminal's callback. Both copies of one result have the same digest. */
export const readResultBody = readOnce((body): ResultReading => {
  const reading = readWire(parseJson(body))
  if (reading.type !== 'wire') return reading
  const { wire } = reading
  const entry = toEntry(wire)
  if (entry.finStatus === 'UNDEFINED') return { type: 'undecided', entry }
  if (entry.finStatus === 'IN_PROGRESS') return { type: 'inProgress' }
  const outcome = toOutcome(entry, entry.finStatus)
  return {
    type: 'final',
    digest: digestOf(outcome),
    outcome,
    documents: toDocuments(wire),
    battery: readBattery(wire.deviceStatus),
  }
})

function toDocuments({ customerReceipt, merchantReceipt, signatureUrl }: Wire): WireDocuments {
  return {
    customerReceipt: toDocument(customerReceipt),
    merchantReceipt: toDocument(merchantReceipt),
    signature: toDocument(signatureUrl),
  }
}

/** Longer than any that is taken, so that it is refused in words and not by a cut. */
const LONGEST_DOCUMENT = 2_000_000

function toDocument(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_DOCUMENT ? value : null
}

/** Ids that are never as long as most card numbers are: a longer one is none (handpoint-api.md §2.3; a MID has 15 characters in ISO 8583). */
const [LONGEST_RRN, LONGEST_MERCHANT_ID] = [13, 15]
/** As in a list of terminals (shared/ids.ts). */
const LONGEST_SERIAL = 64

function toEntry(wire: Wire): HistoryEntry {
  const scenario = toText(wire.paymentScenario)
  const maskedNumber = toText(wire.maskedCardNumber)
  const happenedAt = toInstant(wire.efttimestamp)
  const entry: HistoryEntry = {
    finStatus: toFinStatus(wire.finStatus),
    type: toText(wire.type),
    transactionId: toId(wire.efttransactionID) ?? toId(wire.transactionID),
    originalTransactionId: toId(wire.originalEFTTransactionID),
    transactionReference: toId(wire.transactionReference),
    requestedAmountMinor: wire.requestedAmount ?? null,
    totalAmountMinor: wire.totalAmount ?? null,
    tipAmountMinor: wire.tipAmount ?? null,
    dueAmountMinor: wire.dueAmount ?? null,
    surchargeAmountMinor: toSurcharge(wire.surcharge),
    currency: toText(wire.currency),
    terminalSerial: toSerial(wire.deviceStatus),
    statusMessage: toWords(wire.statusMessage),
    errorMessage: toWords(wire.errorMessage),
    card: {
      scheme: toText(wire.cardSchemeName),
      maskedNumber: maskedNumber === null ? null : hideAllButLastFour(maskedNumber),
      // A tap is recorded as entry ICC with the scenario CHIPCONTACTLESS (handpoint-api.md §3.6).
      entry: scenario === 'UNKNOWN' ? toText(wire.cardEntryType) : (scenario ?? toText(wire.cardEntryType)),
      verification: toText(wire.verificationMethod),
      authorisationCode: toText(wire.authorisationCode),
      issuerResponseCode: toText(wire.issuerResponseCode),
    },
    rrn: toId(wire.rrn, LONGEST_RRN),
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
      mid: toId(wire.mid, LONGEST_MERCHANT_ID),
      tid: toId(wire.tid, LONGEST_MERCHANT_ID),
    },
    happenedAt,
    happenedWithin: happenedAt === null ? toSpan(wire.efttimestamp) : [happenedAt, happenedAt],
  }
  if (typeof wire.efttimestamp === 'string' && SEVENTEEN_DIGITS.test(wire.efttimestamp)) {
    entry.gatewayTime = wire.efttimestamp
  }
  return entry
}

function toFinStatus(said: Wire['finStatus']): HistoryEntry['finStatus'] {
  return said === 'PARTIALLY_APPROVED' || said === 'PARTIALLY_AUTHORISED' ? 'PARTIAL_APPROVAL' : said
}

// An object since 2.28, a bare number in one table (handpoint-api.md §2.3).
const surchargeSchema = z.union([z.int(), z.object({ amount: z.int() })])

function toSurcharge(value: unknown): number | null {
  // Most results have none.
  if (value === undefined) return null
  const read = surchargeSchema.safeParse(value)
  if (!read.success) return null
  return typeof read.data === 'number' ? read.data : read.data.amount
}

function toSerial(deviceStatus: unknown): string | null {
  if (typeof deviceStatus !== 'object' || deviceStatus === null) return null
  return 'serialNumber' in deviceStatus ? toId(deviceStatus.serialNumber, LONGEST_SERIAL) : null
}

/** What a result said, in the form that is kept of it. */
export function toOutcome(entry: HistoryEntry, finStatus: FinalStatus): Outcome {
  const { happenedWithin: _notKept, ...kept } = entry
  return { ...kept, finStatus }
}

const LATEST_INSTANT = 9_999_999_999_999

/** Milliseconds since 1970. The 17-digit form has no known time zone, so it is no instant (handpoint-api.md §6.1). */
function toInstant(value: unknown): number | null {
  const milliseconds = typeof value === 'string' && /^[0-9]{13}$/.test(value) ? Number(value) : value
  if (typeof milliseconds !== 'number' || !Number.isInteger(milliseconds)) return null
  return milliseconds > 0 && milliseconds <= LATEST_INSTANT ? milliseconds : null
}

const HOUR_MS = 3_600_000
/** Clocks of this world are between 12 hours behind and 14 hours ahead of UTC. */
const [MOST_BEHIND_MS, MOST_AHEAD_MS] = [12 * HOUR_MS, 14 * HOUR_MS]

const SEVENTEEN_DIGITS = /^([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3})$/

/** All the instants that the 17 digits can mean in some time zone. */
function toSpan(value: unknown): readonly [number, number] | null {
  const found = typeof value === 'string' ? SEVENTEEN_DIGITS.exec(value) : null
  if (found === null) return null
  const [, year, month, day, hours, minutes, seconds, milliseconds] = found
  const asUtc = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`)
  return Number.isNaN(asUtc) ? null : [asUtc - MOST_AHEAD_MS, asUtc + MOST_BEHIND_MS]
}

/** Equal for equal outcomes: {@link toEntry} writes every outcome in one order. */
function digestOf(outcome: Outcome): string {
  return createHash('sha256').update(JSON.stringify(outcome)).digest('hex')
}
