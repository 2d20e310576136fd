import { drawBadBody } from '../../../core/callback/trial-bodies.ts'
import { toHttp } from '../../../core/callback/trial-letters.ts'
import { drawLots } from '../../../testing/lots.ts'
import { gate, toReport, type Trial } from './trial.ts'
import { openWire } from './wire.ts'

const WORKERS = 4
const EXPECTED: ReadonlySet<number> = new Set([200, 400, 401, 413])

/** Authenticated bodies with something wrong (safety L6). Memory counts from when the till is warm. */
export const fuzz: Trial = async (till, { bodies, seed }) => {
  const { port, path, token } = till
  const head = toHttp({ path: `/cb/${path}`, token, body: '' }).replace('Connection: close\r\n', '')
  const statuses = new Map<number, number>()
  const lots = drawLots(seed)
  let left = 0

  async function work(): Promise<void> {
    let wire = await openWire(port)
    while (left > 0 && !till.hasEnded()) {
      left -= 1
      const body = drawBadBody(lots.unit)
      if (!wire.isOpen()) wire = await openWire(port)
      const letter = Buffer.concat([Buffer.from(head.replace('Length: 0', `Length: ${body.length}`)), body])
      const { status } = await wire.ask(letter)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // A refusal ends the connection, though this side may not have heard of it yet.
      if (status !== 200) wire.close()
    }
    wire.close()
  }
  async function send(count: number): Promise<void> {
    left = count
    await Promise.all(Array.from({ length: WORKERS }, work))
  }

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
  return toReport('fuzz', [
    gate(!crashed, `${bodies} bodies of seed ${seed}: ${crashed ? 'the till ended' : 'no crash'}`),
    gate(unexpected.length === 0, `answers ${counts.join(', ')}`),
    gate(
      grownMb < 20,
      `memory grew by ${grownMb.toFixed(1)} MB after ${warmUp} bodies, objects by ${heapMb.toFixed(1)} MB (limit 20 MB)`,
    ),
  ])
}

const toMb = (bytes: number): number => bytes / 1024 / 1024
