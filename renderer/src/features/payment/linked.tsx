import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentRecord } from '../../desk.ts'
import { useRecord } from '../../queries.ts'
import { StateBadge, toShown } from '../../ui/badge.tsx'
import { toStateWords, toWhat } from '../../ui/state-words.ts'
import { useText, type Text } from '../../ui/text.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './linked.module.css'

interface LinkedProps {
  payment: PaymentSnapshot
  onOpen: (reference: Reference) => void
}

/** What was done with a payment after it went through, and what is left of it. */
export function Linked({ payment, onOpen }: LinkedProps): ReactElement | null {
  const text = useText()
  const { value } = useRecord(payment.reference)
  const list = useRowKeys<HTMLUListElement>()
  if (value === undefined) return null
  const lines = toStandingLines(payment, value, text)
  if (lines.length === 0 && value.linked.length === 0) return null
  return (
    <section aria-labelledby="linked">
      <h2 id="linked" className={styles['title']}>
        {text.say('linked.title')}
      </h2>
      {lines.map((line) => (
        <p key={line} className={styles['standing']}>
          {line}
        </p>
      ))}
      {value.linked.length === 0 ? null : (
        <ul ref={list} className={styles['list']}>
          {value.linked.map((one) => (
            <li key={one.reference}>
              <Row payment={one} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ payment, onOpen }: LinkedProps): ReactElement {
  const text = useText()
  const shown = toShown(payment, payment.updatedAt)
  const time = text.time(payment.createdAt)
  const name = { what: toWhat(payment, text), time, state: toStateWords(shown, text) }
  return (
    <button
      type="button"
      data-row
      className={styles['row']}
      aria-label={text.say('linked.openName', name)}
      onClick={() => onOpen(payment.reference)}
    >
      <span className={styles['what']}>{toWhat(payment, text)}</span>
      <span className={styles['time']}>{time}</span>
      <StateBadge shown={shown} />
    </button>
  )
}

/** What can still be done with it, from the till's own books (handpoint-api.md §6.31); nothing where nothing moved. */
function toStandingLines(payment: PaymentSnapshot, { standing }: PaymentRecord, text: Text): string[] {
  const { moves } = toShown(payment, payment.updatedAt)
  if (standing.totalMinor === 0) return []
  if (standing.hasOpenLink) return [text.say('linked.unresolved')]
  if (standing.isReversed) return [text.say('linked.reversed')]
  if (standing.isDoneElsewhere) return [text.say('linked.doneElsewhere')]
  const isNamed = 'outcome' in payment.state && (payment.state.outcome?.transactionId ?? '') !== ''
  if (!isNamed && (moves === 'charge' || moves === 'hold')) return [text.say('linked.unnamed')]
  const amount = text.money(standing.remainingMinor, payment.currency)
  if (moves === 'hold') {
    if (payment.operation !== 'preAuthorization') return []
    return [standing.isCaptured ? text.say('linked.captured') : text.say('linked.capturable', { amount })]
  }
  if (moves !== 'charge') return []
  return [standing.remainingMinor === 0 ? text.say('linked.nothingLeft') : text.say('linked.refundable', { amount })]
}
