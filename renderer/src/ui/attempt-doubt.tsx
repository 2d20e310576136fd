import type { ReactElement } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { useText } from './text.ts'

interface AttemptDoubtProps {
  /** What was begun, in words. */
  what: string
  isLooking: boolean
  onLookAgain: () => void
}

/** Nobody answered for something that was begun: it may run, and only the same press again finds out. */
export function AttemptDoubt({ what, isLooking, onLookAgain }: AttemptDoubtProps): ReactElement {
  const { say } = useText()
  return (
    <Notice
      tone="doubt"
      icon="question"
      isLarge
      title={say('money.unknown')}
      actions={
        <Button kind="primary" isAsleep={isLooking} onPress={onLookAgain}>
          {say(isLooking ? 'sell.doubt.looking' : 'sell.doubt.again')}
        </Button>
      }
    >
      <p>{say('attempt.doubt.meaning', { what })}</p>
      <p>{say('attempt.doubt.todo')}</p>
    </Notice>
  )
}
