import { setTimeout as delay } from 'node:timers/promises'
import type { Core } from '../core/app.ts'

const LOOK_AGAIN_MS = 50

/** How long quitting waits: for a request that is leaving, then for the journal to close. */
export interface QuitLimits {
  requestMs: number
  closeMs: number
}

/**
 * Brings the core to rest before the process ends: lets a request finish leaving, then closes the journal. Gives up at the
 * limits, because nothing is lost by a hard end: what left is in the journal, and the next start asks what became of it.
 * @returns whether the core came to rest in time
 */
export async function bringToRest(core: Core, limits: QuitLimits): Promise<boolean> {
  const latest = performance.now() + limits.requestMs
  while (core.hasOpenRequest() && performance.now() < latest) await delay(LOOK_AGAIN_MS)
  const closing = core.close().then(
    () => true,
    () => false,
  )
  return Promise.race([closing, delay(limits.closeMs, false, { ref: false })])
}
