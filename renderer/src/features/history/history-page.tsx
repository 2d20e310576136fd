import { Fragment, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useHistory } from '../../queries.ts'
import { StateBadge, toScreenOf } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyList, ListPage } from '../../ui/list-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { useText, type Text } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './history-page.module.css'

/** Every payment of this till, newest first. */
export function HistoryPage({ onOpen }: { onOpen: (reference: Reference) => void }): ReactElement {
  const text = useText()
  const { say } = text
  const { value, failure, isReading, readAgain, showOlder, isReadingOlder } = useHistory()
  const now = useNow()
  const list = useRowKeys<HTMLDivElement>()
  const payments = value ?? []
  return (
    <ListPage title={say('history.title')}>
      {failure === null ? null : (
        <FailureNotice failure={failure} actions={<Button onPress={readAgain}>{say('app.readAgain')}</Button>} />
      )}
      {value !== undefined && payments.length === 0 ? (
        <EmptyList icon="list" title={say('history.empty')}>
          {say('history.empty.todo')}
        </EmptyList>
      ) : null}
      {value === undefined && isReading ? <output>{say('history.reading')}</output> : null}
      <div ref={list} className={styles['days']}>
        {toDays(payments, now, text).map(({ day, rows }) => (
          <Fragment key={day}>
            <h2 className={styles['day']}>{day}</h2>
            <ul className={styles['list']}>
              {rows.map((payment) => (
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
  return (
    <button type="button" data-row className={styles['row']} onClick={() => onOpen(payment.reference)}>
      <span className={styles['time']}>{time(payment.createdAt)}</span>
      <span className={styles['amount']}>{money(payment.amountMinor, payment.currency)}</span>
      <span className={styles['state']}>
        <StateBadge screen={toScreenOf(payment, now)} />
        {payment.correctedFrom === null ? null : (
          <span className={styles['corrected']}>{say('history.corrected')}</span>
        )}
      </span>
      <span className={styles['where']}>
        <span>{payment.terminalName}</span>
        {payment.customerReference === null ? null : <span>{payment.customerReference}</span>}
      </span>
    </button>
  )
}

function toDays(payments: PaymentSnapshot[], now: number, text: Text): { day: string; rows: PaymentSnapshot[] }[] {
  const today = text.day(now)
  const yesterday = text.day(now - 24 * 60 * 60_000)
  const days = Map.groupBy(payments, (payment) => text.day(payment.createdAt))
  return [...days].map(([day, rows]) => ({
    day: day === today ? text.say('history.today') : day === yesterday ? text.say('history.yesterday') : day,
    rows,
  }))
}
