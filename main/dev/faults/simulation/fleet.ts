import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { addSummary, emptySummary, type Summary } from './summary.ts'

interface FleetOptions {
  first: number
  seeds: number
  jobs?: number | undefined
}

export interface FleetReport {
  summary: Summary
  wallMs: number
  jobs: number
}

/** Runs the schedules of `seeds` seeds from `first` on, on all cores. */
export async function runFleet({ first, seeds, jobs = availableParallelism() }: FleetOptions): Promise<FleetReport> {
  const startedAt = performance.now()
  const lanes = Math.max(1, Math.min(jobs, seeds))
  const shares = Array.from({ length: lanes }, (_, lane) => ({
    first: first + lane,
    step: lanes,
    count: Math.ceil((seeds - lane) / lanes),
  }))
  const summary = emptySummary()
  for (const part of await Promise.all(shares.map(runShare))) addSummary(summary, part)
  return { summary, wallMs: performance.now() - startedAt, jobs: lanes }
}

function runShare(share: { first: number; step: number; count: number }): Promise<Summary> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), {
      workerData: share,
      // Most of what a schedule makes is dead when the next begins.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    worker.once('message', (summary: Summary) => resolve(summary))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a thread of the simulation ended with ${code.toString()}`))
    })
  })
}
