import type { Reference } from '../../../shared/ids.ts'
import { openWire, type Wire } from '../faults/listener/wire.ts'
import type { Bench } from './benchmark.ts'
import { openCommitMaker } from './commit-maker.ts'
import { startCoreTill, type CoreTill } from './core-till.ts'
import { ANY_TOKEN } from './empty-listener.ts'
import { toFigure, type Figure } from './figures.ts'
import { toSpread } from './percentiles.ts'
import { openHoldingCloud, toRequest, type HoldingCloud, type PostedResult } from './posted-results.ts'

const CONNECTIONS = 10
const FIRST_AMOUNT = 20_000

interface OwnedResult extends PostedResult {
  reference: Reference
}

interface Shop {
  cloud: HoldingCloud
  till: CoreTill
  wires: readonly Wire[]
  /** What the listener without a journal is sent: the same body. */
  empty: Wire
  /** The same on a connection of its own: the listener takes a thousand requests of each. */
  other: Wire
}

/** Results of terminals, posted to the listener of a whole core: one at a time, then ten connections at once. */
export async function benchCallbacks({ size, makeFolder }: Bench): Promise<readonly Figure[]> {
  const cloud = await openHoldingCloud(CONNECTIONS)
  const { cloudUrl, statusUrl, apiKey } = cloud
  const till = await startCoreTill({ dataFolder: makeFolder(), cloudUrl, statusUrl, apiKey })
  const commits = openCommitMaker(makeFolder())
  const [first] = await makeResults({ cloud, till }, 1, 0)
  if (first === undefined) throw new Error('no terminal has a result')
  const wires = await Promise.all(Array.from({ length: CONNECTIONS }, () => openWire(first.port)))
  const shop: Shop = {
    cloud,
    till,
    wires,
    empty: await openWire(till.emptyPort),
    other: await openWire(till.emptyPort),
  }
  await post(shop.wires[0], first)
  await till.leave(first.reference)

  const taken: number[] = []
  const without: number[] = []
  const committed: number[] = []
  let busyMs = 0
  let atOnce = 0
  const rounds = Math.ceil(size.callbacks / CONNECTIONS)
  for (let round = 0; round < size.warmUp + rounds; round++) {
    const results = await makeResults(shop, CONNECTIONS, 1 + round * CONNECTIONS)
    const isCounted = round >= size.warmUp
    // By turns: every second round comes over all connections at once.
    if (round % 2 === 0) {
      for (const result of results) {
        const tookMs = await post(shop.wires[0], result)
        const nothing = { ...result, bytes: toAnybody(result.bytes) }
        // The first after a result waits until the page was told of that: not part of either.
        await post(shop.other, nothing)
        const emptyMs = await post(shop.empty, nothing)
        if (!isCounted) continue
        taken.push(tookMs)
        without.push(emptyMs)
      }
    } else {
      const startedMs = performance.now()
      await Promise.all(results.map((result, nth) => post(shop.wires[nth], result)))
      if (isCounted) {
        busyMs += performance.now() - startedMs
        atOnce += results.length
      }
    }
    for (const { reference } of results) await till.leave(reference)
    for (let nth = 0; nth < CONNECTIONS; nth++) {
      commits.begin()
      committed.push(commits.report())
    }
  }
  commits.close()
  for (const wire of [...wires, shop.empty, shop.other]) wire.close()
  await till.close()
  await cloud.close()

  const spread = toSpread(taken)
  return [
    toFigure({
      quantity: 'callback received → 2xx, durable',
      reading: 'p50',
      measured: { value: spread.p50, unit: 'ms' },
      limit: { what: 'the same listener without a journal, p50', value: toSpread(without).p50, unit: 'ms' },
      target: 'p50 < 1.5 ms, p99 < 20 ms',
      isMet: () => spread.p50 < 1.5 && spread.p99 < 20,
      samples: taken.length,
      spread,
      notes: [
        'on an open connection, from the last byte sent to the first of the answer',
        'results without receipts: those are fetched after the answer',
      ],
    }),
    toFigure({
      quantity: `callback throughput, authenticated and durable, ${CONNECTIONS.toString()} connections`,
      reading: 'rate',
      measured: { value: (1_000 * atOnce) / busyMs, unit: '/s' },
      limit: {
        what: "commits of a terminal's result, rate at p50",
        value: 1_000 / toSpread(committed).p50,
        unit: '/s',
      },
      target: '≥ 0.6 of the commit rate',
      isMet: (_, ratio) => ratio >= 0.6,
      samples: atOnce,
      notes: [`in bursts of ${CONNECTIONS.toString()}, a sale each: as many terminals of a shop at the same moment`],
    }),
  ]
}

/** Sales on as many terminals, accepted, each with its result at the terminal. */
async function makeResults(
  { cloud, till }: Pick<Shop, 'cloud' | 'till'>,
  count: number,
  nth: number,
): Promise<OwnedResult[]> {
  const results: OwnedResult[] = []
  for (const [place, terminal] of cloud.terminals.slice(0, count).entries()) {
    const { reference } = await till.charge({ ...terminal, amountMinor: FIRST_AMOUNT + nth + place })
    results.push({ reference, ...(await cloud.next()) })
  }
  return results
}

async function post(wire: Wire | undefined, { bytes }: PostedResult): Promise<number> {
  if (wire === undefined) throw new Error('no connection')
  const { status, ms } = await wire.ask(bytes)
  if (status !== 200) throw new Error(`a result was answered ${status.toString()}`)
  return ms
}

/** The same body for the listener that takes everything. */
function toAnybody(bytes: string): string {
  const body = bytes.slice(bytes.indexOf('\r\n\r\n') + 4)
  const headers = { Host: '127.0.0.1', 'AUTH-TOKEN': ANY_TOKEN, 'Content-Type': 'application/json' }
  return toRequest(`/cb/${'0'.repeat(32)}`, headers, body)
}
