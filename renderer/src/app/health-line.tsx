import type { ReactElement } from 'react'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { useNow } from '../ui/use-now.ts'
import { findProblems } from './health.ts'
import styles from './health-line.module.css'
import { showHealth } from './page-store.ts'

/** A calm line at the foot of the frame, only while something is wrong that stops no payment. */
export function HealthLine({ health }: { health: Health }): ReactElement | null {
  const text = useText()
  const { say } = text
  const now = useNow(true, 60_000)
  const [worst, ...others] = findProblems(health, now, text)
  if (worst === undefined) return null
  return (
    <aside className={styles['line']} aria-label={say('health.label')}>
      <Icon name="warning" size={22} />
      <p>{others.length === 0 ? worst.title : say('health.more', { title: worst.title, count: others.length })}</p>
      <Button kind="quiet" onPress={() => showHealth(true)}>
        {say('health.todo')}
      </Button>
    </aside>
  )
}
