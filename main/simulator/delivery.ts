import type { Parcel } from './parcel.ts'
import type { Behaviour } from './behaviour.ts'
import { isLost, toPost } from './callback-post.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'

/** Posts to a till's callback listener. Returns the HTTP status, or null when there was no answer. */
export type SendCallback = (callback: {
  url: string
  headers: Record<string, string>
  body: string
}) => Promise<number | null>

/** The terminals' recovery loop (handpoint-api.md §4.3). */
export type Delivery = {
  /** Delivers at once and, until a 2xx comes back, again and again. */
  begin(parcel: Parcel, isLate: boolean): void
  /** The terminal's app has started: its undelivered results begin their schedule anew. */
  restart(serial: string): void
  pending(): readonly Parcel[]
  load(parcels: readonly Parcel[]): void
}

export type DeliveryPorts = {
  clock: Clock
  behaviour(): Behaviour
  faults: Faults
  send: SendCallback
  isReachable(serial: string): boolean
  changed(): void
}

type Round = {
  parcel: Parcel
  attempts: number
  startedAt: number
  generation: number
  acknowledged: boolean
  inFlight: boolean
  cancelNext(): void
}

const nothing = (): void => undefined
const firstPhaseAttempts = 20
const guideLifetimeMs = 172_800_000

/** The wait before the next attempt; null ends the loop. `attempts` counts those already made. */
export function nextWaitMs(schedule: Behaviour['recoverySchedule'], attempts: number, ageMs: number): number | null {
  if (attempts <= firstPhaseAttempts) return 5_000
  const doublings = attempts - firstPhaseAttempts - 1
  if (schedule === 'seed') return 8_000 * 2 ** doublings
  return ageMs >= guideLifetimeMs ? null : Math.min(4_000 * 2 ** doublings, 900_000)
}

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { clock, faults } = ports
  const rounds = new Set<Round>()

  const acknowledge = (round: Round) => {
    round.acknowledged = true
    round.cancelNext()
    rounds.delete(round)
    ports.changed()
  }
  const post = async (round: Round, recovered: boolean): Promise<boolean> => {
    const { parcel } = round
    if (!ports.isReachable(parcel.serial)) return false
    const path = URL.canParse(parcel.url) ? new URL(parcel.url).pathname : parcel.url
    const fault = faults.take({ host: 'callback', method: 'POST', path, operation: null, terminal: parcel.serial })
    if (isLost(fault)) return false
    const { headers, body, times } = toPost(parcel, recovered, fault)
    if (fault?.type === 'delay') await new Promise<void>((resolve) => void clock.setTimer(fault.ms, resolve))
    const answers = await Promise.all(
      Array.from({ length: times }, () => ports.send({ url: parcel.url, headers, body })),
    )
    return fault?.type !== 'loseAnswer' && answers.some((status) => status !== null && status >= 200 && status < 300)
  }
  const attempt = async (round: Round, generation: number) => {
    if (round.generation !== generation || round.acknowledged) return
    const isFirst = round.attempts === 0
    round.attempts += 1
    const { attempts } = round
    // The next attempt is timed from this one's start, so that a slow listener does not stretch the schedule.
    const wait = nextWaitMs(ports.behaviour().recoverySchedule, attempts, clock.now() - round.startedAt)
    if (wait === null) return acknowledge(round)
    round.cancelNext = clock.setTimer(wait, () => void attempt(round, generation))
    // One at a time: a listener that takes longer than the wait is not called a second time meanwhile.
    if (round.inFlight) return
    round.inFlight = true
    const isAcknowledged = await post(round, !isFirst)
    round.inFlight = false
    if (isAcknowledged && !round.acknowledged) acknowledge(round)
  }
  const start = (parcel: Parcel, attempts: number) => {
    const round: Round = {
      parcel,
      attempts,
      startedAt: clock.now(),
      generation: 0,
      acknowledged: false,
      inFlight: false,
      cancelNext: nothing,
    }
    rounds.add(round)
    ports.changed()
    void attempt(round, 0)
  }
  return {
    // A late one counts as tried: what reaches the till is a recovered result.
    begin: (parcel, isLate) => start(parcel, isLate ? 1 : 0),
    restart(serial) {
      for (const round of rounds) {
        if (round.parcel.serial !== serial) continue
        round.generation += 1
        round.cancelNext()
        // Counted as made: what a restarted app sends is a recovered result.
        round.attempts = 1
        void attempt(round, round.generation)
      }
    },
    pending: () => [...rounds].map(({ parcel }) => parcel),
    load(parcels) {
      for (const parcel of parcels) start(parcel, 1)
    },
  }
}
