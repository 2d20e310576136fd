import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { z } from 'zod'
import type { Clock, Log } from '../ports.ts'

/** So many may be mistyped before there is any wait. */
const FREE_TRIES = 5

/** What is waited after the fifth wrong PIN in a row, the sixth, the seventh, and every later one. */
const WAITS_MS = [30_000, 60_000, 2 * 60_000, 5 * 60_000] as const

const storedSchema = z.strictObject({ wrong: z.int().nonnegative() })

/** How many PINs were wrong in a row, over restarts, and how long none is looked at. */
export interface WrongPins {
  /** Milliseconds for which no PIN is looked at; 0 where one is. */
  waitMs(): number
  /** Counts a try as wrong before it is looked at, so that a till that is switched off meanwhile has counted it. */
  count(): void
  /** It was right: the next mistake is the first again. */
  forget(): void
}

interface WrongPinsOptions {
  file: string
  /** A till that was never used may have no file yet; on any other one its absence is suspect. */
  isNewTill: boolean
  clock: Clock
  log: Log
}

/** @param options `file` holds the count alone, and is written whole or not at all */
export function createWrongPins({ file, isNewTill, clock, log }: WrongPinsOptions): WrongPins {
  let wrong = read() ?? FREE_TRIES
  // The clock of the run before is gone, so a wait begins anew with each start (safety R21).
  let lockedUntilMs = toLock()

  function read(): number | null {
    try {
      return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).wrong
    } catch {
      return isNewTill && !existsSync(file) ? 0 : null
    }
  }

  /** A count that cannot be kept still counts until Paydesk is closed. */
  function write(): void {
    try {
      const partial = `${file}.partial`
      const opened = openSync(partial, 'w', 0o600)
      try {
        writeSync(opened, JSON.stringify({ wrong }))
        fsyncSync(opened)
      } finally {
        closeSync(opened)
      }
      renameSync(partial, file)
    } catch (error) {
      log.warn('approval.uncounted', { problem: String(error) })
    }
  }

  function toLock(): number {
    const index = Math.min(wrong - FREE_TRIES, WAITS_MS.length - 1)
    return clock.monotonicMs() + (WAITS_MS[index] ?? 0)
  }

  write()
  return {
    waitMs: () => Math.max(0, Math.ceil(lockedUntilMs - clock.monotonicMs())),
    count() {
      wrong += 1
      lockedUntilMs = toLock()
      write()
    },
    forget() {
      wrong = 0
      lockedUntilMs = toLock()
      write()
    },
  }
}
