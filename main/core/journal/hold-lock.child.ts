import { writeSync } from 'node:fs'
import { argv, stdin } from 'node:process'
import { takeLock } from './lock.ts'

/** Run by tests as a process of its own: takes the lock, keeps no reference to it, says so, and lives until it is killed. */
function takeAndForget(): string {
  const result = takeLock(argv[2] ?? '')
  return result.ok ? 'held' : result.error.code
}

const outcome = takeAndForget()
for (let round = 0; round < 5; round += 1) globalThis.gc?.()
writeSync(1, `${outcome}\n`)
if (outcome === 'held') stdin.resume()
