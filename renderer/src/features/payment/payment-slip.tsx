import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { Fact, Facts, ReferenceText, Slip } from '../../ui/slip.tsx'
import { STATE_LOOKS } from '../../ui/state-look.ts'
import { useText } from '../../ui/text.ts'
import { toReason } from '../../ui/payment-words.ts'
import { toAskedLines } from '../../ui/watch-lines.ts'

/** The slip of a running or ended payment: the amount where it was on Sell, and the facts. */
export function PaymentSlip({ payment, shown }: { payment: PaymentSnapshot; shown: PaymentView }): ReactElement {
  const text = useText()
  const { say } = text
  const isHazard = STATE_LOOKS[shown.screen].tone === 'hazard'
  const reason = toReason(payment, text)
  return (
    <Slip label={say('sell.toPay')} amountMinor={payment.amountMinor} currency={payment.currency}>
      <Facts>
        <Fact name={say('fact.terminal')}>{payment.terminalName}</Fact>
        {payment.customerReference === null ? null : (
          <Fact name={say('fact.customerReference')}>{payment.customerReference}</Fact>
        )}
        <Fact name={say('fact.started')}>{text.preciseTime(payment.createdAt)}</Fact>
        {isHazard && reason !== null ? (
          <Fact name={say('payment.known')} isLong>
            {[reason, ...toAskedLines(payment.watch, text)].join(' ')}
          </Fact>
        ) : null}
        <Fact name={say('fact.reference')} isLong>
          <ReferenceText reference={payment.reference} isLarge={isHazard} />
        </Fact>
      </Facts>
    </Slip>
  )
}
