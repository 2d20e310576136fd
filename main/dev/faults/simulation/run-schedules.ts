import { nextTick } from 'node:process'
import { createSchedule, type Verdict } from './schedule.ts'

// Unreadable bodies are thrown and caught by the thousand, and nobody reads their stacks.
Error.stackTraceLimit = 0

const SETTLED = Promise.resolve()

/** Runs the schedules of these seeds one after the other, and tells of each. */
export async function runSchedules(seeds: Iterable<number>, onVerdict: (verdict: Verdict) => void): Promise<void> {
  for (const seed of seeds) onVerdict(await replaySchedule(seed))
}

/** One schedule, with its story where somebody listens. */
export function replaySchedule(seed: number, tell?: (line: string) => void): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const schedule = createSchedule(seed, tell)
    // A tick that is asked for by a promise begins when no promise has anything left to do, and costs no turn of the event loop.
    const whenQuiet = (): void => nextTick(step)
    function step(): void {
      try {
        if (schedule.step()) void SETTLED.then(whenQuiet)
        else resolve(schedule.verdict())
      } catch (error) {
        reject(error)
      }
    }
    step()
  })
}
