import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { foreignResult, startForeignCloud } from '../../../testing/foreign-cloud.ts'
import { isRunning, startHeadless, type HeadlessProcess } from '../../../testing/headless-process.ts'
import { drawLots } from '../../../testing/lots.ts'
import { buildPage } from '../../preview/build-page.ts'
import { inLanes } from './layer.ts'
import { NOT_CHARGED, readPayments, readStarted } from './verdict.ts'

interface Found {
  lines: string[]
  problems: string[]
}

/** Whole headless tills in real time: stopped for a while, or under a library that lies about the date. */
export async function runFrozenTills({ long, seed }: { long: boolean; seed: number }): Promise<Found> {
  // Once, before twenty tills would do it at the same time.
  await buildPage()
  const ended = await Promise.allSettled([runStops(long, seed), runFaketime()])
  const found = ended.map((each) =>
    each.status === 'fulfilled' ? each.value : { lines: [], problems: [`a headless till: ${String(each.reason)}`] },
  )
  return { lines: found.flatMap(({ lines }) => lines), problems: found.flatMap(({ problems }) => problems) }
}

async function runStops(long: boolean, seed: number): Promise<Found> {
  if (process.platform === 'win32') return { lines: ['SIGSTOP: skipped, Windows cannot stop a process'], problems: [] }
  const lots = drawLots(seed)
  const stops = Array.from({ length: long ? 20 : 2 }, (_, index) => ({
    stopMs: long ? 1_000 + lots.below(299_000) : 1_500,
    answer: index % 2 === 0 ? ('accepted' as const) : ('error' as const),
  }))
  // They wait, they do not work: all at once.
  const problems = (await inLanes(stops, tryStop, stops.length)).flat()
  const longestMs = Math.max(...stops.map(({ stopMs }) => stopMs))
  const line = `SIGSTOP: ${stops.length.toString()} headless tills, up to ${(longestMs / 1_000).toFixed(1)} s`
  return { lines: [line], problems }
}

async function runFaketime(): Promise<Found> {
  const library = findFaketime()
  if (library === null) return { lines: ['libfaketime: skipped, it is not installed here'], problems: [] }
  const line = 'libfaketime: one headless till through jumps of a year and of 90 s'
  return { lines: [line], problems: await tryFaketime(library) }
}

interface Shop {
  till: HeadlessProcess
  cloud: Awaited<ReturnType<typeof startForeignCloud>>
  folder: string
  close(): Promise<void>
}

async function openShop(environment: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-frozen-'))
  const config = join(folder, 'shop.json')
  writeFileSync(config, JSON.stringify({ environment: 'development', training: false }))
  const cloud = await startForeignCloud()
  const { cloudUrl, statusUrl } = cloud
  const till = await startHeadless(['--port', '0', '--data', join(folder, 'data'), '--config', config], {
    PAYDESK_CLOUD_URL: cloudUrl,
    PAYDESK_STATUS_URL: statusUrl,
    PAYDESK_API_KEY: 'MERCHANT-000001',
    ...environment,
  })
  if (!isRunning(till)) throw new Error(till.output)
  await till.call('terminal:refresh', {})
  return {
    till,
    cloud,
    folder,
    async close() {
      await till.kill()
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const AMOUNT = 4_500

/** A sale that the service answers, or fails to answer; null where it did not begin. */
async function sell({ till, cloud }: Shop, answer: 'accepted' | 'error'): Promise<string | null> {
  cloud.script = ({ body }) => (body?.['operation'] === 'sale' && answer === 'error' ? { status: 503, body: '' } : null)
  const started = readStarted(
    await till.call('sale:start', {
      requestKey: randomUUID(),
      terminal: { serialNumber: '0001', terminalType: 'PAXA80' },
      amountMinor: AMOUNT,
      currency: 'EUR',
      customerReference: null,
    }),
  )
  return started?.reference ?? null
}

/** Stopped in the middle of a sale that is charged meanwhile. */
async function tryStop({ stopMs, answer }: { stopMs: number; answer: 'accepted' | 'error' }): Promise<string[]> {
  const shop = await openShop()
  try {
    const reference = await sell(shop, answer)
    if (reference === null) return ['SIGSTOP: no sale began']
    await pause(300)
    shop.till.signal('SIGSTOP')
    await pause(stopMs / 2)
    shop.cloud.results.set(reference, foreignResult('AUTHORISED', reference, AMOUNT))
    await pause(stopMs / 2)
    shop.till.signal('SIGCONT')
    const ended = answer === 'accepted' ? 'approved' : 'provisional'
    const problems = await follow(shop, reference, ended)
    return problems.map((problem) => `SIGSTOP for ${stopMs.toString()} ms: ${problem}`)
  } finally {
    await shop.close()
  }
}

async function tryFaketime(library: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-faketime-'))
  const dial = join(folder, 'time')
  const turn = (to: string): void => writeFileSync(dial, `${to}\n`)
  turn('+0')
  const shop = await openShop({
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: dial,
    FAKETIME_NO_CACHE: '1',
    // A wrong date, not a wrong machine: the monotonic clock is what the rules are measured by.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  })
  const problems: string[] = []
  try {
    const reference = await sell(shop, 'error')
    if (reference === null) return ['libfaketime: no sale began']
    let farthestMs = 0
    for (const to of ['+90s', '+7m', '-90s', '-1y', '+1y', '+0']) {
      turn(to)
      await pause(to === '+1y' ? 5_000 : 700)
      const state = await read(shop, reference)
      farthestMs = Math.max(farthestMs, (await readLastAsked(shop, reference)) - Date.now())
      if (NOT_CHARGED.has(state)) problems.push(`libfaketime ${to}: TOO EARLY ${state}`)
    }
    if (farthestMs < 300 * 24 * 3_600_000) problems.push('libfaketime: the clock of the till did not move')
    shop.cloud.results.set(reference, foreignResult('AUTHORISED', reference, AMOUNT))
    problems.push(...(await follow(shop, reference, 'provisional')).map((problem) => `libfaketime: ${problem}`))
    return problems
  } finally {
    await shop.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function read({ till }: Shop, reference: string): Promise<string> {
  const history = readPayments(await till.call('history:list', { before: null, limit: 10 }))
  return history?.find((payment) => payment.reference === reference)?.state.status ?? 'unknown'
}

const watchSchema = z.object({
  value: z.object({ payment: z.object({ watch: z.object({ lastAskedAt: z.number().nullable() }).nullable() }) }),
})

/** When the till asked last, by its own wall clock; 0 where it has not. */
async function readLastAsked({ till }: Shop, reference: string): Promise<number> {
  const asked = watchSchema.safeParse(await till.call('payment:read', { reference }))
  return asked.data?.value.payment.watch?.lastAskedAt ?? 0
}

/** Waits for the state that the service's word leads to, and counts what it received. */
async function follow(shop: Shop, reference: string, ended: string): Promise<string[]> {
  let state = ''
  for (let tries = 0; tries < 300 && state !== ended; tries += 1) {
    await pause(100)
    state = await read(shop, reference)
    if (NOT_CHARGED.has(state)) return [`${reference} was charged and is ${state}`]
  }
  const sent = shop.cloud.arrivals.filter(({ body }) => body?.['operation'] === 'sale').length
  return [
    ...(state === ended ? [] : [`${reference} is ${state} and not ${ended}`]),
    ...(sent === 1 ? [] : [`it was sent ${sent.toString()} times`]),
  ]
}

function findFaketime(): string | null {
  if (process.platform !== 'linux') return null
  for (const folder of ['/usr/lib', '/usr/lib64', '/usr/local/lib', ...listFolders('/usr/lib')]) {
    for (const place of [folder, join(folder, 'faketime')]) {
      const library = join(place, 'libfaketimeMT.so.1')
      if (existsSync(library)) return library
    }
  }
  return null
}

function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('-linux-'))
    .map((entry) => join(folder, entry.name))
}
