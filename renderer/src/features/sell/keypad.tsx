import type { ReactElement } from 'react'
import type { EntryKey } from '../../../../shared/amount-entry.ts'
import { keepFocus } from '../../ui/focus.ts'
import { Icon } from '../../ui/icons.tsx'
import { useText } from '../../ui/text.ts'
import styles from './keypad.module.css'

const KEYS: readonly EntryKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0', 'backspace']

/** Digits as on the numeric block of a keyboard, with `00` and backspace. */
export function Keypad({ onKey }: { onKey: (key: EntryKey) => void }): ReactElement {
  const { say } = useText()
  return (
    <fieldset className={styles['keypad']} aria-label={say('sell.keypad')}>
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          className={styles['key']}
          aria-label={key === 'backspace' ? say('sell.backspace') : undefined}
          onMouseDown={keepFocus}
          onClick={() => onKey(key)}
        >
          {key === 'backspace' ? <Icon name="backspace" size={34} /> : key}
        </button>
      ))}
    </fieldset>
  )
}
