import { z } from 'zod/mini'
import { instantSchema, referenceSchema } from './ids.ts'

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
  'payment.looksDoubled',
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
  'original.doneElsewhere',
  'original.tooMuch',
  'original.wrongKind',
  'operation.disabled',
  'approval.needed',
  'approval.notSet',
  'settlement.notNeeded',
  'settlement.changed',
  'document.missing',
  'document.pending',
  'printer.none',
  'pdf.failed',
  'jobs.unavailable',
  'job.missing',
  'slip.notNeeded',
  'mail.off',
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

/** The payment that a new one looks like a repetition of. */
export const twinSchema = z.object({
  reference: referenceSchema,
  /** When its money was known to have moved; null while nobody knows. */
  movedAt: z.nullable(instantSchema),
})
export type Twin = z.infer<typeof twinSchema>

/**
 * The one failure shape that crosses the bridge. The page shows its own words for `code` and says first what `moneyState`
 * says; `message` is plain English for the log and for support. It never holds a secret.
 */
export const appErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  moneyState: moneyStateSchema,
  correlationId: z.string(),
  /** With `payment.looksDoubled`: which one, so that a person can be asked and can answer. */
  twin: z.optional(twinSchema),
})
export type AppError = z.infer<typeof appErrorSchema>
