import { join } from 'node:path'
import { ROOT, runTool } from './checks/run-tool.ts'
import { electronRuntime } from './electron-runtime.ts'

/** `npm run e2e:electron`: builds the app and tries it in Electron itself, where there is one. */
const runtime = electronRuntime()
if (runtime === null) {
  process.stdout.write("skipped: Electron's own tests: no Electron runtime here\n")
} else {
  const built = await runTool('vite', ['build', '--app', '--logLevel', 'warn'], { output: 'shown' })
  process.exitCode = built.exitCode === 0 ? await tryInElectron(runtime) : 1
}

async function tryInElectron(executable: string): Promise<number> {
  const config = join(ROOT, 'e2e/electron/playwright.config.ts')
  const { exitCode } = await runTool('playwright', ['test', '--config', config], {
    output: 'shown',
    env: { PAYDESK_ELECTRON: executable },
  })
  return exitCode ?? 1
}
