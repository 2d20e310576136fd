import { randomUUID } from 'node:crypto'
import { digestSchema, referenceSchema, requestKeySchema } from '../../../../shared/ids.ts'
import type { RecordedEvent } from '../../../../shared/transaction/events.ts'
import type { Intent } from '../../../../shared/transaction/intent.ts'
import type { Journal } from '../../../core/journal/journal.ts'
import { openJournalOrRestore, type OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import type { Clock } from '../../../core/ports.ts'

export const FILE_NAME = 'journal.sqlite'

/** Small, so that a trial's disk is not all ballast. */
export const DISK_OPTIONS = { reserveBytes: 64 * 1024, ballastBytes: 32 * 1024 }

/** Wall clock and timers of a trial: no timer ever runs by itself. */
export const trialClock: Clock = { now: () => Date.now(), monotonicMs: () => 0, setTimer: () => () => undefined }

/** What a till may be told about one sale that it saved: that it was saved, or that its result was. */
export interface Acknowledgement {
  type: 'begun' | 'appended' | 'orphan'
  reference: string
}

/** Opens as the product does. Throws the failure's words. */
export function openTrial(folder: string): OpenedJournal {
  const opened = openJournalOrRestore({ folder, fileName: FILE_NAME, clock: trialClock, ...DISK_OPTIONS })
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.text}`)
  return opened.value
}

/** Begins a sale and records its result, and tells of each as soon as it is acknowledged. False when the journal failed. */
export function sell(journal: Journal, tell: (acknowledged: Acknowledgement) => void): boolean {
  const intent = newSale()
  const { reference } = intent
  if (!journal.begin(intent).ok) return false
  tell({ type: 'begun', reference })
  if (!journal.append(reference, [newCancellation()]).ok) return false
  tell({ type: 'appended', reference })
  return true
}

/** Delivers a result that fits nothing. False when the journal failed. */
export function deliverOrphan(journal: Journal, tell: (acknowledged: Acknowledgement) => void): boolean {
  const digest = digestSchema.parse(randomUUID().replaceAll('-', '').repeat(2))
  const orphan = { receivedAt: 1, tokenReference: null, bodyReference: null, reason: 'unknownReference', payload: {} }
  if (!journal.recordOrphan({ ...orphan, digest }).ok) return false
  tell({ type: 'orphan', reference: digest })
  return true
}

/** Each on a terminal of its own, so that none waits for another. */
function newSale(): Intent {
  const reference = referenceSchema.parse(randomUUID())
  return {
    reference,
    operation: 'sale',
    channel: 'terminal',
    amountMinor: 4500,
    currency: 'EUR',
    terminal: { serialNumber: reference, terminalType: 'PAXA920' },
    customerReference: 'x'.repeat(50),
    attemptOf: null,
    original: null,
    tip: null,
    command: null,
    callback: null,
    requestKey: requestKeySchema.parse(randomUUID()),
    createdAt: Date.now(),
  }
}

function newCancellation(): RecordedEvent {
  return { at: Date.now(), source: 'cashier', event: { type: 'cancelRequested', attempt: 1 } }
}
