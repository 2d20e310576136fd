import type { Reference } from '../../shared/ids.ts'
import type { Journal } from '../core/journal/journal.ts'

/** What a manager was shown who has looked at everything that the till knows of a payment by now. */
export function lastShown(journal: Pick<Journal, 'readTimeline'>, reference: Reference): number {
  const timeline = journal.readTimeline(reference)
  return timeline.ok ? (timeline.value.at(-1)?.seq ?? 0) : 0
}
