import type { Migration } from './migration.ts'

/**
 * The projection of every operation and not of sales alone: its original, its callback's path, whether it moves money, and
 * whether its documents are still to be fetched. It is made anew from the events, so nothing has to be carried over.
 */
export const operations: Migration = {
  version: 3,
  name: 'operations',
  changesProjections: true,
  sql: `
    DROP TABLE payment;

    CREATE TABLE payment (
      reference TEXT PRIMARY KEY CHECK (length(reference) = 36),
      request_key TEXT NOT NULL UNIQUE CHECK (length(request_key) = 36),
      attempt_of TEXT REFERENCES payment (reference),
      original TEXT CHECK (length(original) = 36),
      callback_path TEXT UNIQUE CHECK (length(callback_path) = 64),
      operation TEXT NOT NULL CHECK (operation IN ('sale', 'saleAndTokenizeCard', 'refund', 'saleReversal',
        'refundReversal', 'tokenizeCard', 'preAuthorization', 'preAuthorizationIncrease', 'preAuthorizationCapture',
        'preAuthorizationReversal', 'moToSale', 'moToRefund', 'moToReversal', 'tipAdjustment', 'printReceipt',
        'pingDevice', 'stopCurrentTransaction', 'deviceCommand')),
      moves_money INTEGER NOT NULL CHECK (moves_money IN (0, 1)),
      amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN moves_money AND 999999999998 * moves_money),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      serial_number TEXT NOT NULL CHECK (length(serial_number) > 0),
      terminal_type TEXT NOT NULL CHECK (length(terminal_type) > 0),
      status TEXT NOT NULL CHECK (status IN ('created', 'notStarted', 'waiting', 'cancelling', 'checking', 'partial',
        'provisional', 'conflict', 'approved', 'partlyApproved', 'done', 'declined', 'cancelled', 'failed', 'notCharged',
        'settledByManager')),
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      is_card_present INTEGER NOT NULL CHECK (is_card_present IN (0, 1)),
      was_final INTEGER NOT NULL CHECK (was_final IN (0, 1)),
      needs_follow_up INTEGER NOT NULL CHECK (needs_follow_up IN (0, 1)),
      has_pending_documents INTEGER NOT NULL CHECK (has_pending_documents IN (0, 1)),
      corrected_from TEXT,
      state TEXT NOT NULL CHECK (json_valid(state)),
      intent TEXT NOT NULL CHECK (json_valid(intent)),
      seq INTEGER NOT NULL REFERENCES event (seq),
      created_at INTEGER NOT NULL CHECK (created_at >= 0),
      updated_at INTEGER NOT NULL CHECK (updated_at >= 0)
    ) STRICT;

    CREATE UNIQUE INDEX payment_one_open_per_terminal ON payment (serial_number)
      WHERE is_open = 1 AND is_card_present = 1 AND was_final = 0;
    CREATE UNIQUE INDEX payment_one_retry ON payment (attempt_of) WHERE attempt_of IS NOT NULL;
    CREATE INDEX payment_open ON payment (serial_number, created_at, reference) WHERE is_open = 1;
    CREATE INDEX payment_to_follow_up ON payment (created_at, reference) WHERE needs_follow_up = 1;
    CREATE INDEX payment_linked ON payment (original, created_at, reference) WHERE original IS NOT NULL;
    CREATE INDEX payment_with_documents ON payment (created_at, reference) WHERE has_pending_documents = 1;
    CREATE INDEX payment_by_time ON payment (created_at, reference) WHERE moves_money = 1;
  `,
}
