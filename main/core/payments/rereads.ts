import type { EventOf } from '../../../shared/transaction/events.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock } from '../ports.ts'

/**
 * Reads the result of an approval once more after a while: a chip pulled in the last moment is approved first and declined
 * some seconds later, and the result itself changes (handpoint-api.md §6.45).
 */
export interface Rereads {
  /** Reports what was read: the same result, another one, or that the cloud no longer has it. */
  plan(transaction: Transaction, report: (event: EventOf<'terminalReported' | 'resultReread'>) => void): void
  /** Nothing more is read. */
  stop(): void
}

const REREAD_AFTER_MS = 60_000

export function createRereads(client: HandpointClient, clock: Clock): Rereads {
  const planned = new Map<string, () => void>()
  let isStopped = false

  return {
    plan({ intent, evidence }, report) {
      const [resultId] = evidence.resultIds
      if (resultId === undefined || planned.has(intent.reference)) return

      const read = async (): Promise<void> => {
        const answer = await client.readResult(resultId)
        planned.delete(intent.reference)
        if (isStopped) return
        if (answer.type === 'noAnswer') return wait()
        if (answer.type === 'final' && !evidence.results.some((known) => known.digest === answer.digest)) {
          report({ type: 'terminalReported', digest: answer.digest, outcome: answer.outcome })
        }
        // Forgotten too: result ids live for a day (handpoint-api.md §4.1), and then there is nothing left to read.
        report({ type: 'resultReread' })
      }
      const wait = (): void => {
        planned.set(
          intent.reference,
          clock.setTimer(REREAD_AFTER_MS, () => void read()),
        )
      }
      wait()
    },
    stop() {
      isStopped = true
      for (const cancel of planned.values()) cancel()
      planned.clear()
    },
  }
}
