import type { EventOf } from '../../../shared/transaction/events.ts'
import type { Transaction } from '../../../shared/transaction/transition.ts'
import type { HandpointClient } from '../handpoint/client.ts'
import type { Clock } from '../ports.ts'

/**
 * Reads the result of an approval once more after a while: a chip pulled in the last moment is approved first and declined
 * some seconds later, and the result itself changes (handpoint-api.md §6.45).
 */
export interface Rereads {
  /** Reports the result as it reads then; the same result again is nothing new to the journal. */
  plan(transaction: Transaction, report: (event: EventOf<'terminalReported'>) => void): void
  /** Nothing more is read. */
  stop(): void
}

const REREAD_AFTER_MS = 60_000
const ATTEMPTS = 5

export function createRereads(client: HandpointClient, clock: Clock): Rereads {
  const planned = new Map<string, () => void>()
  let isStopped = false

  return {
    plan({ intent, evidence }, report) {
      const [resultId] = evidence.resultIds
      if (resultId === undefined || planned.has(intent.reference)) return

      const read = async (attempt: number): Promise<void> => {
        const answer = await client.readResult(resultId)
        planned.delete(intent.reference)
        if (isStopped) return
        if (answer.type === 'final')
          report({ type: 'terminalReported', digest: answer.digest, outcome: answer.outcome })
        else if (answer.type === 'noAnswer' && attempt < ATTEMPTS) wait(attempt + 1)
      }
      const wait = (attempt: number): void => {
        planned.set(
          intent.reference,
          clock.setTimer(REREAD_AFTER_MS, () => void read(attempt)),
        )
      }
      wait(1)
    },
    stop() {
      isStopped = true
      for (const cancel of planned.values()) cancel()
      planned.clear()
    },
  }
}
