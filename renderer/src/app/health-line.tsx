import { useState, type ReactElement } from 'react'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Panel } from '../ui/panel.tsx'
import { useText } from '../ui/text.ts'
import { useNow } from '../ui/use-now.ts'
import { findProblems, type HealthProblem } from './health.ts'
import styles from './health-line.module.css'

/** A calm line at the foot of the frame, only while something is wrong that stops no payment, and what to do about it. */
export function HealthLine({ health }: { health: Health }): ReactElement | null {
  const text = useText()
  const { say } = text
  const now = useNow(true, 60_000)
  const [isOpen, setOpen] = useState(false)
  const problems = findProblems(health, now, text)
  const [worst, ...others] = problems
  if (worst === undefined) return null
  return (
    <aside className={styles['line']} aria-label={say('health.label')}>
      <Icon name="warning" size={22} />
      <p>{others.length === 0 ? worst.title : say('health.more', { title: worst.title, count: others.length })}</p>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {say('health.todo')}
      </Button>
      {isOpen ? (
        <Panel title={say('health.label')} isRead onClose={() => setOpen(false)}>
          <ul className={styles['problems']}>
            {problems.map((problem) => (
              <Problem key={problem.title} problem={problem} />
            ))}
          </ul>
        </Panel>
      ) : null}
    </aside>
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
