import { useRef, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import { isSignedFor } from '../../../../shared/ipc/approval-rules.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useTerminals } from '../../queries.ts'
import { endsBurst, noteKey, NO_RHYTHM } from '../../ui/arming.ts'
import { Button } from '../../ui/button.tsx'
import { Fact, Facts, Slip } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { usePanelKeys } from '../../ui/use-panel-keys.ts'
import { BeginPlace } from './begin-place.tsx'
import type { MoneyBackAct } from '../../money-back-acts.ts'
import { MoneyPanel } from './money-panel.tsx'
import type { PanelProps } from './panel-props.ts'
import { Possible } from './possible.tsx'
import styles from './refund.module.css'
import { useStartMoneyBack } from './use-money-back.ts'

interface ReversalPanelProps extends PanelProps {
  reference: Reference
  onRefund: () => void
}

/** Takes back the whole of a payment, as if it had never been. */
export function ReversalPanel({ reference, app, ...props }: ReversalPanelProps): ReactElement {
  return (
    <Possible reference={reference} app={app} wanted="reversal" title="moneyBack.reversal" onClose={props.onClose}>
      {({ payment }, reversal, others) => (
        <Reversal {...props} payment={payment} reversal={reversal} hasRefund={others.includes('refund')} />
      )}
    </Possible>
  )
}

interface ReversalProps extends Omit<ReversalPanelProps, 'reference' | 'app'> {
  payment: PaymentSnapshot
  reversal: Extract<MoneyBackAct, { act: 'reversal' }>
  hasRefund: boolean
}

function Reversal(props: ReversalProps): ReactElement {
  const { payment, reversal, hasRefund, onRefund, onAskApproval, onBegun, onClose } = props
  const text = useText()
  const { say } = text
  const { operation } = reversal
  const inside = useRef<HTMLDivElement>(null)
  const { isArmed } = useArming('reversal')
  const list = useTerminals().value
  const terminal = list?.terminals.find((one) => one.serialNumber === payment.terminal.serialNumber)
  const isGone = list !== undefined && (terminal === undefined || terminal.condition === 'offline')
  const start = useStartMoneyBack({ onAskApproval, onBegun })
  const amount = text.money(reversal.amountMinor, payment.currency)
  const isRefund = operation === 'refundReversal'
  const needsManager = operation === 'saleReversal' && isSignedFor(payment)

  const begin = (channel: 'terminal' | 'gateway') => {
    if (!isArmed) return
    const original = payment.reference
    const draft = operation === 'moToReversal' ? { operation, original } : { operation, original, channel }
    start.begin(draft, {
      changed: payment,
      what: say(isRefund ? 'moneyBack.reversal.refund' : 'moneyBack.reversal'),
      amount,
      reason: null,
    })
  }
  const rhythm = useRef(NO_RHYTHM)
  usePanelKeys(inside, (event) => {
    if (event.key.length === 1) rhythm.current = noteKey(rhythm.current, event.timeStamp)
    if (event.key !== 'Enter') return
    event.preventDefault()
    // The Enter at the end of a scanner's code takes nothing back.
    if (!endsBurst(rhythm.current, event.timeStamp)) begin('terminal')
  })
  return (
    <MoneyPanel
      title={say(isRefund ? 'moneyBack.reversal.refund' : 'moneyBack.reversal')}
      inside={inside}
      onClose={onClose}
      about={
        <Slip label={say('slip.undo')} amountMinor={reversal.amountMinor} currency={payment.currency}>
          <Facts>
            <Fact name={say('fact.original')}>{toWhat(payment, text)}</Fact>
            <Fact name={say('fact.started')}>{text.moment(payment.createdAt)}</Fact>
          </Facts>
        </Slip>
      }
    >
      <p className={styles['lead']}>{say(isRefund ? 'moneyBack.reversal.refund.lead' : 'moneyBack.reversal.lead')}</p>
      <p>{say('moneyBack.reversal.batch')}</p>
      {needsManager ? <p>{say('moneyBack.reversal.signed')}</p> : null}
      <BeginPlace
        moves="undo"
        words={say(isRefund ? 'moneyBack.reversal.refund.act' : 'moneyBack.reversal.act', { amount })}
        isAsleep={!isArmed}
        onBegin={() => begin('terminal')}
        onLookAgain={start.lookAgain}
      />
      {isGone && operation !== 'moToReversal' ? (
        <div className={styles['instead']}>
          <p>{say('moneyBack.terminalGone', { terminal: payment.terminalName })}</p>
          <Button onPress={() => begin('gateway')}>{say('act.withoutTerminal')}</Button>
        </div>
      ) : null}
      {hasRefund ? (
        <div className={styles['instead']}>
          <Button kind="quiet" icon="chevron" onPress={onRefund}>
            {say('moneyBack.refund.instead')}
          </Button>
        </div>
      ) : null}
    </MoneyPanel>
  )
}
