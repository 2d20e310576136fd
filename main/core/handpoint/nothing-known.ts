import type { Outcome } from '../../../shared/transaction/terminal-result.ts'

/** An outcome of which nothing is known but that it ended. */
export const NOTHING_KNOWN: Omit<Outcome, 'finStatus'> = {
  type: null,
  transactionId: null,
  originalTransactionId: null,
  transactionReference: null,
  requestedAmountMinor: null,
  totalAmountMinor: null,
  tipAmountMinor: null,
  dueAmountMinor: null,
  surchargeAmountMinor: null,
  currency: null,
  terminalSerial: null,
  statusMessage: null,
  errorMessage: null,
  card: {
    scheme: null,
    maskedNumber: null,
    entry: null,
    verification: null,
    authorisationCode: null,
    issuerResponseCode: null,
  },
  rrn: null,
  batchNumber: null,
  emv: { aid: null, tvr: null, tsi: null, iad: null, arc: null, applicationLabel: null },
  tenderType: null,
  merchant: { name: null, address: null, mid: null, tid: null },
  happenedAt: null,
}
