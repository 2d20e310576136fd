import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { startCore } from '../core/app.ts'
import { takeConnection } from '../core/handpoint/connection.ts'
import { takeMailPassword } from '../core/mail/mail-settings.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { keepDataIn } from './data-folder.ts'
import { createElectronPrinter } from './printing.ts'
import { runShell } from './shell.ts'
import { explainStartFailure } from './start-failure.ts'

// Not awaited: Electron becomes ready only after this module has run to its end.
start().catch((error: unknown) => {
  const { title, text } = explainStartFailure({ code: 'internal', message: String(error) })
  dialog.showErrorBox(title, text)
  app.exit(1)
})

async function start(): Promise<void> {
  // A test's own data folder; a packaged till always uses the user's.
  const dataFolder = process.env['PAYDESK_DATA']
  if (!app.isPackaged && dataFolder !== undefined) keepDataIn(app, dataFolder)
  const mailPassword = takeMailPassword(process.env)
  await runShell(
    {
      app,
      protocol,
      ipcMain,
      dialog,
      session: () => session.defaultSession,
      createWindow: (options) => new BrowserWindow(options),
      setMenu: (template) => Menu.setApplicationMenu(template && Menu.buildFromTemplate(template)),
    },
    {
      pageFolder: join(import.meta.dirname, '../renderer'),
      preloadFile: join(import.meta.dirname, '../preload/index.cjs'),
      platform: process.platform,
      connection: takeConnection(process.env),
      startCore: (connection) =>
        startCore({
          dataFolder: app.getPath('userData'),
          configFile: process.env['PAYDESK_CONFIG'] ?? null,
          appVersion: app.getVersion(),
          connection,
          startSimulator: (stateFile) => createSimulator({ stateFile }),
          mailPassword,
          printer: createElectronPrinter({
            createWindow: (options) => new BrowserWindow(options),
            session: (partition) => session.fromPartition(partition, { cache: false }),
            showSaveDialog: (options) => dialog.showSaveDialog(options),
            writeFile: (file, bytes) => writeFile(file, bytes),
            setTimer(afterMs, act) {
              const timer = setTimeout(act, afterMs)
              return () => clearTimeout(timer)
            },
          }),
        }),
      quitLimits: { requestMs: 10_000, closeMs: 5_000 },
    },
  )
}
