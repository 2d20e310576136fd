import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseReports } from './report.ts'
import { compileShim, findObstacleToShim } from './shim.ts'
import { makeTrialFolder } from './trial-folder.ts'

const CHILD = fileURLToPath(new URL('./full-disk.child.ts', import.meta.url))
const BALLAST_BYTES = 256 * 1024
const NO_BALLAST_BYTES = 1
const TEN_MINUTES_MS = 600_000
const run = promisify(execFile)

/**
 * L5: the disk is full while the till is idle, in the middle of a sale, while terminals deliver, during a migration and during
 * a backup, with no room at all and with a little. On a file system of 3 MB where one can be mounted, else under the shim.
 */
export async function runFullDiskLayer() {
  const name = 'L5 full disk'
  const work = makeTrialFolder('full-disk')
  const small = join(work, 'small')
  mkdirSync(small)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]).status === 0
  try {
    const obstacle = isMounted ? null : findObstacleToShim()
    if (obstacle !== null)
      return { name, lines: [`skipped: no file system can be mounted, and ${obstacle}`], failures: 0 }
    const shim = isMounted ? {} : { LD_PRELOAD: compileShim(work), SHIM_FOLDER: small }
    const options = { env: { ...process.env, ...shim }, timeout: TEN_MINUTES_MS }
    const runWith = async (ballastBytes: number) => {
      const args = [CHILD, small, isMounted ? 'mounted' : 'shim', String(ballastBytes)]
      return parseReports((await run(execPath, args, options)).stdout)
    }
    const { lines, problems } = await runWith(BALLAST_BYTES)
    const control = await runWith(NO_BALLAST_BYTES)
    const isBlind = control.problems === 0
    return {
      name,
      lines: [
        isMounted ? 'on a file system of 3 MB' : 'under the shim',
        ...lines,
        `negative control (no ballast): ${control.problems} problems${isBlind ? ': THE LAYER IS BLIND' : ', as there have to be'}`,
      ],
      failures: problems + Number(isBlind),
    }
  } finally {
    if (isMounted) spawnSync('umount', [small])
    rmSync(work, { recursive: true, force: true })
  }
}
