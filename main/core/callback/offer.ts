import { randomBytes } from 'node:crypto'
import { digestSchema, type Digest } from '../../../shared/ids.ts'
import type { Health } from '../../../shared/ipc/snapshots.ts'
import type { CallbackHealth, CallbackWarning } from './health.ts'
import type { CallbackListener } from './listener.ts'
import { createCallbackSecret, type SecretBytes } from './secret.ts'
import type { CallbackSettings } from './settings.ts'

/** Digests for the journal and secrets for the request, of one operation's callback (safety L3). */
export function toOffer(
  settings: CallbackSettings,
  random: SecretBytes = randomBytes,
): {
  intent: { pathDigest: Digest; tokenDigest: Digest }
  secrets: { url: string; token: string }
} {
  const { url, token, pathDigest, tokenDigest } = createCallbackSecret(random, settings)
  const intent = { pathDigest: digestSchema.parse(pathDigest), tokenDigest: digestSchema.parse(tokenDigest) }
  return { intent, secrets: { url, token } }
}

export function isListening(listener: CallbackListener | null): boolean {
  return listener?.health().status === 'listening'
}

/** In practice the simulated terminals would post their results to whoever has the real name. */
export function isForPractice({ publicUrl }: CallbackSettings): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(publicUrl).hostname)
}

const SILENTLY_REFUSED: ReadonlySet<CallbackWarning> = new Set(['certificateSelfSigned', 'certificateForOtherName'])

/** What the page is told of the listener. */
export function toCallbackHealth(health: CallbackHealth): Health['callback'] {
  switch (health.status) {
    case 'off':
      return { status: 'off' }
    case 'listening': {
      // It listens, and no terminal will talk to it: they refuse such a certificate without a word (handpoint-api.md §6.22).
      const because = health.warnings.find((warning) => SILENTLY_REFUSED.has(warning))
      if (because !== undefined) return { status: 'failed', because }
      return { status: 'listening', certificateEndsAt: health.certificateEndsAt }
    }
    case 'failed':
      return { status: 'failed', because: health.because }
  }
}
