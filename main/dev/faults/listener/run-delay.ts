import { readFileSync } from 'node:fs'

/**
 * How long the main thread of a process was ready to run and had to wait for a processor, in milliseconds since its start; 0
 * where the system does not say (it does on Linux).
 */
export function readRunDelayMs(pid: number): number {
  try {
    const [, waitedNs] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')
    return Number(waitedNs) / 1e6
  } catch {
    return 0
  }
}
