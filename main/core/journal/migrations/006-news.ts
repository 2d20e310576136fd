import type { Migration } from './migration.ts'

/** What of an outcome no person has seen yet: its number among the news of the operation, and when it became known. */
export const news: Migration = {
  version: 6,
  name: 'news',
  changesProjections: true,
  sql: `
    ALTER TABLE payment ADD COLUMN news INTEGER CHECK (news > 0);
    ALTER TABLE payment ADD COLUMN news_at INTEGER CHECK (news_at >= 0);

    CREATE INDEX payment_unseen ON payment (news_at, seq) WHERE news IS NOT NULL;
  `,
}
