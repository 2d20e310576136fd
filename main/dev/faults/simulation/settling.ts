import type { Reference } from '../../../../shared/ids.ts'
import { isOpen, type TransactionState } from '../../../../shared/transaction/state.ts'
import type { MemoryDisk } from '../../../testing/memory-journal.ts'
import type { ModelCloud } from './model-cloud.ts'
import { count, type Tally } from './tally.ts'
import type { TillLife } from './till.ts'
import { isBorneOut } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Report } from './violations.ts'

/**
 * L1b: once the faults have stopped, each operation is final or a person's within its time (safety R24); then the person, who
 * has seen the bank's books, settles what is left, and it has to be taken.
 */
export interface Settling {
  /** The faults have stopped, or something was opened again. */
  watch(): void
  onCommitted(reference: Reference, isNews: boolean): void
  /** The longest that an operation took, once nothing was in its way. */
  longestMs(): number
}

interface SettlingParts {
  time: VirtualTime
  disk: MemoryDisk
  cloud: ModelCloud
  tally: Tally
  report: Report
  note: (line: string) => void
  till: () => TillLife | null
  /** Since when the faults have stopped, the till runs and its machine is awake. */
  quietSince: () => number
  isMoreToCome: () => boolean
  /** Everything is settled; `isOver`: nobody has anything left to decide. */
  onSettled: (isOver: boolean) => void
}

const MINUTE_MS = 60_000
const SETTLES_WITHIN_MS = 6 * MINUTE_MS
const WAITED_FOR_MS = 7 * MINUTE_MS + 30_000
const MANAGER_AFTER_MS = 10 * MINUTE_MS
const LOOKS_EVERY_MS = 5_000

/** Final, or handed to a person: what R24 asks for within six minutes. */
function isSettled(state: TransactionState): boolean {
  return !isOpen(state) || state.status === 'conflict' || ('isExhausted' in state && state.isExhausted)
}

export function createSettling(parts: SettlingParts): Settling {
  const { time, disk, cloud, tally, report, note } = parts
  const openSince = new Map<Reference, number>()
  const late = new Set<Reference>()
  let isWatching = false
  let hasManagerActed = false
  let longestMs = 0

  /** Since when nothing was in the way of learning the outcome; infinite while something is. */
  function freeSince(reference: Reference): number {
    if (parts.till() === null) return Number.POSITIVE_INFINITY
    const work = cloud.find(reference)
    const ended = work === undefined ? 0 : (work.endedAt ?? Number.POSITIVE_INFINITY) + cloud.lagMs
    return Math.max(parts.quietSince(), openSince.get(reference) ?? 0, ended)
  }

  /**
   * R24 gives six minutes. Only what the cloud still waits for, so that its terminal may honestly be at it, has more: it is
   * told to stop seven minutes after the request or the start of the till, and then asked about (safety R8 c, docs/adr/0008).
   */
  function settlesBy(reference: Reference, { status }: TransactionState): number {
    const settledBy = freeSince(reference) + SETTLES_WITHIN_MS
    if (status !== 'waiting' && status !== 'cancelling') return settledBy
    const clockSince = Math.max(parts.quietSince(), openSince.get(reference) ?? 0)
    return Math.max(settledBy, clockSince + WAITED_FOR_MS)
  }

  function watch(): void {
    if (isWatching) return
    isWatching = true
    time.atUnseen(LOOKS_EVERY_MS, () => {
      isWatching = false
      look()
    })
  }

  function look(): void {
    let isAllSettled = parts.till() !== null && !parts.isMoreToCome()
    for (const { progress } of disk.operations.values()) {
      const { transaction } = progress
      if (isSettled(transaction.state)) continue
      const { reference } = transaction.intent
      isAllSettled = false
      const waitedMs = time.now() - freeSince(reference)
      if (waitedMs <= 0) continue
      longestMs = Math.max(longestMs, waitedMs)
      if (time.now() <= settlesBy(reference, transaction.state) || late.has(reference)) continue
      late.add(reference)
      const minutes = Math.round(waitedMs / MINUTE_MS).toString()
      report('R24', reference, `still ${transaction.state.status} after ${minutes} quiet minutes`)
    }
    if (!isAllSettled) return watch()
    const isLeft = [...disk.operations.values()].some(({ progress }) => isOpen(progress.transaction.state))
    if (!isLeft || hasManagerActed) return parts.onSettled(!isLeft)
    hasManagerActed = true
    // The rules may still find out for a while: nobody hurries.
    time.at(MANAGER_AFTER_MS, () => void settleAll())
  }

  /** A manager looks into the bank's books and says what they say. */
  async function settleAll(): Promise<void> {
    const life = parts.till()
    for (const [reference, { progress }] of disk.operations) {
      const { intent, state } = progress.transaction
      // One that the rules have taken up again is not the manager's.
      if (!isOpen(state) || !isSettled(state) || life === null || !life.isAlive()) continue
      const work = cloud.find(reference)
      const isCharged = isBorneOut(cloud, intent, work?.netMinor ?? 0) && (work === undefined || work.netMinor > 0)
      note(`a manager settles ${reference.slice(0, 8)} as ${isCharged ? 'charged' : 'not charged'}`)
      const isTaken = await life.settle(reference, isCharged ? 'charged' : 'notCharged')
      count(tally, 'settled by a manager')
      if (life.isAlive() && !isTaken) report('R24', reference, `${state.status}, and a manager's word is not taken`)
    }
    watch()
  }

  return {
    watch,
    longestMs: () => longestMs,
    onCommitted(reference, isNews) {
      const state = disk.operations.get(reference)?.progress.transaction.state
      if (state === undefined) return
      if (!isOpen(state)) openSince.delete(reference)
      // A word of the terminal is news, from which things take their course anew.
      else if (!openSince.has(reference) || isNews) openSince.set(reference, time.now())
      if (!isSettled(state)) watch()
    },
  }
}
