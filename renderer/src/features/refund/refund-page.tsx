import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import { EVERYTHING } from '../../../../shared/ipc/history.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { CommandFailure } from '../../desk.ts'
import { useDesk } from '../../queries.ts'
import { StateBadge, toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus.ts'
import { EmptyList, ListPage } from '../../ui/list-page.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import styles from './refund-page.module.css'

interface RefundPageProps {
  /** A sale was found. */
  onChoose: (reference: Reference) => void
  /** There is none on this till. */
  onWithoutSale: () => void
}

const MOST_SHOWN = 50

/** Which sale is to be refunded: typed, found, chosen. */
export function RefundPage({ onChoose, onWithoutSale }: RefundPageProps): ReactElement {
  const { say } = useText()
  const desk = useDesk()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const entered = useRef<string | null>(null)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['refundable', wanted],
    queryFn: () => {
      const filter = { ...EVERYTHING, kind: 'sale' as const, group: 'charged' as const, text: wanted }
      return desk.read('history:list', { before: null, limit: MOST_SHOWN, filter, isCounted: false })
    },
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  })
  const list = useRowKeys<HTMLUListElement>()
  const payments = data?.payments ?? []
  const focusFirst = () => list.current?.querySelector<HTMLElement>('[data-row]')?.focus()

  /** What Enter meant, once what was typed is found: the one sale, or to choose among several. Never by what was found before. */
  const answerEnter = () => {
    if (entered.current !== wanted || data === undefined || isPlaceholderData) return
    entered.current = null
    const [first, second] = payments
    if (wanted !== '' && first !== undefined && second === undefined) onChoose(first.reference)
    else focusFirst()
  }
  const onFound = useEffectEvent(answerEnter)
  useEffect(() => onFound())
  return (
    <ListPage title={say('moneyBack.which')}>
      <div className={styles['head']}>
        <SearchField
          text={text}
          placeholder={say('history.search.hint')}
          field={focusOnMount}
          onText={(typed) => {
            entered.current = null
            setText(typed)
          }}
          onKey={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
            event.preventDefault()
            if (event.key === 'ArrowDown') return focusFirst()
            if (event.repeat) return
            entered.current = wanted
            answerEnter()
          }}
        />
        <Button onPress={onWithoutSale}>{say('moneyBack.act.unlinked')}</Button>
      </div>
      {error instanceof CommandFailure ? <FailureNotice failure={error.failure} moves="none" /> : null}
      {data !== undefined && payments.length === 0 ? (
        <EmptyList icon="magnifier" title={say('moneyBack.which.none')}>
          {say('moneyBack.which.none.todo')}
        </EmptyList>
      ) : null}
      {wanted === '' && payments.length > 0 ? <p className={styles['shown']}>{say('moneyBack.which.newest')}</p> : null}
      <ul ref={list} className={styles['list']}>
        {payments.map((payment) => (
          <li key={payment.reference}>
            <Row payment={payment} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </ListPage>
  )
}

interface RowProps {
  payment: PaymentSnapshot
  onChoose: (reference: Reference) => void
}

function Row({ payment, onChoose }: RowProps): ReactElement {
  const text = useText()
  const outcome = 'outcome' in payment.state ? payment.state.outcome : null
  const lines = [outcome?.card.maskedNumber?.replace(/\*+/, '•••• '), payment.customerReference, payment.terminalName]
  return (
    <button type="button" data-row className={styles['row']} onClick={() => onChoose(payment.reference)}>
      <span className={styles['what']}>{toWhat(payment, text)}</span>
      <span className={styles['time']}>{text.moment(payment.createdAt)}</span>
      <StateBadge shown={toShown(payment, payment.updatedAt)} />
      <span className={styles['where']}>{lines.filter((line) => (line ?? '') !== '').join(' · ')}</span>
    </button>
  )
}
