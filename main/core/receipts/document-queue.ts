import type { Clock } from '../ports.ts'

/** Answers when to be run again, in milliseconds from now, or null when done. Must not throw. */
type Job = () => Promise<number | null>

export interface DocumentQueue {
  /** Runs the job soon; a key that is in the queue, or was done lately, is not taken a second time. */
  add(key: string, job: Job): void
  isClosed(): boolean
  close(): void
}

const AT_ONCE = 2
/** A result is delivered again within days at most; a till makes a few thousand documents a day. */
const REMEMBERED = 10_000

/** Two jobs at a time. One that runs for the first time overtakes those that failed before: its customer is still there. */
export function createDocumentQueue(clock: Clock): DocumentQueue {
  const known = new Set<string>()
  const fresh: (() => void)[] = []
  const again: (() => void)[] = []
  const timers = new Set<() => void>()
  let running = 0
  let closed = false

  const hasRoom = (): boolean => !closed && running < AT_ONCE

  function startNext(): void {
    while (hasRoom()) {
      const start = fresh.shift() ?? again.shift()
      if (start === undefined) return
      running += 1
      start()
    }
  }

  function later(afterMs: number, act: () => void): void {
    if (closed) return
    const stop = clock.setTimer(afterMs, () => {
      timers.delete(stop)
      act()
    })
    timers.add(stop)
  }

  function enqueue(waiting: (() => void)[], job: Job): void {
    waiting.push(() => void run(job))
    startNext()
  }

  async function run(job: Job): Promise<void> {
    const retryMs = await job()
    running -= 1
    if (retryMs !== null) later(retryMs, () => enqueue(again, job))
    startNext()
  }

  return {
    add(key, job) {
      if (closed || known.has(key)) return
      known.add(key)
      for (const oldest of known) {
        if (known.size <= REMEMBERED) break
        known.delete(oldest)
      }
      // From a timer, so that whoever adds it, in the middle of a payment, waits for nothing.
      later(0, () => enqueue(fresh, job))
    },
    isClosed: () => closed,
    close() {
      closed = true
      for (const stop of timers) stop()
      timers.clear()
    },
  }
}
