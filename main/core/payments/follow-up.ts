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
/** How old a payment is when it is asked about: more and more seldom over the day for which its result can be fetched (handpoint-api.md §4.1). */
const AGES_MS = [1, 2, 5, 15, 60, 240, 1_440].map((minutes) => minutes * MINUTE_MS)
const AFTER_BUG_MS = 5 * MINUTE_MS

export function startFollowUp(context: WatchContext): FollowUp {
  const { clock, log, current, record } = context
  let isResultRead = false

  const noting: WatchContext = {
    ...context,
    onContact(contact) {
      if (contact === 'answered') isResultRead = true
      context.onContact(contact)
    },
  }
  const result = createResultQuestion(noting)
  const status = createStatusQuestion(context)
  const isNeeded = (): boolean => standingEffects(current()).some((effect) => effect.type === 'followUp')
  // How old it was at the start only the wall clock can say; from then on a jump of that changes nothing (safety R21).
  const ageAtStartMs = Math.max(0, clock.now() - current().intent.createdAt)
  const startedMs = clock.monotonicMs()
  const ageMs = (): number => ageAtStartMs + clock.monotonicMs() - startedMs

  /**
   * A chip pulled in the last moment changes the terminal's own approval within seconds (handpoint-api.md §6.45): one look is
   * enough. Not for a part: a terminal that is cut off at its question undoes it whenever it is back.
   */
  function isTerminalsWord(): boolean {
    const { state } = current()
    return state.status === 'approved' && state.basis === 'terminal'
  }

  function nextDelayMs(): number | null {
    const age = ageMs()
    const next = AGES_MS.find((milestone) => milestone > age)
    return next === undefined ? null : Math.max(MINUTE_MS, next - age)
  }

  async function ask(): Promise<number | null> {
    isResultRead = false
    if (current().evidence.resultIds.length > 0) await result.ask('later')
    if (isNeeded() && !isTerminalsWord()) await status.ask('later')
    if (!isNeeded()) return null
    const delayMs = isTerminalsWord() && isResultRead ? null : nextDelayMs()
    if (delayMs === null) record('clock', { type: 'followUpEnded' })
    return delayMs
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
  turns.start(isTerminalsWord() ? MINUTE_MS : (nextDelayMs() ?? MINUTE_MS))
  return { stop: turns.stop }
}
