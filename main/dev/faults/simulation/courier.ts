import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import type { Lots } from '../../../testing/lots.ts'
import type { ModelOperation } from './model-operation.ts'
import { count, type Tally } from './tally.ts'
import type { TillLife } from './till.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'
import type { Weather } from './weather.ts'

/** Brings results from the terminals to the till's listener, again and again until one is acknowledged (handpoint-api.md §4.3). */
export interface Courier {
  begin(work: ModelOperation, body: string, finStatus: string): void
  /** How many results are still on their way. */
  outstanding(): number
}

interface CourierParts {
  time: VirtualTime
  lots: Lots
  tally: Tally
  disk: MemoryDisk
  weather: () => Weather
  till: () => TillLife | null
  report: Report
  note: (line: string) => void
}

const FIRST_PHASE = 20
const LONGEST_WAIT_MS = 15 * 60_000
const LIFETIME_MS = 2 * 24 * 60 * 60_000

export function createCourier(parts: CourierParts): Courier {
  const { time, lots, tally, disk, report, note } = parts
  let outstanding = 0

  function attempt(parcel: Parcel, attempts: number): void {
    const { work, finStatus, startedAt } = parcel
    if (time.now() - startedAt > LIFETIME_MS) return void (outstanding -= 1)
    const isAcknowledged = post(parcel)
    if (!isAcknowledged) return void time.at(nextWaitMs(attempts), () => attempt(parcel, attempts + 1))
    outstanding -= 1
    work.delivered.push(finStatus)
    count(tally, 'callback acknowledged')
  }

  /** Answers whether the terminal heard a 2xx. */
  function post({ work, body, finStatus }: Parcel): boolean {
    const life = parts.till()
    const { loss, duplicate } = parts.weather()
    if (life === null || time.machine.wakesInMs() > 0 || work.callback === null) return false
    if (loss > 0 && lots.chance(loss)) {
      count(tally, 'callback lost')
      return false
    }
    const { url, token } = work.callback
    if (lots.chance(0.02)) knockWrongly(life, url, body)
    if (duplicate > 0 && lots.chance(duplicate)) {
      count(tally, 'callback duplicated')
      time.at(lots.below(lots.chance(0.9) ? 60_000 : LIFETIME_MS), () => void parts.till()?.deliver(url, token, body))
    }
    const status = life.deliver(url, token, body)
    note(`callback of ${work.reference.slice(0, 8)} (${finStatus}) is answered ${status.toString()}`)
    // A till that died in the middle answered nothing.
    if (!life.isAlive() || status >= 300) return false
    if (!isKept(work)) report('R4', work.reference, 'a callback was acknowledged and is not in the journal')
    if (loss > 0 && lots.chance(loss)) {
      count(tally, 'acknowledgement of a callback lost')
      return false
    }
    return true
  }

  /** Without the token nothing is learnt and nothing changes (safety L3). */
  function knockWrongly(life: TillLife, url: string, body: string): void {
    const before = disk.seq
    const status = life.deliver(url, 'f'.repeat(64), body)
    count(tally, 'callback with a wrong token')
    if (life.isAlive() && status !== 401 && status !== 503)
      report('L3', url, `a wrong token was answered ${status.toString()}`)
    if (disk.seq !== before) report('L3', url, 'a wrong token changed the journal')
  }

  function isKept({ reference }: ModelOperation): boolean {
    for (const { tokenReference } of disk.orphans) if (tokenReference === reference) return true
    for (const [known, { entries }] of disk.operations) {
      if (known !== reference) continue
      return entries.some(({ event: { type } }) => type === 'terminalReported' || type === 'terminalUndecided')
    }
    return false
  }

  return {
    begin(work, body, finStatus) {
      if (work.callback === null) return
      outstanding += 1
      const isLate = parts.weather().longDelay > 0 && lots.chance(0.1)
      const startedAt = time.now()
      time.at(isLate ? lots.below(LIFETIME_MS) : 100 + lots.below(900), () =>
        attempt({ work, body, finStatus, startedAt }, 1),
      )
    },
    outstanding: () => outstanding,
  }
}

interface Parcel {
  work: ModelOperation
  body: string
  finStatus: string
  startedAt: number
}

function nextWaitMs(attempts: number): number {
  if (attempts <= FIRST_PHASE) return 5_000
  return Math.min(LONGEST_WAIT_MS, 8_000 * 2 ** Math.min(20, attempts - FIRST_PHASE - 1))
}
