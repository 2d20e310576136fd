import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { referenceSchema } from '../../../shared/ids.ts'
import type { JobSnapshot } from '../../../shared/ipc/printing.ts'
import { createHandClock } from '../../testing/hand-clock.ts'
import type { Log } from '../ports.ts'
import { createJobQueues, isWaiting, type Delivery, type JobQueues } from './job-queues.ts'
import { openJobStore, type JobStore } from './job-store.ts'

const REFERENCE = referenceSchema.parse('3e665342-a95b-49c1-b6fe-b3f102305a76')
const START = Date.UTC(2026, 10, 21, 9)
const HOUR = 3_600_000
const ignore = (): void => undefined
const log: Log = { info: ignore, warn: ignore, error: ignore }

let folder = ''
let ids = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydesk-print-'))
  ids = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function makeJob(to: string, given: Partial<JobSnapshot> = {}): JobSnapshot {
  ids += 1
  return {
    id: `00000000-0000-4000-8000-${ids.toString().padStart(12, '0')}`,
    reference: REFERENCE,
    what: 'customerReceipt',
    way: 'printer',
    to,
    createdAt: START + ids,
    updatedAt: START + ids,
    attempts: 0,
    state: 'queued',
    problem: null,
    isCopy: false,
    ...given,
  }
}

interface Shop {
  queues: JobQueues
  store: JobStore
  time: ReturnType<typeof createHandClock>
  /** What each printer was given, in order. */
  paper: { to: string; isCopy: boolean }[]
  stateOf(job: JobSnapshot): string
}

function openShop(deliver: (job: JobSnapshot) => Promise<Delivery>, startMs = START): Shop {
  const opened = openJobStore(join(folder, 'print-jobs.sqlite'), startMs)
  if (!opened.ok) throw new Error(opened.error)
  const { store } = opened.value
  const time = createHandClock(startMs)
  const paper: Shop['paper'] = []
  const queues = createJobQueues({
    store,
    clock: time.clock,
    log,
    deliver: (job) => {
      paper.push({ to: job.to, isCopy: job.isCopy })
      return deliver(job)
    },
    toIssue: ({ reference, what, id, attempts }) => ({ reference, what, token: `${id}:${attempts}`, paymentAt: START }),
    onChange: () => undefined,
  })
  return {
    queues,
    store,
    time,
    paper,
    stateOf: ({ id }) => queues.list().find((job) => job.id === id)?.state ?? 'gone',
  }
}

const done = (): Promise<Delivery> => Promise.resolve({ type: 'done' })
const offline: Delivery = { type: 'failed', problem: 'printerOffline', mayRetry: true }

test('a dead printer holds up only itself, is tried again after growing waits and given up with words', async () => {
  const shop = openShop(({ to }) => (to === 'Dead' ? Promise.resolve(offline) : done()))
  const [first, second, other] = [makeJob('Dead'), makeJob('Dead'), makeJob('Good')]
  for (const job of [first, second, other]) shop.queues.add(job)
  await shop.time.advance(0)
  expect(shop.stateOf(other)).toBe('done')
  expect([shop.stateOf(first), shop.stateOf(second)]).toEqual(['queued', 'queued'])
  await shop.time.advance(HOUR)
  expect([shop.stateOf(first), shop.stateOf(second)]).toEqual(['failed', 'failed'])
  // One that waits for the same printer is not tried in between: five attempts each, and no more.
  expect(shop.paper.filter(({ to }) => to === 'Dead')).toHaveLength(10)
  expect(shop.queues.list().filter(isWaiting)).toHaveLength(2)
})

test('a printer that throws or never answers leaves a job in doubt, and its queue goes on', async () => {
  const shop = openShop((job) => {
    if (job.createdAt === START + 1) return Promise.reject(new Error('the driver crashed'))
    return job.createdAt === START + 2 ? new Promise(() => undefined) : done()
  })
  const jobs = [makeJob('Odd'), makeJob('Odd'), makeJob('Odd')]
  for (const job of jobs) shop.queues.add(job)
  await shop.time.advance(0)
  expect(jobs.map(shop.stateOf)).toEqual(['uncertain', 'running', 'queued'])
  await shop.time.advance(90_000)
  expect(jobs.map(shop.stateOf)).toEqual(['uncertain', 'uncertain', 'done'])
  await shop.time.advance(24 * HOUR)
  expect(shop.paper).toHaveLength(3)
})

test('the first print is no copy, every later one is, on whichever printer', async () => {
  const shop = openShop(done)
  for (const to of ['A', 'B', 'A']) shop.queues.add(makeJob(to))
  shop.queues.add(makeJob('A', { what: 'merchantReceipt' }))
  await shop.time.advance(0)
  expect(shop.paper.filter(({ isCopy }) => !isCopy)).toHaveLength(2)
  expect(shop.queues.list().map(({ what, isCopy }) => [what, isCopy])).toContainEqual(['merchantReceipt', false])
})

test('what for certain did not come out makes the next one no copy; what may have come out does', async () => {
  const answers: Delivery[] = [
    { ...offline, mayRetry: false },
    { type: 'uncertain', problem: 'noAnswer' },
    { type: 'done' },
  ]
  const shop = openShop(() => Promise.resolve(answers.shift() ?? { type: 'done' }))
  const [failing, doubtful] = [makeJob('A'), makeJob('A')]
  shop.queues.add(failing)
  shop.queues.add(doubtful)
  await shop.time.advance(0)
  expect(shop.paper.map(({ isCopy }) => isCopy)).toEqual([false, false])
  shop.queues.retry(doubtful.id, null)
  await shop.time.advance(0)
  expect(shop.paper.at(-1)?.isCopy).toBe(true)
  expect(shop.stateOf(doubtful)).toBe('done')
})

test('a job that was being printed when the power went is asked about, never repeated by itself', async () => {
  const before = openShop(() => new Promise(() => undefined))
  const [printing, waiting] = [makeJob('A'), makeJob('A')]
  before.queues.add(printing)
  before.queues.add(waiting)
  expect(before.stateOf(printing)).toBe('running')
  before.store.close()

  const after = openShop(done, START + HOUR)
  after.queues.recover()
  await after.time.advance(24 * HOUR)
  expect(after.stateOf(printing)).toBe('uncertain')
  expect(after.queues.list().find(({ id }) => id === printing.id)?.problem).toBe('stopped')
  expect(after.stateOf(waiting)).toBe('done')
  // The one in doubt may lie there as the first: what came after it is a copy.
  expect(after.paper).toEqual([{ to: 'A', isCopy: true }])
})

test('what waited over night is not printed in the morning', async () => {
  const before = openShop(() => Promise.resolve(offline))
  const job = makeJob('A')
  before.queues.add(job)
  await before.time.advance(0)
  before.store.close()
  const after = openShop(done, START + 13 * HOUR)
  after.queues.recover()
  await after.time.advance(HOUR)
  expect(after.stateOf(job)).toBe('failed')
  expect(after.paper).toEqual([])
})

test('another printer takes a waiting job at once; one that is taken off the list is gone after a restart too', async () => {
  const shop = openShop(({ to }) => (to === 'Dead' ? Promise.resolve(offline) : done()))
  const [moved, left] = [makeJob('Dead'), makeJob('Dead')]
  shop.queues.add(moved)
  shop.queues.add(left)
  await shop.time.advance(0)
  shop.queues.retry(moved.id, 'Good')
  await shop.time.advance(0)
  expect(shop.stateOf(moved)).toBe('done')
  expect(shop.queues.dismiss(left.id)).toEqual({ ok: true, value: true })
  shop.store.close()
  const after = openShop(done)
  after.queues.recover()
  expect([after.stateOf(moved), after.stateOf(left)]).toEqual(['done', 'gone'])
  expect(after.queues.dismiss(left.id)).toEqual({ ok: true, value: false })
})

test('a letter that is tried again goes to its address, whichever printer is named beside it', async () => {
  let isOff = true
  const shop = openShop(() => (isOff ? Promise.resolve(offline) : done()))
  const letter = makeJob('anna@home.example', { way: 'mail' })
  shop.queues.add(letter)
  await shop.time.advance(0)
  isOff = false
  shop.queues.retry(letter.id, 'Counter')
  await shop.time.advance(0)
  expect(shop.stateOf(letter)).toBe('done')
  expect(shop.paper.map(({ to }) => to)).toEqual(['anna@home.example', 'anna@home.example'])
})

test('a receipt that is still being fetched waits by itself and lets others pass', async () => {
  let isThere = false
  const shop = openShop(({ createdAt }) =>
    createdAt === START + 1 && !isThere ? Promise.resolve({ type: 'later', problem: 'receiptPending' }) : done(),
  )
  const [pending, next] = [makeJob('A'), makeJob('A')]
  shop.queues.add(pending)
  shop.queues.add(next)
  await shop.time.advance(0)
  expect([shop.stateOf(pending), shop.stateOf(next)]).toEqual(['queued', 'done'])
  isThere = true
  await shop.time.advance(1000)
  expect(shop.stateOf(pending)).toBe('done')
})

test('done jobs go after three days and a hundred, jobs that nobody saw to after thirty days', async () => {
  const shop = openShop(done)
  for (let count = 0; count < 120; count += 1) shop.queues.add(makeJob('A'))
  await shop.time.advance(0)
  expect(shop.queues.list()).toHaveLength(100)
  shop.store.save(makeJob('A', { state: 'failed', problem: 'printerOffline' }))
  shop.store.close()
  const later = openShop(done, START + 4 * 24 * HOUR)
  later.queues.recover()
  expect(later.queues.list().map(({ state }) => state)).toEqual(['failed'])
  later.store.close()
  const latest = openShop(done, START + 31 * 24 * HOUR)
  latest.queues.recover()
  expect(latest.queues.list()).toEqual([])
})

test('a damaged file of jobs is moved aside, and receipts of before it count as printed', () => {
  const file = join(folder, 'print-jobs.sqlite')
  writeFileSync(file, 'this is no database')
  const opened = openJobStore(file, START)
  expect(opened).toMatchObject({ ok: true, value: { isLost: true } })
  if (!opened.ok) return
  const { store } = opened.value
  const issue = { reference: REFERENCE, what: 'customerReceipt', token: 't' } as const
  expect(store.isIssued({ ...issue, paymentAt: START - 1 })).toEqual({ ok: true, value: true })
  expect(store.isIssued({ ...issue, paymentAt: START + 1 })).toEqual({ ok: true, value: false })
  store.close()
})

test('closing waits for what is just being printed, but not for ever', async () => {
  let finish: (delivery: Delivery) => void = () => undefined
  const shop = openShop(() => new Promise((resolve) => (finish = resolve)))
  const job = makeJob('A')
  shop.queues.add(job)
  const closed = shop.queues.close()
  finish({ type: 'done' })
  await closed
  expect(shop.stateOf(job)).toBe('done')

  const stuck = openShop(() => new Promise(() => undefined))
  stuck.queues.add(makeJob('B'))
  const closing = stuck.queues.close()
  await stuck.time.advance(2000)
  await closing
})
