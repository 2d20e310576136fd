import { useState, type ReactElement, type ReactNode } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentAction, PaymentView } from '../../../../shared/transaction/view.ts'
import type { AskApproval } from '../../approval.ts'
import { toShown } from '../../ui/badge.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { toLook } from '../../ui/state-look.ts'
import { toMeaning } from '../../ui/payment-words.ts'
import { toWhat } from '../../ui/state-words.ts'
import { useText, type Text } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { useHeldKeys } from '../../ui/use-held-keys.ts'
import { useNow } from '../../ui/use-now.ts'
import { usePersonKeys } from '../../ui/use-person-keys.ts'
import { AskInPlace } from './ask-in-place.tsx'
import { ANSWER_KEYS, CancelButton, PaymentActions, toPrimaryAction, toEscapeAction } from './payment-actions.tsx'
import { PaymentDetails } from './payment-details.tsx'
import { PaymentHeadline } from './payment-headline.tsx'
import { PaymentSlip } from './payment-slip.tsx'
import styles from './payment-screen.module.css'
import { toReversalWithoutTerminal } from './reversal-without-terminal.ts'
import { useAutoReturn } from './use-auto-return.ts'
import { usePaymentActs } from './use-payment-acts.ts'
import { isSignatureAsked, withSignature } from './with-signature.ts'

interface PaymentScreenProps {
  payment: PaymentSnapshot
  /** The strip above, which has the same height as the frame's, so that the amount stays where it is. */
  top: ReactNode
  /** Paydesk can no longer write down what it hears: nothing on this screen will change by itself. */
  isJournalLost: boolean
  /** The screen is about to be left for the next customer. */
  onLeaving: () => void
  onSettle: () => void
  onRefund: (original: Reference) => void
  onAskApproval: AskApproval
  /** What opens its receipt, once there is one. */
  receipt?: ReactNode
  /** What stands at the foot, over no act and no amount. */
  foot?: ReactNode
}

/** One payment over the whole window: a switch over what can be proved, and nothing else. */
export function PaymentScreen(props: PaymentScreenProps): ReactElement {
  const { payment, top, receipt, foot, isJournalLost, onLeaving, onSettle, onRefund, onAskApproval } = props
  const text = useText()
  const now = useNow()
  const [comparedFor, setComparedFor] = useState<Reference | null>(null)
  const onSignatureMatches = () => setComparedFor(payment.reference)
  const known = withSignature(withPossible(toShown(payment, now), payment), comparedFor === payment.reference)
  const isUnanswered = isSignatureAsked(known)
  const around = { onLeaving, onSettle, onRefund, onAskApproval, onSignatureMatches, isUnanswered }
  const acts = usePaymentActs(payment, around)
  useHeldKeys(acts.pending === 'leave', acts.failure !== null)
  const isInDoubt = acts.isAttemptInDoubt
  const isUnwritten = isJournalLost && known.moneyState === 'unknown'
  const shown = isUnwritten ? toUnwritten(known) : isInDoubt ? toDoubted(known) : known
  const { screen } = shown
  const look = toLook(shown)
  const isHazard = look.tone === 'hazard'
  const isComparing = isSignatureAsked(shown)
  const place = `${payment.reference} ${screen}${isComparing ? ' signature' : ''}`
  const { isArmed } = useArming(place)
  const [asked, setAsked] = useState<{ at: string; action: Asked } | null>(null)
  const question = asked?.at === place && shown.actions.includes(asked.action) ? asked.action : null
  const asking = useArming(`${place} ${question ?? ''}`)
  const secondsLeft = useAutoReturn(isPlainApproval(payment, shown), () => acts.act('done'))

  const act = (action: PaymentAction) => {
    if (!isArmed) return
    setAsked(null)
    acts.act(action)
  }
  const ask = (action: Asked) => {
    if (isArmed) setAsked({ at: place, action })
  }
  usePersonKeys((event) => {
    const answer = shown.actions.find((action) => ANSWER_KEYS[action] === event.key)
    if (answer !== undefined && question === null) return act(answer)
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (!isArmed || !asking.isArmed) return
    if (question !== null) return event.key === 'Enter' ? act(question) : setAsked(null)
    if (event.key === 'Escape' && shown.actions.includes('cancel')) return ask('cancel')
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
            {question !== null ? (
              <AskInPlace
                {...toQuestion(question, payment, shown, text)}
                isAsleep={!asking.isArmed || acts.pending !== null}
                onYes={() => act(question)}
                onNo={() => setAsked(null)}
              />
            ) : shown.actions.includes('cancel') ? (
              <CancelButton isAsleep={!isArmed || acts.pending !== null} onPress={() => act('cancel')} />
            ) : isHazard ? null : (
              receipt
            )}
          </div>
        </div>
        <div className={styles['right']}>
          <PaymentHeadline
            place={place}
            payment={payment}
            shown={shown}
            isQuiet={isComparing}
            meaning={
              isUnwritten
                ? text.say('meaning.unwritten')
                : isInDoubt
                  ? toDoubtWords(payment, text)
                  : isComparing
                    ? null
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
              isAsked={question !== null}
              // What is known and what to do fill the screen: the slip for the customer stands with the acts.
              beside={isHazard && !isInDoubt ? receipt : null}
              onAct={(action) => (action === 'reverse' ? ask(action) : act(action))}
            />
          </div>
        </div>
      </main>
      {foot}
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

/** Acts that are asked about in place first. */
type Asked = 'cancel' | 'reverse'

function toQuestion(action: Asked, payment: PaymentSnapshot, shown: PaymentView, { say, money }: Text) {
  if (action === 'cancel') {
    const meaning = say('cancel.ask.meaning')
    return { question: say('cancel.ask'), meaning, yes: say('cancel.yes'), no: say('cancel.no') }
  }
  const charged = money(shown.chargedMinor ?? payment.amountMinor, payment.currency)
  const [question, meaning] = [say('reverse.ask', { charged }), say('reverse.ask.meaning')]
  return { question, meaning, yes: say('reverse.yes'), no: say('reverse.no') }
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
