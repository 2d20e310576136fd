import { standingEffects } from '../../../shared/transaction/transition.ts'
import type { WatchContext } from './contact.ts'
import { createResultQuestion } from './result-question.ts'
import { createStatusQuestion } from './status-question.ts'
import { createTurns } from './turns.ts'

/** Asks about a payment that is over for as long as its end could still be overturned, more and more seldom. */
export interface FollowUp {
  stop(): void
}

const MINUTE_MS = 60_000
/** The terminal's own approval: a chip pulled in the last moment changes it within seconds (handpoint-api.md §6.45). */
const AFTER_TERMINAL_MS = [MINUTE_MS]
/** Anything less than the terminal's word: up to a day, for that long its result can be fetched (handpoint-api.md §4.1). */
const AFTER_LESS_MS = [1, 2, 5, 15, 60, 240, 720].map((minutes) => minutes * MINUTE_MS)
const AFTER_BUG_MS = 5 * MINUTE_MS

export function startFollowUp(context: WatchContext): FollowUp {
  const { clock, log, current, record } = context
  const { state } = current()
  const isTerminalsWord = 'basis' in state && state.basis === 'terminal'
  const delaysMs = isTerminalsWord ? AFTER_TERMINAL_MS : AFTER_LESS_MS
  let step = 0
  let isAnswered = false

  const noting: WatchContext = {
    ...context,
    onContact(contact) {
      if (contact === 'answered') isAnswered = true
      context.onContact(contact)
    },
  }
  const result = createResultQuestion(noting)
  const status = createStatusQuestion(noting)
  const isNeeded = (): boolean => standingEffects(current()).some((effect) => effect.type === 'followUp')

  async function ask(): Promise<number | null> {
    isAnswered = false
    if (current().evidence.resultIds.length > 0) await result.ask('poll')
    if (isNeeded() && !isTerminalsWord) await status.ask('poll')
    if (!isNeeded()) return null
    if (!isAnswered) return delaysMs[step] ?? null
    step += 1
    const nextMs = delaysMs[step]
    if (nextMs !== undefined) return nextMs
    record('clock', { type: 'followUpEnded' })
    return null
  }

  const turns = createTurns({
    clock,
    act: ask,
    onPlan: () => undefined,
    onBug(error) {
      log.error('followUp.failed', { reference: current().intent.reference, problem: String(error) })
      return AFTER_BUG_MS
    },
  })
  turns.start(delaysMs[0] ?? MINUTE_MS)
  return { stop: turns.stop }
}
