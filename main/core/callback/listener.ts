import type { ListenerTest } from '../../../shared/ipc/listener-test.ts'
import type { Clock, HttpPort, Log } from '../ports.ts'
import { createAdmission } from './admission.ts'
import { toCallbackAddress } from './callback-address.ts'
import { createExchange } from './exchange.ts'
import { createFrontDoor, type FrontDoor } from './front-door.ts'
import type { CallbackHealth } from './health.ts'
import { createSeats } from './seats.ts'
import { createSelfTest, type SelfTest } from './self-test.ts'
import { bindServer, PATIENCE, type Patience } from './server.ts'
import type { CallbackSettings } from './settings.ts'
import type { CallbackSink } from './sink.ts'
import { createTally, type CallbackCounters, type Tally } from './tally.ts'
import { createTokenBuckets } from './token-buckets.ts'

/** Takes the results that terminals post. It only makes them come sooner: polling never waits for it (safety R19). */
export interface CallbackListener {
  health(): CallbackHealth
  counters(): CallbackCounters
  /** Asks for the till at its own address. Never rejects. */
  test(http: HttpPort): Promise<ListenerTest>
  /** Ends every connection. Nothing reaches the sink afterwards. */
  close(): Promise<void>
}

export interface CallbackListenerOptions {
  /** Null where the shop has not asked for it: nothing is bound (safety L1). */
  settings: CallbackSettings | null
  sink: CallbackSink
  clock: Clock
  log: Log
  /** Called with every change; never with what it is already. */
  onHealth: (health: CallbackHealth) => void
  /** Called once a second at most while the counters change. */
  onTraffic?: () => void
  patience?: Patience
}

/** How often a listener that failed tries its port again, and one that listens looks at its certificate and address. */
const LOOK_EVERY_MS = 30_000
const RATES = { perSecondAndSource: 20, perSecond: 200 }
/** `most` lasts through a burst of newcomers until what a terminal has sent is read: 256 lost one callback on a busy machine. */
const SEATS = { lingering: 64, graceMs: 1_000, most: 512 }

/**
 * Starts listening where the settings say so. Never rejects: whatever keeps it from listening is in its health, and it tries
 * again on the same port, as addresses of that port are out with terminals (safety R19). Start it only while holding the
 * lock of the data folder (safety R18).
 */
export async function startCallbackListener(options: CallbackListenerOptions): Promise<CallbackListener> {
  const { settings, clock, log, onHealth, onTraffic = () => undefined } = options
  const tally = createTally(clock, log, onTraffic)
  let health: CallbackHealth = { status: 'off' }
  const nothingThere = (): Promise<ListenerTest> => Promise.resolve({ verdict: 'notListening', at: clock.now() })
  if (settings === null) {
    return { health: () => health, counters: tally.counters, test: nothingThere, close: () => Promise.resolve() }
  }

  let isClosed = false
  let stopTimer: (() => void) | null = null
  const selfTest = createSelfTest(settings, clock, log)
  const door = createDoor(options, settings, { tally, selfTest, onLost: report })

  function report(next: CallbackHealth): void {
    if (isClosed || JSON.stringify(next) === JSON.stringify(health)) return
    health = next
    if (next.status === 'failed') log.warn('callback.failed', { because: next.because })
    else if (next.status === 'listening') {
      log.info('callback.listening', { port: next.port, tls: next.tls, warnings: next.warnings.join(' ') })
    }
    onHealth(next)
  }

  // A fault of ours in here must not end the till: it goes on without a listener.
  function toFailure(error: unknown): CallbackHealth {
    log.error('callback.fault', { problem: String(error) })
    return { status: 'failed', because: 'systemRefused', text: 'The listener does not start because of a fault.' }
  }

  async function look(): Promise<void> {
    report(await door.look().catch(toFailure))
    if (!isClosed) stopTimer = clock.setTimer(LOOK_EVERY_MS, () => void (looking = look()))
  }

  let looking = look()
  await looking
  return {
    health: () => health,
    counters: tally.counters,
    test: (http) => (health.status === 'listening' ? selfTest.run(http) : nothingThere()),
    async close() {
      isClosed = true
      stopTimer?.()
      await looking
      await door.close()
      tally.close()
      health = { status: 'off' }
    },
  }
}

function createDoor(
  { sink, clock, patience = PATIENCE }: CallbackListenerOptions,
  settings: CallbackSettings,
  { tally, selfTest, onLost }: { tally: Tally; selfTest: SelfTest; onLost: (health: CallbackHealth) => void },
): FrontDoor {
  const find: CallbackSink['find'] = (pathDigest) => {
    try {
      return sink.find(pathDigest)
    } catch (error) {
      tally.failed(String(error))
      return 'unavailable'
    }
  }
  const admit = createAdmission(toCallbackAddress(settings), find, selfTest.find)
  const buckets = createTokenBuckets(RATES, clock.monotonicMs)
  const seats = createSeats(SEATS, clock.monotonicMs, () => tally.refused('evicted'))
  const exchange = createExchange({
    admit,
    deliver: (reference, body, later) => sink.deliver(reference, body, later),
    takeTest: selfTest.take,
    buckets,
    seats,
    tally,
  })
  return createFrontDoor({
    settings,
    now: clock.now,
    onLost: (failure) => onLost({ status: 'failed', ...failure }),
    bind: (identity, onEnd) =>
      bindServer({ ...settings.listen, identity, exchange, seats, tally, patience, onLost: onEnd }),
  })
}
