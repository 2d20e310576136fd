import type { ReactElement } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { toStopwatch, useText } from '../../ui/text.ts'
import styles from './approval-panel.module.css'

/** No PIN is taken for a while. The time is counted for the eye; a screen reader hears it once. */
export function LockedNotice({ forMs }: { forMs: number }): ReactElement {
  const { say } = useText()
  const time = toStopwatch(Math.ceil(forMs / 1000) * 1000)
  return (
    <Notice tone="doubt" icon="clock" title={say('approval.locked')}>
      <p>{say('approval.locked.wait')}</p>
      <p className={styles['countdown']} aria-hidden="true">
        {time}
      </p>
    </Notice>
  )
}
