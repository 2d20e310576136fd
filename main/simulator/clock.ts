/** The only source of time in the simulator, so that a run can live in virtual time. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once after `delayMs`; the returned function cancels it and may be called at any time. */
  setTimer(delayMs: number, run: () => void): () => void
}

export type VirtualClock = Clock & {
  /** Moves time forward by `ms`, running every timer that falls due, in order, with promises settled in between. */
  advance(ms: number): Promise<void>
  /** How many timers are waiting. */
  pending(): number
}

// Node fires a longer timeout after 1 ms instead of refusing it.
const longestTimeoutMs = 2_147_483_647

/** The machine's clock. Timers do not keep the process alive. */
export function realClock(): Clock {
  return {
    now: () => Date.now(),
    setTimer(delayMs, run) {
      const timer = setTimeout(run, Math.min(Math.max(delayMs, 0), longestTimeoutMs))
      timer.unref()
      return () => clearTimeout(timer)
    },
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A clock that stands still until `advance` is called. Timers due at the same instant run in the order they were set. */
export function virtualClock(startMs = Date.UTC(2026, 0, 5, 9, 0, 0)): VirtualClock {
  let now = startMs
  let order = 0
  let timers: { at: number; order: number; run: () => void }[] = []

  const takeDue = (until: number) => {
    const next = timers.reduce<(typeof timers)[number] | null>(
      (first, timer) =>
        first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order) ? timer : first,
      null,
    )
    if (next === null || next.at > until) return null
    timers = timers.filter((timer) => timer !== next)
    return next
  }

  return {
    now: () => now,
    setTimer(delayMs, run) {
      const timer = { at: now + Math.max(delayMs, 0), order: order++, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async advance(ms) {
      const until = now + ms
      for (;;) {
        await settle()
        const due = takeDue(until)
        if (due === null) break
        now = due.at
        due.run()
      }
      now = until
      await settle()
    },
    pending: () => timers.length,
  }
}

/** A clock whose timers can all be cancelled at once, for closing a simulator that still has work planned. */
export function closableClock(clock: Clock): Clock & { close(): void } {
  const open = new Set<() => void>()
  let closed = false
  return {
    now: () => clock.now(),
    setTimer(delayMs, run) {
      if (closed) return () => undefined
      const cancel = clock.setTimer(delayMs, () => {
        open.delete(cancel)
        run()
      })
      open.add(cancel)
      return () => {
        open.delete(cancel)
        cancel()
      }
    },
    close() {
      closed = true
      for (const cancel of open) cancel()
      open.clear()
    },
  }
}
