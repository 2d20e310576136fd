import type { Reference, ResultId } from '../../../shared/ids.ts'
import { occupiesTerminal } from '../../../shared/transaction/intent.ts'
import type { EventSource, TransactionEvent } from '../../../shared/transaction/events.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
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

const ASK_EVERY_MS = 2_000
const MOST_QUESTIONS = 15

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

  /** The end may be told under the stop's own result id and nowhere else (handpoint-api.md §6.36). */
  async function follow(payment: OpenPayment, attempt: number, resultId: ResultId): Promise<void> {
    for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
      await new Promise<void>((resolve) => void clock.setTimer(ASK_EVERY_MS, resolve))
      const { evidence, state } = payment.transaction
      if (!isOpen(state) || evidence.results.length > 0) return
      const answer = await client.readResult(resultId)
      if (answer.type !== 'final') continue
      if (answer.outcome.finStatus === 'CANCELLED') record(payment, 'resultQuery', { type: 'cancelEnded', attempt })
      return
    }
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
          if (answer.resultId !== null) void follow(payment, attempt, answer.resultId)
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
