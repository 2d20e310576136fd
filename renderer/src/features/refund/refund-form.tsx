import { useRef, useState, type ReactElement, type ReactNode } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useTerminals } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Slip } from '../../ui/slip.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import { useDoubled } from './doubled.ts'
import { MoneyPanel } from './money-panel.tsx'
import type { PanelProps } from './panel-props.ts'
import { RefundTwin } from './refund-twin.tsx'
import styles from './refund.module.css'
import { findTerminal, TerminalChoice } from './terminal-choice.tsx'
import { useAmountEntry } from './use-amount-entry.ts'
import { useStartMoneyBack } from './use-money-back.ts'

interface RefundFormProps extends Omit<PanelProps, 'app'> {
  title: string
  /** What is refunded, as a manager and the cashier are asked about it. */
  what: string
  operation: 'refund' | 'moToRefund'
  /** The sale of which money is given back; null where there is none on this till. */
  original: PaymentSnapshot | null
  currency: string
  /** All that is left of the sale, which stands there at first; null where nothing limits it. */
  mostMinor: number | null
  /** What is known of the sale, on the slip. */
  facts?: ReactNode
  /** Under the slip. */
  lead?: ReactNode
  /** Under the act: what can be done instead. */
  instead?: ReactNode
}

/** Where the amount of a refund is typed, its terminal chosen, and the one act pressed. */
export function RefundForm(props: RefundFormProps): ReactElement {
  const { title, what, operation, original, currency, mostMinor, onAskApproval, onBegun, onClose } = props
  const text = useText()
  const { say } = text
  const money = (amountMinor: number) => text.money(amountMinor, currency)
  const inside = useRef<HTMLDivElement>(null)
  const { isArmed } = useArming('refund')
  const list = useTerminals().value
  const [serialNumber, setSerialNumber] = useState<string | null>(null)
  const [customerReference, setCustomerReference] = useState(original?.customerReference ?? '')
  const terminal = findTerminal(list, serialNumber, original?.terminal ?? null)
  const start = useStartMoneyBack({ onAskApproval, onBegun })
  const amount = useAmountEntry({
    currency,
    presetMinor: mostMinor,
    inside,
    onEnter: () => begin(),
    isFixed: () => question !== null,
  })
  const { amountMinor } = amount
  const isTooMuch = mostMinor !== null && amountMinor > mostMinor
  const isReady = isArmed && terminal !== null && amount.problem === null && amountMinor > 0 && !isTooMuch

  const draft =
    terminal === null
      ? null
      : {
          operation,
          original: original?.reference ?? null,
          terminal: { serialNumber: terminal.serialNumber, terminalType: terminal.terminalType },
          amountMinor,
          currency,
          customerReference: customerReference.trim() === '' ? null : customerReference.trim(),
        }
  const question = useDoubled(draft)
  const isFixed = question !== null

  const begin = () => {
    if (!isReady || isFixed || draft === null) return
    start.begin(draft, { changed: original, what, amount: money(amountMinor), reason: null })
  }
  const problem =
    amount.problem !== null
      ? say(`error.amount.${amount.problem}`)
      : isTooMuch
        ? say('moneyBack.tooMuch', { amount: money(mostMinor) })
        : null
  return (
    <MoneyPanel
      title={title}
      inside={inside}
      onClose={onClose}
      about={
        <>
          <Slip
            label={say('slip.refund')}
            amountMinor={amountMinor}
            currency={currency}
            aside={
              mostMinor === null || amount.isPreset || isFixed ? null : (
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
            {props.facts}
          </Slip>
          {props.lead}
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
        </>
      }
    >
      {question !== null ? (
        <RefundTwin doubled={question} what={what} inside={inside} onConfirm={start.confirm} />
      ) : (
        <BeginPlace
          moves="refund"
          words={
            amountMinor === 0 ? say('moneyBack.refund') : say('moneyBack.refund.act', { amount: money(amountMinor) })
          }
          isAsleep={!isReady}
          onBegin={begin}
          onLookAgain={start.lookAgain}
        >
          <Keypad onKey={amount.press} />
        </BeginPlace>
      )}
      {props.instead}
    </MoneyPanel>
  )
}
