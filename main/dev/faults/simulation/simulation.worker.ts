import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { runSchedules } from './run-schedules.ts'
import { addVerdict, emptySummary } from './summary.ts'

const workSchema = z.object({ first: z.int(), step: z.int(), count: z.int() })

function* seedsOf({ first, step, count }: z.infer<typeof workSchema>): Generator<number> {
  for (let nth = 0; nth < count; nth += 1) yield first + nth * step
}

const summary = emptySummary()
const started = process.threadCpuUsage()
await runSchedules(seedsOf(workSchema.parse(workerData)), (verdict) => addVerdict(summary, verdict))
const { user, system } = process.threadCpuUsage(started)
summary.cpuMs = (user + system) / 1_000
parentPort?.postMessage(summary, [])
