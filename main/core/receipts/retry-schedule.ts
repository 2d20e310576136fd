const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS

/** After the first failed attempts; from then on every six hours. */
const FIRST_RETRIES_MS = [5 * SECOND_MS, 30 * SECOND_MS, 300 * SECOND_MS, HOUR_MS]
const RETRY_EVERY_MS = 6 * HOUR_MS
const GIVE_UP_AFTER_MS = 48 * HOUR_MS

/**
 * How long to wait after a document could not be had, in milliseconds, or null when it is given up: two days after it was
 * named. The first hour's attempts are made in any case, since the age may come from before a restart and a wrong clock.
 * @param attempts made so far in this run of the till, at least one
 * @param ageMs since the document was named
 */
export function nextRetryMs(attempts: number, ageMs: number): number | null {
  const early = FIRST_RETRIES_MS[attempts - 1]
  if (early !== undefined) return early
  return ageMs + RETRY_EVERY_MS > GIVE_UP_AFTER_MS ? null : RETRY_EVERY_MS
}
