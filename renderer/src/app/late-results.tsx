import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { useDesk, useLate } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { toShown } from '../ui/badge.tsx'
import { Icon } from '../ui/icons.tsx'
import { toLook } from '../ui/state-look.ts'
import { toFormerWords, toStateWords, toWhat } from '../ui/state-words.ts'
import { useText } from '../ui/text.ts'
import { useCommand } from '../use-command.ts'
import styles from './late-results.module.css'
import { openPayment } from './page-store.ts'

/** So many fit over a page without hiding it; the next come up as these are seen. */
const MOST_SHOWN = 3

/**
 * Outcomes that came late, or changed: main keeps them until somebody has seen them, over a reload and a restart. Over a
 * payment nothing can be opened, and the lines stand at its foot: the amount does not move.
 */
export function LateResults({ isOverPayment = false }: { isOverPayment?: boolean }): ReactElement | null {
  const { say } = useText()
  const payments = useLate().value?.payments ?? []
  if (payments.length === 0) return null
  const more = payments.length - MOST_SHOWN
  return (
    <aside className={styles['late']} aria-label={say('late.label')} data-over-payment={isOverPayment}>
      {payments.slice(0, MOST_SHOWN).map((payment) => (
        <LateResult key={payment.reference} payment={payment} isOverPayment={isOverPayment} />
      ))}
      {more > 0 ? <p className={styles['more']}>{say('late.more', { count: more })}</p> : null}
    </aside>
  )
}

interface LateResultProps {
  payment: PaymentSnapshot
  isOverPayment: boolean
}

function LateResult({ payment, isOverPayment }: LateResultProps): ReactElement {
  const text = useText()
  const { say } = text
  const desk = useDesk()
  const acknowledge = useCommand('payment:acknowledge')
  const shown = toShown(payment, payment.updatedAt)
  const at = payment.news?.at ?? payment.updatedAt
  const seen = async () => {
    const { reference, news } = payment
    const changed = news === null ? null : await acknowledge.run({ reference, news: news.number })
    if (changed !== null) desk.takePayment(changed)
  }
  return (
    <div className={styles['bar']} role="alert">
      <Icon name={toLook(shown).icon} size={26} />
      <p className={styles['words']}>
        <strong>
          {say('late.title', { what: toWhat(payment, text), state: toStateWords(shown, text), time: text.time(at) })}
        </strong>
        {payment.correctedFrom === null ? null : (
          <span>{say('late.corrected', { before: toFormerWords(payment.correctedFrom, shown.moves, text) })}</span>
        )}
      </p>
      {isOverPayment ? null : (
        // Its page says that it was seen, once it is there.
        <Button onPress={() => openPayment(payment.reference)}>{say('act.open')}</Button>
      )}
      <Button isAsleep={acknowledge.isPending} onPress={() => void seen()}>
        {say('act.seen')}
      </Button>
    </div>
  )
}
