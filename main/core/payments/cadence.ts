/** How often the cloud is asked about one open payment, in milliseconds after the request ended. Two requests a second and key are allowed in all. */

const FIRST_MINUTE_MS = 60_000

/**
 * Time until the next result query. A tap takes seconds, so the first minute is asked every second; the service's own
 * samples ask every 3 to 4 s (handpoint-api.md §4.1).
 */
export function nextPollDelayMs(elapsedMs: number): number {
  if (elapsedMs < FIRST_MINUTE_MS) return 1_000
  if (elapsedMs < 3 * FIRST_MINUTE_MS) return 2_000
  return elapsedMs < 10 * FIRST_MINUTE_MS ? 4_000 : 30_000
}

/** Time until the next status question. */
export function nextStatusDelayMs(elapsedMs: number): number {
  if (elapsedMs < 2 * FIRST_MINUTE_MS) return 4_000
  return elapsedMs < 10 * FIRST_MINUTE_MS ? 10_000 : 60_000
}

/** A rate limit or a refused key is not overcome by asking faster. */
export const AFTER_REFUSED_QUESTION_MS = 5_000

/** Result queries without an answer for this long are a silence that a person is told about. */
export const SILENCE_AFTER_MS = 8_000

/** A result id may be unknown to the cloud for this long after the request (handpoint-api.md §6.12). */
export const RESULT_ID_SETTLES_MS = 30_000
