import { Fragment, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useHistory } from '../../queries.ts'
import { StateBadge, toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyList, ListPage } from '../../ui/list-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText, type Text } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { toDays, type Day } from './days.ts'
import styles from './history-page.module.css'

/** Every payment of this till, newest first. */
export function HistoryPage({ onOpen }: { onOpen: (reference: Reference) => void }): ReactElement {
  const text = useText()
  const { say } = text
  const { value, failure, isReading, readAgain, showOlder, isReadingOlder } = useHistory()
  const now = useNow(true, 60_000)
  const list = useRowKeys<HTMLDivElement>()
  const payments = value ?? []
  return (
    <ListPage title={say('history.title')}>
      {failure === null ? null : (
        <FailureNotice
          failure={failure}
          moves="none"
          actions={<Button onPress={readAgain}>{say('app.readAgain')}</Button>}
        />
      )}
      {value !== undefined && payments.length === 0 ? (
        <EmptyList icon="list" title={say('history.empty')}>
          {say('history.empty.todo')}
        </EmptyList>
      ) : null}
      {value === undefined && isReading ? <output>{say('history.reading')}</output> : null}
      <div ref={list} className={styles['days']}>
        {toDays(payments, now).map((day) => (
          <Fragment key={day.date}>
            <h2 className={styles['day']}>{toLabel(day, now, text)}</h2>
            <ul className={styles['list']}>
              {day.payments.map((payment) => (
                <li key={payment.reference}>
                  <Row payment={payment} now={now} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
      {showOlder === null ? (
        payments.length > 0 ? (
          <p className={styles['end']}>{say('history.end')}</p>
        ) : null
      ) : (
        <div className={styles['older']}>
          <Button isAsleep={isReadingOlder} onPress={showOlder}>
            {say(isReadingOlder ? 'history.reading' : 'history.older')}
          </Button>
        </div>
      )}
    </ListPage>
  )
}

interface RowProps {
  payment: PaymentSnapshot
  now: number
  onOpen: (reference: Reference) => void
}

function Row({ payment, now, onOpen }: RowProps): ReactElement {
  const { say, money, time } = useText()
  const shown = toShown(payment, now)
  const place = payment.channel === 'gateway' ? null : payment.terminalName
  const lines =
    payment.operation === 'sale'
      ? [place, payment.customerReference]
      : [say(`operation.${payment.operation}`), toLine([place, payment.customerReference])]
  return (
    <button type="button" data-row className={styles['row']} onClick={() => onOpen(payment.reference)}>
      <span className={styles['time']}>{time(payment.createdAt)}</span>
      <span className={styles['amount']}>
        {shown.moves === 'none' ? null : money(payment.amountMinor, payment.currency)}
      </span>
      <span className={styles['state']}>
        <StateBadge shown={shown} />
        {payment.correctedFrom === null ? null : (
          <span className={styles['corrected']}>{say('history.corrected')}</span>
        )}
      </span>
      <span className={styles['where']}>
        {lines
          .filter((line) => line !== null)
          .map((line) => (
            <span key={line}>{line}</span>
          ))}
      </span>
    </button>
  )
}

function toLine(parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(' · ') || null
}

function toLabel({ which, payments }: Day, now: number, text: Text): string {
  return which === 'earlier' ? text.day(payments[0].createdAt, now) : text.say(`history.${which}`)
}
