import { useState, type ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../shared/ipc/snapshots.ts'
import { toShown } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { FailureNotice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { toLook } from '../ui/state-look.ts'
import { useText } from '../ui/text.ts'
import styles from './late-panel.module.css'
import { LateWords } from './late-words.tsx'
import { openPayment } from './page-store.ts'
import { useSeen } from './use-seen.ts'

interface LatePanelProps {
  payments: readonly PaymentSnapshot[]
  onClose: () => void
}

/** All that came late, one under the other; all of it is marked as seen only after a question. */
export function LatePanel({ payments, onClose }: LatePanelProps): ReactElement {
  const { say } = useText()
  // What is asked about is what stood there then: what comes meanwhile has been read by nobody.
  const [asked, setAsked] = useState<readonly PaymentSnapshot[] | null>(null)
  const { isPending, failure, see } = useSeen()
  const seeAll = async (all: readonly PaymentSnapshot[]) => {
    await see(all)
    setAsked(null)
  }
  return (
    <Panel
      title={say('late.label')}
      isRead
      onClose={onClose}
      footer={
        asked === null ? (
          <Button kind="quiet" onPress={() => setAsked(payments)}>
            {say('late.all', { count: payments.length })}
          </Button>
        ) : (
          <div className={styles['asked']}>
            <p role="alert">{say('late.all.ask', { count: asked.length })}</p>
            <Button isAsleep={isPending} onPress={() => void seeAll(asked)}>
              {say('late.all.yes')}
            </Button>
          </div>
        )
      }
    >
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
      <ul className={styles['list']}>
        {payments.map((payment) => (
          <Row key={payment.reference} payment={payment} onClose={onClose} />
        ))}
      </ul>
    </Panel>
  )
}

function Row({ payment, onClose }: { payment: PaymentSnapshot; onClose: () => void }): ReactElement {
  const { say } = useText()
  const { isPending, see } = useSeen()
  const open = () => {
    onClose()
    openPayment(payment.reference)
  }
  return (
    <li className={styles['row']}>
      <Icon name={toLook(toShown(payment, payment.updatedAt)).icon} size={26} />
      <div className={styles['words']}>
        <LateWords payment={payment} />
      </div>
      <Button onPress={open}>{say('act.open')}</Button>
      <Button isAsleep={isPending} onPress={() => void see([payment])}>
        {say('act.seen')}
      </Button>
    </li>
  )
}
