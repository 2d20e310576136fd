import { err, type Result } from '../../shared/result.ts'
import type { Connection } from './connection.ts'
import type { Core, StartFailure } from './core-port.ts'

export interface CoreOptions {
  dataFolder: string
  configFile: string | null
  appVersion: string
  connection: Connection | null
}

/** Starts the core, with the built-in simulator when there is no connection. */
export async function openCore(_options: CoreOptions): Promise<Result<Core, StartFailure>> {
  return err({ code: 'internal', message: 'the core is not built into this version yet' })
}
