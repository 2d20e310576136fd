import type { Migration } from './migration.ts'

/**
 * Where every operation stands, computed from its events. `was_final` is part of the terminal's lock because a contradiction
 * may reopen a payment while its terminal serves the next customer: that fact has to be kept (safety R11), so the index
 * counts only operations that have never been final. `begin` is stricter and is stopped by a reopened one too (safety R3).
 * The lock is by serial number alone: one device may come to be listed under another type.
 */
export const paymentProjection: Migration = {
  version: 2,
  name: 'payment projection',
  changesProjections: true,
  sql: `
    CREATE TABLE payment (
      reference TEXT PRIMARY KEY CHECK (length(reference) = 36),
      request_key TEXT NOT NULL UNIQUE CHECK (length(request_key) = 36),
      attempt_of TEXT REFERENCES payment (reference),
      operation TEXT NOT NULL CHECK (operation IN ('sale', 'saleAndTokenizeCard', 'refund', 'saleReversal',
        'refundReversal', 'tokenizeCard', 'preAuthorization', 'preAuthorizationIncrease', 'preAuthorizationCapture',
        'preAuthorizationReversal', 'moToSale', 'moToRefund', 'moToReversal', 'tipAdjustment', 'printReceipt')),
      amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 999999999998),
      currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
      serial_number TEXT NOT NULL CHECK (length(serial_number) > 0),
      terminal_type TEXT NOT NULL CHECK (length(terminal_type) > 0),
      status TEXT NOT NULL CHECK (status IN ('created', 'notStarted', 'waiting', 'cancelling', 'checking', 'partial',
        'provisional', 'conflict', 'approved', 'partlyApproved', 'declined', 'cancelled', 'failed', 'notCharged',
        'settledByManager')),
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      is_card_present INTEGER NOT NULL CHECK (is_card_present IN (0, 1)),
      was_final INTEGER NOT NULL CHECK (was_final IN (0, 1)),
      needs_follow_up INTEGER NOT NULL CHECK (needs_follow_up IN (0, 1)),
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
    CREATE INDEX payment_by_time ON payment (created_at, reference);
  `,
}
