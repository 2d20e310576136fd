import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { createSystemClock } from '../../core/system/clock.ts'

const factorSchema = z.coerce.number().min(1).max(100)

/** How many times as fast waits are to pass, for stories about rules of minutes; null where nobody asks for it. */
export function readTimeFactor(environment: Readonly<Record<string, string | undefined>>): number | null {
  const given = environment['PAYDESK_TIME_FACTOR']
  return given === undefined ? null : factorSchema.parse(given)
}

/** The machine's clocks, with waits that pass faster. The time of day stays what it is: people read it. */
export function createQuickClock(factor: number): Clock {
  const clock = createSystemClock()
  return {
    now: clock.now,
    monotonicMs: () => clock.monotonicMs() * factor,
    setTimer: (afterMs, act) => clock.setTimer(afterMs / factor, act),
  }
}
