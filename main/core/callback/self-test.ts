import { randomBytes } from 'node:crypto'
import type { ListenerTest } from '../../../shared/ipc/listener-test.ts'
import type { Clock, HttpOutcome, HttpPort, Log } from '../ports.ts'
import type { CallbackOwner } from './sink.ts'
import { createCallbackSecret, digestOf, isSameDigest, NOBODY } from './secret.ts'
import type { CallbackSettings } from './settings.ts'

type Verdict = ListenerTest['verdict']

/**
 * Asks for this till at its own address, as a terminal would (handpoint-api.md §6.27). Its path and token are its own, known
 * while it runs and never again: they belong to no operation, and nothing that comes with them reaches the sink.
 */
export interface SelfTest {
  /** What the token of a request has to be where its last part is the path of the test that runs; null for every other. */
  find(url: string): Pick<CallbackOwner, 'tokenDigest'> | null
  /** The request came as it was sent. From now on its path is nobody's. */
  take(): void
  /** One at a time: who asks meanwhile, or within a second after, gets the same answer. */
  run(http: HttpPort): Promise<ListenerTest>
}

interface Trial {
  pathDigest: string
  tokenDigest: string
  hasArrived: boolean
  isTaken: boolean
}

const TIMEOUT_MS = 8_000
const REST_MS = 1_000

export function createSelfTest(settings: CallbackSettings, clock: Clock, log: Log): SelfTest {
  let trial: Trial | null = null
  let running: Promise<ListenerTest> | null = null
  let last: { told: ListenerTest; endedMs: number } | null = null

  async function ask(http: HttpPort): Promise<ListenerTest> {
    const { url, token, pathDigest, tokenDigest } = createCallbackSecret(randomBytes, settings)
    const own = { pathDigest, tokenDigest, hasArrived: false, isTaken: false }
    trial = own
    // Asked as a terminal asks, with nothing that a stranger on the way could use: no key, and a body that says nothing.
    const headers = { 'Content-Type': 'application/json', 'AUTH-TOKEN': token }
    const outcome = await http({ method: 'POST', url, headers, body: '{}', timeoutMs: TIMEOUT_MS })
    trial = null
    const told = { verdict: judge(outcome, own), at: clock.now() }
    last = { told, endedMs: clock.monotonicMs() }
    log.info('callback.tested', { verdict: told.verdict })
    return told
  }

  return {
    find(url) {
      // The same work whether a test runs or not, and on whatever path.
      const isIts = isSameDigest(digestOf(url.slice(url.lastIndexOf('/') + 1)), trial?.pathDigest ?? NOBODY)
      if (!isIts || trial === null || trial.isTaken) return null
      trial.hasArrived = true
      return { tokenDigest: trial.tokenDigest }
    },
    take() {
      if (trial !== null) trial.isTaken = true
    },
    run(http) {
      if (running !== null) return running
      if (last !== null && clock.monotonicMs() - last.endedMs < REST_MS) return Promise.resolve(last.told)
      running = ask(http).finally(() => (running = null))
      return running
    },
  }
}

function judge(outcome: HttpOutcome, { hasArrived, isTaken }: Trial): Verdict {
  switch (outcome.type) {
    case 'answered':
      if (isTaken && outcome.status === 200) return 'reached'
      return hasArrived ? 'changed' : 'wrongAnswer'
    case 'lost':
      return outcome.problem === 'timeout' ? 'timeout' : hasArrived ? 'changed' : 'wrongAnswer'
    case 'notSent':
      return toVerdict(outcome.text)
  }
}

/** Why there was no connection, by the code that the text begins with; how long was waited has none. */
function toVerdict(text: string): Verdict {
  const [code = ''] = /^[A-Z][A-Z0-9_]+(?=:|$)/.exec(text) ?? []
  if (code === '') return /\bin [0-9]+ ms$/.test(text) ? 'timeout' : 'refused'
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'nameNotFound'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (/CERT|UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH/.test(code)) return 'certificate'
  // It takes connections and speaks no TLS that this computer knows.
  return code === 'EPROTO' || code.startsWith('ERR_SSL_') ? 'wrongAnswer' : 'refused'
}
