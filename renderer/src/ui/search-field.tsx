import type { KeyboardEvent, ReactElement, Ref } from 'react'
import { Icon } from './icons.tsx'
import styles from './search-field.module.css'
import { useText } from './text.ts'

interface SearchFieldProps {
  text: string
  /** What can be looked for. */
  placeholder: string
  field: Ref<HTMLInputElement>
  onText: (text: string) => void
  onKey: (event: KeyboardEvent<HTMLInputElement>) => void
  /** The key that leads here. */
  hint?: string
}

/** The field for whatever is known of a payment. */
export function SearchField({ text, placeholder, field, onText, onKey, hint }: SearchFieldProps): ReactElement {
  const { say } = useText()
  return (
    <div className={styles['field']}>
      <Icon name="magnifier" size={24} />
      <input
        ref={field}
        type="search"
        aria-label={say('search.label')}
        aria-keyshortcuts={hint === undefined ? undefined : `${hint} /`}
        placeholder={placeholder}
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck="false"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKey}
      />
      {text !== '' ? (
        <button type="button" className={styles['clear']} aria-label={say('search.clear')} onClick={() => onText('')}>
          <Icon name="cross" size={22} />
        </button>
      ) : hint === undefined ? null : (
        <kbd className={styles['hint']} aria-hidden="true">
          {hint}
        </kbd>
      )}
    </div>
  )
}
