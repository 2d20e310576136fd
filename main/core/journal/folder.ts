import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const isWindows = process.platform === 'win32'

/**
 * Makes the data folder, for its owner alone (safety A6), and its name durable. Throws what the file system throws.
 * On Windows the profile's own access list is what protects it.
 */
export function prepareFolder(folder: string): void {
  const firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isWindows) chmodSync(folder, 0o700)
  if (firstMade === undefined) return
  // A new folder is lost at a power cut until the folder that holds its name has reached the disk.
  const top = dirname(resolve(firstMade))
  for (let holder = dirname(resolve(folder)); holder.length >= top.length; holder = dirname(holder)) {
    syncFolder(holder)
    if (holder === dirname(holder)) return
  }
}

/**
 * Makes the file if there is none, readable by its owner alone. SQLite gives `-wal` and `-shm` the mode of the main file.
 * A file that exists is not opened: closing any handle of a file drops this process's locks on it (POSIX).
 */
export function makePrivateFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'wx', 0o600))
  if (isWindows) return
  for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) chmodSync(name, 0o600)
}

/** Makes the names in a folder durable. Windows has no such call; its file system journals names. */
export function syncFolder(folder: string): void {
  if (isWindows) return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes what was written to a closed file durable. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
