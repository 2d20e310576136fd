import type { ReactElement } from 'react'
import type { CallbackTraffic } from '../../../shared/ipc/snapshots.ts'
import { useText } from '../ui/text.ts'
import styles from './health-panel.module.css'
import { listRefused } from './health.ts'
import { ListenerTest } from './listener-test.tsx'

/** What came to the listener since Paydesk was started, and a way to try whether anything can. */
export function ListenerState({ traffic }: { traffic: CallbackTraffic }): ReactElement {
  const text = useText()
  const { say } = text
  const refused = listRefused(traffic, text)
  return (
    <section className={styles['listener']}>
      <h3 className={styles['title']}>{say('listener.title')}</h3>
      <p>{say('listener.stored', { count: traffic.stored })}</p>
      {refused.length === 0 ? null : (
        <>
          <p>{say('listener.refused')}</p>
          <ul className={styles['refused']}>
            {refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <ListenerTest />
    </section>
  )
}
