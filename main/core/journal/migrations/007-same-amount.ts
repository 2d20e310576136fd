import type { Migration } from './migration.ts'

/** What a new payment could be a repetition of is found by its amount and by when something was last heard of it. */
export const sameAmount: Migration = {
  version: 7,
  name: 'same amount',
  changesProjections: false,
  sql: `
    CREATE INDEX payment_by_amount ON payment (amount_minor, currency, updated_at) WHERE moves_money = 1;
  `,
}
