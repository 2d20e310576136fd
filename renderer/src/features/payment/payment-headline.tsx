import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentScreen, PaymentView } from '../../../../shared/transaction/view.ts'
import { MoneyWord } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icons.tsx'
import { toLook } from '../../ui/state-look.ts'
import { focusOnMount } from '../../ui/focus.ts'
import { useText } from '../../ui/text.ts'
import { toWordValues } from '../../ui/payment-words.ts'
import { toHeadlineId } from '../../ui/state-words.ts'
import styles from './payment-headline.module.css'

/**
 * Screens without a money word of their own: the headline says it, or nobody asks yet, because the card is still to be
 * shown. "We do not know yet" stands for doubt only, so that it is never read past.
 */
const WORDLESS: ReadonlySet<PaymentScreen> = new Set([
  'starting',
  'waiting',
  'longWait',
  'cancelling',
  'cannotCancel',
  'notStarted',
  'notKnown',
])

/** Short and final words, to be read from across the counter. */
const LOUD: ReadonlySet<PaymentScreen> = new Set([
  'starting',
  'approved',
  'declined',
  'cancelled',
  'failed',
  'notStarted',
  'done',
])

/** A sale's are short; what tells a refund or a reversal apart takes more words. */
function isLoud({ screen, moves }: PaymentView): boolean {
  return LOUD.has(screen) && (moves === 'charge' || moves === 'none' || screen === 'starting')
}

/** Letters that a headline may have at full size, so that the acts stay on the screen. */
const LONG_AFTER = 36

interface PaymentHeadlineProps {
  payment: PaymentSnapshot
  shown: PaymentView
  /** What the state means and what to do. */
  meaning: string | null
  /** Something else is asked in large letters: the headline gives way. */
  isQuiet: boolean
  /** Changes with the state: the headline is a new one then, and takes the focus. */
  place: string
}

/** The state in picture and words, said aloud when it changes. */
export function PaymentHeadline({ payment, shown, meaning, isQuiet, place }: PaymentHeadlineProps): ReactElement {
  const text = useText()
  const { screen } = shown
  const look = toLook(shown)
  const words = text.say(toHeadlineId(shown, payment.state), toWordValues(payment, shown, text))
  const role = look.tone === 'hazard' ? 'alert' : 'status'
  return (
    <div key={role} role={role} className={styles['headline']} data-tone={look.tone}>
      <div className={styles['signs']}>
        <span className={styles['disc']} data-screen-icon={screen}>
          <Icon name={look.icon} size={48} />
        </span>
        {WORDLESS.has(screen) ? null : <MoneyWord shown={shown} />}
      </div>
      <h1
        key={place}
        ref={focusOnMount}
        tabIndex={-1}
        className={isLoud(shown) && !isQuiet ? styles['loudWords'] : styles['words']}
        data-long={words.length > LONG_AFTER}
      >
        {words}
      </h1>
      {shown.tipMinor > 0 ? (
        <p className={styles['tip']}>{text.say('payment.tip', toWordValues(payment, shown, text))}</p>
      ) : null}
      {meaning === null ? null : <p className={styles['meaning']}>{meaning}</p>}
    </div>
  )
}
