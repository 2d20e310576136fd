import { drawBadBody } from '../../../core/callback/trial-bodies.ts'
import { toHttp } from '../../../core/callback/trial-letters.ts'
import { drawLots, type Lots } from '../../../testing/lots.ts'
import { countOrphans, judgeEffects, readBooked } from './journal-audit.ts'
import type { TillProcess, TrialSale } from './till-process.ts'
import { gate, toReport, type Gate, type Trial } from './trial.ts'
import { toTrueBody, toTrueLetter } from './true-result.ts'
import { askOnce, openWire } from './wire.ts'

const WORKERS = 4
const EXPECTED: ReadonlySet<number> = new Set([200, 400, 401, 413])
/** Each of them keeps whatever differs: contradictions of so many bodies in one would be more than any terminal makes. */
const SALES = 20
/** Below, what grows is a till that warms up. */
const LEAST_FOR_MEMORY = 10_000

/** Authenticated bodies with something wrong (safety L6). Memory counts from when the till is warm. */
export const fuzz: Trial = async (till, { bodies, seed }) => {
  const lots = drawLots(seed)
  const statuses = new Map<number, number>()
  const sales: TrialSale[] = []
  while (sales.length < SALES) sales.push(await till.sell())
  const send = (count: number): Promise<void> => sendBad(till, { count, sales, lots, statuses })

  const warmUp = Math.ceil(bodies / 10)
  await send(warmUp)
  const before = await till.state()
  await send(bodies - warmUp)
  const crashed = till.hasEnded()
  const after = crashed ? null : await till.state()
  const grownMb = after === null ? Number.NaN : toMb(after.rssBytes - before.rssBytes)
  const heapMb = after === null ? Number.NaN : toMb(after.heapBytes - before.heapBytes)
  const unexpected = [...statuses.keys()].filter((status) => !EXPECTED.has(status))
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`)
  const grown = `memory grew by ${grownMb.toFixed(1)} MB after ${warmUp} bodies, objects by ${heapMb.toFixed(1)} MB`
  return toReport('fuzz', [
    gate(!crashed, `${bodies} bodies of seed ${seed}: ${crashed ? 'the till ended' : 'no crash'}`),
    gate(unexpected.length === 0, `answers ${counts.join(', ')}`),
    gate(bodies < LEAST_FOR_MEMORY || grownMb < 20, `${grown} (limit 20 MB)`),
    ...(crashed ? [] : await judgeAfterwards(till, sales)),
  ])
}

interface Fuzzing {
  count: number
  sales: readonly TrialSale[]
  lots: Lots
  statuses: Map<number, number>
}

async function sendBad(till: TillProcess, { count, sales, lots, statuses }: Fuzzing): Promise<void> {
  let left = count
  async function work(): Promise<void> {
    let wire = await openWire(till.port)
    while (left > 0 && !till.hasEnded()) {
      left -= 1
      const sale = lots.pick(sales)
      const { path, token } = sale
      const head = toHttp({ path, token, body: '' }).replace('Connection: close\r\n', '')
      const body = drawBadBody(lots.unit, toTrueBody(sale, drawFields(lots)))
      if (!wire.isOpen()) wire = await openWire(till.port)
      const { status } = await wire.ask(
        Buffer.concat([Buffer.from(head.replace('Length: 0', `Length: ${body.length}`)), body]),
      )
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // A refusal ends the connection, though this side may not have heard of it yet.
      if (status !== 200) wire.close()
    }
    wire.close()
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
}

/** Members that are read with leniency, so that every reader has something to stumble over. Few values: each is a fact to keep. */
function drawFields(lots: Lots): Record<string, unknown> {
  return {
    finStatus: lots.pick(['AUTHORISED', 'AUTHORISED', 'DECLINED', 'UNDEFINED', 'IN_PROGRESS', 'LATER']),
    ...(lots.chance(0.2) ? { tipAmount: lots.pick([0, null, '0', -1, 0.5]) } : {}),
    ...(lots.chance(0.2) ? { efttimestamp: lots.pick([0, -1, 1e16, '20230511110113006', {}]) } : {}),
    ...(lots.chance(0.2) ? { maskedCardNumber: lots.pick(['************1456', '5413330089010434', 7, []]) } : {}),
    ...(lots.chance(0.2) ? { customerReceipt: lots.pick(['', '<html>', 'https://127.0.0.1/x', 3, null]) } : {}),
    ...(lots.chance(0.2) ? { deviceStatus: lots.pick([null, [], 'x', { batteryStatus: 'y' }]) } : {}),
  }
}

/** Whatever came: the journal proves itself, each sale still takes its terminal's word once, and the till sells. */
async function judgeAfterwards(till: TillProcess, sales: readonly TrialSale[]): Promise<Gate[]> {
  const { journalFile: file, port } = till
  const countResults = (): number[] => sales.map(({ reference }) => readBooked(file, reference).results)
  const before = countResults()
  const kept = before.reduce((sum, results) => sum + results, 0)
  let taken = 0
  for (const sale of sales) {
    const { path, token } = sale
    // Of a transaction that nothing before has named: a word that is new.
    const letter = toHttp({ path, token, body: toTrueBody(sale, { efttransactionID: 'eft-true' }) })
    const answers = [await askOnce(port, letter), await askOnce(port, letter)]
    if (answers.every(({ status }) => status === 200)) taken += 1
  }
  const after = countResults()
  const oneMore = after.filter((results, index) => results === (before[index] ?? 0) + 1).length
  const next = await till.sell()
  await askOnce(port, toTrueLetter(next))
  return [
    gate(kept > 0, `${kept} results of them read and kept, ${countOrphans(file)} for nobody`),
    gate(
      taken === SALES && oneMore === SALES,
      `${taken} of ${SALES} true callbacks, each twice, answered 200 afterwards, ${oneMore} of them with one effect`,
    ),
    judgeEffects(file, [next.reference]),
  ]
}

const toMb = (bytes: number): number => bytes / 1024 / 1024
