import type { ReactElement } from 'react'
import { KeyHint } from '../../ui/button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { useText } from '../../ui/text.ts'
import styles from './charge-button.module.css'

interface ChargeButtonProps {
  amountMinor: number
  currency: string
  isPending: boolean
  isArmed: boolean
  onCharge: () => void
}

/** Charge, with what it charges on it. Without an amount it says what is missing when pressed. */
export function ChargeButton({ amountMinor, currency, isPending, isArmed, onCharge }: ChargeButtonProps): ReactElement {
  const { say, money } = useText()
  const isAsleep = isPending || !isArmed
  return (
    <button
      type="button"
      className={styles['charge']}
      data-empty={amountMinor === 0}
      aria-disabled={isAsleep}
      aria-keyshortcuts="Enter"
      onMouseDown={keepFocus}
      onClick={() => {
        if (!isAsleep) onCharge()
      }}
    >
      {isPending ? (
        <span className={styles['words']}>{say('sell.charging')}</span>
      ) : (
        <>
          <span className={styles['words']}>
            {amountMinor === 0
              ? say('sell.charge')
              : say('sell.chargeAmount', { amount: money(amountMinor, currency) })}
          </span>
          <KeyHint name="Enter" />
        </>
      )}
    </button>
  )
}
