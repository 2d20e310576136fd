import type { Gateway } from './gateway.ts'
import { currentStatus, movedMinor } from './records.ts'
import type { GatewayRecord } from './records.ts'
import type { FinStatus, TransactionType } from './words.ts'
import type { WireLog } from './wire-log.ts'

type LedgerTransaction = {
  guid: string
  originalGuid: string
  type: TransactionType
  serial: string
  /** As processed. */
  finStatus: FinStatus
  /** What it has become. */
  currentStatus: FinStatus
  requestedMinor: number
  /** Money that moved and stays moved: positive from the customer, negative to the customer. */
  movedMinor: number
  currency: string
  at: number
}

/** The truth about one reference, for comparing with what a till believes. Amounts in minor units. */
export type LedgerEntry = {
  reference: string
  /** How often a POST /transactions with this reference arrived, faults included. */
  received: number
  /** How often it was passed on to the service; a duplicate by the network counts twice. */
  handled: number
  transactions: LedgerTransaction[]
  chargedMinor: number
  refundedMinor: number
  netMinor: number
}

function toTransaction(record: GatewayRecord): LedgerTransaction {
  const { guid, originalGuid, type, serial, finStatus, requestedMinor, currency, at } = record
  return {
    guid,
    originalGuid,
    type,
    serial,
    finStatus,
    requestedMinor,
    currency,
    at,
    currentStatus: currentStatus(record),
    movedMinor: movedMinor(record),
  }
}

/** One entry per reference that was ever received or filed, oldest first. */
export function readLedger(gateway: Gateway, wire: WireLog): LedgerEntry[] {
  const references = new Set([...wire.references(), ...gateway.references()])
  return [...references].map((reference) => {
    const transactions = gateway.filedUnder(reference).map(toTransaction)
    const chargedMinor = transactions.reduce((sum, { movedMinor: moved }) => sum + Math.max(moved, 0), 0)
    const refundedMinor = transactions.reduce((sum, { movedMinor: moved }) => sum - Math.min(moved, 0), 0)
    return {
      reference,
      ...wire.count(reference),
      transactions,
      chargedMinor,
      refundedMinor,
      netMinor: chargedMinor - refundedMinor,
    }
  })
}
