import type { ReactElement } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { toStopwatch, useText } from '../../ui/text.ts'

/** No PIN is taken for a while. The time is counted for the eye; a screen reader hears it once. */
export function LockedNotice({ forMs }: { forMs: number }): ReactElement {
  const { say } = useText()
  const time = toStopwatch(Math.ceil(forMs / 1000) * 1000)
  return (
    <Notice tone="doubt" icon="clock" title={say('approval.locked')}>
      {say('approval.locked.wait', { time })}
    </Notice>
  )
}
