import { useRef, useState, type ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { PaymentRecord } from '../../desk.ts'
import { useRecord, useTerminals } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Fact, Facts, Slip } from '../../ui/slip.tsx'
import { toWhat } from '../../ui/state-words.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import { useDoubled } from './doubled.ts'
import { toMoneyBackActs, type MoneyBackAct } from './money-back-acts.ts'
import { NotPossible } from './not-possible.tsx'
import type { PanelProps } from './panel-props.ts'
import { RefundTwin } from './refund-twin.tsx'
import styles from './refund.module.css'
import { findTerminal, TerminalChoice } from './terminal-choice.tsx'
import { useAmountEntry } from './use-amount-entry.ts'
import { useForgottenFailures } from './use-forgotten-failures.ts'
import { useStartMoneyBack } from './use-money-back.ts'

interface RefundPanelProps extends PanelProps {
  reference: Reference
  /** The whole of it can be cancelled instead. */
  onReverse: () => void
}

/** Gives back what a sale took, all of it or a part. */
export function RefundPanel({ reference, ...props }: RefundPanelProps): ReactElement | null {
  const { value: record } = useRecord(reference)
  useForgottenFailures()
  const [openedAt] = useState(() => Date.now())
  if (record === undefined) return null
  const acts = toMoneyBackActs(record, props.app.allows, openedAt)
  const refund = acts.find((one) => one.act === 'refund')
  const hasReversal = acts.some((one) => one.act === 'reversal')
  if (refund === undefined) return <NotPossible record={record} title="moneyBack.refund" onClose={props.onClose} />
  return <Possible {...props} record={record} refund={refund} hasReversal={hasReversal} />
}

interface PossibleProps extends Omit<RefundPanelProps, 'reference'> {
  record: PaymentRecord
  refund: Extract<MoneyBackAct, { act: 'refund' }>
  hasReversal: boolean
}

function Possible({
  record,
  refund,
  hasReversal,
  onReverse,
  onAskApproval,
  onBegun,
  onClose,
}: PossibleProps): ReactElement {
  const text = useText()
  const { say } = text
  const { payment, standing } = record
  const { currency } = payment
  const money = (amountMinor: number) => text.money(amountMinor, currency)
  const inside = useRef<HTMLDivElement>(null)
  const { isArmed } = useArming('refund')
  const list = useTerminals().value
  const [serialNumber, setSerialNumber] = useState<string | null>(null)
  const [customerReference, setCustomerReference] = useState(payment.customerReference ?? '')
  const terminal = findTerminal(list, serialNumber, payment.terminal)
  const start = useStartMoneyBack({ onAskApproval, onBegun })
  const amount = useAmountEntry({
    currency,
    presetMinor: refund.mostMinor,
    inside,
    onEnter: () => begin(),
    isFixed: () => question !== null,
  })
  const isTooMuch = amount.amountMinor > refund.mostMinor
  const isReady = isArmed && terminal !== null && amount.problem === null && amount.amountMinor > 0 && !isTooMuch

  const draft =
    terminal === null
      ? null
      : {
          operation: refund.operation,
          original: payment.reference,
          terminal: { serialNumber: terminal.serialNumber, terminalType: terminal.terminalType },
          amountMinor: amount.amountMinor,
          currency,
          customerReference: customerReference.trim() === '' ? null : customerReference.trim(),
        }
  const question = useDoubled(draft)
  const isFixed = question !== null

  const begin = () => {
    if (!isReady || isFixed || draft === null) return
    const what = say('moneyBack.refund.of', { what: toWhat(payment, text) })
    start.begin(draft, { changed: payment, what, amount: money(amount.amountMinor), reason: null })
  }
  const problem =
    amount.problem !== null
      ? say(`error.amount.${amount.problem}`)
      : isTooMuch
        ? say('moneyBack.tooMuch', { amount: money(refund.mostMinor) })
        : null
  return (
    <Panel title={say('moneyBack.refund')} isRead isWide onClose={onClose}>
      <div ref={inside} className={styles['columns']}>
        <div className={styles['column']}>
          <Slip
            label={say('slip.refund')}
            amountMinor={amount.amountMinor}
            currency={currency}
            aside={
              amount.isPreset || isFixed ? null : (
                <Button kind="quiet" onPress={amount.reset}>
                  {say('moneyBack.all')}
                </Button>
              )
            }
            note={
              problem === null ? null : (
                <p className={styles['problem']} role="alert">
                  {problem}
                </p>
              )
            }
          >
            <Facts>
              <Fact name={say('fact.original')}>{toWhat(payment, text)}</Fact>
              {standing.refundedMinor === 0 ? null : (
                <Fact name={say('moneyBack.refunded')}>{money(standing.refundedMinor)}</Fact>
              )}
              <Fact name={say('moneyBack.left')}>{money(refund.mostMinor)}</Fact>
            </Facts>
          </Slip>
          <div className={styles['draft']} inert={isFixed}>
            <TerminalChoice list={list} chosen={terminal} onChoose={setSerialNumber} />
            <TextField
              label={say('fact.customerReference')}
              value={customerReference}
              maxLength={50}
              isOptional
              onChange={setCustomerReference}
            />
          </div>
        </div>
        <div className={styles['column']}>
          {question !== null ? (
            <RefundTwin
              doubled={question}
              what={say('moneyBack.refund.of', { what: toWhat(payment, text) })}
              inside={inside}
              onConfirm={start.confirm}
            />
          ) : (
            <BeginPlace
              moves="refund"
              words={say('moneyBack.refund.act', { amount: money(amount.amountMinor) })}
              isAsleep={!isReady}
              onBegin={begin}
              onLookAgain={start.lookAgain}
            >
              <Keypad onKey={amount.press} />
            </BeginPlace>
          )}
          {hasReversal ? (
            <div className={styles['instead']}>
              <p>{say('moneyBack.reversal.hint')}</p>
              <Button kind="quiet" icon="chevron" onPress={onReverse}>
                {say('moneyBack.reversal.instead')}
              </Button>
            </div>
          ) : null}
        </div>
      </div>
    </Panel>
  )
}
