import type { ReactElement, ReactNode } from 'react'
import styles from './button.module.css'
import { keepFocus } from './focus.ts'
import { Icon, type IconName } from './icons.tsx'

interface ButtonProps {
  children: ReactNode
  onPress: () => void
  kind?: 'primary' | 'secondary' | 'quiet'
  icon?: IconName
  /** The key that does the same, as it stands on the keyboard. */
  hint?: string | undefined
  /** Named fully where the visible words alone do not say what it acts on. */
  label?: string | undefined
  /** Shown, in focus and named, but presses do nothing now. */
  isAsleep?: boolean
  /** A stop of the arrow keys in a list. */
  isRow?: boolean
}

/** A button with the key that does the same on it. */
export function Button(props: ButtonProps): ReactElement {
  const { children, onPress, kind = 'secondary', icon, hint, label, isAsleep = false, isRow = false } = props
  return (
    <button
      type="button"
      className={`${styles['button']} ${styles[kind]}`}
      data-row={isRow ? '' : undefined}
      aria-disabled={isAsleep}
      aria-label={label}
      aria-keyshortcuts={hint === 'Esc' ? 'Escape' : hint}
      onMouseDown={keepFocus}
      onClick={() => {
        if (!isAsleep) onPress()
      }}
    >
      {icon === undefined ? null : <Icon name={icon} size={24} />}
      <span>{children}</span>
      {hint === undefined ? null : <KeyHint name={hint} />}
    </button>
  )
}

/** A key as it stands on the keyboard, for eyes only: buttons name it to screen readers themselves. */
export function KeyHint({ name }: { name: string }): ReactElement {
  return (
    <kbd className={styles['hint']} aria-hidden="true">
      {name}
    </kbd>
  )
}
