import type { ReactElement, ReactNode } from 'react'
import type { MoneyMove } from '../../../../shared/transaction/operations.ts'
import { AttemptDoubt } from '../../ui/attempt-doubt.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { useMoneyBack } from './money-back-store.ts'
import styles from './refund.module.css'

interface BeginPlaceProps {
  moves: MoneyMove
  /** What the one act says, with its amount. */
  words: string
  isAsleep: boolean
  onBegin: () => void
  onLookAgain: () => void
  /** Stands over the act, such as a keypad. */
  children?: ReactNode
}

/** Where the one act of a panel stands: its button, or in words why there is none. */
export function BeginPlace({ moves, words, isAsleep, onBegin, onLookAgain, children }: BeginPlaceProps): ReactElement {
  const { say } = useText()
  const { isPending, doubt, failure } = useMoneyBack()
  if (doubt !== null) {
    const what = say(`operation.${doubt.operation}`)
    return <AttemptDoubt what={what} isLooking={isPending} onLookAgain={onLookAgain} />
  }
  return (
    <>
      {children}
      {failure === null ? null : <FailureNotice failure={failure} moves={moves} />}
      <div className={styles['act']}>
        <Button kind="primary" hint="Enter" isAsleep={isAsleep || isPending} onPress={onBegin}>
          {isPending ? say('act.starting') : words}
        </Button>
      </div>
    </>
  )
}
