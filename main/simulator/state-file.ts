import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { behaviourPatchSchema } from './behaviour.ts'
import { faultRuleSchema } from './faults.ts'
import { createJob } from './job.ts'
import { profileOf } from './operations.ts'
import { parcelSchema } from './parcel.ts'
import { recordSchema } from './records.ts'
import type { GatewayRecord } from './records.ts'
import { resultStoreSchema } from './result-store.ts'
import { transactionRequestSchema } from './transaction-request.ts'
import type { World } from './world.ts'

const runningSchema = z.object({
  resultId: z.string(),
  request: transactionRequestSchema,
  draft: recordSchema,
  guid: z.string().nullable(),
})

const stateSchema = z.object({
  version: z.literal(1),
  records: z.array(recordSchema),
  results: resultStoreSchema,
  running: z.array(runningSchema),
  parcels: z.array(parcelSchema),
  randomPosition: z.number().int().min(0),
  /** What was set through the control. Files of earlier versions lack both, and may name options that are gone. */
  behaviour: behaviourPatchSchema.default({}).catch({}),
  faults: z.array(faultRuleSchema).default([]).catch([]),
})
type State = z.infer<typeof stateSchema>

/** Writes the world's books beside `path` and renames them into place, so that a reader never sees half a file. */
export function saveState(path: string, world: World): void {
  const state: State = {
    version: 1,
    records: [...world.gateway.all()],
    results: world.results.save(),
    running: world.terminals.flatMap((terminal) => {
      const job = terminal.current()
      if (job === null) return []
      return [{ resultId: job.resultId, request: job.request, draft: job.draft, guid: job.record?.guid ?? null }]
    }),
    parcels: [...world.delivery.pending()],
    randomPosition: world.random.position(),
    behaviour: world.behaviourChanges(),
    faults: [...world.faults.pending()],
  }
  writeFileSync(`${path}.tmp`, JSON.stringify(state))
  renameSync(`${path}.tmp`, path)
}

/**
 * Restores the books. Whatever was running when the process died is cancelled, as an app does at its start
 * (handpoint-api.md §4.9), and undelivered callbacks go on. Throws when the file is not a state file.
 */
export function loadState(path: string, world: World): void {
  if (!existsSync(path)) return
  const state = stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  world.random.resume(state.randomPosition)
  world.changeBehaviour(state.behaviour)
  world.faults.add(state.faults)
  world.gateway.load(state.records.map(abandoned))
  world.results.load(state.results)
  world.delivery.load(state.parcels)
  for (const { resultId, request, draft, guid } of state.running) {
    const terminal = world.terminals.find(({ device }) => device.serial_number === request.serial_number)
    const profile = profileOf(request.operation, request.originalTransactionId !== undefined)
    const record = guid === null ? null : (world.gateway.find(guid) ?? null)
    terminal?.resumeInterrupted(createJob({ resultId, request, profile, draft, record }))
  }
}

/** A request the gateway had not decided when everything stopped was not charged. */
function abandoned(record: GatewayRecord): GatewayRecord {
  return record.finStatus === 'IN_PROGRESS' ? { ...record, finStatus: 'CANCELLED', message: 'Cancelled' } : record
}
