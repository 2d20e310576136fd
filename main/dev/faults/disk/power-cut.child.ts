import { openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import Database from 'better-sqlite3'
import { createJournal } from '../../../core/journal/sqlite-journal.ts'
import { deliverOrphan, FILE_NAME, openTrial, sell, type Acknowledgement } from './trial-sales.ts'

/**
 * Run by the power-cut layer as a process of its own, under the shim: a till's day. `full` as the product does it. `normal`,
 * the negative control, with the library's own default for the log, which only this file ever sets. `open` only opens.
 */
const [, , folder = '', kind = '', sales = '0'] = argv
const acknowledgements = openSync(join(folder, 'acks'), 'a')
const tell = ({ type, reference }: Acknowledgement): void => void writeSync(acknowledgements, `${type} ${reference}\n`)

if (kind === 'open') openTrial(folder).journal.close()
else if (kind === 'normal') sellCarelessly(Number(sales))
else await sellAllDay(Number(sales))

async function sellAllDay(count: number): Promise<void> {
  const morning = openTrial(folder)
  for (let sale = 0; sale < count / 3; sale += 1) sell(morning.journal, tell)
  const running = morning.backups.makeNow()
  for (let sale = 0; sale < count / 3; sale += 1) {
    sell(morning.journal, tell)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const made = await running
  if (!made.ok) throw new Error(made.error.text)
  deliverOrphan(morning.journal, tell)
  morning.journal.close()
  const afternoon = openTrial(folder)
  for (let sale = 0; sale < count / 3; sale += 1) sell(afternoon.journal, tell)
  deliverOrphan(afternoon.journal, tell)
}

function sellCarelessly(count: number): void {
  openTrial(folder).journal.close()
  const db = new Database(join(folder, FILE_NAME))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  const journal = createJournal(db, undefined)
  for (let sale = 0; sale < count; sale += 1) sell(journal, tell)
}
