import type { Clock } from './clock.ts'

/** handpoint-api.md §1.1: at most two requests in any one second per key, counted over both hosts. */
export type RateLimit = { allows(key: string): boolean; set(on: boolean): void; isOn(): boolean }

const windowMs = 1_000
const limit = 2

/** Requests refused for the limit do not count against it. */
export function createRateLimit(clock: Clock, initiallyOn: boolean): RateLimit {
  const recent = new Map<string, number[]>()
  let on = initiallyOn
  return {
    allows(key) {
      if (!on) return true
      const inWindow = (recent.get(key) ?? []).filter((at) => clock.now() - at < windowMs)
      if (inWindow.length < limit) inWindow.push(clock.now())
      else {
        recent.set(key, inWindow)
        return false
      }
      recent.set(key, inWindow)
      return true
    },
    set(value) {
      on = value
    },
    isOn: () => on,
  }
}
