import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import { view } from '../../../../shared/transaction/view.ts'
import { usePayment } from '../../queries.ts'
import { MoneyWord, StateBadge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Slip } from '../../ui/slip.tsx'
import { FORMER_STATES } from '../../ui/former-state.ts'
import { useText } from '../../ui/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCheckNow } from '../../use-check-now.ts'
import { PaymentFacts } from './payment-facts.tsx'
import { toMeaning, toReason } from '../../ui/payment-words.ts'
import styles from './payment-page.module.css'
import { Timeline } from './timeline.tsx'
import { toAskedLines, toComingLines } from '../../ui/watch-lines.ts'

interface PaymentPageProps {
  reference: Reference
  onOpen: (reference: Reference) => void
  onBack: () => void
}

/** One payment with its evidence, opened from a list. */
export function PaymentPage({ reference, onOpen, onBack }: PaymentPageProps): ReactElement {
  const { say } = useText()
  const { value: payment, failure } = usePayment(reference)
  useKeys((event) => {
    if (event.key === 'Escape') onBack()
  })
  return (
    <main className={styles['page']}>
      <div className={styles['back']}>
        <Button kind="quiet" icon="back" hint="Esc" onPress={onBack}>
          {say('act.back')}
        </Button>
      </div>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {payment === undefined ? null : <Found key={reference} payment={payment} onOpen={onOpen} />}
    </main>
  )
}

function Found({
  payment,
  onOpen,
}: {
  payment: PaymentSnapshot
  onOpen: (reference: Reference) => void
}): ReactElement {
  const text = useText()
  const { say } = text
  const isStillOpen = isOpen(payment.state)
  const now = useNow(isStillOpen)
  const shown = view({ intent: payment, state: payment.state, elapsedMs: now - payment.createdAt })
  const amount = text.money(payment.amountMinor, payment.currency)
  return (
    <div className={styles['columns']} data-screen={shown.screen} data-money={shown.moneyState}>
      <div className={styles['slip']}>
        <Slip label={say('fact.amount')} amountMinor={payment.amountMinor} currency={payment.currency}>
          <PaymentFacts payment={payment} shown={shown} onOpen={onOpen} />
        </Slip>
      </div>
      <div className={styles['story']}>
        <h1 ref={focusOnMount} tabIndex={-1} className={styles['title']}>
          {say('page.payment', { amount })}
        </h1>
        <output className={styles['state']}>
          <MoneyWord state={shown.moneyState} />
          <StateBadge screen={shown.screen} />
        </output>
        <p className={styles['meaning']}>{toMeaning(payment, shown, text)}</p>
        {payment.correctedFrom === null ? null : (
          <Notice tone="doubt" icon="warning" title={say('page.corrected')}>
            {say('page.corrected.meaning', { before: say(FORMER_STATES[payment.correctedFrom]) })}
          </Notice>
        )}
        {isStillOpen ? <StillOpen payment={payment} now={now} canCheck={shown.actions.includes('checkNow')} /> : null}
        <Timeline payment={payment} />
      </div>
    </div>
  )
}

interface StillOpenProps {
  payment: PaymentSnapshot
  now: number
  canCheck: boolean
}

function StillOpen({ payment, now, canCheck }: StillOpenProps): ReactElement {
  const text = useText()
  const check = useCheckNow(payment.reference)
  const reason = toReason(payment, text)
  const lines = [...(reason === null ? [] : [reason]), ...toAskedLines(payment.watch, text)]
  return (
    <>
      <Notice
        tone="doubt"
        icon="magnifier"
        actions={
          canCheck ? (
            <Button kind="primary" isAsleep={check.isChecking} onPress={check.checkNow}>
              {text.say(check.isChecking ? 'act.checking' : 'act.checkNow')}
            </Button>
          ) : undefined
        }
      >
        <p>{lines.join(' ')}</p>
        <p>{toComingLines(payment.watch, now, text).join(' ')}</p>
      </Notice>
      {check.failure === null ? null : <FailureNotice failure={check.failure} />}
    </>
  )
}
