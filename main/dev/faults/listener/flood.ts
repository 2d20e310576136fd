import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { resultBody, toHttp } from '../../../core/callback/trial-letters.ts'
import { quantile } from './statistics.ts'
import type { TillProcess } from './till-process.ts'
import { gate, ms, toReport, watchMachine, type Trial } from './trial.ts'
import { askOnce } from './wire.ts'

const PER_SECOND = 10_000
const tallySchema = z.object({ sent: z.number(), answered: z.number(), withheld: z.number() })

/**
 * Wrong tokens at ten thousand a second from a process of their own, true callbacks meanwhile (safety L8). Over connections
 * that are kept this is the listener's gate; each on a new connection it is more than a whole processor's work for both
 * sides, so what the machine gives is printed beside it.
 */
export const flood: Trial = async (till, { floodSeconds }) => {
  const machine = watchMachine()
  const kept = await measure(till, floodSeconds, 'keeping')
  const inTime = machine.timeGate(kept.p99 < 50, `${kept.times} (limit p99 50 ms, connecting included)`, kept.commitMs)
  const fresh = await measure(till, floodSeconds, 'renewing')
  const { refused } = (await till.state()).counters
  const [limited, evicted] = [refused['rateLimited'] ?? 0, refused['evicted'] ?? 0]
  return toReport('flood', [
    gate(
      kept.unheard === 0,
      `on connections that are kept, ${kept.rates}: ${kept.heard} callbacks, ${kept.unheard} unheard`,
    ),
    inTime,
    machine.timeGate(
      kept.cpuMicros < 100,
      `${kept.cpuMicros.toFixed(0)} µs of a processor for a bad one (limit 100: ten thousand a second fit into one)`,
      kept.commitMs,
    ),
    gate(
      fresh.unheard === 0,
      `each on a new connection, ${fresh.rates}: ${fresh.heard} callbacks, ${fresh.unheard} unheard`,
    ),
    gate(true, `${fresh.times}; ${fresh.cpuMicros.toFixed(0)} µs for a bad one; for information`),
    gate(limited > 0, `${limited} answered 429, ${evicted} gave way`),
  ])
}

async function measure(till: TillProcess, seconds: number, manner: 'keeping' | 'renewing') {
  const { port, path, token } = till
  const script = fileURLToPath(new URL('./flood.child.ts', import.meta.url))
  const most = manner === 'keeping' ? 50 : 1_000
  const flooding = fork(script, [port, path, PER_SECOND, most, manner].map(String))
  await till.state()
  const times: number[] = []
  let unheard = 0
  const startedMs = performance.now()
  for (let count = 0; performance.now() < startedMs + seconds * 1000; count += 1) {
    const body = resultBody({ totalAmount: count, x: manner })
    const answer = await askOnce(port, toHttp({ path: `/cb/${path}`, token, body }))
    if (answer.status === 200) times.push(answer.ms)
    else unheard += 1
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const heard = once(flooding, 'message')
  flooding.send('tally')
  const [message]: unknown[] = await heard
  const tookSeconds = (performance.now() - startedMs) / 1000
  const ended = once(flooding, 'exit')
  flooding.disconnect()
  await ended
  const { sent, answered, withheld } = tallySchema.parse(message)
  const rate = (count: number): string => `${Math.round(count / tookSeconds)} /s`
  const { stallMs, commitMs, cpuMs } = await till.state()
  const [p50, p99, worst] = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)]
  return {
    heard: times.length,
    unheard,
    p99,
    commitMs,
    cpuMicros: (cpuMs * 1000) / answered,
    rates: `${rate(sent + withheld)} wanted, ${rate(answered)} answered`,
    times: `p50 ${ms(p50)}, p99 ${ms(p99)}, slowest ${ms(worst)}; the till’s own loop p99 ${ms(stallMs)}, slowest commit ${ms(commitMs)}`,
  }
}
