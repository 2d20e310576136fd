import { useState, type ReactElement } from 'react'
import type { Twin } from '../../../../shared/errors.ts'
import type { Reference } from '../../../../shared/ids.ts'
import { usePayment } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { toName } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './twin-question.module.css'
import type { SaleRequest } from './sell-store.ts'

/** Far from Enter and from the digits, and no key that a scanner types. */
const CONFIRM_KEY = 'F12'

interface TwinQuestionProps {
  request: SaleRequest
  twin: Twin
  isPending: boolean
  onConfirm: () => void
  onDrop: () => void
  onOpenPayment: (reference: Reference) => void
}

/**
 * Asks in place of the keypad whether the same amount is meant again. Enter, which charges, is here the answer that charges
 * nothing, and where Charge was stands no button: whoever presses once more out of habit has charged nobody twice.
 */
export function TwinQuestion(props: TwinQuestionProps): ReactElement {
  const { request, twin, isPending, onConfirm, onDrop, onOpenPayment } = props
  const text = useText()
  const { say } = text
  // As old as it was when it was asked: an age that runs would be said aloud every second.
  const [now] = useState(() => Date.now())
  const { value: earlier } = usePayment(twin.reference)
  const { isArmed } = useArming(`twin ${twin.reference}`)
  const isAsleep = isPending || !isArmed
  useKeys((event) => {
    if (event.key !== CONFIRM_KEY && event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (isAsleep) return
    if (event.key === CONFIRM_KEY) onConfirm()
    else onDrop()
  })
  const amount = text.money(request.amountMinor, request.currency)
  const what = earlier === undefined ? '' : toName(earlier, text)
  const since = twin.movedAt ?? earlier?.createdAt ?? now
  const values = { amount, what, terminal: earlier?.terminalName ?? '', ago: text.ago(since, now) }
  return (
    <div className={styles['question']}>
      <Notice
        tone="doubt"
        icon="versus"
        isLarge
        title={say(twin.movedAt === null ? 'sell.twin.doubt' : 'sell.twin.moved', values)}
        actions={
          // The last is nearest to where Charge was, and charges nobody.
          <div className={styles['answers']}>
            <Button hint={CONFIRM_KEY} isAsleep={isAsleep} onPress={onConfirm}>
              {say(isPending ? 'sell.charging' : 'sell.twin.yes', values)}
            </Button>
            <Button kind="primary" hint="Enter" isAsleep={isAsleep} onPress={onDrop}>
              {say('sell.twin.no')}
            </Button>
          </div>
        }
      >
        <p>{say(twin.movedAt === null ? 'sell.twin.doubt.todo' : 'sell.twin.moved.todo')}</p>
        {earlier === undefined ? null : (
          <p className={styles['earlier']}>
            <Button kind="quiet" icon="list" onPress={() => onOpenPayment(twin.reference)}>
              {say('sell.twin.open', values)}
            </Button>
          </p>
        )}
      </Notice>
    </div>
  )
}
