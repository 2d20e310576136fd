import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useUnresolved } from '../../queries.ts'
import { StateBadge, toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyList, ListPage } from '../../ui/list-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { toMeaning, toReason } from '../../ui/payment-words.ts'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { toAskedLines, toComingLines } from '../../ui/watch-lines.ts'
import { useCheckNow } from '../../use-check-now.ts'
import styles from './unresolved-page.module.css'

interface OpenProps {
  onOpen: (reference: Reference) => void
  onSettle: (reference: Reference) => void
}

/** Every payment whose outcome is still to be found out, with what is known and what happens next. */
export function UnresolvedPage({ onOpen, onSettle }: OpenProps): ReactElement {
  const { say } = useText()
  const { value, failure, readAgain } = useUnresolved()
  const now = useNow()
  const list = useRowKeys<HTMLUListElement>()
  const payments = value?.payments ?? []
  return (
    <ListPage title={say('unresolved.title')} hint={say('unresolved.hint')}>
      {failure === null ? null : (
        <FailureNotice
          failure={failure}
          moves="none"
          actions={<Button onPress={readAgain}>{say('app.readAgain')}</Button>}
        />
      )}
      {value !== undefined && payments.length === 0 ? (
        <EmptyList icon="seal" title={say('unresolved.empty')}>
          {say('unresolved.empty.todo')}
        </EmptyList>
      ) : null}
      <ul ref={list} className={styles['list']}>
        {payments.map((payment) => (
          <li key={payment.reference}>
            <Card payment={payment} now={now} onOpen={onOpen} onSettle={onSettle} />
          </li>
        ))}
      </ul>
    </ListPage>
  )
}

interface CardProps extends OpenProps {
  payment: PaymentSnapshot
  now: number
}

function Card({ payment, now, onOpen, onSettle }: CardProps): ReactElement {
  const text = useText()
  const { say } = text
  const check = useCheckNow(payment.reference)
  const shown = toShown(payment, now)
  const what = toWhat(payment, text)
  const time = text.time(payment.createdAt)
  return (
    <article className={styles['card']} data-money={shown.moneyState}>
      <div className={styles['what']}>
        {shown.moves === 'none' ? null : (
          <p className={styles['amount']}>{text.money(payment.amountMinor, payment.currency)}</p>
        )}
        {payment.operation === 'sale' ? null : (
          <p className={styles['operation']}>{say(`operation.${payment.operation}`)}</p>
        )}
        <p className={styles['when']}>
          {[time, ...(payment.channel === 'gateway' ? [] : [payment.terminalName])].join(' · ')}
          {payment.customerReference === null ? '' : ` · ${payment.customerReference}`}
        </p>
      </div>
      <div className={styles['known']}>
        <StateBadge shown={shown} />
        <p>
          {[toReason(payment, text) ?? toMeaning(payment, shown, text), ...toAskedLines(payment.watch, text)].join(' ')}
        </p>
        <p className={styles['next']}>{toComingLines(payment, now, text).join(' ')}</p>
        {check.failure === null ? null : <FailureNotice failure={check.failure} moves={shown.moves} />}
      </div>
      <div className={styles['acts']}>
        <Button isRow label={say('unresolved.openName', { what, time })} onPress={() => onOpen(payment.reference)}>
          {say('act.open')}
        </Button>
        {shown.actions.includes('checkNow') ? (
          <Button
            label={say('unresolved.checkName', { what, time })}
            isAsleep={check.isChecking}
            onPress={check.checkNow}
          >
            {say(check.isChecking ? 'act.checking' : 'act.checkNow')}
          </Button>
        ) : null}
        {shown.actions.includes('settle') ? (
          <Button
            kind="quiet"
            icon="pen"
            label={say('unresolved.settleName', { what, time })}
            onPress={() => onSettle(payment.reference)}
          >
            {say('act.settle')}
          </Button>
        ) : null}
      </div>
    </article>
  )
}
