import { useRef, useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useRecord } from '../../queries.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Fact, Facts, Slip } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import { toMoneyBackActs, type MoneyBackAct } from './money-back-acts.ts'
import { NotPossible } from './not-possible.tsx'
import type { PanelProps } from './panel-props.ts'
import styles from './refund.module.css'
import { useAmountEntry } from './use-amount-entry.ts'
import { useForgottenFailures } from './use-forgotten-failures.ts'
import { useStartMoneyBack } from './use-money-back.ts'

interface TipPanelProps extends PanelProps {
  reference: Reference
}

/** Enters the tip that stands on the receipt: all of it, in place of any before. */
export function TipPanel({ reference, ...props }: TipPanelProps): ReactElement | null {
  const { value: record } = useRecord(reference)
  useForgottenFailures()
  const [openedAt] = useState(() => Date.now())
  if (record === undefined) return null
  const tip = toMoneyBackActs(record, props.app.allows, openedAt).find((one) => one.act === 'tip')
  if (tip === undefined) return <NotPossible record={record} title="moneyBack.tip" onClose={props.onClose} />
  return <Possible {...props} payment={record.payment} tip={tip} />
}

interface PossibleProps extends PanelProps {
  payment: PaymentSnapshot
  tip: Extract<MoneyBackAct, { act: 'tip' }>
}

function Possible({ payment, tip, onAskApproval, onBegun, onClose }: PossibleProps): ReactElement {
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
    <Panel title={say('moneyBack.tip')} isRead isWide onClose={onClose}>
      <div ref={inside} className={styles['columns']}>
        <div className={styles['column']}>
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
        </div>
        <div className={styles['column']}>
          <BeginPlace
            moves="adjust"
            words={say('moneyBack.tip.act', { total: money(tip.baseMinor + amountMinor) })}
            isAsleep={!isReady}
            onBegin={begin}
            onLookAgain={start.lookAgain}
          >
            <Keypad onKey={amount.press} />
          </BeginPlace>
        </div>
      </div>
    </Panel>
  )
}
