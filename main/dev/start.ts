import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { electronRuntime } from './electron-runtime.ts'
import { openInBrowser } from './preview/open-in-browser.ts'
import { runPreview } from './preview/run-preview.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const { values } = parseArgs({
  strict: false,
  options: {
    'no-open': { type: 'boolean' },
    data: { type: 'string' },
    config: { type: 'string' },
    port: { type: 'string' },
  },
})
const dataFolder = typeof values['data'] === 'string' ? values['data'] : join(ROOT, '.paydesk')
const configFile = typeof values['config'] === 'string' ? values['config'] : null
const mayOpen = values['no-open'] !== true
const runtime = mayOpen ? electronRuntime() : null

if (runtime === null) await preview()
else await startElectron(runtime)

async function preview(): Promise<void> {
  const why = mayOpen ? 'There is no Electron runtime here' : 'No window was wanted'
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

/** What was asked for on the command line, where Electron's own arguments would be ignored. */
function toEnvironment(): Record<string, string> {
  return {
    ...(typeof values['data'] === 'string' ? { PAYDESK_DATA: values['data'] } : {}),
    ...(configFile === null ? {} : { PAYDESK_CONFIG: configFile }),
  }
}
