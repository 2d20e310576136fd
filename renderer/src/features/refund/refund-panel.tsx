import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentRecord } from '../../desk.ts'
import { Button } from '../../ui/button.tsx'
import { Fact, Facts } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import type { PanelProps } from './panel-props.ts'
import { Possible } from './possible.tsx'
import { RefundForm } from './refund-form.tsx'
import styles from './refund.module.css'

interface RefundPanelProps extends PanelProps {
  reference: Reference
  /** The whole of it can be cancelled instead. */
  onReverse: () => void
}

/** Gives back what a sale took, all of it or a part. */
export function RefundPanel({ reference, app, onReverse, ...props }: RefundPanelProps): ReactElement {
  const text = useText()
  const { say } = text
  return (
    <Possible reference={reference} app={app} wanted="refund" title="moneyBack.refund" onClose={props.onClose}>
      {(record, { operation, mostMinor }, others) => (
        <RefundForm
          {...props}
          title={say('moneyBack.refund')}
          what={say('moneyBack.refund.of', { what: toWhat(record.payment, text) })}
          operation={operation}
          original={record.payment}
          currency={record.payment.currency}
          mostMinor={mostMinor}
          facts={<Left record={record} mostMinor={mostMinor} />}
          instead={others.includes('reversal') ? <Instead onReverse={onReverse} /> : null}
        />
      )}
    </Possible>
  )
}

function Left({ record, mostMinor }: { record: PaymentRecord; mostMinor: number }): ReactElement {
  const { payment, standing } = record
  const text = useText()
  const { say } = text
  const money = (amountMinor: number) => text.money(amountMinor, payment.currency)
  return (
    <Facts>
      <Fact name={say('fact.original')}>{toWhat(payment, text)}</Fact>
      {standing.refundedMinor === 0 ? null : (
        <Fact name={say('moneyBack.refunded')}>{money(standing.refundedMinor)}</Fact>
      )}
      <Fact name={say('moneyBack.left')}>{money(mostMinor)}</Fact>
    </Facts>
  )
}

function Instead({ onReverse }: { onReverse: () => void }): ReactElement {
  const { say } = useText()
  return (
    <div className={styles['instead']}>
      <p>{say('moneyBack.reversal.hint')}</p>
      <Button kind="quiet" icon="chevron" onPress={onReverse}>
        {say('moneyBack.reversal.instead')}
      </Button>
    </div>
  )
}
