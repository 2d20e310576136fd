import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useRecord } from '../../queries.ts'
import { Icon } from '../../ui/icons.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { describeEvent, SOURCE_ICONS } from '../../ui/event-words.ts'
import { TimelineRaw } from './timeline-raw.tsx'
import styles from './timeline.module.css'

/** The evidence of one payment, in the order of the journal. */
export function Timeline({ payment }: { payment: PaymentSnapshot }): ReactElement {
  const text = useText()
  const { say } = text
  const { value, failure } = useRecord(payment.reference)
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className={styles['title']}>
        {say('page.timeline')}
      </h2>
      <p className={styles['hint']}>{say('page.timeline.hint')}</p>
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
      {value === undefined ? failure === null ? <p>{say('page.loading')}</p> : null : null}
      <ol className={styles['list']}>
        {payment.approval === undefined ? null : (
          <li className={styles['entry']}>
            <span className={styles['icon']}>
              <Icon name="seal" size={20} />
            </span>
            <div>
              <p className={styles['what']}>{say('timeline.approved', { reason: payment.approval.reason })}</p>
              <p className={styles['where']}>
                <span>{text.moment(payment.approval.at)}</span>
                <span>{say('source.manager')}</span>
              </p>
            </div>
          </li>
        )}
        <li className={styles['entry']}>
          <span className={styles['icon']}>
            <Icon name="till" size={20} />
          </span>
          <div>
            <p className={styles['what']}>{say('timeline.begun', { what: toWhat(payment, text) })}</p>
            <p className={styles['where']}>
              <span>{text.moment(payment.createdAt)}</span>
              <span>{say('source.cashier')}</span>
            </p>
          </div>
        </li>
        {(value?.timeline ?? []).map((entry) => (
          <li key={entry.seq} className={styles['entry']}>
            <span className={styles['icon']}>
              <Icon name={SOURCE_ICONS[entry.source]} size={20} />
            </span>
            <div>
              <p className={styles['what']}>{describeEvent(entry, payment, text)}</p>
              <p className={styles['where']}>
                <span>{text.preciseTime(entry.at)}</span>
                <span>{say(`source.${entry.source}`)}</span>
                <span>{say('timeline.seq', { seq: entry.seq.toString() })}</span>
              </p>
              <TimelineRaw entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
