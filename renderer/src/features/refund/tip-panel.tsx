import { useRef, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Fact, Facts, Slip } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import type { MoneyBackAct } from '../../money-back-acts.ts'
import { MoneyPanel } from './money-panel.tsx'
import type { PanelProps } from './panel-props.ts'
import { Possible } from './possible.tsx'
import styles from './refund.module.css'
import { useAmountEntry } from './use-amount-entry.ts'
import { useStartMoneyBack } from './use-money-back.ts'

interface TipPanelProps extends PanelProps {
  reference: Reference
}

/** Enters the tip that stands on the receipt: all of it, in place of any before. */
export function TipPanel({ reference, app, ...props }: TipPanelProps): ReactElement {
  return (
    <Possible reference={reference} app={app} wanted="tip" title="moneyBack.tip" onClose={props.onClose}>
      {({ payment }, tip) => <Tip {...props} payment={payment} tip={tip} />}
    </Possible>
  )
}

interface TipProps extends Omit<PanelProps, 'app'> {
  payment: PaymentSnapshot
  tip: Extract<MoneyBackAct, { act: 'tip' }>
}

function Tip({ payment, tip, onAskApproval, onBegun, onClose }: TipProps): ReactElement {
  const text = useText()
  const { say } = text
  const { currency } = payment
  const money = (amountMinor: number) => text.money(amountMinor, currency)
  const inside = useRef<HTMLDivElement>(null)
  const { isArmed } = useArming('tip')
  const start = useStartMoneyBack({ onAskApproval, onBegun })
  const amount = useAmountEntry({ currency, presetMinor: null, inside, onEnter: () => begin() })
  const { amountMinor, problem } = amount
  const isReady = isArmed && problem === null && amountMinor > 0
  const isHigh = amountMinor > payment.amountMinor

  const begin = () => {
    if (!isReady) return
    const what = say('moneyBack.tip.on', { what: toWhat(payment, text) })
    const draft = { operation: 'tipAdjustment' as const, original: payment.reference, amountMinor }
    start.begin(draft, { changed: payment, what, amount: money(amountMinor), reason: null })
  }
  return (
    <MoneyPanel
      title={say('moneyBack.tip')}
      inside={inside}
      onClose={onClose}
      about={
        <>
          <Slip
            label={say('slip.adjust')}
            amountMinor={amountMinor}
            currency={currency}
            note={
              problem === null && !isHigh ? null : (
                <p className={styles['problem']} role="alert">
                  {say(problem === null ? 'moneyBack.tip.high' : `error.amount.${problem}`)}
                </p>
              )
            }
          >
            <Facts>
              <Fact name={say('moneyBack.tip.without')}>{money(tip.baseMinor)}</Fact>
              <Fact name={say('moneyBack.tip.now')}>{money(tip.tipMinor)}</Fact>
              <Fact name={say('moneyBack.tip.total')}>{money(tip.baseMinor + amountMinor)}</Fact>
            </Facts>
          </Slip>
          <p>{say('moneyBack.tip.lead')}</p>
        </>
      }
    >
      <BeginPlace
        moves="adjust"
        words={say('moneyBack.tip.act', { total: money(tip.baseMinor + amountMinor) })}
        isAsleep={!isReady}
        onBegin={begin}
        onLookAgain={start.lookAgain}
      >
        <Keypad onKey={amount.press} />
      </BeginPlace>
    </MoneyPanel>
  )
}
