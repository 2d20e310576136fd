import type { Identity } from '../../../testing/certificate-maker.ts'
import { startForeignCloud, type ForeignCloud } from '../../../testing/foreign-cloud.ts'
import type { Arrival, Reply } from '../../../testing/foreign-cloud.ts'

/** One foreign cloud for many merchants at once, told apart by their keys, so that many tills can be tried side by side. */
export interface Merchants {
  cloud: ForeignCloud
  /** Opens the books of a new merchant and answers the key. */
  enter(answer: (arrival: Arrival) => Reply | Promise<Reply>): string
  /** Whatever still comes with this key meets nobody. */
  leave(key: string): void
}

export async function openMerchants(identity: Identity | null = null): Promise<Merchants> {
  const cloud = await startForeignCloud(identity)
  const answers = new Map<string, (arrival: Arrival) => Reply | Promise<Reply>>()
  let entered = 0
  cloud.script = (arrival) => {
    // Thousands of tills ask here; the books of each merchant keep what counts.
    cloud.arrivals.length = 0
    return answers.get(arrival.key ?? '')?.(arrival) ?? 'reset'
  }
  return {
    cloud,
    enter(answer) {
      entered += 1
      const key = `MERCHANT-${entered.toString().padStart(6, '0')}`
      answers.set(key, answer)
      return key
    },
    leave: (key) => void answers.delete(key),
  }
}
