import type { ReactElement, ReactNode } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { toLook } from '../../ui/state-look.ts'
import { toFormerWords } from '../../ui/state-words.ts'
import { toStopwatch, useText } from '../../ui/text.ts'
import { toReason, toTerminalText } from '../../ui/payment-words.ts'
import styles from './payment-details.module.css'
import { SignatureCheck } from './signature-check.tsx'
import { TerminalTest } from './terminal-test.tsx'
import { toAskedLines, toComingLines } from '../../ui/watch-lines.ts'

interface PaymentDetailsProps {
  payment: PaymentSnapshot
  shown: PaymentView
  now: number
}

/** What belongs to a state besides its words: seconds, the split, the signature, what happens next and when. */
export function PaymentDetails({ payment, shown, now }: PaymentDetailsProps): ReactElement {
  const text = useText()
  const { say } = text
  const { screen } = shown
  const elapsed = toStopwatch(now - payment.createdAt)
  const coming = toComingLines(payment, now, text)
  const said = toTerminalText(payment)
  return (
    <div className={styles['details']}>
      {screen === 'waiting' || screen === 'longWait' || screen === 'cannotCancel' || screen === 'cancelling' ? (
        <p className={styles['elapsed']} role="timer" aria-label={say('payment.elapsed', { time: elapsed })}>
          <Icon name="clock" size={26} />
          {elapsed}
          <span>{say('payment.elapsed.what')}</span>
        </p>
      ) : null}
      <TerminalTest payment={payment} shown={shown} now={now} />
      {shown.dueMinor > 0 ? <Split payment={payment} shown={shown} /> : null}
      {shown.needsSignatureCheck ? (
        shown.actions.includes('signatureMatches') ? (
          <SignatureCheck payment={payment} />
        ) : (
          <Line icon="pen">
            <strong>{say('payment.signature')}</strong>
            <br />
            {say('payment.signature.todo')}
          </Line>
        )
      ) : null}
      {said === null ? null : <Line icon="terminal">{say('payment.terminalSays', { text: said })}</Line>}
      {screen === 'checking' ? (
        <>
          <Line icon="magnifier">
            {[toReason(payment, text) ?? '', ...toAskedLines(payment.watch, text)].join(' ')}
          </Line>
          <Line icon="clock">{coming.join(' ')}</Line>
          <Line icon="list">{say('payment.leaveNote')}</Line>
        </>
      ) : null}
      {screen === 'confirming' || screen === 'partlyApprovedConfirming' ? (
        <Line icon="clock">{coming.join(' ')}</Line>
      ) : null}
      {toLook(shown).tone === 'hazard' ? (
        <dl className={styles['five']}>
          <div>
            <dt>{say('payment.happens')}</dt>
            <dd>{coming.join(' ')}</dd>
          </div>
          <div>
            <dt>{say('payment.safe')}</dt>
            <dd>{say('payment.safe.list')}</dd>
          </div>
        </dl>
      ) : null}
      {shown.actions.includes('refundInstead') ? <Line icon="back">{say('meaning.refundInstead')}</Line> : null}
      {payment.correctedFrom === null ? null : (
        <Line icon="warning">
          {say('payment.lateNote', { before: toFormerWords(payment.correctedFrom, shown.moves, text) })}
        </Line>
      )}
    </div>
  )
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }): ReactElement {
  return (
    <div className={styles['line']}>
      <Icon name={icon} size={26} />
      <p>{children}</p>
    </div>
  )
}

/** How much of the amount is approved, to scale and in words. */
function Split({ payment, shown }: { payment: PaymentSnapshot; shown: PaymentView }): ReactElement {
  const { say, money } = useText()
  const charged = shown.chargedMinor ?? 0
  return (
    <div className={styles['split']}>
      <div className={styles['bar']} aria-hidden="true">
        <span style={{ width: `${(100 * charged) / payment.amountMinor}%` }} />
      </div>
      <p>
        <span>{say(`part.${shown.moves}`, { charged: money(charged, payment.currency) })}</span>
        <strong>{say(`due.${shown.moves}`, { due: money(shown.dueMinor, payment.currency) })}</strong>
      </p>
    </div>
  )
}
