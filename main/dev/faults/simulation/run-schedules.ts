import { setImmediate } from 'node:timers/promises'
import { createSchedule, type Schedule, type Verdict } from './schedule.ts'

/** How many schedules take their steps side by side: between two rounds promises settle for all of them at once. */
const SIDE_BY_SIDE = 2

// Unreadable bodies are thrown and caught by the thousand, and nobody reads their stacks.
Error.stackTraceLimit = 0

/** Runs the schedules of these seeds, and tells of each. They share nothing, so that each goes as it would alone. */
export async function runSchedules(seeds: Iterable<number>, onVerdict: (verdict: Verdict) => void): Promise<void> {
  const queue = seeds[Symbol.iterator]()
  let running: Schedule[] = []
  for (;;) {
    while (running.length < SIDE_BY_SIDE) {
      const next = queue.next()
      if (next.done === true) break
      running.push(createSchedule(next.value))
    }
    if (running.length === 0) return
    running = running.filter((schedule) => {
      if (schedule.step()) return true
      onVerdict(schedule.verdict())
      return false
    })
    await setImmediate()
  }
}

/** One schedule with its story. */
export async function replaySchedule(seed: number, tell: (line: string) => void): Promise<Verdict> {
  const schedule = createSchedule(seed, tell)
  while (schedule.step()) await setImmediate()
  return schedule.verdict()
}
