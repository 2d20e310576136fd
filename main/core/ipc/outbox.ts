import type { Log } from '../ports.ts'

/** Runs something once the moment has passed that it must not hold up. */
export type Later = (act: () => void) => void

/** Where news for the page goes out: at once, or a moment later where somebody waits for what is more urgent. */
export interface Outbox {
  /**
   * Tells at once. While held back it is `tellAfterwards` that is called instead, once for each key however often it was
   * sent, after what was sent before it: it has to read what it tells when it is called.
   */
  send(key: string, tell: () => void, tellAfterwards?: () => void): void
  /** Answers what `act` answers; what is sent while it runs is told when `later` says so, even if it throws. */
  holdBack<Value>(later: Later, act: () => Value): Value
}

/** @param log told of news that could not be told: that keeps neither the rest from being told nor a payment from being asked about */
export function createOutbox(log: Log): Outbox {
  const waiting = new Map<string, () => void>()
  let isHolding = false

  function tellAll(): void {
    const told = [...waiting]
    waiting.clear()
    for (const [key, tell] of told) {
      try {
        tell()
      } catch (error) {
        log.error('event.failed', { name: key, problem: String(error) })
      }
    }
  }

  return {
    send(key, tell, tellAfterwards = tell) {
      if (!isHolding) return tell()
      waiting.delete(key)
      waiting.set(key, tellAfterwards)
    },
    holdBack(later, act) {
      const isFirst = waiting.size === 0
      isHolding = true
      try {
        return act()
      } finally {
        isHolding = false
        if (isFirst && waiting.size > 0) later(tellAll)
      }
    },
  }
}
