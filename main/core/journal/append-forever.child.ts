import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import { takeLock } from './lock.ts'
import { openJournal } from './open.ts'
import { newTrialSale } from './trial-sale.ts'

/**
 * Run by tests as a process of its own: begins operations and appends to them until it is killed or the journal fails. Prints
 * `begun <reference>` and `appended <reference>` only after the journal has said ok, and before the next call.
 */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const folder = argv[2] ?? ''
const lock = takeLock(folder)
const clock = { now: () => Date.now(), monotonicMs: () => performance.now(), setTimer: () => () => undefined }
const opened = openJournal({ folder, fileName: 'journal.db', clock })
if (!lock.ok) say(`refused ${lock.error.code}`)
else if (!opened.ok) say(`unopened ${opened.error.text}`)
else {
  const journal = opened.value
  for (;;) {
    const intent = newTrialSale({ customerReference: 'x'.repeat(50) })
    const { reference } = intent
    const begun = journal.begin(intent)
    if (!begun.ok) {
      say(`failed ${begun.error.code}`)
      break
    }
    say(`begun ${reference}`)
    const fact: RecordedEvent = { at: Date.now(), source: 'cashier', event: { type: 'cancelRequested', attempt: 1 } }
    const appended = journal.append(reference, [fact])
    if (!appended.ok) {
      say(`failed ${appended.error.code}`)
      break
    }
    say(`appended ${reference}`)
  }
  const after = journal.listOpen()
  say(`afterwards ${after.ok ? 'open' : after.error.code}`)
}
