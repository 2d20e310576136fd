import { createSchedule, type Verdict } from './schedule.ts'

// Unreadable bodies are thrown and caught by the thousand, and nobody reads their stacks.
Error.stackTraceLimit = 0

/** Runs the schedules of these seeds one after the other, and tells of each. */
export async function runSchedules(seeds: Iterable<number>, onVerdict: (verdict: Verdict) => void): Promise<void> {
  for (const seed of seeds) onVerdict(await replaySchedule(seed))
}

/** One schedule, with its story where somebody listens. */
export async function replaySchedule(seed: number, tell?: (line: string) => void): Promise<Verdict> {
  const schedule = createSchedule(seed, tell)
  while (schedule.step()) await untilQuiet()
  return schedule.verdict()
}

/**
 * Until no promise has anything left to do: a tick begins when the queue of microtasks is empty, and costs no turn of the event
 * loop.
 */
function untilQuiet(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve))
}
