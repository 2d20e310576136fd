import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseReports } from './report.ts'
import { compileShim, findObstacleToShim } from './shim.ts'
import { makeTrialFolder } from './trial-folder.ts'

interface LayerOptions {
  long: boolean
  points?: number
  seed?: number
}

const CHILD = fileURLToPath(new URL('./failing-call.child.ts', import.meta.url))
const MINUTE_MS = 60_000
/** Of so many calls one, where there is no time for every one. */
const STEP = 59

const run = promisify(execFile)

/** L4: each call to the disk fails in its turn, once or from then on. The next start holds everything that was acknowledged. */
export async function runFailingCallLayer({ long }: LayerOptions) {
  const name = 'L4 failing calls'
  const obstacle = findObstacleToShim()
  if (obstacle !== null) return { name, lines: [`skipped: ${obstacle}`], failures: 0 }
  const work = makeTrialFolder('failing-call')
  try {
    const env = { ...process.env, LD_PRELOAD: compileShim(work), SHIM_FOLDER: work }
    const step = String(long ? 1 : STEP)
    const { stdout } = await run(execPath, [CHILD, work, step], { env, timeout: 30 * MINUTE_MS })
    const { lines, problems } = parseReports(stdout)
    return { name, lines, failures: problems }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
