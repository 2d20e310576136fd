import { useState, type ReactElement } from 'react'
import type { TimelineEntry } from '../../../../shared/ipc/snapshots.ts'
import { useText } from '../../ui/text.ts'
import styles from './timeline-raw.module.css'

/** A fact as it stands in the journal, for whoever wants to see it themselves. Journals hold no secrets and no card numbers. */
export function TimelineRaw({ entry }: { entry: TimelineEntry }): ReactElement {
  const { say } = useText()
  // A long record has many of them: what is closed is not written out.
  const [isOpen, setOpen] = useState(false)
  const { seq, at, source, event } = entry
  return (
    <details className={styles['raw']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('timeline.raw')}</summary>
      {isOpen ? (
        // Names and values as they are stored, in no language and in one direction.
        <pre dir="ltr" lang="zxx">
          {JSON.stringify({ seq, at: new Date(at).toISOString(), source, event }, null, 2)}
        </pre>
      ) : null}
    </details>
  )
}
