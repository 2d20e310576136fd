import { startCore, type Core } from '../../core/app.ts'
import { takeConnection } from '../../core/handpoint/connection.ts'
import { takeMailPassword } from '../../core/mail/mail-settings.ts'
import type { Clock } from '../../core/ports.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { readAppVersion } from './app-version.ts'
import { buildPage } from './build-page.ts'
import { createFolderPrinter } from './folder-printer.ts'
import { startPreviewServer, type PageSource, type PreviewServer } from './preview-server.ts'

export interface PreviewOptions {
  /** 0 for any free port. */
  port: number
  dataFolder: string
  configFile: string | null
  /** The built page unless another is given. */
  page?: PageSource
  clock?: Clock
}

/**
 * Runs the core and serves its page to a browser until the process is told to stop.
 * @returns the address, or null after saying on standard error why it does not start
 */
export async function runPreview({
  port,
  dataFolder,
  configFile,
  page,
  clock,
}: PreviewOptions): Promise<string | null> {
  const connection = takeConnection(process.env)
  if (!connection.ok) return refuse(`Paydesk did not start:\n${connection.error}`)
  const source: PageSource = page ?? { type: 'built', folder: await buildPage() }
  const core = await startCore({
    dataFolder,
    configFile,
    appVersion: await readAppVersion(),
    connection: connection.value,
    ...(clock === undefined ? {} : { clock }),
    startSimulator: (stateFile) => createSimulator({ stateFile }),
    printer: createFolderPrinter(dataFolder),
    mailPassword: takeMailPassword(process.env),
  })
  if (!core.ok) return refuse(core.error.message)
  const server = await startPreviewServer({ core: core.value, page: source, port }).catch((error: unknown) =>
    String(error),
  )
  if (typeof server === 'string') {
    await core.value.close()
    return refuse(`Paydesk did not start: port ${port.toString()} cannot be used (${server}).`)
  }
  stopOnSignal(core.value, server)
  return server.url
}

function refuse(text: string): null {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
  return null
}

function stopOnSignal(core: Core, server: PreviewServer): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    void server
      .close()
      .then(() => core.close())
      .finally(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
