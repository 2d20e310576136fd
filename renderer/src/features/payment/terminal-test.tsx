import type { ReactElement } from 'react'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'
import type { PaymentView } from '../../../../shared/transaction/view.ts'
import { TerminalCheckLine } from '../../ui/terminal-check.tsx'
import { useTerminalCheck } from '../../use-terminal-check.ts'

/** A terminal may take fifteen seconds to wake; whoever waits longer than this wonders whether it is on at all. */
const OFFERED_AFTER_MS = 10_000

interface TerminalTestProps {
  payment: PaymentSnapshot
  shown: PaymentView
  now: number
}

/** Whether the terminal is there, while a payment waits for it. The answer says nothing about the payment. */
export function TerminalTest({ payment, shown: { screen }, now }: TerminalTestProps): ReactElement | null {
  const test = useTerminalCheck(payment.terminal)
  const isWaiting = screen === 'waiting' || screen === 'longWait' || screen === 'checking'
  if (!isWaiting || payment.channel !== 'terminal' || now - payment.createdAt < OFFERED_AFTER_MS) return null
  return <TerminalCheckLine terminalName={payment.terminalName} {...test} onCheck={test.check} />
}
