import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Reference } from '../../../../shared/ids.ts'
import { judgeCalls } from './call-times.ts'
import type { Delivered } from './caller-messages.ts'
import { startCaller, type Caller } from './caller.ts'
import { judgeEffects } from './journal-audit.ts'
import type { TillProcess, TrialSale } from './till-process.ts'
import { gate, judgeTimes, toReport, type TimeGate, type Trial } from './trial.ts'
import { toTrueLetter } from './true-result.ts'

const PER_SECOND = 10_000
/** Every so many callbacks are of a new sale, the others are its terminal's own copies: they have to be heard as well. */
const COPIES = 10
/** For so long the work for bad ones alone is measured. */
const WORK_MS = 1_000
/** Safety L8. */
const LIMIT_MS = 50
const tallySchema = z.object({
  sent: z.number(),
  answered: z.number(),
  limited: z.number(),
  withheld: z.number(),
})

/**
 * Wrong tokens at ten thousand a second from a process of their own, true callbacks from another meanwhile (safety L8). Over
 * connections that are kept this is the listener's gate; each on a new connection it is more than a whole processor's work for
 * both sides, so what the machine gives is printed beside it.
 */
export const flood: Trial = async (till, { floodSeconds: seconds }) => {
  const caller = startCaller()
  const sold: Reference[] = []
  const parts = { till, caller, seconds, sold }
  try {
    const kept = await judgeTimes(async () => {
      const { calls, unheard, rates, limited, cpuMicros, waitedShare } = await measure(parts, 'keeping')
      const inTime = judgeCalls(calls, LIMIT_MS, 0.01)
      return {
        gates: [
          gate(unheard === 0, `on connections that are kept, ${rates}: ${calls.length} callbacks, ${unheard} unheard`),
          gate(limited > 0, `${limited} answered 429`),
        ],
        times: [inTime, judgeWork(cpuMicros, waitedShare)],
      }
    })
    const { calls, unheard, rates, cpuMicros } = await measure(parts, 'renewing')
    return toReport('flood', [
      ...kept,
      gate(unheard === 0, `each on a new connection, ${rates}: ${calls.length} callbacks, ${unheard} unheard`),
      gate(true, `${judgeCalls(calls, LIMIT_MS, 1).line}; ${toWork(cpuMicros)}; for information`),
      judgeEffects(till.journalFile, sold),
    ])
  } finally {
    await caller.close()
  }
}

const toWork = (cpuMicros: number): string => `${cpuMicros.toFixed(0)} µs of a processor for a bad one`

/** Time of a processor, of which there is less for each answer while others take the processor away all the time. */
function judgeWork(cpuMicros: number, waitedShare: number): TimeGate {
  const holds = cpuMicros < 100
  const waited = `the till waited ${(waitedShare * 100).toFixed(0)} % of the time for a processor`
  const line = `${toWork(cpuMicros)} (limit 100: ten thousand a second fit into one); ${waited}`
  return { holds, line, isJudged: holds || waitedShare < 0.1 }
}

interface Parts {
  till: TillProcess
  caller: Caller
  seconds: number
  sold: Reference[]
}

async function measure({ till, caller, seconds, sold }: Parts, manner: 'keeping' | 'renewing') {
  const script = fileURLToPath(new URL('./flood.child.ts', import.meta.url))
  const most = manner === 'keeping' ? 50 : 1_000
  let sale = await sellNext(till, null, sold)
  const flooding = fork(script, [till.port, sale.path, PER_SECOND, most, manner].map(String))
  const readTally = async () => {
    const heard = once(flooding, 'message')
    flooding.send('tally')
    const [message]: unknown[] = await heard
    return tallySchema.parse(message)
  }
  const calls: Delivered[] = []
  const startedMs = performance.now()
  for (let count = 1; performance.now() < startedMs + seconds * 1000; count += 1) {
    calls.push(await caller.deliver(till, toTrueLetter(sale)))
    if (count % COPIES === 0) sale = await sellNext(till, sale, sold)
    else await setTimeout(10)
  }
  // The last one may have been begun and not delivered.
  await caller.deliver(till, toTrueLetter(sale))
  const tookSeconds = (performance.now() - startedMs) / 1000
  const { sent, answered, limited, withheld } = await readTally()
  await till.leave(sale)
  // What a bad one costs, without the sales between them.
  await till.state()
  const { answered: from } = await readTally()
  await setTimeout(WORK_MS)
  const { answered: until } = await readTally()
  const { cpuMs, waitedMs } = await till.state()
  const ended = once(flooding, 'exit')
  flooding.disconnect()
  await ended
  const rate = (count: number): string => `${Math.round(count / tookSeconds)} /s`
  return {
    calls,
    unheard: calls.filter(({ status }) => status !== 200).length,
    limited,
    cpuMicros: (cpuMs * 1000) / (until - from),
    waitedShare: waitedMs / WORK_MS,
    rates: `${rate(sent + withheld)} wanted, ${rate(answered)} answered`,
  }
}

async function sellNext(till: TillProcess, last: TrialSale | null, sold: Reference[]): Promise<TrialSale> {
  if (last !== null) await till.leave(last)
  const sale = await till.sell()
  sold.push(sale.reference)
  return sale
}
