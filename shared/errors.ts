import { z } from 'zod'

/** Every expected failure of Paydesk. Closed: a new one is added here and to every message catalogue. */
export const errorCodeSchema = z.enum([
  'input.invalid',
  'amount.empty',
  'amount.notANumber',
  'amount.zero',
  'amount.negative',
  'amount.tooLarge',
  'amount.tooManyDecimals',
  'amount.ambiguous',
  'terminal.unknown',
  'terminal.virtual',
  'terminal.unresolved',
  'payment.notFound',
  'payment.notCancellable',
  'payment.notRetryable',
  'currency.mismatch',
  'original.notCharged',
  'original.noTransactionId',
  'original.linkUnresolved',
  'original.alreadyReversed',
  'original.alreadyRefunded',
  'original.alreadyCaptured',
  'original.tooMuch',
  'original.wrongKind',
  'operation.disabled',
  'settlement.notNeeded',
  'document.missing',
  'journal.unavailable',
  'journal.newer',
  'journal.inUse',
  'journal.restoring',
  'disk.low',
  'key.missing',
  'key.refused',
  'cloud.unreachable',
  'cloud.unexpected',
  'bridge.refused',
  'bridge.disconnected',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** What is known about the customer's money. `none`: the failed act had nothing to do with money. */
export const moneyStateSchema = z.enum(['notCharged', 'charged', 'unknown', 'none'])
export type MoneyState = z.infer<typeof moneyStateSchema>

/**
 * The one failure shape that crosses the bridge. The page shows its own words for `code` and says first what `moneyState`
 * says; `message` is plain English for the log and for support. It never holds a secret.
 */
export const appErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  moneyState: moneyStateSchema,
  correlationId: z.string(),
})
export type AppError = z.infer<typeof appErrorSchema>
