import type { ReactElement } from 'react'
import { moneyParts } from '../../../shared/money.ts'
import styles from './money.module.css'
import { useText } from './text.ts'

interface MoneyProps {
  amountMinor: number
  currency: string
}

/** The huge amount of the slip: tabular figures, a small currency sign, shrunk only where it would not fit. */
export function Amount({ amountMinor, currency }: MoneyProps): ReactElement {
  const { locale, money } = useText()
  const parts = moneyParts(amountMinor, currency, locale)
  const label = money(amountMinor, currency)
  return (
    <span className={styles['frame']}>
      <span
        className={styles['amount']}
        style={{ fontSize: `min(var(--text-amount), calc(100cqi / ${toWidthEm(label)}))` }}
      >
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">
          {parts.map((part) =>
            part.type === 'currency' ? (
              // By itself, or a right-to-left sign would pull the figures apart.
              <bdi key="currency" className={styles['sign']}>
                {part.value}
              </bdi>
            ) : part.type === 'literal' ? null : (
              part.value
            ),
          )}
        </span>
      </span>
    </span>
  )
}

/** Width in em with the widest font of the stack, so that no till cuts a figure off. */
function toWidthEm(label: string): number {
  const figures = label.match(/[0-9]/g)?.length ?? 0
  const signs = label.match(/[.,'’]/g)?.length ?? 0
  const currency = label.length - figures - signs
  return figures * 0.7 + signs * 0.38 + currency * 0.42 + 0.1
}
