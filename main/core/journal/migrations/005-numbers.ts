import type { Migration } from './migration.ts'

/** What people call an operation by. No two have the same; what an older Paydesk wrote down has none. */
export const numbers: Migration = {
  version: 5,
  name: 'numbers',
  changesProjections: true,
  sql: `
    ALTER TABLE payment ADD COLUMN number INTEGER CHECK (number BETWEEN 1 AND 9007199254740991);

    CREATE UNIQUE INDEX payment_by_number ON payment (number);
  `,
}
