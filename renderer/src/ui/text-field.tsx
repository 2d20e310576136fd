import { useId, type ReactElement, type Ref } from 'react'
import { Icon } from './icons.tsx'
import styles from './field.module.css'

interface TextFieldProps {
  label: string
  value: string
  maxLength: number
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with it, in words. */
  problem?: string | null
  /** May stay empty. */
  isOptional?: boolean
  field?: Ref<HTMLInputElement>
}

/** A labelled line to write on, with what it is for and what is wrong with it. Enter does nothing in it. */
export function TextField({
  label,
  value,
  maxLength,
  onChange,
  hint,
  problem = null,
  isOptional = false,
  field,
}: TextFieldProps): ReactElement {
  const id = useId()
  const described = [hint === undefined ? null : `${id}-hint`, problem === null ? null : `${id}-problem`]
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <input
        ref={field}
        id={id}
        type="text"
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        aria-required={!isOptional}
        aria-invalid={problem !== null}
        aria-describedby={described.filter((part) => part !== null).join(' ') || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles['problem']}>
          <Icon name="warning" size={20} />
          {problem}
        </p>
      )}
    </div>
  )
}
