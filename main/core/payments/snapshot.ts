import type { PaymentSnapshot, WatchSnapshot } from '../../../shared/ipc/snapshots.ts'
import type { PaymentRow } from '../journal/journal.ts'

interface SnapshotParts {
  row: PaymentRow
  watch: WatchSnapshot | null
  terminalName: string
  version: number
}

/** One payment as the page is told of it. */
export function toPaymentSnapshot({ row, watch, terminalName, version }: SnapshotParts): PaymentSnapshot {
  const { intent, state, updatedAt, retriedBy, correctedFrom, news } = row
  return {
    version,
    reference: intent.reference,
    number: intent.number,
    requestKey: intent.requestKey,
    operation: intent.operation,
    channel: intent.channel,
    amountMinor: intent.amountMinor,
    currency: intent.currency,
    terminal: intent.terminal,
    terminalName,
    customerReference: intent.customerReference,
    approval: intent.approval,
    attemptOf: intent.attemptOf,
    original: intent.original?.reference ?? null,
    retriedBy,
    createdAt: intent.createdAt,
    updatedAt,
    state,
    watch,
    correctedFrom,
    news,
  }
}
