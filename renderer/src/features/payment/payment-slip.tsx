import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { Fact, Facts, ReferenceText, Slip } from '../../ui/slip.tsx'
import { toLook } from '../../ui/state-look.ts'
import { toShortReference, useText } from '../../ui/text.ts'
import { toReason } from '../../ui/payment-words.ts'
import { toName, toWhat } from '../../ui/state-words.ts'
import { toAskedLines } from '../../ui/watch-lines.ts'

interface PaymentSlipProps {
  payment: PaymentSnapshot
  shown: PaymentView
  /** The slip is then of an attempt that nobody can name yet: this payment is only the one that it repeats. */
  isAttemptInDoubt: boolean
}

/** The slip of a running or ended payment: the amount where it was on Sell, and the facts. */
export function PaymentSlip({ payment, shown, isAttemptInDoubt }: PaymentSlipProps): ReactElement {
  const text = useText()
  const { say } = text
  const isHazard = toLook(shown).tone === 'hazard'
  const reason = toReason(payment, text)
  return (
    <Slip
      label={say(`slip.${shown.moves}`)}
      amountMinor={payment.amountMinor}
      currency={payment.currency}
      words={shown.moves === 'none' ? toWhat(payment, text) : undefined}
      aside={shown.moves === 'none' || isAttemptInDoubt ? null : <strong>{toName(payment, text)}</strong>}
    >
      <Facts>
        <Fact name={say('fact.terminal')}>
          {payment.channel === 'gateway' ? say('fact.noTerminal') : payment.terminalName}
        </Fact>
        {payment.customerReference === null ? null : (
          <Fact name={say('fact.customerReference')}>{payment.customerReference}</Fact>
        )}
        {isAttemptInDoubt ? (
          <Fact name={say('fact.repeats')}>
            {say('fact.otherAttempt', {
              operation: say(`operation.${payment.operation}`),
              reference: toShortReference(payment.reference),
            })}
          </Fact>
        ) : isHazard ? null : (
          <Fact name={say('fact.started')}>{text.preciseTime(payment.createdAt)}</Fact>
        )}
        {isHazard && reason !== null ? (
          <Fact name={say('payment.known')} isLong>
            {[
              say('payment.sentAt', { time: text.preciseTime(payment.createdAt) }),
              reason,
              ...toAskedLines(payment.watch, text),
            ].join(' ')}
          </Fact>
        ) : null}
        {isHazard && shown.moves !== 'none' ? (
          <Fact name={say('payment.customer')} isLong>
            {say(`customer.${shown.moves}`)}
          </Fact>
        ) : null}
        {isAttemptInDoubt ? null : (
          <Fact name={say('fact.reference')} isLong>
            <ReferenceText reference={payment.reference} isLarge={isHazard} />
          </Fact>
        )}
      </Facts>
    </Slip>
  )
}
