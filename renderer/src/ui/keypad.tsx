import type { ReactElement } from 'react'
import type { EntryKey } from '../../../shared/amount-entry.ts'
import { keepFocus } from './focus.ts'
import { Icon } from './icons.tsx'
import styles from './keypad.module.css'
import { useText } from './text.ts'

const FOR_AMOUNTS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0', 'backspace'] as const
const FOR_PINS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', 'clear', '0', 'backspace'] as const

export type PinKey = (typeof FOR_PINS)[number]

/** Digits as on the numeric block of a keyboard, with `00` and backspace. */
export function Keypad({ onKey }: { onKey: (key: EntryKey) => void }): ReactElement {
  const { say } = useText()
  return <Keys keys={FOR_AMOUNTS} label={say('sell.keypad')} onKey={onKey} />
}

/** The same for a PIN, where `00` is no key. */
export function PinPad({ onKey }: { onKey: (key: PinKey) => void }): ReactElement {
  const { say } = useText()
  return <Keys keys={FOR_PINS} label={say('approval.pad')} onKey={onKey} />
}

interface KeysProps<Key extends EntryKey> {
  keys: readonly Key[]
  label: string
  onKey: (key: Key) => void
}

function Keys<Key extends EntryKey>({ keys, label, onKey }: KeysProps<Key>): ReactElement {
  const { say } = useText()
  return (
    <fieldset className={styles['keypad']} aria-label={label}>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className={styles['key']}
          data-words={key === 'clear'}
          aria-label={key === 'backspace' ? say('sell.backspace') : undefined}
          onMouseDown={keepFocus}
          onClick={() => onKey(key)}
        >
          {key === 'backspace' ? <Icon name="backspace" size={34} /> : key === 'clear' ? say('approval.clear') : key}
        </button>
      ))}
    </fieldset>
  )
}
