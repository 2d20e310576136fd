import type { SendCallback } from './delivery.ts'

// handpoint-api.md §4.3: 30 s in all per attempt.
const attemptMs = 30_000

/** Posts over real HTTP. Redirects are not followed: only a 2xx of the address itself acknowledges. */
export const sendOverHttp: SendCallback = async ({ url, headers, body }) => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(attemptMs),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    // Refused, reset, timed out: to a terminal they are all the same missing acknowledgement.
    return null
  }
}
