import { useLayoutEffect, type ComponentType, type ReactElement, type ReactNode } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { AppSnapshot, PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { isOpen } from '../../../../shared/transaction/state.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import type { AskApproval } from '../../approval.ts'
import { usePayment, useRecord } from '../../queries.ts'
import { MoneyWord, StateBadge, toShown } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus.ts'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toFormerWords, toMoneyId, toStateWords, toWhat } from '../../ui/state-words.ts'
import { useText, type Text } from '../../ui/text.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { useAcknowledged } from './use-acknowledged.ts'
import { useCheckNow } from '../../use-check-now.ts'
import { Linked } from './linked.tsx'
import { PaymentFacts } from './payment-facts.tsx'
import { toMeaning, toReason } from '../../ui/payment-words.ts'
import styles from './payment-page.module.css'
import { SignaturePlace } from './signature-place.tsx'
import { isSignatureUnanswered, toSignatureWay, type SignatureWay } from './signature-question.ts'
import { Timeline } from './timeline.tsx'
import { toAskedLines, toComingLines } from '../../ui/watch-lines.ts'

interface PaymentPageProps extends Omit<FoundProps, 'payment'> {
  reference: Reference
  onBack: () => void
}

/** One payment with its evidence, opened from a list. */
export function PaymentPage({ reference, onBack, ...found }: PaymentPageProps): ReactElement {
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
      {failure === null ? null : <FailureNotice failure={failure} moves="none" />}
      {payment === undefined ? null : <Found key={reference} payment={payment} {...found} />}
    </main>
  )
}

interface FoundProps {
  payment: PaymentSnapshot
  /** What the shop allows. */
  allows: AppSnapshot['allows']
  onOpen: (reference: Reference) => void
  onSettle: (reference: Reference) => void
  onAskApproval: AskApproval
  /** It stands in the window, with all that is new of it; null when it no longer does. */
  onDrawn: (reference: Reference | null) => void
  /** Its receipts, which another feature shows. */
  receipts: ComponentType<{ payment: PaymentSnapshot }>
  /** What can be done with its money, by another feature. */
  acts: ReactNode
}

function Found({ payment, allows, receipts: Receipts, acts, ...on }: FoundProps): ReactElement {
  const { onOpen, onSettle, onAskApproval, onDrawn } = on
  const text = useText()
  const { say } = text
  const isStillOpen = isOpen(payment.state)
  const now = useNow(isStillOpen)
  const way = useSignatureWay(payment, allows)
  // Until its record is read nobody knows what is to be asked.
  useAcknowledged(payment, way !== null)
  const shown = toShown(payment, now)
  const { reference } = payment
  useLayoutEffect(() => {
    onDrawn(reference)
    return () => onDrawn(null)
  }, [reference, onDrawn])
  return (
    <div className={styles['columns']} data-screen={shown.screen} data-money={shown.moneyState}>
      <SignaturePlace payment={payment} way={way === 'unread' ? null : way} onAskApproval={onAskApproval} />
      <div className={styles['slip']}>
        <Slip
          label={say(shown.moves === 'none' ? 'slip.none' : 'fact.amount')}
          amountMinor={payment.amountMinor}
          currency={payment.currency}
          words={shown.moves === 'none' ? toWhat(payment, text) : undefined}
        >
          <PaymentFacts payment={payment} shown={shown} onOpen={onOpen} />
        </Slip>
      </div>
      <div className={styles['story']}>
        <h1 ref={focusOnMount} tabIndex={-1} className={styles['title']}>
          {toWhat(payment, text)}
        </h1>
        <output className={styles['state']}>
          {isMoneySaid(shown, text) ? null : <MoneyWord shown={shown} />}
          <StateBadge shown={shown} />
        </output>
        <p className={styles['meaning']}>{toMeaning(payment, shown, text)}</p>
        {payment.correctedFrom === null ? null : (
          <Notice tone="doubt" icon="warning" title={say('page.corrected')}>
            {say('page.corrected.meaning', { before: toFormerWords(payment.correctedFrom, shown.moves, text) })}
          </Notice>
        )}
        {isStillOpen ? (
          <StillOpen payment={payment} shown={shown} now={now} onSettle={() => onSettle(payment.reference)} />
        ) : null}
        {acts}
        <Linked payment={payment} onOpen={onOpen} />
        {shown.moves === 'none' ? null : <Receipts payment={payment} />}
        <Timeline payment={payment} />
      </div>
    </div>
  )
}

/** What is asked about its signature; `unread` while nobody can say whether something is to be asked. */
function useSignatureWay(payment: PaymentSnapshot, allows: AppSnapshot['allows']): SignatureWay | 'unread' | null {
  const { value: record } = useRecord(payment.reference)
  const now = useNow(true, 60_000)
  if (!isSignatureUnanswered(payment)) return null
  return record === undefined ? 'unread' : toSignatureWay(payment, record.standing, allows, now)
}

/** Where the state is the money word itself it is not said twice. */
function isMoneySaid(shown: PaymentView, text: Text): boolean {
  const id = toMoneyId(shown.moneyState, shown.moves)
  return id !== null && text.say(id) === toStateWords(shown, text)
}

interface StillOpenProps {
  payment: PaymentSnapshot
  shown: PaymentView
  now: number
  onSettle: () => void
}

function StillOpen({ payment, shown, now, onSettle }: StillOpenProps): ReactElement {
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
          shown.actions.includes('checkNow') ? (
            <>
              <Button kind="primary" isAsleep={check.isChecking} onPress={check.checkNow}>
                {text.say(check.isChecking ? 'act.checking' : 'act.checkNow')}
              </Button>
              {shown.actions.includes('settle') ? (
                <Button kind="quiet" icon="pen" onPress={onSettle}>
                  {text.say('act.settle')}
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      >
        <p>{lines.join(' ')}</p>
        <p>{toComingLines(payment, now, text).join(' ')}</p>
      </Notice>
      {check.failure === null ? null : <FailureNotice failure={check.failure} moves={shown.moves} />}
    </>
  )
}
