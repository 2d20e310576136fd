import { useEffect, type ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import { focusHeadline, focusOnMount } from '../../ui/focus.ts'
import styles from './payment-actions.module.css'

interface AskInPlaceProps {
  question: string
  meaning: string
  yes: string
  no: string
  isAsleep: boolean
  onYes: () => void
  onNo: () => void
}

/**
 * Asked in place before an act that may have been pressed for something else. It takes the focus: on the button that asked it Enter
 * would ask once more, where it is an answer.
 */
export function AskInPlace({ question, meaning, yes, no, isAsleep, onYes, onNo }: AskInPlaceProps): ReactElement {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) focusHeadline()
    },
    [],
  )
  return (
    <fieldset className={styles['ask']} aria-labelledby="ask-in-place">
      <p id="ask-in-place" ref={focusOnMount} tabIndex={-1} className={styles['question']} role="alert">
        {question}
      </p>
      <p>{meaning}</p>
      <div className={styles['answers']}>
        <Button kind="primary" hint="Enter" isAsleep={isAsleep} onPress={onYes}>
          {yes}
        </Button>
        <Button hint="Esc" isAsleep={isAsleep} onPress={onNo}>
          {no}
        </Button>
      </div>
    </fieldset>
  )
}
