import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './checks/run-tool.ts'
import { electronRuntime, obtainElectronRuntime } from './electron-runtime.ts'
import { hasDesktop, openInBrowser } from './preview/open-in-browser.ts'
import { runPreview } from './preview/run-preview.ts'

const { values } = parseArgs({
  strict: false,
  options: {
    'no-open': { type: 'boolean' },
    data: { type: 'string' },
    config: { type: 'string' },
    port: { type: 'string' },
  },
})
// Absolute: Electron takes no other, and starts in a folder of its own choosing on some systems.
const dataFolder = typeof values['data'] === 'string' ? resolve(values['data']) : join(ROOT, '.paydesk')
const configFile = typeof values['config'] === 'string' ? resolve(values['config']) : null
const mayOpen = values['no-open'] !== true
const isWindowPossible = mayOpen && hasDesktop()
const runtime = isWindowPossible ? await findRuntime() : null

if (runtime === null) await preview()
else await startElectron(runtime)

/** A person waits for a download; a build machine does not. */
async function findRuntime(): Promise<string | null> {
  return process.env['CI'] === undefined ? await obtainElectronRuntime({ limitMs: 3 * 60_000 }) : electronRuntime()
}

async function preview(): Promise<void> {
  const missing = isWindowPossible ? 'There is no Electron runtime here' : 'There is no desktop here'
  const why = mayOpen ? missing : 'No window was wanted'
  process.stdout.write(
    `${why}: Paydesk runs as a browser preview, in training mode unless it is configured otherwise.\n`,
  )
  const port = typeof values['port'] === 'string' ? Number(values['port']) : 0
  const url = await runPreview({ port, dataFolder, configFile })
  if (url === null) return
  process.stdout.write(`\n  Open  ${url}\n\nCtrl+C stops it. Payments are kept in ${dataFolder}.\n`)
  if (mayOpen) openInBrowser(url)
}

async function startElectron(executable: string): Promise<void> {
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    // Page, main and preload: without this only the page would be built.
    builder: {},
  })
  await builder.buildApp()
  const child = spawn(executable, [ROOT], { stdio: 'inherit', env: { ...process.env, ...toEnvironment() } })
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

/**
 * What was asked for on the command line, where Electron's own arguments would be ignored. The data folder in any case: run from
 * its sources Paydesk must not write the journal of a till that is installed here.
 */
function toEnvironment(): Record<string, string> {
  return { PAYDESK_DATA: dataFolder, ...(configFile === null ? {} : { PAYDESK_CONFIG: configFile }) }
}
