import { useState, type ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { useLate } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { toShown } from '../ui/badge.tsx'
import { Icon } from '../ui/icons.tsx'
import { toLook } from '../ui/state-look.ts'
import { useText } from '../ui/text.ts'
import { LatePanel } from './late-panel.tsx'
import styles from './late-results.module.css'
import { LateWords } from './late-words.tsx'
import { openPayment, usePage } from './page-store.ts'
import { useSeen } from './use-seen.ts'

interface LateResultsProps {
  /** A card under the slip of Sell, one strip over another page, or one at the foot of a payment: nothing else moves for it. */
  place: 'card' | 'strip' | 'payment'
}

/**
 * Outcomes that came late, or changed: main keeps them until somebody has seen them, over a reload and a restart. The newest
 * is told, the others are a press away. Over a payment nothing can be opened.
 */
export function LateResults({ place }: LateResultsProps): ReactElement | null {
  const { say } = useText()
  const [isListed, setListed] = useState(false)
  const late = useLate().value?.payments ?? []
  // What is new of the payment whose page stands there is on that page, and so is what is asked about it.
  const drawn = usePage(({ drawnPayment }) => drawnPayment)
  const payments = late.filter(({ reference }) => place !== 'strip' || reference !== drawn)
  const [newest] = payments
  if (newest === undefined) return null
  const more = payments.length - 1
  return (
    <aside className={styles['late']} aria-label={say('late.label')} data-place={place}>
      <Newest key={newest.reference} payment={newest} isOverPayment={place === 'payment'}>
        {more === 0 ? null : place === 'payment' ? (
          <p className={styles['more']}>{say('late.more', { count: more })}</p>
        ) : (
          <Button kind="quiet" onPress={() => setListed(true)}>
            {say('late.list', { count: payments.length })}
          </Button>
        )}
      </Newest>
      {isListed ? <LatePanel payments={payments} onClose={() => setListed(false)} /> : null}
    </aside>
  )
}

interface NewestProps {
  payment: PaymentSnapshot
  isOverPayment: boolean
  children: ReactElement | null
}

function Newest({ payment, isOverPayment, children }: NewestProps): ReactElement {
  const { say } = useText()
  const { isPending, see } = useSeen()
  return (
    <div className={styles['bar']}>
      <Icon name={toLook(toShown(payment, payment.updatedAt)).icon} size={26} />
      <div className={styles['words']} role="alert">
        <LateWords payment={payment} />
      </div>
      <div className={styles['acts']}>
        {isOverPayment ? null : (
          // Its page says that it was seen, once it is there.
          <Button onPress={() => openPayment(payment.reference)}>{say('act.open')}</Button>
        )}
        <Button isAsleep={isPending} onPress={() => void see([payment])}>
          {say('act.seen')}
        </Button>
        {children}
      </div>
    </div>
  )
}
