import type { WatchSnapshot } from '../../../shared/ipc/snapshots.ts'
import { LONGEST_TRANSACTION_MS } from '../../../shared/transaction/rules.ts'
import { isOpen } from '../../../shared/transaction/state.ts'
import { standingEffects, type Effect, type Transaction } from '../../../shared/transaction/transition.ts'
import type { Urgency } from '../handpoint/answers.ts'
import type { WatchContext } from './contact.ts'
import { createDeadlines } from './deadlines.ts'
import { createResultQuestion } from './result-question.ts'
import { createStatusQuestion } from './status-question.ts'
import { createTurns } from './turns.ts'

/** Asks about one open payment, by every way that its state calls for, until it is open no more. */
export interface Watch {
  /** Takes note of a newer state: starts what is now needed, stops what is not. */
  update(transaction: Transaction): void
  /** Asks everything now, as an act of a person. */
  askNow(): void
  stop(): void
  snapshot(): WatchSnapshot
}

const AFTER_BUG_MS = 5_000
const PERSON_MAY_ASK_EVERY_MS = 2_000

export function createWatch(context: WatchContext): Watch {
  const { clock, log } = context
  let lastAskedAt: number | null = null
  let isReachable = true
  let isPersonAsking = false
  let askedByPersonMs = Number.NEGATIVE_INFINITY
  let isStopped = false

  const noting: WatchContext = {
    ...context,
    onContact(contact) {
      lastAskedAt = clock.now()
      isReachable = contact === 'answered'
      context.onContact(contact)
    },
  }
  const result = createResultQuestion(noting)
  const status = createStatusQuestion(noting)
  const deadlines = createDeadlines(noting)

  const onBug = (error: unknown): number => {
    log.error('question.failed', { problem: String(error), reference: context.current().intent.reference })
    return AFTER_BUG_MS
  }
  const urgency = (): Urgency => (isPersonAsking ? 'act' : 'poll')
  const resultTurns = createTurns({ clock, onBug, onPlan: context.onPlan, act: () => result.ask(urgency()) })
  const statusTurns = createTurns({ clock, onBug, onPlan: context.onPlan, act: () => status.ask(urgency()) })

  return {
    update(transaction) {
      if (isStopped) return
      const effects = standingEffects(transaction)
      if (effects.some(asksResult)) resultTurns.start(result.firstDelayMs())
      else resultTurns.stop()
      if (effects.some(asksStatus)) statusTurns.start(status.firstDelayMs())
      else statusTurns.stop()
      deadlines.update(transaction, effects)
    },
    askNow() {
      // A person who hammers the button must not use up what other payments are asked with.
      if (isStopped || clock.monotonicMs() - askedByPersonMs < PERSON_MAY_ASK_EVERY_MS) return
      askedByPersonMs = clock.monotonicMs()
      isPersonAsking = true
      const effects = standingEffects(context.current())
      if (effects.some(asksResult)) resultTurns.hurry()
      if (effects.some(asksStatus)) statusTurns.hurry()
      isPersonAsking = false
    },
    stop() {
      isStopped = true
      resultTurns.stop()
      statusTurns.stop()
      deadlines.stop()
    },
    snapshot() {
      const { state } = context.current()
      const next = [resultTurns.nextAt(), statusTurns.nextAt()].filter((at) => at !== null)
      const leftMs = context.sinceMs + LONGEST_TRANSACTION_MS - clock.monotonicMs()
      return {
        lastAskedAt,
        nextAskAt: next.length === 0 ? null : Math.round(Math.min(...next)),
        // Time alone proves nothing while the cloud waits for a result.
        concludesBy:
          state.status === 'checking' && !context.notes.isResultPending && leftMs > 0
            ? Math.round(clock.now() + leftMs)
            : null,
        isReachable: isReachable || !isOpen(state),
      }
    },
  }
}

function asksResult({ type }: Effect): boolean {
  return type === 'pollResult'
}

function asksStatus({ type }: Effect): boolean {
  return type === 'queryStatus' || type === 'queryHistory'
}
