import type { EventOf } from './events.ts'
import { toMoneyState } from './money-state.ts'
import { movesMoney } from './operations.ts'
import { isOpen } from './state.ts'
import type { Transaction } from './transition.ts'

/**
 * The fact that there is news which a person has to see, to be written down together with what the news is; null where there
 * is none. News is every outcome, and every word about the money that is another than before. What a manager has settled on
 * this till is no news to anybody here.
 */
export function toNews(before: Transaction, after: Transaction): EventOf<'outcomeUnseen'> | null {
  const { unseenNews, seenNews } = after.evidence
  // What was told with it, as after a restoration, is not told a second time.
  const isTold = unseenNews > before.evidence.unseenNews
  if (isTold || !movesMoney(after.intent.operation) || after.state.status === 'settledByManager') return null
  if (!isOutcome(before, after) && !isCorrection(before, after)) return null
  return { type: 'outcomeUnseen', news: Math.max(unseenNews, seenNews) + 1 }
}

function isOutcome(before: Transaction, after: Transaction): boolean {
  return isOpen(before.state) && !isOpen(after.state)
}

function isCorrection(before: Transaction, after: Transaction): boolean {
  if (isOpen(before.state)) return false
  const { operation } = after.intent
  return (
    toMoneyState(operation, before.state) !== toMoneyState(operation, after.state) ||
    chargedMinor(before) !== chargedMinor(after)
  )
}

function chargedMinor({ state }: Transaction): number | null {
  return 'chargedMinor' in state ? state.chargedMinor : null
}

/** The fact that a person has seen the news up to the n-th; null where that was known. */
export function toSeen({ evidence }: Transaction, upTo: number): EventOf<'outcomeSeen'> | null {
  const news = Math.min(evidence.unseenNews, upTo)
  return news > evidence.seenNews ? { type: 'outcomeSeen', news } : null
}
