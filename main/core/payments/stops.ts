import type { Reference } from '../../../shared/ids.ts'
import { occupiesTerminal } from '../../../shared/transaction/intent.ts'
import type { EventSource, TransactionEvent } from '../../../shared/transaction/events.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock } from '../ports.ts'
import type { OpenPayment } from './open-payment.ts'

/** Requests to a terminal to end what it is doing. The service stops whatever runs there when such a request arrives. */
export interface Stops {
  send(payment: OpenPayment, attempt: number): Promise<void>
  /** A payment that a correction opened again may share its terminal with the next customer's. */
  isTerminalTaken(payment: OpenPayment): boolean
  /**
   * The payment whose stop is on its way to this terminal. "Send nothing else until CANCELLED is seen" (handpoint-api.md
   * §5.11): a late stop would end the next customer's sale.
   */
  onTheirWayTo(serialNumber: string): Reference | null
}

interface StopsOptions {
  client: HandpointClient
  clock: Clock
  open: ReadonlyMap<Reference, OpenPayment>
  record: (payment: OpenPayment, source: EventSource, event: TransactionEvent) => unknown
}

export function createStops({ client, clock, open, record }: StopsOptions): Stops {
  const stopping = new Map<string, Reference>()

  function isTerminalTaken({ transaction }: OpenPayment): boolean {
    const { reference, terminal } = transaction.intent
    return [...open.values()].some(({ transaction: { intent } }) => {
      const isOther = intent.reference !== reference && occupiesTerminal(intent)
      return isOther && intent.terminal.serialNumber === terminal.serialNumber
    })
  }

  return {
    isTerminalTaken,
    onTheirWayTo: (serialNumber) => stopping.get(serialNumber) ?? null,
    async send(payment, attempt) {
      const askedAfterMs = Math.max(0, clock.monotonicMs() - payment.sinceMs)
      const { terminal, reference } = payment.transaction.intent
      if (isTerminalTaken(payment)) return void record(payment, 'clock', { type: 'cancelUnanswered', attempt })
      stopping.set(terminal.serialNumber, reference)
      const answer = await client.stop(terminal)
      stopping.delete(terminal.serialNumber)
      switch (answer.type) {
        case 'accepted':
          record(payment, 'cloudAnswer', { type: 'cancelAccepted', attempt })
          break
        case 'refused':
          record(payment, 'cloudAnswer', { type: 'cancelRefused', attempt })
          break
        case 'idle':
          record(payment, 'cloudAnswer', { type: 'nothingToCancel', attempt, askedAfterMs })
          break
        case 'unanswered':
          record(payment, 'cloudAnswer', { type: 'cancelUnanswered', attempt })
      }
      payment.watch?.askNow()
    },
  }
}
