import type { TransactionEvent } from '../../../shared/transaction/events.ts'
import type { Intent } from '../../../shared/transaction/intent.ts'
import { fold, transition } from '../../../shared/transaction/transition.ts'
import { createHandpointClient } from '../handpoint/client.ts'
import type { HttpPort, Log } from '../ports.ts'
import type { Siblings, WatchContext } from './contact.ts'

const CLOUD = { cloudUrl: 'https://cloud.test', statusUrl: 'https://status.test', apiKey: 'none' }
const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }

interface Trial {
  intent: Intent
  facts: readonly TransactionEvent[]
  /** What the service answers, by its path. */
  answer?: (path: string) => { status: number; body: string }
  siblings?: Partial<Siblings>
  isLarge?: boolean
  /** Milliseconds since 1970 on the wall clock when the trial begins. */
  startsAt?: number
}

/** One payment with all that asks about it, without an engine, a journal or a socket: time moves only by hand. */
export function tryWatch(trial: Trial) {
  const { intent, facts, siblings = {}, isLarge = false, startsAt = intent.createdAt } = trial
  const { answer = () => ({ status: 204, body: '' }) } = trial
  let elapsedMs = 0
  let timers: { dueMs: number; act: () => void }[] = []
  const clock = {
    now: () => startsAt + elapsedMs,
    monotonicMs: () => elapsedMs,
    setTimer(afterMs: number, act: () => void) {
      const timer = { dueMs: elapsedMs + afterMs, act }
      timers.push(timer)
      return () => void (timers = timers.filter((other) => other !== timer))
    },
  }
  const asked: { atMs: number; path: string }[] = []
  const http: HttpPort = ({ url }) => {
    const path = new URL(url).pathname
    asked.push({ atMs: elapsedMs, path })
    return Promise.resolve({ type: 'answered', ...answer(path) })
  }
  const recorded: TransactionEvent[] = []
  let transaction = fold(intent, facts)
  const record = (event: TransactionEvent): void => {
    recorded.push(event)
    transaction = transition(transaction, event).next
  }
  const context: WatchContext = {
    client: createHandpointClient({ http, clock, log, ...CLOUD }),
    clock,
    log,
    sinceMs: 0,
    current: () => transaction,
    record: (_, event) => record(event),
    recordResult: (_, { digest, outcome }) => record({ type: 'terminalReported', digest, outcome }),
    siblings: () => ({ claimed: new Set(), hasOpen: false, hasUnnamed: false, ...siblings }),
    isLarge: () => isLarge,
    notes: { isResultPending: false },
    onContact: ignore,
    onPlan: ignore,
  }
  return {
    context,
    asked,
    recorded,
    async advance(ms: number) {
      const endMs = elapsedMs + ms
      for (;;) {
        const [next] = timers.filter(({ dueMs }) => dueMs <= endMs).sort((one, other) => one.dueMs - other.dueMs)
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        elapsedMs = Math.max(elapsedMs, next.dueMs)
        next.act()
        // What the act has begun settles without time passing.
        await new Promise((resolve) => setImmediate(resolve))
      }
      elapsedMs = endMs
    },
  }
}
