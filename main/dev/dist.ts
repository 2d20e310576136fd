import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runScript, runTool } from './checks/run-tool.ts'
import { electronRuntime } from './electron-runtime.ts'

/** `npm run dist`: installers for this platform. Says in one line what is missing where one of them cannot be made. */
process.exitCode = await makeInstallers()

async function makeInstallers(): Promise<number> {
  const built = await runTool('vite', ['build', '--app', '--logLevel', 'warn'], { output: 'shown' })
  if (built.exitCode !== 0) return 1
  const runtime = electronRuntime() ?? (await fetchRuntime())
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

/** The electron package brings no runtime; its own script downloads one, checked against the checksums in the package. */
async function fetchRuntime(): Promise<string | null> {
  const script = join(ROOT, 'node_modules/electron/install.js')
  if (!existsSync(script)) return null
  await runScript(script, [], { output: 'caught' })
  return electronRuntime()
}

function refuse(reason: string): number {
  process.stderr.write(`npm run dist: ${reason}\n`)
  return 1
}
