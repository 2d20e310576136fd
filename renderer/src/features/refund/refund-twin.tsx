import { useState, type ReactElement, type RefObject } from 'react'
import { usePayment } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toName } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { usePanelKeys } from '../../ui/use-panel-keys.ts'
import { dropDoubled, toTwinWords } from './doubled.ts'
import { useMoneyBack, type Doubled } from './money-back-store.ts'
import styles from './refund.module.css'

/** Far from Enter and from the digits, and no key that a scanner types. */
const CONFIRM_KEY = 'F12'

interface RefundTwinProps {
  doubled: Doubled
  /** What would be refunded: of which sale. */
  what: string
  inside: RefObject<HTMLElement | null>
  onConfirm: () => void
}

/**
 * Asks in place of the keypad whether the same amount is meant again. What it asks about stands fixed beside it, and Enter,
 * which refunds, is here the answer that pays nothing back.
 */
export function RefundTwin({ doubled, what, inside, onConfirm }: RefundTwinProps): ReactElement {
  const text = useText()
  const { say } = text
  const { request, twin } = doubled
  // As old as it was when it was asked: an age that runs would be said aloud every second.
  const [now] = useState(() => Date.now())
  const { value: earlier } = usePayment(twin.reference)
  const isPending = useMoneyBack((state) => state.isPending)
  const { isArmed } = useArming(`twin ${twin.reference}`)
  const isAsleep = isPending || !isArmed
  usePanelKeys(inside, (event) => {
    if (event.key !== CONFIRM_KEY && event.key !== 'Enter') return
    event.preventDefault()
    if (isAsleep) return
    if (event.key === CONFIRM_KEY) onConfirm()
    else dropDoubled()
  })
  const amount = text.money(request.amountMinor, request.currency)
  const before = earlier === undefined ? '' : toName(earlier, text)
  const ago = text.ago(twin.movedAt ?? earlier?.createdAt ?? now, now)
  const words = toTwinWords(twin)
  const values = { amount, what: before, terminal: earlier?.terminalName ?? '', ago }
  return (
    <Notice
      tone="doubt"
      icon="versus"
      title={say(words.title, values)}
      actions={
        // The last is where the refund was begun, and pays nothing back.
        <div className={styles['answers']}>
          <Button hint={CONFIRM_KEY} isAsleep={isAsleep} onPress={onConfirm}>
            {isPending ? say('act.starting') : say('moneyBack.twin.yes', { amount })}
          </Button>
          <Button kind="primary" hint="Enter" isAsleep={isAsleep} onPress={dropDoubled}>
            {say('moneyBack.twin.no')}
          </Button>
        </div>
      }
    >
      <p>{what}</p>
      <p>{say(words.todo)}</p>
    </Notice>
  )
}
