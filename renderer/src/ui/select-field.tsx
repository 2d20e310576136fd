import { useId, type ReactElement } from 'react'
import styles from './field.module.css'

interface SelectFieldProps<Value extends string> {
  label: string
  options: readonly { value: Value; words: string }[]
  /** Null where nothing is chosen yet. */
  chosen: Value | null
  /** What stands there until something is. */
  unchosen: string
  onChoose: (value: Value) => void
  /** About what is chosen, right under it. */
  note?: string | null
}

/** A labelled list of which one is chosen. */
export function SelectField<Value extends string>({
  label,
  options,
  chosen,
  unchosen,
  onChoose,
  note = null,
}: SelectFieldProps<Value>): ReactElement {
  const id = useId()
  const choose = (value: string) => {
    const option = options.find((one) => one.value === value)
    if (option !== undefined) onChoose(option.value)
  }
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        aria-describedby={note === null ? undefined : `${id}-note`}
        onChange={(event) => choose(event.target.value)}
      >
        {chosen === null ? <option value="">{unchosen}</option> : null}
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {note === null ? null : (
        <p id={`${id}-note`} className={styles['hint']}>
          {note}
        </p>
      )}
    </div>
  )
}
