import { randomUUID } from 'node:crypto'
import { referenceSchema, requestKeySchema } from '../../../shared/ids.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'

/** A sale of 45.00 EUR of trials, on a terminal of its own unless another one is named: none waits for another. */
export function newTrialSale(changes: Partial<Intent> = {}): Intent {
  const reference = referenceSchema.parse(randomUUID())
  return {
    reference,
    number: null,
    operation: 'sale',
    channel: 'terminal',
    amountMinor: 4500,
    currency: 'EUR',
    terminal: { serialNumber: reference, terminalType: 'PAXA920' },
    customerReference: null,
    attemptOf: null,
    original: null,
    tip: null,
    command: null,
    callback: null,
    requestKey: requestKeySchema.parse(randomUUID()),
    createdAt: Date.now(),
    ...changes,
  }
}
