import type { ReactElement } from 'react'
import type { PaymentSnapshot, TimelineEntry } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from '../../desk.ts'
import type { Reading } from '../../queries.ts'
import { describeEvent } from '../../ui/event-words.ts'
import { FailureNotice } from '../../ui/notice.tsx'
import { ReferenceText } from '../../ui/slip.tsx'
import { toReason } from '../../ui/payment-words.ts'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import styles from './settle-panel.module.css'

const FACTS_SHOWN = 5

interface KnownFactsProps {
  payment: PaymentSnapshot
  record: Reading<PaymentRecord>
}

/** What the till knows, shortly: why it is not known, how it began and the latest facts. The rest stands on the payment's page. */
export function KnownFacts({ payment, record }: KnownFactsProps): ReactElement {
  const text = useText()
  const { value, failure } = record
  const reason = toReason(payment, text)
  return (
    <section className={styles['known']} aria-labelledby="settle-known">
      <h3 id="settle-known" className={styles['question']}>
        {text.say('settle.known')}
      </h3>
      {reason === null ? null : <p>{reason}</p>}
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
      <ol className={styles['facts']}>
        <Line
          time={text.preciseTime(payment.createdAt)}
          words={text.say('timeline.begun', { what: toWhat(payment, text) })}
        />
        {(value?.timeline ?? []).slice(-FACTS_SHOWN).map((entry) => (
          <FactLine key={entry.seq} entry={entry} payment={payment} />
        ))}
      </ol>
      <p>
        <ReferenceText reference={payment.reference} />
      </p>
    </section>
  )
}

export function FactLine({ entry, payment }: { entry: TimelineEntry; payment: PaymentSnapshot }): ReactElement {
  const text = useText()
  return <Line time={text.preciseTime(entry.at)} words={describeEvent(entry, payment, text)} />
}

function Line({ time, words }: { time: string; words: string }): ReactElement {
  return (
    <li>
      <span className={styles['time']}>{time}</span>
      <span>{words}</span>
    </li>
  )
}
