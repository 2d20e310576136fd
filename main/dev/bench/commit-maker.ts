import type { Intent } from '../../../shared/transaction/intent.ts'
import type { RecordedEvent } from '../../../shared/transaction/events.ts'
import { NOTHING_KNOWN } from '../../core/handpoint/nothing-known.ts'
import type { Journal } from '../../core/journal/journal.ts'
import { openJournal } from '../../core/journal/open.ts'
import { newTrialSale } from '../../core/journal/trial-sale.ts'
import { createSystemClock } from '../../core/system/clock.ts'

const FILE_NAME = 'journal.sqlite'

/** Durable commits of a till, one at a time. */
export interface CommitMaker {
  journal: Journal
  /** The intent of a sale with its event: what is on the disk before a request leaves. Milliseconds. */
  begin(): number
  /** The terminal's result of the sale that was begun last. Milliseconds. */
  report(): number
  close(): void
}

/** Over the journal of the folder, as a till opens it. */
export function openCommitMaker(folder: string): CommitMaker {
  const opened = openJournal({ folder, fileName: FILE_NAME, clock: createSystemClock() })
  if (!opened.ok) throw new Error(opened.error.text)
  const journal = opened.value
  let sale = newTrialSale()
  return {
    journal,
    begin() {
      sale = newTrialSale({ customerReference: 'Table 7' })
      return timed(journal, () => journal.begin(sale))
    },
    report() {
      const facts = [toResult(sale)]
      return timed(journal, () => journal.append(sale.reference, facts))
    },
    close: () => journal.close(),
  }
}

function timed(journal: Journal, act: () => { ok: boolean }): number {
  const startedMs = performance.now()
  const { ok } = act()
  const tookMs = performance.now() - startedMs
  if (!ok) {
    journal.close()
    throw new Error('the journal did not take a commit of the benchmark')
  }
  return tookMs
}

/** Declined: it is over, and nothing follows. */
function toResult({ reference, amountMinor, currency }: Intent): RecordedEvent {
  const outcome = {
    ...NOTHING_KNOWN,
    finStatus: 'DECLINED',
    type: 'SALE',
    transactionReference: reference,
    requestedAmountMinor: amountMinor,
    totalAmountMinor: 0,
    tipAmountMinor: 0,
    dueAmountMinor: 0,
    currency,
  } as const
  return { at: Date.now(), source: 'callback', event: { type: 'terminalReported', digest: reference, outcome } }
}
