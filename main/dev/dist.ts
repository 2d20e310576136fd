import { join } from 'node:path'
import { ROOT, runTool } from './checks/run-tool.ts'
import { obtainElectronRuntime } from './electron-runtime.ts'

/** `npm run dist`: installers for this platform. Says in one line what is missing where one of them cannot be made. */
process.exitCode = await makeInstallers()

async function makeInstallers(): Promise<number> {
  const built = await runTool('vite', ['build', '--app', '--logLevel', 'warn'], { output: 'shown' })
  if (built.exitCode !== 0) return 1
  const runtime = await obtainElectronRuntime({ limitMs: 15 * 60_000 })
  if (runtime === null) {
    return refuse(
      'The Electron runtime is missing and could not be downloaded. Connect to the internet, or name a mirror in ' +
        'ELECTRON_MIRROR, and run this again.',
    )
  }
  const electronDist = join(ROOT, 'node_modules/electron/dist')
  const packed = await runTool('electron-builder', [`-c.electronDist=${electronDist}`], { output: 'shown' })
  if (packed.exitCode === 0) return 0
  return refuse(
    'electron-builder could not make every installer of this platform: its last lines above say which and why.',
  )
}

function refuse(reason: string): number {
  process.stderr.write(`npm run dist: ${reason}\n`)
  return 1
}
