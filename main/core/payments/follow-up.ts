import { standingEffects, type Transaction } from '../../../shared/transaction/transition.ts'
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
/** A large approval is read again and again from the first moment, before the goods are handed over (handpoint-api.md §6.45). */
const REREAD_MS = 5_000
const STARTS_TO_BELIEVE = 3
const AFTER_BUG_MS = 5 * MINUTE_MS

export function startFollowUp(context: WatchContext): FollowUp {
  const { clock, log, current, record } = context
  let isResultRead = false

  const noting: WatchContext = {
    ...context,
    // An answer without a result in it, as of a broken proxy, was no look.
    recordResult(source, answer) {
      isResultRead = true
      context.recordResult(source, answer)
    },
  }
  const result = createResultQuestion(noting)
  const status = createStatusQuestion(context)
  const isNeeded = (): boolean => needsFollowUp(current())
  // How old it was at the start only the wall clock can say, and it may be wrong: it is believed at the third start, and from
  // then on a jump of it changes nothing (safety R21).
  const { intent, evidence } = current()
  const isBelieved = evidence.followUpStarts >= STARTS_TO_BELIEVE
  const ageAtStartMs = isBelieved ? Math.max(0, clock.now() - intent.createdAt) : 0
  const isLarge = isTerminalsWord() && context.isLarge(intent)
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
    // The one look at an approval must not wait for a quiet moment that a busy shop never has.
    if (current().evidence.resultIds.length > 0) await result.ask(isTerminalsWord() ? 'poll' : 'later')
    // What another operation on the same original is filing just now could be taken for this one.
    if (isNeeded() && !isTerminalsWord() && !context.siblings().hasOpen) await status.ask('later')
    if (!isNeeded()) return null
    const isEnough = isTerminalsWord() && isResultRead && clock.monotonicMs() - startedMs >= MINUTE_MS
    const delayMs = isEnough ? null : isLarge ? REREAD_MS : nextDelayMs()
    if (delayMs === null) record('clock', { type: 'followUpEnded', resultsKnown: current().evidence.results.length })
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
  turns.start(isTerminalsWord() ? (isLarge ? REREAD_MS : MINUTE_MS) : (nextDelayMs() ?? MINUTE_MS))
  return { stop: turns.stop }
}

export function needsFollowUp(transaction: Transaction): boolean {
  return standingEffects(transaction).some((effect) => effect.type === 'followUp')
}
