import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../ports.ts'
import { toText } from './connection.ts'
import { syncFolder } from './folder.ts'

export interface DiskState {
  /** What is free for this user, in bytes; null where the system does not say. */
  freeBytes: number | null
  reserveBytes: number
  /** False from when the ballast was released until it could be made again. */
  hasBallast: boolean
  /** Nothing new may be sold: what is left is for the results of what was sold already (safety R16). */
  isLow: boolean
}

export interface Disk {
  /** Looks anew, and makes the ballast again once there is room for it. */
  state(): DiskState
  /** Gives the ballast's room back to the disk. False when there was none to give. */
  release(): boolean
}

export interface DiskOptions {
  folder: string
  clock: Clock
  log?: Log | undefined
  /** Below this nothing is sold. */
  reserveBytes?: number
  ballastBytes?: number
}

const RESERVE_BYTES = 64 * 1024 * 1024
/** Room for some hundreds of results (safety R16). */
const BALLAST_BYTES = 8 * 1024 * 1024
/** How long a failed attempt to make the ballast is not repeated. */
const RETRY_MS = 10_000
const CHUNK_BYTES = 64 * 1024

/** Watches over the room that payments need, and holds some of it ready in a file. Never throws. */
export function createDisk(options: DiskOptions): Disk {
  const { folder, clock, log, reserveBytes = RESERVE_BYTES, ballastBytes = BALLAST_BYTES } = options
  const file = join(folder, 'paydesk.ballast')
  let hasBallast = readSize(file) >= ballastBytes
  let triedAtMs = -Infinity

  function make(): void {
    const nowMs = clock.monotonicMs()
    if (nowMs - triedAtMs < RETRY_MS) return
    triedAtMs = nowMs
    try {
      writeBallast(file, ballastBytes)
      syncFolder(folder)
      hasBallast = true
    } catch (error) {
      removeHalfMade()
      log?.warn('journal.ballastFailed', { text: toText(error) })
    }
  }

  function removeHalfMade(): void {
    try {
      rmSync(`${file}.new`, { force: true })
    } catch (error) {
      log?.warn('journal.ballastFailed', { text: toText(error) })
    }
  }

  return {
    state() {
      const freeBytes = readFree(folder)
      const hasRoom = freeBytes === null || freeBytes >= reserveBytes + (hasBallast ? 0 : ballastBytes)
      if (!hasBallast && hasRoom) make()
      return { freeBytes, reserveBytes, hasBallast, isLow: !hasBallast || !hasRoom }
    },
    release() {
      if (!hasBallast) return false
      hasBallast = false
      // Not at once again: what was released is there to be used.
      triedAtMs = clock.monotonicMs()
      try {
        rmSync(file)
        log?.error('journal.ballastReleased')
        return true
      } catch (error) {
        log?.error('journal.ballastFailed', { text: toText(error) })
        return false
      }
    },
  }
}

function readSize(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function readFree(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // A file system that cannot say how much is free: then the ballast alone has to do.
    return null
  }
}

/** Random bytes: a file of zeros takes no room on a file system that compresses or leaves holes. */
function writeBallast(file: string, bytes: number): void {
  const handle = openSync(`${file}.new`, 'w', 0o600)
  try {
    const chunk = randomBytes(CHUNK_BYTES)
    for (let done = 0; done < bytes;) {
      done += writeSync(handle, chunk, 0, Math.min(CHUNK_BYTES, bytes - done))
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
}
