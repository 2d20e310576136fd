import type { ReactElement } from 'react'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../ui/text.ts'
import { useNow } from '../ui/use-now.ts'
import { findProblems, type HealthProblem } from './health.ts'
import styles from './health-panel.module.css'
import { ListenerState } from './listener-state.tsx'

/** What is wrong with the till and what to do about it, and the state of its listener where it has one. */
export function HealthPanel({ health, onClose }: { health: Health; onClose: () => void }): ReactElement {
  const text = useText()
  const { say } = text
  const now = useNow(true, 60_000)
  const problems = findProblems(health, now, text)
  const { callback } = health
  return (
    <Panel title={say('health.label')} isRead onClose={onClose}>
      {problems.length === 0 ? <p>{say('health.well')}</p> : null}
      <ul className={styles['problems']}>
        {problems.map((problem) => (
          <Problem key={problem.title} problem={problem} />
        ))}
      </ul>
      {callback.status === 'off' ? null : <ListenerState traffic={callback.traffic} />}
    </Panel>
  )
}

function Problem({ problem: { title, todo, support } }: { problem: HealthProblem }): ReactElement {
  const { say } = useText()
  return (
    <li>
      <h3 className={styles['title']}>{title}</h3>
      <p>{todo}</p>
      {support === null ? null : <p className={styles['support']}>{say('health.support', { text: support })}</p>}
    </li>
  )
}
