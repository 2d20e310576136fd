import type { ReactElement } from 'react'
import type { Reference } from '../../../../shared/ids.ts'
import type { TerminalSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { currencyDigits } from '../../../../shared/money.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { useText } from '../../ui/text.ts'
import { useSell, type SellNote } from './sell-store.ts'

interface SellNoteProps {
  note: SellNote
  currency: string
  terminal: TerminalSnapshot | null
  onOpenPayment: (reference: Reference) => void
}

/** What there is to say about the amount or the last press, right under the amount. */
export function SellNoteLine({ note, currency, terminal, onOpenPayment }: SellNoteProps): ReactElement {
  const { say } = useText()
  const isTyped = useSell((sell) => sell.entry.refused !== null)
  if (note.type === 'failure') {
    const heldBy = note.failure.code === 'terminal.unresolved' ? (terminal?.openPayment ?? null) : null
    return (
      <FailureNotice
        failure={note.failure}
        moves="charge"
        actions={
          heldBy === null ? undefined : <Button onPress={() => onOpenPayment(heldBy)}>{say('sell.held.open')}</Button>
        }
      />
    )
  }
  const words =
    note.type === 'scanned'
      ? say('sell.scanned')
      : say(`amount.${note.problem}`, { currency, digits: currencyDigits(currency) })
  return (
    <Notice tone="note" icon="warning">
      {isTyped ? `${words} ${say('amount.takeBack')}` : words}
    </Notice>
  )
}
