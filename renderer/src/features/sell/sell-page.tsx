import { useState, type ReactElement, type ReactNode } from 'react'
import { entryToMinor } from '../../../../shared/amount-entry.ts'
import type { Reference } from '../../../../shared/ids.ts'
import type { AppSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { checkAmount } from '../../../../shared/money.ts'
import { useTerminals } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Slip } from '../../ui/slip.tsx'
import { useText } from '../../ui/text.ts'
import { useArming } from '../../ui/use-arming.ts'
import { ChargePlace, DoubtNotice } from './charge-place.tsx'
import { CustomerReference } from './customer-reference.tsx'
import { pickTerminal } from './pick-terminal.ts'
import { isSlipFixed, useSell, useTerminalChoice, useTipChoice } from './sell-store.ts'
import { SellNoteLine } from './sell-note.tsx'
import styles from './sell-page.module.css'
import rows from './slip-rows.module.css'
import { TerminalChip } from './terminal-chip.tsx'
import { TerminalPicker } from './terminal-picker.tsx'
import { TipSwitch } from './tip-switch.tsx'
import { TwinQuestion } from './twin-question.tsx'
import { useCharge } from './use-charge.ts'
import { typeKey, useSellKeys } from './use-sell-keys.ts'

interface SellPageProps {
  app: AppSnapshot
  onOpenPayment: (reference: Reference) => void
  onOpenHistory: () => void
  /** Has room under the slip, and moves nothing. */
  underSlip: ReactNode
}

/** A sale: digits and one act. */
export function SellPage({ app, onOpenPayment, onOpenHistory, underSlip }: SellPageProps): ReactElement {
  const { say, locale } = useText()
  const { currency } = app.shop
  const sell = useSell()
  const { entry, customerReference, note, pending, doubt, question } = sell
  const withTip = useTipChoice((choice) => choice.withTip) && app.allows.tip
  const list = useTerminals().value
  const terminal = pickTerminal(
    list,
    useTerminalChoice((choice) => choice.serialNumber),
  )
  const [isPicking, setPicking] = useState(false)
  const arming = useArming('sell')
  const charge = useCharge((payment) => onOpenPayment(payment.reference))
  const amountMinor = entryToMinor(entry, currency)
  const isEmpty = entry.digits === '' && entry.decimals === null && entry.refused === null

  const press = () => {
    if (!arming.isArmed || app.blocked !== null || isSlipFixed(sell)) return
    // What was refused is said under the amount, and stands until it is taken back.
    if (entry.refused !== null) return
    const amount = checkAmount(amountMinor)
    if (!amount.ok) return useSell.setState({ note: { type: 'amount', problem: isEmpty ? 'empty' : amount.error } })
    if (terminal === null) return setPicking(true)
    if (terminal.openPayment !== null) return
    const { serialNumber, terminalType } = terminal
    charge.start({
      terminal: { serialNumber, terminalType },
      amountMinor: amount.value,
      currency,
      customerReference: customerReference.trim() === '' ? null : customerReference.trim(),
      withTip,
    })
  }
  useSellKeys({ currency, locale, mayTip: app.allows.tip, onEnter: press, onScanned: arming.disarm })
  const nameOf = (serialNumber: string) =>
    list?.terminals.find((one) => one.serialNumber === serialNumber)?.name ?? serialNumber

  return (
    <main className={styles['page']}>
      <h1 className="visually-hidden">{say('sell.title')}</h1>
      <div className={styles['slip']}>
        <Slip
          label={say('sell.toPay')}
          amountMinor={amountMinor}
          currency={currency}
          aside={
            isEmpty || isSlipFixed(sell) ? null : (
              <Button kind="quiet" hint="Del" onPress={() => typeKey('clear', currency)}>
                {say('sell.clear')}
              </Button>
            )
          }
          note={
            note === null ? null : (
              <SellNoteLine note={note} currency={currency} terminal={terminal} onOpenPayment={onOpenPayment} />
            )
          }
        >
          <div className={rows['rows']}>
            <TerminalChip
              terminal={terminal}
              isLoading={list === undefined || list.status === 'loading'}
              onPress={() => setPicking(true)}
            />
            {app.allows.tip ? <TipSwitch /> : null}
            <CustomerReference />
          </div>
        </Slip>
        {underSlip}
      </div>
      <div className={styles['acts']}>
        {question !== null ? (
          <TwinQuestion
            request={question.request}
            twin={question.twin}
            isPending={pending !== null}
            onConfirm={charge.confirm}
            onDrop={() => {
              arming.disarm()
              charge.drop()
            }}
            onOpenPayment={onOpenPayment}
          />
        ) : doubt === null ? (
          <>
            <Keypad onKey={(key) => typeKey(key, currency)} />
            <ChargePlace
              app={app}
              terminal={terminal}
              amountMinor={amountMinor}
              isPending={pending !== null}
              isArmed={arming.isArmed}
              onCharge={press}
              onPickTerminal={() => setPicking(true)}
              onOpenPayment={onOpenPayment}
            />
          </>
        ) : (
          <DoubtNotice
            doubt={doubt}
            terminalName={nameOf(doubt.terminal.serialNumber)}
            isPending={pending !== null}
            onLookAgain={charge.lookAgain}
            onOpenList={onOpenHistory}
          />
        )}
      </div>
      {isPicking ? (
        <TerminalPicker
          list={list}
          current={terminal}
          onOpenPayment={onOpenPayment}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </main>
  )
}
