import { z } from 'zod'
import { instantSchema, referenceSchema, type Reference } from '../../../shared/ids.ts'
import { pendingDocuments } from '../../../shared/transaction/evidence.ts'
import { intentSchema, occupiesTerminal } from '../../../shared/transaction/intent.ts'
import { movesMoney } from '../../../shared/transaction/operations.ts'
import { isOpen, transactionStateSchema, transactionStatusSchema } from '../../../shared/transaction/state.ts'
import { standingEffects } from '../../../shared/transaction/transition.ts'
import { canonicalJson } from './canonical-json.ts'
import type { PaymentRow } from './journal.ts'
import { jsonText } from './json-text.ts'
import type { Progress } from './replay.ts'

/** The `payment` row that follows from an operation's events, column by column. */
export function toColumns(progress: Progress) {
  const { intent } = progress.transaction
  return {
    ...toMovingColumns(progress),
    number: intent.number,
    request_key: intent.requestKey,
    attempt_of: intent.attemptOf,
    original: intent.original?.reference ?? null,
    callback_path: intent.callback?.pathDigest ?? null,
    operation: intent.operation,
    moves_money: Number(movesMoney(intent.operation)),
    amount_minor: intent.amountMinor,
    currency: intent.currency,
    serial_number: intent.terminal.serialNumber,
    terminal_type: intent.terminal.terminalType,
    is_card_present: Number(occupiesTerminal(intent)),
    intent: canonicalJson(intent),
    created_at: intent.createdAt,
  }
}

/** Those of them that change with what comes to be known, and which row they are of. */
export function toMovingColumns({ transaction, seq, updatedAt, wasFinal, correctedFrom, news }: Progress) {
  const { intent, evidence, state } = transaction
  return {
    reference: intent.reference,
    status: state.status,
    is_open: Number(isOpen(state)),
    was_final: Number(wasFinal),
    needs_follow_up: Number(standingEffects(transaction).some((effect) => effect.type === 'followUp')),
    has_pending_documents: Number(pendingDocuments(evidence).length > 0),
    corrected_from: correctedFrom,
    news: news?.number ?? null,
    news_at: news?.at ?? null,
    state: canonicalJson(state),
    seq,
    updated_at: updatedAt,
  }
}

/** The same row as it is read. */
export function toRow(progress: Progress, retriedBy: Reference | null): PaymentRow {
  const { transaction, seq, updatedAt, correctedFrom, news } = progress
  const { intent, state } = transaction
  return { intent, state, seq, updatedAt, retriedBy, correctedFrom, news }
}

/** A selected row: the columns of {@link ROW_COLUMNS}. */
export const storedRowSchema = z
  .object({
    intent: jsonText(intentSchema),
    state: jsonText(transactionStateSchema),
    seq: z.int(),
    updated_at: instantSchema,
    retried_by: z.nullable(referenceSchema),
    corrected_from: z.nullable(transactionStatusSchema),
    news: z.int().positive().nullable(),
    news_at: z.nullable(instantSchema),
  })
  .transform((row): PaymentRow => ({
    intent: row.intent,
    state: row.state,
    seq: row.seq,
    updatedAt: row.updated_at,
    retriedBy: row.retried_by,
    correctedFrom: row.corrected_from,
    news: row.news === null || row.news_at === null ? null : { number: row.news, at: row.news_at },
  }))

export const ROW_COLUMNS = `payment.intent, payment.state, payment.seq, payment.updated_at, payment.corrected_from,
  payment.news, payment.news_at,
  (SELECT later.reference FROM payment AS later WHERE later.attempt_of = payment.reference) AS retried_by`
