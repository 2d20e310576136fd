import { useEffect, useId, useRef, useState, type ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { PinPad, type PinKey } from '../../ui/keypad.tsx'
import { useText } from '../../ui/text.ts'
import styles from './approval-panel.module.css'

interface PinEntryProps {
  /** Practice says its PIN; null anywhere else. */
  practicePin: string | null
  isWrong: boolean
  isChecking: boolean
  /** Nothing else has to be written first. */
  isFirst: boolean
  /** Whether it is looked at now; else it stays in the field. */
  onApprove: (pin: string) => boolean
}

const LENGTHS = { shortest: 4, longest: 12 } as const

/**
 * The PIN by pad or keyboard. It stays in the field alone and never becomes state or an attribute of the page: what is not
 * copied cannot be left behind.
 */
export function PinEntry({ practicePin, isWrong, isChecking, isFirst, onApprove }: PinEntryProps): ReactElement {
  const { say } = useText()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isTooShort, setTooShort] = useState(false)
  useEffect(() => {
    if (isFirst || isWrong) field.current?.focus()
  }, [isFirst, isWrong])

  const press = (key: PinKey) => {
    const input = field.current
    if (input === null) return
    const { value } = input
    input.value =
      key === 'clear' ? '' : key === 'backspace' ? value.slice(0, -1) : (value + key).slice(0, LENGTHS.longest)
    input.focus()
  }
  const approve = () => {
    const input = field.current
    if (input === null || isChecking) return
    const pin = input.value
    const isWhole = pin.length >= LENGTHS.shortest
    setTooShort(!isWhole)
    if (!isWhole) return input.focus()
    if (onApprove(pin)) input.value = ''
  }
  const words = isTooShort ? say('approval.pin.missing') : isWrong ? say('approval.pin.wrong') : null
  return (
    <div className={styles['entry']}>
      <label htmlFor={id} className={styles['label']}>
        {say('approval.pin')}
      </label>
      {practicePin === null ? null : (
        <p className={styles['practice']}>{say('approval.practice', { pin: practicePin })}</p>
      )}
      <input
        ref={field}
        id={id}
        className={styles['pin']}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={LENGTHS.longest}
        aria-invalid={words !== null}
        aria-describedby={words === null ? undefined : `${id}-problem`}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return
          event.preventDefault()
          approve()
        }}
      />
      {words === null ? null : (
        <p id={`${id}-problem`} className={styles['problem']} role="alert">
          <Icon name="warning" size={20} />
          {words}
        </p>
      )}
      <PinPad onKey={press} />
      <Button kind="primary" icon="seal" hint="Enter" isAsleep={isChecking} onPress={approve}>
        {say(isChecking ? 'approval.checking' : 'approval.approve')}
      </Button>
    </div>
  )
}
