import type { ReactElement } from 'react'
import type { PaymentAction, PaymentView } from '../../../../shared/transaction/view.ts'
import { Button } from '../../ui/button.tsx'
import { toLook } from '../../ui/state-look.ts'
import { useText } from '../../ui/text.ts'
import styles from './payment-actions.module.css'

/** What Enter does: the first act that is offered, but never to cancel. */
export function toPrimaryAction({ actions }: PaymentView): PaymentAction | null {
  return actions.find((action) => action === 'checkNow' || action === 'tryAgain' || action === 'done') ?? null
}

/** What Esc does where there is nothing to cancel: go on. Not from "not known", which must not be passed by a slip of the hand. */
export function toEscapeAction(shown: PaymentView): PaymentAction | null {
  if (toLook(shown).tone === 'hazard') return null
  return shown.actions.find((action) => action === 'leave' || action === 'done') ?? null
}

interface PaymentActionsProps {
  shown: PaymentView
  isAsleep: boolean
  pending: PaymentAction | null
  isAttemptInDoubt: boolean
  onAct: (action: PaymentAction) => void
}

/** Acts with a button where Charge stood. Cancel stands elsewhere, the manager's act is a quiet one below, and what has to be refunded instead is told, not pressed. */
type PlacedAction = Exclude<PaymentAction, 'cancel' | 'settle' | 'refundInstead'>

function isPlaced(action: PaymentAction): action is PlacedAction {
  return action !== 'cancel' && action !== 'settle' && action !== 'refundInstead'
}

/** The acts that stand where Charge stood; Cancel is never among them. */
export function PaymentActions(props: PaymentActionsProps): ReactElement {
  const { shown, isAsleep, pending, isAttemptInDoubt, onAct } = props
  const { say } = useText()
  const primary = toPrimaryAction(shown)
  const escape = toEscapeAction(shown)
  const placed = shown.actions.filter(isPlaced)
  const toWords = (action: PlacedAction) => {
    if (action === 'checkNow' && pending === 'checkNow') return say('act.checking')
    if (action === 'tryAgain' && isAttemptInDoubt) {
      return say(pending === 'tryAgain' ? 'sell.doubt.looking' : 'sell.doubt.again')
    }
    if (action === 'withoutTerminal' && pending === 'withoutTerminal') return say('act.starting')
    return say(`act.${action}`)
  }
  return (
    <>
      <div className={styles['actions']}>
        {placed.map((action) => (
          <Button
            key={action}
            kind={action === primary || placed.length === 1 ? 'primary' : 'secondary'}
            hint={action === primary ? 'Enter' : action === escape ? 'Esc' : undefined}
            isAsleep={isAsleep || pending !== null}
            onPress={() => onAct(action)}
          >
            {toWords(action)}
          </Button>
        ))}
      </div>
      {shown.actions.includes('settle') ? (
        <div className={styles['manager']}>
          <Button kind="quiet" icon="pen" isAsleep={isAsleep || pending !== null} onPress={() => onAct('settle')}>
            {say('act.settle')}
          </Button>
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

interface CancelAskProps {
  isAsleep: boolean
  onYes: () => void
  onNo: () => void
}

/** Asked in place after Esc, which may have been meant for something else. */
export function CancelAsk({ isAsleep, onYes, onNo }: CancelAskProps): ReactElement {
  const { say } = useText()
  return (
    <fieldset className={styles['ask']} aria-labelledby="cancel-ask">
      <p id="cancel-ask" className={styles['question']} role="alert">
        {say('cancel.ask')}
      </p>
      <p>{say('cancel.ask.meaning')}</p>
      <div className={styles['answers']}>
        <Button kind="primary" hint="Enter" isAsleep={isAsleep} onPress={onYes}>
          {say('cancel.yes')}
        </Button>
        <Button hint="Esc" isAsleep={isAsleep} onPress={onNo}>
          {say('cancel.no')}
        </Button>
      </div>
    </fieldset>
  )
}
