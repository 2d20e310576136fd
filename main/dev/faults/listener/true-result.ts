import { toHttp } from '../../../core/callback/trial-letters.ts'
import type { TrialSale } from './till-process.ts'

/** The approval of a sale as its terminal posts it (handpoint-api.md §2.3). */
export function toTrueBody(sale: TrialSale, fields: Readonly<Record<string, unknown>> = {}): string {
  const { reference, amountMinor, terminal } = sale
  return JSON.stringify({
    finStatus: 'AUTHORISED',
    type: 'SALE',
    currency: 'EUR',
    requestedAmount: amountMinor,
    totalAmount: amountMinor,
    transactionReference: reference,
    efttransactionID: `eft-${amountMinor.toString()}`,
    deviceStatus: { serialNumber: terminal.serialNumber },
    ...fields,
  })
}

export function toTrueLetter(sale: TrialSale): string {
  return toHttp({ path: sale.path, token: sale.token, body: toTrueBody(sale) })
}
