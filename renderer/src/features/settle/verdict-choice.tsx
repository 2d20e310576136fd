import type { ReactElement, Ref } from 'react'
import type { MoneyMove } from '../../../../shared/transaction/operations.ts'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import type { SettleEntry } from './settle-form.ts'
import styles from './settle-panel.module.css'

const VERDICTS = ['charged', 'notCharged'] as const

interface VerdictChoiceProps {
  moves: MoneyMove
  chosen: SettleEntry['verdict']
  problem: string | null
  /** The first of the two, for the focus. */
  first: Ref<HTMLInputElement>
  onChoose: (verdict: (typeof VERDICTS)[number]) => void
}

/** The two things that can have happened, in the words of the operation; neither is chosen beforehand. */
export function VerdictChoice({ moves, chosen, problem, first, onChoose }: VerdictChoiceProps): ReactElement {
  const { say } = useText()
  return (
    <fieldset aria-describedby={problem === null ? undefined : 'verdict-problem'}>
      <legend className={styles['question']}>{say('settle.question')}</legend>
      <div className={styles['choices']}>
        {VERDICTS.map((verdict, index) => (
          <label key={verdict} className={styles['choice']} data-money={verdict}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name="verdict"
              value={verdict}
              checked={chosen === verdict}
              onChange={() => onChoose(verdict)}
            />
            <span>{say(`settle.${moves}.${verdict}`)}</span>
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p id="verdict-problem" className={styles['problem']}>
          <Icon name="warning" size={20} />
          {problem}
        </p>
      )}
    </fieldset>
  )
}
