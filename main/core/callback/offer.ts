import { randomBytes } from 'node:crypto'
import { digestSchema, type Digest } from '../../../shared/ids.ts'
import type { CallbackTraffic, Health } from '../../../shared/ipc/snapshots.ts'
import type { CallbackWarning } from './health.ts'
import type { CallbackListener } from './listener.ts'
import { createCallbackSecret, type SecretBytes } from './secret.ts'
import type { CallbackSettings } from './settings.ts'
import type { CallbackCounters } from './tally.ts'

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

/** What the page is told of the listener. */
export function toCallbackHealth({ health, counters }: Pick<CallbackListener, 'health' | 'counters'>): Told {
  const now = health()
  const traffic = toTraffic(counters())
  switch (now.status) {
    case 'off':
      return { status: 'off' }
    case 'listening': {
      // It listens, and no terminal will talk to it: they refuse such a certificate without a word (handpoint-api.md §6.22).
      const because = now.warnings.find((warning) => SILENTLY_REFUSED.has(warning))
      if (because !== undefined) return { status: 'failed', because, traffic }
      const { certificateEndsAt, warnings } = now
      return { status: 'listening', certificateEndsAt, warnings: warnings.filter(isOnlyAWarning), traffic }
    }
    case 'failed':
      return { status: 'failed', because: now.because, traffic }
  }
}

type Told = Health['callback']
type Listening = Extract<Told, { status: 'listening' }>

const SILENTLY_REFUSED: ReadonlySet<CallbackWarning> = new Set(['certificateSelfSigned', 'certificateForOtherName'])

function isOnlyAWarning(warning: CallbackWarning): warning is Listening['warnings'][number] {
  return warning === 'plainHttp' || warning === 'certificateEndsSoon'
}

/** The counters in as many kinds as a person can do something about. What named another payment is none of these. */
function toTraffic({ stored, refused, foreign }: CallbackCounters): CallbackTraffic {
  const { browser, unknownPath, notAuthenticated, rateLimited } = refused
  const { malformed, headerTooLarge, tooSlow, handshakeFailed, evicted } = refused
  return {
    stored,
    refused: {
      strangers: browser + unknownPath + notAuthenticated + rateLimited,
      otherName: refused.otherHost,
      unusable: refused.contentType + refused.tooLarge + refused.unreadable,
      notSaved: refused.journalUnavailable,
      connections: malformed + headerTooLarge + tooSlow + handshakeFailed + evicted,
    },
    foreign:
      foreign === null
        ? null
        : { payments: foreign.operations, lastAt: foreign.lastAt, lastReference: foreign.lastReference },
  }
}
