import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const BLOCK = Buffer.alloc(4096, 7)
/** As many as the write-ahead log grows to before it begins anew. */
const BLOCKS = 1_000

/** Writes blocks of 4 KiB one after another, each fsync'ed: what the disk allows, whatever is written. */
export interface DiskWrites {
  /** One write, in milliseconds. */
  write(): number
  close(): void
}

export function openDiskWrites(folder: string): DiskWrites {
  const file = openSync(join(folder, 'blocks'), 'w')
  let next = 0
  return {
    write() {
      const startedMs = performance.now()
      writeSync(file, BLOCK, 0, BLOCK.length, (next++ % BLOCKS) * BLOCK.length)
      fsyncSync(file)
      return performance.now() - startedMs
    },
    close: () => closeSync(file),
  }
}
