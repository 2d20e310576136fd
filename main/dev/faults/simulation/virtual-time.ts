import type { Clock } from '../../../core/ports.ts'

/** True time, in milliseconds since the schedule began; nobody in the simulation sees it directly. */
export interface VirtualTime {
  now(): number
  /** Runs `act` once, `afterMs` from now, unless stopped by the answer. */
  at(afterMs: number, act: () => void): () => void
  /** The same for an act that the till does not notice at once: it wakes no promise, so what is planned next need not wait for any. */
  atUnseen(afterMs: number, act: () => void): void
  /** Moves to the next planned act and runs it. Answers false where there is none before `untilMs`, which a look may move. */
  step(untilMs: () => number): boolean
  /** The machine of the till: its monotonic clock stands while it sleeps. */
  machine: Machine
}

interface Machine {
  monotonicMs(): number
  wallMs(): number
  /** Moves the wall clock, and only that. */
  jumpWall(byMs: number): void
  suspend(forMs: number): void
  /** Time until it is awake; 0 when it is. */
  wakesInMs(): number
}

interface Planned {
  at: number
  order: number
  act: (() => void) | null
  isUnseen: boolean
}

/** When every schedule begins, by the till's wall clock. */
const EPOCH_MS = Date.UTC(2026, 0, 5, 9, 0, 0)

export function createVirtualTime(): VirtualTime {
  let now = 0
  let order = 0
  let wallOffsetMs = EPOCH_MS
  let sleptMs = 0
  let frozenAtMs = 0
  const heap: Planned[] = []

  function isBefore(one: Planned | undefined, other: Planned | undefined): boolean {
    if (one === undefined || other === undefined) return false
    return one.at === other.at ? one.order < other.order : one.at < other.at
  }

  function push(planned: Planned): void {
    let index = heap.length
    heap.push(planned)
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isBefore(planned, above)) break
      heap[index] = above
      index = parent
    }
    heap[index] = planned
  }

  function pop(): void {
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left
      const below = heap[child]
      if (below === undefined || !isBefore(below, last)) break
      heap[index] = below
      index = child
    }
    heap[index] = last
  }

  function plan(afterMs: number, act: () => void, isUnseen: boolean): Planned {
    const planned: Planned = { at: now + Math.max(0, afterMs), order: order++, act, isUnseen }
    push(planned)
    return planned
  }

  return {
    now: () => now,
    at(afterMs, act) {
      const planned = plan(afterMs, act, false)
      return () => {
        planned.act = null
      }
    },
    atUnseen: (afterMs, act) => void plan(afterMs, act, true),
    step(untilMs) {
      for (;;) {
        const next = heap[0]
        if (next === undefined || next.at > untilMs()) return false
        pop()
        const { act } = next
        if (act === null) continue
        now = next.at
        next.act = null
        act()
        if (!next.isUnseen) return true
      }
    },
    machine: {
      monotonicMs: () => Math.max(frozenAtMs, now - sleptMs),
      wallMs: () => now + wallOffsetMs,
      jumpWall(byMs) {
        wallOffsetMs += byMs
      },
      suspend(forMs) {
        frozenAtMs = Math.max(frozenAtMs, now - sleptMs)
        sleptMs = now + forMs - frozenAtMs
      },
      wakesInMs: () => Math.max(0, frozenAtMs - (now - sleptMs)),
    },
  }
}

/** The clock of one life of the till: timers end with the life, wait for the monotonic clock, and may be its last moment. */
export function createTillClock(time: VirtualTime, isAlive: () => boolean, onTimer: () => void): Clock {
  const { machine } = time
  const bornMs = machine.monotonicMs()

  function setTimer(afterMs: number, act: () => void): () => void {
    const dueMs = machine.monotonicMs() + Math.max(0, afterMs)
    let stop = time.at(afterMs + machine.wakesInMs(), ring)
    function ring(): void {
      const leftMs = dueMs - machine.monotonicMs()
      if (leftMs > 0) {
        stop = time.at(leftMs + machine.wakesInMs(), ring)
        return
      }
      onTimer()
      if (isAlive()) act()
    }
    return () => stop()
  }

  return { now: machine.wallMs, monotonicMs: () => machine.monotonicMs() - bornMs, setTimer }
}
