import type { ReactElement, ReactNode } from 'react'
import type { AppSnapshot, Health } from '../../../shared/ipc/snapshots.ts'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import styles from './frame.module.css'
import { HealthLine } from './health-line.tsx'

interface FrameProps {
  mode: AppSnapshot['mode']
  isLinkLost: boolean
  /** How the unseen parts of the till are doing; null where nobody could act upon it. */
  health: Health | null
  children: ReactNode
}

/** What no page may cover, and no picture of the screen may lack: whether money moves at all, and whether what is shown may be old. */
export function Frame({ mode, isLinkLost, health, children }: FrameProps): ReactElement {
  const { say } = useText()
  return (
    <div className={styles['frame']}>
      {mode === 'production' ? null : (
        <aside className={styles['band']} data-mode={mode}>
          <Icon name="warning" size={20} />
          {say(`mode.${mode}`)}
        </aside>
      )}
      <div className={styles['body']}>{children}</div>
      {health === null ? null : <HealthLine health={health} />}
      {isLinkLost ? (
        <div className={styles['link']} role="alert">
          <Icon name="warning" size={26} />
          <p>
            <strong>{say('link.lost')}</strong> {say('link.lost.todo')}
          </p>
        </div>
      ) : null}
    </div>
  )
}
