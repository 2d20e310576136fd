import type { ReactElement } from 'react'
import { KeyHint } from './button.tsx'
import { keepFocus } from './focus.ts'
import styles from './switch.module.css'

interface SwitchProps {
  /** What is on or off. */
  label: string
  /** How it is now, in a word: the picture beside it only repeats it. */
  words: string
  isOn: boolean
  hint?: string
  onToggle: () => void
}

/** Something that is on or off, with the key that turns it. */
export function Switch({ label, words, isOn, hint, onToggle }: SwitchProps): ReactElement {
  return (
    <button
      type="button"
      role="switch"
      className={styles['switch']}
      aria-checked={isOn}
      aria-label={label}
      aria-keyshortcuts={hint}
      onMouseDown={keepFocus}
      onClick={onToggle}
    >
      {hint === undefined ? null : <KeyHint name={hint} />}
      <span>{words}</span>
      <span className={styles['track']} aria-hidden="true" />
    </button>
  )
}
