import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCore, type Core } from '../core/app.ts'
import { createSystemClock } from '../core/system/clock.ts'

interface LeapingCoreOptions {
  dataFolder: string
  cloudUrl: string
  statusUrl: string
  apiKey: string
  /** As in the managed configuration. */
  callback: Readonly<Record<string, unknown>>
}

/** Long enough for the budget of requests to be free again. */
const LEAP_MS = 5_000

/**
 * A whole core on a journal on disk with its listener on, for trials and measurements: before each press its monotonic clock can
 * leap, as what is looked at is the till and not the waiting for its turn.
 */
export async function startLeapingCore(options: LeapingCoreOptions): Promise<{ core: Core; leap: () => void }> {
  const { dataFolder, cloudUrl, statusUrl, apiKey, callback } = options
  let leaptMs = 0
  const system = createSystemClock()
  const configFile = join(dataFolder, 'shop.json')
  writeFileSync(configFile, JSON.stringify({ environment: 'development', training: false, callback }))
  const core = await startCore({
    dataFolder,
    configFile,
    appVersion: '0.0.0',
    connection: { hosts: { cloudUrl, statusUrl }, apiKey },
    clock: { ...system, monotonicMs: () => system.monotonicMs() + leaptMs },
    startSimulator: () => Promise.reject(new Error('not in practice')),
  })
  if (!core.ok) throw new Error(core.error.message)
  return { core: core.value, leap: () => void (leaptMs += LEAP_MS) }
}
