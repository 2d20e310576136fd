import type { Migration } from './migration.ts'

/**
 * Authentic results that fit no operation of this journal (safety R5). They are never applied to anything, so they stand
 * beside the chain of events; `hash` seals each row by itself.
 */
export const orphans: Migration = {
  version: 4,
  name: 'orphans',
  changesProjections: false,
  sql: `
    CREATE TABLE orphan (
      digest TEXT PRIMARY KEY CHECK (length(digest) BETWEEN 1 AND 128),
      received_at INTEGER NOT NULL CHECK (received_at >= 0),
      token_reference TEXT CHECK (length(token_reference) = 36),
      body_reference TEXT CHECK (length(body_reference) BETWEEN 1 AND 200),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 100),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    CREATE INDEX orphan_by_time ON orphan (received_at, digest);

    CREATE TRIGGER orphan_is_never_replaced BEFORE INSERT ON orphan
    WHEN EXISTS (SELECT 1 FROM orphan WHERE digest = new.digest)
    BEGIN
      SELECT raise(ABORT, 'an orphan is kept once');
    END;

    CREATE TRIGGER orphan_is_never_changed BEFORE UPDATE ON orphan
    BEGIN
      SELECT raise(ABORT, 'orphans are never changed');
    END;

    CREATE TRIGGER orphan_is_never_deleted BEFORE DELETE ON orphan
    BEGIN
      SELECT raise(ABORT, 'orphans are never deleted');
    END;
  `,
}
