import type { Reply } from '../../../testing/foreign-cloud.ts'
import { chargedBy, type Filed } from './filed.ts'

/** What the service says to a request as its plan has it. */
export function answerTo(entry: Filed): Reply {
  const { plan, channel } = entry
  switch (plan.answer) {
    case 'accepted':
      return channel === 'gateway'
        ? { status: 200, body: toReversal(entry) }
        : { status: 202, body: toAcceptance(entry) }
    case 'error':
      return { status: 503, body: '<html>Service Unavailable</html>' }
    case 'reset':
      return 'reset'
    case 'silence':
      return { pieces: [], connection: 'hold' }
    case 'busy':
      return channel === 'gateway' ? refuseByGateway('3153') : refuse(1001, 'The device is busy')
    case 'offline':
      return channel === 'gateway' ? refuseByGateway('3153') : refuse(1002, 'Device not responding')
  }
}

function toAcceptance({ plan, callback, resultId, reference, original }: Filed): Record<string, unknown> {
  return {
    statusMessage: 'Operation Accepted',
    ...(plan.isNameless === true && callback !== null ? {} : { transactionResultId: resultId }),
    // A linked operation's answer names no reference (handpoint-api.md §1.3).
    ...(original === null ? { transactionReference: reference } : {}),
  }
}

/** It has no `finStatus` (handpoint-api.md §2.10). */
function toReversal({ original, transactionId, amountMinor }: Filed): Record<string, unknown> {
  return {
    issuerResponseCode: '00',
    amount: `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`,
    currency: 'EUR',
    originalGuid: original?.transactionId,
    reversalGuid: transactionId,
  }
}

/** A code of the gateway's own (handpoint-api.md §3.12). */
export function refuseByGateway(code: string): Reply {
  return { status: 400, body: { error: { statusCode: 400, name: 'BadRequestError', message: 'no', code } } }
}

export function refuse(error: number, message: string): Reply {
  return { status: 400, body: { error: { statusCode: 400, name: 'BadRequestError', message: { error, message } } } }
}

const TYPES: Record<Filed['operation'], string> = {
  sale: 'SALE',
  refund: 'REFUND',
  saleReversal: 'VOID_SALE',
  preAuthorization: 'PRE_AUTHORIZATION',
  preAuthorizationCapture: 'PRE_AUTHORIZATION_CAPTURE',
}

/** What the terminal says once it is over. */
export function toResult(entry: Filed): Record<string, unknown> {
  const { operation, ending, amountMinor, reference, serialNumber, transactionId, original } = entry
  return {
    finStatus: ending,
    type: entry.channel === 'gateway' ? 'REVERSAL' : TYPES[operation],
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
