import { randomUUID } from 'node:crypto'
import { digestSchema, type Reference } from '../../../../shared/ids.ts'
import type { RecordedEvent } from '../../../../shared/transaction/events.ts'
import type { Journal } from '../../../core/journal/journal.ts'
import { openJournalOrRestore, type OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import { newTrialSale } from '../../../core/journal/trial-sale.ts'
import type { Clock } from '../../../core/ports.ts'

export const FILE_NAME = 'journal.sqlite'

/** Small, so that a trial's disk is not all ballast. */
export const DISK_OPTIONS = { reserveBytes: 64 * 1024, ballastBytes: 32 * 1024 }

/** Wall clock and timers of a trial: no timer ever runs by itself. */
export const trialClock: Clock = { now: () => Date.now(), monotonicMs: () => 0, setTimer: () => () => undefined }

/** What a till may be told about one sale that it saved: that it was saved, or that a fact about it was. */
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

type Tell = (acknowledged: Acknowledgement) => void

/** Tells that a sale was saved as soon as that is acknowledged; null when the journal did not take it. */
export function beginSale(journal: Journal, tell: Tell): Reference | null {
  const intent = newTrialSale({ customerReference: 'x'.repeat(50) })
  if (!journal.begin(intent).ok) return null
  tell({ type: 'begun', reference: intent.reference })
  return intent.reference
}

/** Tells that a fact about the sale was saved as soon as that is acknowledged; false when the journal did not take it. */
export function recordFact(journal: Journal, reference: Reference, tell: Tell): boolean {
  if (!journal.append(reference, [newCancellation()]).ok) return false
  tell({ type: 'appended', reference })
  return true
}

/** Both: false when the journal did not take one of them. */
export function sell(journal: Journal, tell: Tell): boolean {
  const reference = beginSale(journal, tell)
  return reference !== null && recordFact(journal, reference, tell)
}

/** Tells that a result that fits nothing was kept; false when the journal did not take it. */
export function deliverOrphan(journal: Journal, tell: Tell): boolean {
  const digest = digestSchema.parse(randomUUID().replaceAll('-', '').repeat(2))
  const orphan = { receivedAt: 1, tokenReference: null, bodyReference: null, reason: 'unknownReference', payload: {} }
  if (!journal.recordOrphan({ ...orphan, digest }).ok) return false
  tell({ type: 'orphan', reference: digest })
  return true
}

function newCancellation(): RecordedEvent {
  return { at: Date.now(), source: 'cashier', event: { type: 'cancelRequested', attempt: 1 } }
}
