import type { CommandInput } from '../../../../shared/ipc/contract.ts'
import type { PaymentSnapshot } from '../../../../shared/ipc/snapshots.ts'

type Reversal = Extract<CommandInput<'operation:start'>, { operation: 'saleReversal' | 'refundReversal' }>

/** The same reversal as one that needs no terminal, or null where there is no such thing (handpoint-api.md §1.8). */
export function toReversalWithoutTerminal({
  operation,
  original,
}: Pick<PaymentSnapshot, 'operation' | 'original'>): Omit<Reversal, 'requestKey'> | null {
  if (original === null || (operation !== 'saleReversal' && operation !== 'refundReversal')) return null
  return { operation, original, channel: 'gateway' }
}
