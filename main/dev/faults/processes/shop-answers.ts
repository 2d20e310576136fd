import type { Reply } from '../../../testing/foreign-cloud.ts'
import { chargedBy, type Filed } from './filed.ts'

/** What the service says to a request as its plan has it. */
export function answerTo({ plan, resultId, reference, original }: Filed): Reply {
  switch (plan.answer) {
    case 'accepted':
      // A linked operation's answer names no reference (handpoint-api.md §1.3).
      return {
        status: 202,
        body: { transactionResultId: resultId, ...(original === null ? { transactionReference: reference } : {}) },
      }
    case 'error':
      return { status: 503, body: '<html>Service Unavailable</html>' }
    case 'reset':
      return 'reset'
    case 'silence':
      return { pieces: [], connection: 'hold' }
    case 'busy':
      return refuse(1001, 'The device is busy')
    case 'offline':
      return refuse(1002, 'Device not responding')
  }
}

export function refuse(error: number, message: string): Reply {
  return { status: 400, body: { error: { statusCode: 400, name: 'BadRequestError', message: { error, message } } } }
}

const TYPES = { sale: 'SALE', refund: 'REFUND', saleReversal: 'VOID_SALE' } as const

/** What the terminal says once it is over. */
export function toResult(entry: Filed): Record<string, unknown> {
  const { operation, ending, amountMinor, reference, serialNumber, transactionId, original } = entry
  return {
    finStatus: ending,
    type: TYPES[operation],
    currency: 'EUR',
    requestedAmount: amountMinor,
    totalAmount: chargedBy(entry),
    // Linked operations are filed under their original's reference and name none themselves (handpoint-api.md §2.3).
    transactionReference: original === null ? reference : '',
    efttransactionID: transactionId,
    originalEFTTransactionID: original?.transactionId ?? '',
    deviceStatus: { serialNumber },
  }
}

/** Everything filed under a reference, the sale first, in its current state (handpoint-api.md §1.5). */
export function toElements(sale: Filed, linked: readonly Filed[], isOver: (entry: Filed) => boolean): unknown[] {
  const over = linked.filter(isOver)
  const isTakenBack = over.some((entry) => entry.operation === 'saleReversal' && chargedBy(entry) > 0)
  const { deviceStatus: _, ...told } = toResult(sale)
  return [
    isTakenBack ? { ...told, finStatus: 'CANCELLED' } : told,
    ...over.map((entry) => ({ ...toResult(entry), transactionReference: sale.reference, deviceStatus: undefined })),
  ]
}
