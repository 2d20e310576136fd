import { useState, type ReactElement, type ReactNode } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentAction, PaymentView } from '../../../../shared/transaction/view.ts'
import { toShown } from '../../ui/badge.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { toLook } from '../../ui/state-look.ts'
import { toMeaning } from '../../ui/payment-words.ts'
import { toWhat } from '../../ui/state-words.ts'
import { useText, type Text } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { CancelAsk, CancelButton, PaymentActions, toPrimaryAction, toEscapeAction } from './payment-actions.tsx'
import { PaymentDetails } from './payment-details.tsx'
import { PaymentHeadline } from './payment-headline.tsx'
import { PaymentSlip } from './payment-slip.tsx'
import styles from './payment-screen.module.css'
import { toReversalWithoutTerminal } from './reversal-without-terminal.ts'
import { useAutoReturn } from './use-auto-return.ts'
import { usePaymentActs } from './use-payment-acts.ts'

interface PaymentScreenProps {
  payment: PaymentSnapshot
  /** The strip above, which has the same height as the frame's, so that the amount stays where it is. */
  top: ReactNode
  /** Paydesk can no longer write down what it hears: nothing on this screen will change by itself. */
  isJournalLost: boolean
  onLeft: () => void
  onSettle: () => void
}

/** One payment over the whole window: a switch over what can be proved, and nothing else. */
export function PaymentScreen({ payment, top, isJournalLost, onLeft, onSettle }: PaymentScreenProps): ReactElement {
  const text = useText()
  const now = useNow()
  const acts = usePaymentActs(payment, { onLeft, onSettle })
  const isInDoubt = acts.isAttemptInDoubt
  const known = withPossible(toShown(payment, now), payment)
  const isUnwritten = isJournalLost && known.moneyState === 'unknown'
  const shown = isUnwritten ? toUnwritten(known) : isInDoubt ? toDoubted(known) : known
  const { screen } = shown
  const look = toLook(shown)
  const place = `${payment.reference} ${screen}`
  const { isArmed } = useArming(place)
  const [askedAt, setAskedAt] = useState<string | null>(null)
  const isAsking = askedAt === place && shown.actions.includes('cancel')
  const asking = useArming(`${place} ${isAsking}`)
  const secondsLeft = useAutoReturn(isPlainApproval(payment, shown), () => acts.act('done'))

  const act = (action: PaymentAction) => {
    if (!isArmed) return
    setAskedAt(null)
    acts.act(action)
  }
  useKeys((event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (!isArmed || !asking.isArmed) return
    if (isAsking) return event.key === 'Enter' ? act('cancel') : setAskedAt(null)
    if (event.key === 'Escape' && shown.actions.includes('cancel')) return setAskedAt(place)
    const action = event.key === 'Enter' ? toPrimaryAction(shown) : toEscapeAction(shown)
    if (action !== null) act(action)
  })

  return (
    <div className={styles['screen']} data-tone={look.tone} data-screen={screen} data-money={shown.moneyState}>
      {top}
      <main className={styles['page']}>
        <div className={styles['left']}>
          <PaymentSlip payment={payment} shown={known} isAttemptInDoubt={isInDoubt} />
          <div className={styles['cancel']}>
            {!shown.actions.includes('cancel') ? null : isAsking ? (
              <CancelAsk
                isAsleep={!asking.isArmed || acts.pending !== null}
                onYes={() => act('cancel')}
                onNo={() => setAskedAt(null)}
              />
            ) : (
              <CancelButton isAsleep={!isArmed || acts.pending !== null} onPress={() => act('cancel')} />
            )}
          </div>
        </div>
        <div className={styles['right']}>
          <PaymentHeadline
            place={place}
            payment={payment}
            shown={shown}
            meaning={
              isUnwritten
                ? text.say('meaning.unwritten')
                : isInDoubt
                  ? toDoubtWords(payment, text)
                  : toMeaning(payment, shown, text)
            }
          />
          {isInDoubt || isUnwritten ? null : <PaymentDetails payment={payment} shown={shown} now={now} />}
          <div className={styles['bottom']}>
            {acts.failure === null ? null : <FailureNotice failure={acts.failure} moves={shown.moves} />}
            {secondsLeft === null ? null : (
              <p className={styles['returns']}>{text.say('payment.returns', { seconds: secondsLeft })}</p>
            )}
            <PaymentActions
              shown={shown}
              isAsleep={!isArmed}
              pending={acts.pending}
              isAttemptInDoubt={isInDoubt}
              onAct={act}
            />
          </div>
        </div>
      </main>
    </div>
  )
}

/** An open payment that nobody writes down any more: not known, and only the next start can find out. */
function toUnwritten(known: PaymentView): PaymentView {
  return { ...known, screen: 'notKnown', actions: ['leave'] }
}

/** While a new attempt may be running, what is proved of the payment before it is not what the cashier has to know. */
function toDoubted(known: PaymentView): PaymentView {
  return {
    ...known,
    screen: 'notKnown',
    moneyState: 'unknown',
    chargedMinor: null,
    tipMinor: 0,
    dueMinor: 0,
    needsSignatureCheck: false,
    actions: ['tryAgain', ...known.actions.filter((action) => action === 'done' || action === 'leave')],
  }
}

function toDoubtWords(payment: PaymentSnapshot, text: Text): string {
  const meaning = text.say('attempt.doubt.meaning', { what: toWhat(payment, text) })
  return `${meaning} ${text.say('attempt.doubt.todo')}`
}

/** Not every reversal can do without a terminal. */
function withPossible(shown: PaymentView, payment: PaymentSnapshot): PaymentView {
  if (toReversalWithoutTerminal(payment) !== null) return shown
  return { ...shown, actions: shown.actions.filter((action) => action !== 'withoutTerminal') }
}

/** Only what nobody needs to read: approved in full, nothing to compare, nothing corrected. */
function isPlainApproval(payment: PaymentSnapshot, shown: PaymentView): boolean {
  return (
    shown.screen === 'approved' &&
    shown.moves === 'charge' &&
    shown.basis === 'terminal' &&
    shown.dueMinor === 0 &&
    !shown.needsSignatureCheck &&
    payment.correctedFrom === null
  )
}
