import type { Clock, HttpPort, Log } from '../ports.ts'

export interface HandpointClientOptions {
  http: HttpPort
  clock: Clock
  /** Base address of the cloud, such as `https://cloud.handpoint.com`. */
  cloudUrl: string
  /** Base address of the status service, such as `https://transactions.handpoint.com`. */
  statusUrl: string
  apiKey: string
  log: Log
}
