import type { JobProblem, JobSnapshot } from '../../../shared/ipc/printing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Clock, Log } from '../ports.ts'
import type { Issue, JobStore } from './job-store.ts'

/** What became of one attempt. `later` is about the job alone, `failed` about its printer or mail server as a whole. */
export type Delivery =
  | { type: 'done' }
  | { type: 'failed'; problem: JobProblem; mayRetry: boolean }
  | { type: 'later'; problem: JobProblem }
  /** Something may have come out: never repeated by itself. */
  | { type: 'uncertain'; problem: JobProblem }

interface QueueOptions {
  store: JobStore
  clock: Clock
  log: Log
  deliver: (job: JobSnapshot) => Promise<Delivery>
  toIssue: (job: JobSnapshot) => Issue
  onChange: () => void
}

/** One queue for each printer and one for mail: what is dead holds up only itself. */
export interface JobQueues {
  /** Takes up what an earlier run left. */
  recover(): void
  add(job: JobSnapshot): Result<JobSnapshot, string>
  retry(id: string, to: string | null): Result<JobSnapshot | null, string>
  /** False where there is no such job. One that is just being delivered stays. */
  dismiss(id: string): Result<boolean, string>
  /** Newest first. */
  list(): readonly JobSnapshot[]
  /** Begins nothing any more, and waits a moment for what is just being delivered. */
  close(): Promise<void>
}

const RETRY_AFTER_MS = [3_000, 10_000, 30_000, 120_000]
/** For a receipt that is still being fetched, more often: the customer waits. */
const LATER_AFTER_MS = [1_000, 1_000, 2_000, 2_000, 4_000, 5_000, 15_000, 30_000]
/** Whatever a printer does, its queue goes on. */
const ANSWER_WITHIN_MS = 90_000
const CLOSE_WITHIN_MS = 2_000
const TOO_OLD_MS = 12 * 3_600_000
const DONE_KEPT_MS = 3 * 24 * 3_600_000
const KEPT_MS = 30 * 24 * 3_600_000
const MOST_DONE = 100

/** Whether a person should know of it: it waits, failed, or nobody knows. */
export function isWaiting({ state }: JobSnapshot): boolean {
  return state !== 'done'
}

function laneOf({ way, to }: JobSnapshot): string {
  return way === 'mail' ? 'mail' : `printer ${to}`
}

export function createJobQueues(options: QueueOptions): JobQueues {
  const { store, clock, log, deliver, toIssue, onChange } = options
  const jobs = new Map<string, JobSnapshot>()
  const busy = new Set<string>()
  /** Until when a lane or a job waits, by the monotonic clock. */
  const due = new Map<string, number>()
  const timers = new Map<string, () => void>()
  /** Attempts since a person last asked for it. */
  const tries = new Map<string, number>()
  const running = new Set<Promise<void>>()
  let isClosed = false

  function keep(job: JobSnapshot): void {
    const stamped = { ...job, updatedAt: clock.now() }
    jobs.set(job.id, stamped)
    const saved = store.save(stamped)
    // What is told to the person is right all the same; after a restart it is a job in doubt, never one that is forgotten.
    if (!saved.ok) log.error('print.notSaved', { job: job.id, problem: saved.error })
    onChange()
  }

  function forget(id: string): void {
    jobs.delete(id)
    tries.delete(id)
    due.delete(id)
    const removed = store.remove(id)
    if (!removed.ok) log.error('print.notSaved', { job: id, problem: removed.error })
  }

  function prune(): void {
    const now = clock.now()
    const byAge = [...jobs.values()].toSorted((one, two) => two.updatedAt - one.updatedAt)
    const done = byAge.filter(({ state }) => state === 'done')
    for (const [index, { id, updatedAt }] of done.entries()) {
      if (index >= MOST_DONE || updatedAt < now - DONE_KEPT_MS) forget(id)
    }
    for (const { id, updatedAt, state } of byAge) {
      if ((state === 'failed' || state === 'uncertain') && updatedAt < now - KEPT_MS) forget(id)
    }
  }

  function pump(lane: string): void {
    if (isClosed || busy.has(lane)) return
    timers.get(lane)?.()
    timers.delete(lane)
    const now = clock.monotonicMs()
    const waiting = [...jobs.values()].filter((job) => job.state === 'queued' && laneOf(job) === lane)
    const dueAt = (job: JobSnapshot): number => Math.max(due.get(job.id) ?? 0, due.get(lane) ?? 0)
    const next = waiting.find((job) => dueAt(job) <= now)
    if (next !== undefined) {
      const run = deliverNext(lane, next).finally(() => running.delete(run))
      running.add(run)
      return
    }
    if (waiting.length === 0) return
    const wakeAt = Math.min(...waiting.map(dueAt))
    timers.set(
      lane,
      clock.setTimer(Math.max(1, wakeAt - now), () => pump(lane)),
    )
  }

  async function deliverNext(lane: string, queued: JobSnapshot): Promise<void> {
    busy.add(lane)
    const job: JobSnapshot = { ...queued, state: 'running', attempts: queued.attempts + 1, updatedAt: clock.now() }
    const begun = store.begin(job, toIssue(job))
    if (begun.ok) {
      const marked = { ...job, isCopy: begun.value }
      jobs.set(job.id, marked)
      tries.set(job.id, (tries.get(job.id) ?? 0) + 1)
      onChange()
      settle(lane, marked, await deliverWithin(marked))
    } else {
      // Nothing is printed that a restart would not know of.
      log.error('print.notSaved', { job: job.id, problem: begun.error })
      due.set(lane, clock.monotonicMs() + 30_000)
    }
    busy.delete(lane)
    pump(lane)
  }

  function deliverWithin(job: JobSnapshot): Promise<Delivery> {
    return new Promise((resolve) => {
      const stop = clock.setTimer(ANSWER_WITHIN_MS, () => resolve({ type: 'uncertain', problem: 'noAnswer' }))
      void deliver(job)
        .catch((error: unknown): Delivery => {
          log.error('print.failed', { job: job.id, problem: String(error) })
          return { type: 'uncertain', problem: 'noAnswer' }
        })
        .then(resolve)
        .finally(stop)
    })
  }

  function settle(lane: string, job: JobSnapshot, delivery: Delivery): void {
    log.info('print.attempted', { job: job.id, way: job.way, outcome: delivery.type, attempts: job.attempts })
    if (delivery.type === 'done') {
      due.delete(lane)
      keep({ ...job, state: 'done', problem: null })
      return prune()
    }
    const { problem } = delivery
    if (delivery.type === 'uncertain') return keep({ ...job, state: 'uncertain', problem })
    const withdrawn = store.withdraw(toIssue(job))
    if (!withdrawn.ok) log.error('print.notSaved', { job: job.id, problem: withdrawn.error })
    const waits = delivery.type === 'later' ? LATER_AFTER_MS : delivery.mayRetry ? RETRY_AFTER_MS : []
    const waitMs = waits[(tries.get(job.id) ?? 1) - 1]
    if (waitMs === undefined) return keep({ ...job, state: 'failed', problem })
    due.set(delivery.type === 'later' ? job.id : lane, clock.monotonicMs() + waitMs)
    keep({ ...job, state: 'queued', problem })
  }

  return {
    recover() {
      const saved = store.readAll()
      if (!saved.ok) return log.error('print.unreadable', { problem: saved.error })
      for (const job of saved.value.toSorted((one, two) => one.createdAt - two.createdAt)) {
        jobs.set(job.id, job)
        // Whether it came out nobody saw: a person looks, and says whether it is to be printed once more.
        if (job.state === 'running') keep({ ...job, state: 'uncertain', problem: 'stopped' })
        // Nobody waits any more for what was not printed yesterday.
        if (job.state === 'queued' && job.createdAt < clock.now() - TOO_OLD_MS)
          keep({ ...job, state: 'failed', problem: 'tooOld' })
      }
      prune()
      for (const lane of new Set([...jobs.values()].map(laneOf))) pump(lane)
    },
    add(job) {
      const saved = store.save(job)
      if (!saved.ok) return saved
      jobs.set(job.id, job)
      onChange()
      pump(laneOf(job))
      return ok(jobs.get(job.id) ?? job)
    },
    retry(id, to) {
      const job = jobs.get(id)
      if (job === undefined) return ok(null)
      if (job.state === 'running' || job.state === 'done') return ok(job)
      const again: JobSnapshot = {
        ...job,
        state: 'queued',
        problem: null,
        to: job.way === 'mail' ? job.to : (to ?? job.to),
      }
      const saved = store.save(again)
      if (!saved.ok) return err(saved.error)
      tries.delete(id)
      due.delete(id)
      due.delete(laneOf(again))
      keep(again)
      pump(laneOf(again))
      return ok(jobs.get(id) ?? again)
    },
    dismiss(id) {
      const job = jobs.get(id)
      if (job === undefined) return ok(false)
      if (job.state === 'running') return ok(true)
      const removed = store.remove(id)
      if (!removed.ok) return err(removed.error)
      forget(id)
      onChange()
      return ok(true)
    },
    list: () => [...jobs.values()].toSorted((one, two) => two.createdAt - one.createdAt),
    async close() {
      isClosed = true
      for (const stop of timers.values()) stop()
      timers.clear()
      // What is cut off here is in doubt at the next start, as after a power cut.
      await new Promise<void>((resolve) => {
        const stop = clock.setTimer(CLOSE_WITHIN_MS, resolve)
        void Promise.allSettled(running)
          .then(() => resolve())
          .finally(stop)
      })
    },
  }
}
