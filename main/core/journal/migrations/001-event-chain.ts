import type { Migration } from './migration.ts'

/**
 * The append-only chain of events. The insert trigger also stops `INSERT OR REPLACE`, which deletes rows without firing a
 * delete trigger, and anything that does not continue the chain.
 */
export const eventChain: Migration = {
  version: 1,
  name: 'event chain',
  changesProjections: false,
  sql: `
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY CHECK (seq > 0),
      reference TEXT NOT NULL CHECK (length(reference) = 36),
      type TEXT NOT NULL CHECK (length(type) > 0),
      source TEXT NOT NULL CHECK (length(source) > 0),
      at INTEGER NOT NULL CHECK (at >= 0),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      dedupe TEXT NOT NULL CHECK (length(dedupe) > 0),
      prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    CREATE UNIQUE INDEX event_once ON event (reference, dedupe);

    CREATE TRIGGER event_continues_chain BEFORE INSERT ON event
    WHEN new.seq <> coalesce((SELECT max(seq) FROM event), 0) + 1
      OR new.prev_hash <> coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), '${'0'.repeat(64)}')
      OR EXISTS (SELECT 1 FROM event WHERE reference = new.reference AND dedupe = new.dedupe)
    BEGIN
      SELECT raise(ABORT, 'an event must continue the chain');
    END;

    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN
      SELECT raise(ABORT, 'events are never changed');
    END;

    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN
      SELECT raise(ABORT, 'events are never deleted');
    END;
  `,
}
