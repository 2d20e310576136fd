import type { ReactElement, ReactNode } from 'react'
import type { PaymentAction, PaymentView } from '../../../../shared/transaction/view.ts'
import { Button } from '../../ui/button.tsx'
import { toLook } from '../../ui/state-look.ts'
import { useText } from '../../ui/text.ts'
import styles from './payment-actions.module.css'

/** Never what cannot be taken back by another press, and no answer about a signature that nobody has looked at. */
const PRIMARY: ReadonlySet<PaymentAction> = new Set(['checkNow', 'tryAgain', 'collectRest', 'done'])

/** The answers to a question that stands there in large letters have keys of their own: Enter would be pressed from habit. */
export const ANSWER_KEYS: Readonly<Partial<Record<PaymentAction, string>>> = {
  signatureMatches: '1',
  signatureFails: '2',
}

/** What Enter does: the first act that is offered, but never to cancel. */
export function toPrimaryAction({ actions }: PaymentView): PaymentAction | null {
  return actions.find((action) => PRIMARY.has(action)) ?? null
}

/** What Esc does where there is nothing to cancel: go on. Not from "not known", which must not be passed by a slip of the hand. */
export function toEscapeAction(shown: PaymentView): PaymentAction | null {
  if (toLook(shown).tone === 'hazard') return null
  return shown.actions.find((action) => action === 'leave' || action === 'done') ?? null
}

/** Acts by which another operation begins. */
const BEGINNING: ReadonlySet<PaymentAction> = new Set(['withoutTerminal', 'collectRest', 'reverse', 'signatureFails'])

interface PaymentActionsProps {
  shown: PaymentView
  isAsleep: boolean
  pending: PaymentAction | null
  isAttemptInDoubt: boolean
  onAct: (action: PaymentAction) => void
  /** Something else is asked, and its answers have the keys. */
  isAsked: boolean
  /** Stands beside the manager's act. */
  beside?: ReactNode
}

/** Acts with a button where Charge stood. Cancel stands elsewhere, and the manager's act is a quiet one below. */
type PlacedAction = Exclude<PaymentAction, 'cancel' | 'settle'>

function isPlaced(action: PaymentAction): action is PlacedAction {
  return action !== 'cancel' && action !== 'settle'
}

/** The acts that stand where Charge stood; Cancel is never among them. */
export function PaymentActions(props: PaymentActionsProps): ReactElement {
  const { shown, isAsleep, pending, isAttemptInDoubt, isAsked, onAct, beside = null } = props
  const { say } = useText()
  const primary = toPrimaryAction(shown)
  const escape = toEscapeAction(shown)
  // Beside the question about a signature it is no third answer.
  const isLeaveAside = shown.actions.includes('signatureFails') && shown.actions.includes('leave')
  const placed = shown.actions.filter(isPlaced).filter((action) => action !== 'leave' || !isLeaveAside)
  const toWords = (action: PlacedAction) => {
    if (action === 'checkNow' && pending === 'checkNow') return say('act.checking')
    if (action === 'tryAgain' && isAttemptInDoubt) {
      return say(pending === 'tryAgain' ? 'sell.doubt.looking' : 'sell.doubt.again')
    }
    if (BEGINNING.has(action) && pending === action) return say('act.starting')
    return say(`act.${action}`)
  }
  return (
    <>
      <div className={styles['actions']}>
        {placed.map((action) => (
          <Button
            key={action}
            kind={action === (primary ?? 'signatureMatches') || placed.length === 1 ? 'primary' : 'secondary'}
            hint={isAsked ? undefined : action === primary ? 'Enter' : action === escape ? 'Esc' : ANSWER_KEYS[action]}
            isAsleep={isAsleep || pending !== null}
            onPress={() => onAct(action)}
          >
            {toWords(action)}
          </Button>
        ))}
      </div>
      {shown.actions.includes('settle') || isLeaveAside || beside !== null ? (
        <div className={styles['manager']}>
          {beside}
          {isLeaveAside ? (
            <Button
              kind="quiet"
              hint={isAsked ? undefined : 'Esc'}
              isAsleep={isAsleep || pending !== null}
              onPress={() => onAct('leave')}
            >
              {say('act.leave')}
            </Button>
          ) : null}
          {shown.actions.includes('settle') ? (
            <Button kind="quiet" icon="pen" isAsleep={isAsleep || pending !== null} onPress={() => onAct('settle')}>
              {say('act.settle')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

/** Cancel, far from where Charge was. */
export function CancelButton({ isAsleep, onPress }: { isAsleep: boolean; onPress: () => void }): ReactElement {
  const { say } = useText()
  return (
    <Button icon="cross" hint="Esc" isAsleep={isAsleep} onPress={onPress}>
      {say('act.cancel')}
    </Button>
  )
}
