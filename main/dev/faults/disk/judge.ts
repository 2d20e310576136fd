import { join } from 'node:path'
import { referenceSchema } from '../../../../shared/ids.ts'
import type { OpenedJournal } from '../../../core/journal/open-or-restore.ts'
import { describeDifference, verifyJournal } from '../../../core/journal/verify.ts'
import { FILE_NAME, type Acknowledgement } from './trial-sales.ts'

/**
 * What a journal that was opened again has lost of what had been acknowledged, in words; empty when nothing. After a
 * restoration a result may be missing only if its sale is in the list of those that are asked about first.
 */
export function findLosses({ journal, restored }: OpenedJournal, acknowledged: Iterable<Acknowledgement>): string[] {
  const asked = new Set<string>(restored?.referencesSince)
  const orphans = journal.listOrphans(100_000)
  const kept = new Set<string>(orphans.ok ? orphans.value.map(({ digest }) => digest) : [])
  const losses: string[] = []
  for (const { type, reference } of acknowledged) {
    if (type === 'orphan') {
      if (!kept.has(reference)) losses.push(`the orphan ${reference} is gone`)
      continue
    }
    const parsed = referenceSchema.parse(reference)
    const row = journal.readRow(parsed)
    if (!row.ok) return [`the journal does not answer: ${row.error.text}`]
    if (row.value === null) losses.push(`the sale ${reference} is gone`)
    else if (type === 'appended' && !asked.has(reference)) {
      const timeline = journal.readTimeline(parsed)
      const isThere = timeline.ok && timeline.value.some(({ event }) => event.type === 'cancelRequested')
      if (!isThere) losses.push(`what was recorded about ${reference} is gone`)
    }
  }
  return losses
}

/** What is wrong with the file itself. */
export function findDifferences(folder: string): string[] {
  return verifyJournal(join(folder, FILE_NAME)).map(describeDifference)
}
