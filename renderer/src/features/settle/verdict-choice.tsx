import type { ReactElement, Ref } from 'react'
import type { MoneyMove } from '../../../../shared/transaction/operations.ts'
import { useText } from '../../ui/text.ts'
import { TileChoice } from '../../ui/tile-choice.tsx'
import type { SettleEntry } from './settle-form.ts'

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
    <TileChoice
      question={say('settle.question')}
      options={VERDICTS.map((verdict) => ({
        value: verdict,
        words: say(`settle.${moves}.${verdict}`),
        money: verdict,
      }))}
      chosen={chosen}
      isStacked
      problem={problem}
      first={first}
      onChoose={onChoose}
    />
  )
}
