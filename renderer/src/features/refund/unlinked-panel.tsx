import { useRef, useState, type ReactElement } from 'react'
import { useTerminals } from '../../queries.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Slip } from '../../ui/slip.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import { useDoubled } from './doubled.ts'
import type { PanelProps } from './panel-props.ts'
import { RefundTwin } from './refund-twin.tsx'
import styles from './refund.module.css'
import { findTerminal, TerminalChoice } from './terminal-choice.tsx'
import { useAmountEntry } from './use-amount-entry.ts'
import { useForgottenFailures } from './use-forgotten-failures.ts'
import { useStartMoneyBack } from './use-money-back.ts'

/** Money for a card of which this till has no sale: a manager says why. */
export function UnlinkedPanel({ app, onAskApproval, onBegun, onClose }: PanelProps): ReactElement {
  const text = useText()
  const { say } = text
  const { currency } = app.shop
  const inside = useRef<HTMLDivElement>(null)
  const { isArmed } = useArming('unlinked')
  const list = useTerminals().value
  const [serialNumber, setSerialNumber] = useState<string | null>(null)
  const [customerReference, setCustomerReference] = useState('')
  const terminal = findTerminal(list, serialNumber, null)
  const start = useStartMoneyBack({ onAskApproval, onBegun })
  useForgottenFailures()
  const amount = useAmountEntry({
    currency,
    presetMinor: null,
    inside,
    onEnter: () => begin(),
    isFixed: () => question !== null,
  })
  const isReady = isArmed && terminal !== null && amount.problem === null && amount.amountMinor > 0

  const draft =
    terminal === null
      ? null
      : {
          operation: 'refund' as const,
          original: null,
          terminal: { serialNumber: terminal.serialNumber, terminalType: terminal.terminalType },
          amountMinor: amount.amountMinor,
          currency,
          customerReference: customerReference.trim() === '' ? null : customerReference.trim(),
        }
  const question = useDoubled(draft)
  const isFixed = question !== null

  const begin = () => {
    if (!isReady || isFixed || draft === null) return
    const shown = { what: say('moneyBack.unlinked'), amount: text.money(amount.amountMinor, currency), reason: null }
    start.begin(draft, { changed: null, ...shown })
  }
  return (
    <Panel title={say('moneyBack.unlinked')} isRead isWide onClose={onClose}>
      <div ref={inside} className={styles['columns']}>
        <div className={styles['column']}>
          <Slip
            label={say('slip.refund')}
            amountMinor={amount.amountMinor}
            currency={currency}
            note={
              amount.problem === null ? null : (
                <p className={styles['problem']} role="alert">
                  {say(`error.amount.${amount.problem}`)}
                </p>
              )
            }
          />
          <p>{say('moneyBack.unlinked.lead')}</p>
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
            <RefundTwin doubled={question} what={say('moneyBack.unlinked')} inside={inside} onConfirm={start.confirm} />
          ) : (
            <BeginPlace
              moves="refund"
              words={
                amount.amountMinor === 0
                  ? say('moneyBack.refund')
                  : say('moneyBack.refund.act', { amount: text.money(amount.amountMinor, currency) })
              }
              isAsleep={!isReady}
              onBegin={begin}
              onLookAgain={start.lookAgain}
            >
              <Keypad onKey={amount.press} />
            </BeginPlace>
          )}
        </div>
      </div>
    </Panel>
  )
}
