import { useId, type ReactElement, type Ref } from 'react'
import type { MoneyState } from '../../../shared/errors.ts'
import { Icon } from './icons.tsx'
import styles from './tile-choice.module.css'

interface Tile<Value> {
  value: Value
  words: string
  /** What it says of money: to be read like every other word about it. */
  money?: MoneyState
}

interface TileChoiceProps<Value extends string> {
  question: string
  options: readonly Tile<Value>[]
  /** Null where nothing is chosen yet. */
  chosen: Value | null
  onChoose: (value: Value) => void
  /** Large and one under the other, where the choice is what the panel is about. */
  isStacked?: boolean
  /** What is wrong with it, in words. */
  problem?: string | null
  /** The first of them, for the focus. */
  first?: Ref<HTMLInputElement>
}

/** One of a few things, each a tile to press. */
export function TileChoice<Value extends string>({
  question,
  options,
  chosen,
  onChoose,
  isStacked = false,
  problem = null,
  first,
}: TileChoiceProps<Value>): ReactElement {
  const id = useId()
  return (
    <fieldset aria-describedby={problem === null ? undefined : `${id}-problem`}>
      <legend className={styles['legend']}>{question}</legend>
      <div className={styles['tiles']} data-stacked={isStacked}>
        {options.map(({ value, words, money }, index) => (
          <label key={value} className={styles['tile']} data-money={money}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={id}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles['problem']}>
          <Icon name="warning" size={20} />
          {problem}
        </p>
      )}
    </fieldset>
  )
}
