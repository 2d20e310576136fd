import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What can be made to fail. */
export const CALLS = ['write', 'sync', 'truncate', 'open'] as const
export type Call = (typeof CALLS)[number]

export const ERRORS = { EIO: 5, ENOSPC: 28 } as const
export type ErrorName = keyof typeof ERRORS

export interface Fault {
  call: Call
  /** The how-manieth from now on, counted from 1. */
  nth: number
  error: ErrorName
  /** This one and every later one. */
  isLasting: boolean
}

/** The shim of this process, told what to do. Only in a process that was started under it. */
export interface ShimControl {
  fail(fault: Fault): void
  /** From now on no file grows by more than this altogether, in bytes. */
  limit(bytes: number): void
  /** Ends it and answers how many calls failed. */
  off(): number
  close(): void
}

export function openShimControl(folder: string): ShimControl {
  const handle = openSync(join(folder, 'shim-control'), 'w+')

  return {
    fail({ call, nth, error, isLasting }) {
      writeSync(handle, `fail ${call} ${nth} ${ERRORS[error]} ${Number(isLasting)}\n`)
    },
    limit: (bytes) => void writeSync(handle, `room ${bytes}\n`),
    off() {
      const text = Buffer.alloc(32)
      const length = readSync(handle, text)
      writeSync(handle, 'off\n')
      return Number(text.toString('utf8', 0, length))
    },
    close: () => closeSync(handle),
  }
}
