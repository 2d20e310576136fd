import type { ReactElement } from 'react'
import type { MoneyState } from '../../../shared/errors.ts'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { view, type PaymentScreen } from '../../../shared/transaction/view.ts'
import styles from './badge.module.css'
import { Icon } from './icons.tsx'
import { MONEY_ICONS, STATE_LOOKS } from './state-look.ts'
import { useText } from './text.ts'

/** Which screen a payment is on, by the clock. */
export function toScreenOf(payment: PaymentSnapshot, now: number): PaymentScreen {
  return view({ intent: payment, state: payment.state, elapsedMs: now - payment.createdAt }).screen
}

/** The state of a payment in a list: picture, word and colour. */
export function StateBadge({ screen }: { screen: PaymentScreen }): ReactElement {
  const { say } = useText()
  const look = STATE_LOOKS[screen]
  return (
    <span className={styles['state']} data-tone={look.tone}>
      <span className={styles['disc']}>
        <Icon name={look.icon} size={18} />
      </span>
      {say(`state.${screen}`)}
    </span>
  )
}

/** What is known about the money, in one of three words. */
export function MoneyWord({ state }: { state: MoneyState }): ReactElement | null {
  const { say } = useText()
  if (state === 'none') return null
  return (
    <span className={styles['money']} data-money={state}>
      <Icon name={MONEY_ICONS[state]} size={20} />
      {say(`money.${state}`)}
    </span>
  )
}
