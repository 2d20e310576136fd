import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { AppSnapshot, TerminalSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { ChargeButton } from './charge-button.tsx'
import type { SaleRequest } from './sell-store.ts'

interface ChargePlaceProps {
  app: AppSnapshot
  terminal: TerminalSnapshot | null
  amountMinor: number
  isPending: boolean
  isArmed: boolean
  onCharge: () => void
  onPickTerminal: () => void
  onOpenPayment: (reference: Reference) => void
}

/** Where Charge stands: the button, or in words why there is none. */
export function ChargePlace(props: ChargePlaceProps): ReactElement {
  const { app, terminal, onPickTerminal, onOpenPayment } = props
  const { say } = useText()
  if (app.blocked !== null) {
    return (
      <Notice tone="bad" icon="warning" title={say('blocked.title')}>
        {say(`blocked.${app.blocked}`)}
      </Notice>
    )
  }
  const heldBy = terminal?.openPayment ?? null
  if (terminal !== null && heldBy !== null && !props.isPending) {
    return (
      <Notice
        tone="doubt"
        icon="magnifier"
        title={say('sell.held.title', { terminal: terminal.name })}
        actions={
          <>
            <Button onPress={() => onOpenPayment(heldBy)}>{say('sell.held.open')}</Button>
            <Button onPress={onPickTerminal}>{say('sell.held.other')}</Button>
          </>
        }
      >
        {say('sell.held.todo')}
      </Notice>
    )
  }
  return (
    <ChargeButton
      amountMinor={props.amountMinor}
      currency={app.shop.currency}
      isPending={props.isPending}
      isArmed={props.isArmed}
      onCharge={props.onCharge}
    />
  )
}

interface DoubtProps {
  doubt: SaleRequest
  terminalName: string
  isPending: boolean
  onLookAgain: () => void
  onOpenList: () => void
}

/** Nobody answered for a sale: what that means, and the only two things to do. */
export function DoubtNotice({ doubt, terminalName, isPending, onLookAgain, onOpenList }: DoubtProps): ReactElement {
  const { say, money } = useText()
  const amount = money(doubt.amountMinor, doubt.currency)
  return (
    <Notice
      tone="doubt"
      icon="question"
      isLarge
      title={say('sell.doubt.title')}
      actions={
        <>
          <Button kind="primary" isAsleep={isPending} onPress={onLookAgain}>
            {say(isPending ? 'sell.doubt.looking' : 'sell.doubt.again')}
          </Button>
          <Button onPress={onOpenList}>{say('sell.doubt.list')}</Button>
        </>
      }
    >
      <p>
        <strong>{say('sell.doubt.meaning', { amount, terminal: terminalName })}</strong>
      </p>
      <p>{say('sell.doubt.todo')}</p>
    </Notice>
  )
}
