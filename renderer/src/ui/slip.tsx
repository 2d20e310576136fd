import type { ReactElement, ReactNode } from 'react'
import { Amount } from './money.tsx'
import styles from './slip.module.css'

interface SlipProps {
  label: string
  amountMinor: number
  currency: string
  /** Stand in place of the amount where no money moves. */
  words?: string | undefined
  /** Beside the label: what can be done with the amount. */
  aside?: ReactNode
  /** Right under the amount. */
  note?: ReactNode
  children?: ReactNode
}

/** The paper slip that carries the amount. It stands in the same place on Sell and on every screen of a payment. */
export function Slip({ label, amountMinor, currency, words, aside, note, children }: SlipProps): ReactElement {
  return (
    <section className={styles['shadow']} aria-label={label}>
      <div className={styles['slip']}>
        <div className={styles['head']}>
          <p className={styles['label']}>{label}</p>
          {aside}
        </div>
        {words === undefined ? (
          <Amount amountMinor={amountMinor} currency={currency} />
        ) : (
          <p className={styles['words']}>{words}</p>
        )}
        {note}
        {children}
      </div>
    </section>
  )
}

/** Facts as on a receipt: name, dotted leader, value. */
export function Facts({ children }: { children: ReactNode }): ReactElement {
  return <dl className={styles['facts']}>{children}</dl>
}

/** One fact; a long value stands on a line of its own. */
export function Fact({
  name,
  children,
  isLong = false,
}: {
  name: string
  children: ReactNode
  isLong?: boolean
}): ReactElement {
  return (
    <div className={isLong ? styles['longFact'] : styles['fact']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A reference, in figures that cannot be mistaken for each other. */
export function ReferenceText({ reference, isLarge = false }: { reference: string; isLarge?: boolean }): ReactElement {
  return <code className={isLarge ? styles['largeReference'] : styles['reference']}>{reference}</code>
}
