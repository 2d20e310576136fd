import { randomUUID } from 'node:crypto'
import type { Ids } from '../ports.ts'

/** Identifiers from the operating system's random source. */
export function createRandomIds(): Ids {
  return { uuid: () => randomUUID() }
}
