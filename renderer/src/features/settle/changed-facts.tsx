import type { ReactElement } from 'react'
import type { PaymentSnapshot, TimelineEntry } from '../../../../shared/ipc/snapshots.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { FactLine } from './known-facts.tsx'
import styles from './settle-panel.module.css'

interface ChangedFactsProps {
  payment: PaymentSnapshot
  news: readonly TimelineEntry[]
}

/** What came to be known after the manager had chosen a verdict, which holds no more. */
export function ChangedFacts({ payment, news }: ChangedFactsProps): ReactElement {
  const { say } = useText()
  return (
    <Notice tone="doubt" icon="question" title={say('settle.changed')}>
      <ol className={styles['facts']}>
        {news.map((entry) => (
          <FactLine key={entry.seq} entry={entry} payment={payment} />
        ))}
      </ol>
      <p>{say('settle.changed.todo')}</p>
    </Notice>
  )
}
