import type { ReactElement } from 'react'
import type { TerminalSnapshot } from '../../../../shared/ipc/snapshots.ts'
import { useUnresolved } from '../../queries.ts'
import { toShortReference, useText, type Text } from '../../ui/text.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import styles from './terminal-state.module.css'

/** What is known of a terminal, in words, with a dot that only repeats them. */
export function TerminalState({ terminal }: { terminal: TerminalSnapshot }): ReactElement {
  const text = useText()
  const unresolved = useUnresolved().value?.payments ?? []
  const state = terminal.openPayment === null ? terminal.condition : 'held'
  return (
    <span className={styles['state']} data-state={state}>
      {describeTerminal(terminal, unresolved, text)}
    </span>
  )
}

/** The words of a terminal's state; a held one says by which payment. */
export function describeTerminal(terminal: TerminalSnapshot, unresolved: PaymentSnapshot[], text: Text): string {
  const { openPayment, condition } = terminal
  if (openPayment === null) return text.say(`terminal.condition.${condition}`)
  const payment = unresolved.find(({ reference }) => reference === openPayment)
  if (payment === undefined) return text.say('terminal.held', { reference: toShortReference(openPayment) })
  return text.say('terminal.heldAmount', {
    amount: text.money(payment.amountMinor, payment.currency),
    time: text.time(payment.createdAt),
  })
}
