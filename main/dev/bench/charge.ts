import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Bench } from './benchmark.ts'
import { openCommitMaker } from './commit-maker.ts'
import { startCoreTill } from './core-till.ts'
import { machineMs } from './core-till-messages.ts'
import { toFigure, type Figure } from './figures.ts'
import { toSpread } from './percentiles.ts'

const TERMINAL = { serial_number: '082104578', terminal_type: 'PAXA920' }
const BUSY = JSON.stringify({ error: 1001, message: 'The device is busy' })
/** No two are the same, or Sell would ask whether it is the same customer. */
const FIRST_AMOUNT = 20_000

/** A cloud that calls its terminal busy, so that one sale can follow another at once, and notes when each request came. */
async function openBusyCloud() {
  const arrivals: number[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const isSale = request.method === 'POST'
    if (isSale) arrivals.push(machineMs())
    request.resume().once('end', () => {
      response.writeHead(isSale ? 400 : 200, { 'content-type': 'application/json' })
      response.end(isSale ? BUSY : JSON.stringify([TERMINAL]))
    })
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the cloud of the benchmark has no port')
  return {
    url: `http://127.0.0.1:${address.port.toString()}`,
    arrivals,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** From the command in the core to the request at the cloud's door, over loopback, the commit between. */
export async function benchCharge({ size, makeFolder }: Bench): Promise<readonly Figure[]> {
  const cloud = await openBusyCloud()
  const till = await startCoreTill({
    dataFolder: makeFolder(),
    cloudUrl: cloud.url,
    statusUrl: cloud.url,
    apiKey: 'bench-key',
  })
  const commits = openCommitMaker(makeFolder())
  const taken: number[] = []
  const committed: number[] = []
  const { serial_number: serialNumber, terminal_type: terminalType } = TERMINAL
  for (let nth = 0; nth < size.warmUp + size.charges; nth++) {
    const { reference, pressedAtMs } = await till.charge({
      serialNumber,
      terminalType,
      amountMinor: FIRST_AMOUNT + nth,
    })
    while (cloud.arrivals.length <= nth) await new Promise((resolve) => setTimeout(resolve, 1))
    // The refusal has come back and is written down by the time that this is answered.
    await till.leave(reference)
    const commitMs = commits.begin()
    commits.report()
    if (nth < size.warmUp) continue
    taken.push((cloud.arrivals[nth] ?? Number.NaN) - pressedAtMs)
    committed.push(commitMs)
  }
  commits.close()
  await till.close()
  await cloud.close()
  const spread = toSpread(taken)
  return [
    toFigure({
      quantity: 'Charge pressed → first byte of the request at the cloud',
      reading: 'p50',
      measured: { value: spread.p50, unit: 'ms' },
      limit: { what: 'one durable commit, p50', value: toSpread(committed).p50, unit: 'ms' },
      target: '≤ 3 commits, p99 < 10 ms',
      isMet: (_, ratio) => ratio <= 3 && spread.p99 < 10,
      samples: taken.length,
      spread,
      notes: ['a new connection over loopback for each, as a sale has; the network to the real cloud comes on top'],
    }),
  ]
}
