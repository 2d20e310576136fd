import { useRef, useState, type ReactElement } from 'react'
import { useTerminals } from '../../queries.ts'
import { Keypad } from '../../ui/keypad.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Slip } from '../../ui/slip.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { BeginPlace } from './begin-place.tsx'
import type { PanelProps } from './panel-props.ts'
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
  const amount = useAmountEntry({ currency, presetMinor: null, inside, onEnter: () => begin() })
  const isReady = isArmed && terminal !== null && amount.problem === null && amount.amountMinor > 0

  const begin = () => {
    if (!isReady || terminal === null) return
    const draft = {
      operation: 'refund' as const,
      original: null,
      terminal: { serialNumber: terminal.serialNumber, terminalType: terminal.terminalType },
      amountMinor: amount.amountMinor,
      currency,
      customerReference: customerReference.trim() === '' ? null : customerReference.trim(),
    }
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
          <TerminalChoice list={list} chosen={terminal} onChoose={setSerialNumber} />
          <TextField
            label={say('fact.customerReference')}
            value={customerReference}
            maxLength={50}
            isOptional
            onChange={setCustomerReference}
          />
        </div>
        <div className={styles['column']}>
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
            onConfirm={start.confirm}
          >
            <Keypad onKey={amount.press} />
          </BeginPlace>
        </div>
      </div>
    </Panel>
  )
}
