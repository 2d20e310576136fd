import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { referenceSchema, type Reference } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import type { RecordedEvent, TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import type { FinalStatus, Outcome } from '../../../shared/transaction/terminal-result.ts'
import { NOTHING_KNOWN } from '../handpoint/nothing-known.ts'
import type { Clock } from '../ports.ts'
import type { Journal } from './journal.ts'
import { openJournal } from './open.ts'
import { newTrialSale } from './trial-sale.ts'

export const FILE_NAME = 'journal.db'

/** A clock that stands still. */
export const stillClock: Clock = { now: () => 1_790_000_000_000, monotonicMs: () => 0, setTimer: () => () => undefined }

/** A new folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function openIn(folder: string): Journal {
  const journal = unwrap(openJournal({ folder, fileName: FILE_NAME, clock: stillClock }))
  onTestFinished(() => journal.close())
  return journal
}

/** The value of a result that has to be ok. */
export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`not ok: ${JSON.stringify(result.error)}`)
  return result.value
}

export function newReference(): Reference {
  return referenceSchema.parse(randomUUID())
}

/** A sale of 45.00 EUR on terminal 082104578. */
export function newIntent(changes: Partial<Intent> = {}): Intent {
  const terminal = { serialNumber: '082104578', terminalType: 'PAXA920' }
  return newTrialSale({ terminal, createdAt: 1_790_000_000_000, ...changes })
}

export function record(event: TransactionEvent, changes: Partial<RecordedEvent> = {}): RecordedEvent {
  return { at: 1_790_000_001_000, source: 'callback', event, ...changes }
}

/** The terminal's word on a sale of {@link newIntent}. */
export function reported(finStatus: FinalStatus, changes: Partial<Outcome> = {}): TransactionEvent {
  const charged = finStatus === 'AUTHORISED' ? 4500 : 0
  const outcome: Outcome = {
    ...NOTHING_KNOWN,
    finStatus,
    type: 'SALE',
    requestedAmountMinor: 4500,
    totalAmountMinor: charged,
    tipAmountMinor: 0,
    dueAmountMinor: 0,
    currency: 'EUR',
    ...changes,
  }
  return { type: 'terminalReported', digest: `${finStatus}-${JSON.stringify(changes)}`, outcome }
}
