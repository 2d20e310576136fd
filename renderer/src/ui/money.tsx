import type { ReactElement } from 'react'
import { currencyDigits } from '../../../shared/money.ts'
import styles from './money.module.css'
import { useText } from './text.ts'

interface MoneyProps {
  amountMinor: number
  currency: string
}

/** The huge amount of the slip: tabular figures, a small currency sign, shrunk only where it would not fit. */
export function Amount({ amountMinor, currency }: MoneyProps): ReactElement {
  const { locale, money } = useText()
  const digits = currencyDigits(currency)
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(amountMinor / 10 ** digits)
  const label = money(amountMinor, currency)
  return (
    <span className={styles['frame']}>
      <span
        className={styles['amount']}
        style={{ fontSize: `min(var(--text-amount), calc(100cqi / ${toFigures(label) * 0.585}))` }}
      >
        <span className="visually-hidden">{label}</span>
        <span aria-hidden="true">
          {parts.map((part) =>
            part.type === 'currency' ? (
              <span key="currency" className={styles['sign']}>
                {part.value}
              </span>
            ) : part.type === 'literal' ? (
              ' '
            ) : (
              part.value
            ),
          )}
        </span>
      </span>
    </span>
  )
}

/** Width in figures: separators are about half as wide, the sign about half as large. */
function toFigures(label: string): number {
  const separators = label.match(/[.,'’\s\u00A0\u202F]/g)?.length ?? 0
  return Math.max(7, label.length - separators * 0.55)
}
