import type { ReactElement } from 'react'
import { leavesTheShop, toLastFour, toOutcomes } from '../../../../shared/history-filter.ts'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { StateBadge, toShown } from '../../ui/badge.tsx'
import { useText } from '../../ui/text.ts'
import styles from './history-row.module.css'

interface HistoryRowProps {
  payment: PaymentSnapshot
  now: number
  isSelected: boolean
  onOpen: (reference: Reference) => void
}

/** One payment: when, which, how much, how it stands, by which card, where and for whom. */
export function HistoryRow({ payment, now, isSelected, onOpen }: HistoryRowProps): ReactElement {
  const { say, time } = useText()
  const { reference, number, customerReference } = payment
  const lastFour = toOutcomes(payment.state)
    .map(({ card }) => toLastFour(card.maskedNumber))
    .find((digits) => digits !== null)
  const place = payment.channel === 'gateway' ? null : payment.terminalName
  return (
    <button
      type="button"
      data-row={reference}
      className={styles['row']}
      data-selected={isSelected}
      onClick={() => onOpen(reference)}
    >
      <span className={styles['time']}>{time(payment.createdAt)}</span>
      <span className={styles['number']}>
        {number === null ? null : (
          <>
            <span className="visually-hidden">{say('history.number', { number: number.toString() })}</span>
            <span aria-hidden="true">#{number}</span>
          </>
        )}
      </span>
      <RowAmount payment={payment} />
      <span className={styles['state']}>
        <StateBadge shown={toShown(payment, now)} />
        {payment.correctedFrom === null ? null : (
          <span className={styles['corrected']}>{say('history.corrected')}</span>
        )}
      </span>
      <span className={styles['card']}>
        {lastFour === undefined ? null : (
          <>
            <span className="visually-hidden">{say('history.card', { digits: lastFour })}</span>
            <span aria-hidden="true">•••• {lastFour}</span>
          </>
        )}
      </span>
      <span className={styles['where']}>
        {place === null ? null : <span>{place}</span>}
        {customerReference === null ? null : <span>{customerReference}</span>}
      </span>
    </button>
  )
}

/** What the card was charged, once that is known, else what was asked for; what leaves the shop with a minus and its name. */
function RowAmount({ payment }: { payment: PaymentSnapshot }): ReactElement {
  const { say, money } = useText()
  const { operation, amountMinor, currency, state } = payment
  const charged = 'chargedMinor' in state ? state.chargedMinor : amountMinor
  const sign = leavesTheShop(operation) ? -1 : 1
  const words =
    operation === 'sale'
      ? charged === amountMinor
        ? null
        : say('history.ofAsked', { amount: money(amountMinor, currency) })
      : say(`operation.${operation}`)
  return (
    <span className={styles['amounts']}>
      <span className={styles['amount']}>{money(sign * charged, currency)}</span>
      {words === null ? null : <span className={styles['words']}>{words}</span>}
    </span>
  )
}
