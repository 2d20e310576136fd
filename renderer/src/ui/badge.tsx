import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { view, type PaymentView } from '../../../shared/transaction/view.ts'
import styles from './badge.module.css'
import { Icon } from './icons.tsx'
import { MONEY_ICONS, toLook } from './state-look.ts'
import { toMoneyId, toStateWords } from './state-words.ts'
import { useText } from './text.ts'

/** What is shown of a payment, by the clock. */
export function toShown(payment: PaymentSnapshot, now: number): PaymentView {
  return view({ intent: payment, state: payment.state, elapsedMs: now - payment.createdAt })
}

/** The state of a payment in a list: picture, word and colour. */
export function StateBadge({ shown }: { shown: PaymentView }): ReactElement {
  const text = useText()
  const look = toLook(shown)
  return (
    <span className={styles['state']} data-tone={look.tone}>
      <span className={styles['disc']}>
        <Icon name={look.icon} size={18} />
      </span>
      {toStateWords(shown, text)}
    </span>
  )
}

/** What is known about the money, in one of three words for what the operation does with it. */
export function MoneyWord({ shown: { moneyState, moves } }: { shown: PaymentView }): ReactElement | null {
  const { say } = useText()
  const id = toMoneyId(moneyState, moves)
  if (id === null || moneyState === 'none') return null
  return (
    <span className={styles['money']} data-money={moneyState}>
      <Icon name={MONEY_ICONS[moneyState]} size={20} />
      {say(id)}
    </span>
  )
}
