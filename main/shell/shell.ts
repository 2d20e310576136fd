import { err, type Result } from '../../shared/result.ts'
import type { Core } from '../core/app.ts'
import type { Connection } from '../core/handpoint/connection.ts'
import { listPageFiles } from '../core/page/page-files.ts'
import { reloadAfterCrash } from './crash-recovery.ts'
import type { ElectronPort, WindowPort } from './electron-port.ts'
import { connectBridge } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { confineNavigation } from './navigation.ts'
import { PAGE_URL } from './origin.ts'
import { denyPermissions } from './permissions.ts'
import { declareScheme, servePage } from './protocol.ts'
import { bringToRest, type QuitLimits } from './quit.ts'
import { explainStartFailure, type ShellFailure } from './start-failure.ts'
import { windowOptions } from './window.ts'

export interface ShellOptions {
  /** The built page's folder, and the built preload. */
  pageFolder: string
  preloadFile: string
  platform: NodeJS.Platform
  connection: Result<Connection | null, string>
  startCore: (connection: Connection | null) => Promise<Result<Core, ShellFailure>>
  quitLimits: QuitLimits
}

/** Runs the till. Ends the process itself: when there is another instance, when the core cannot start, and on quitting. */
export async function runShell(electron: ElectronPort, options: ShellOptions): Promise<void> {
  const { app, dialog } = electron
  app.enableSandbox()
  // Before anything is opened: two instances would be two writers of one journal (safety R18).
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  declareScheme(electron.protocol)
  app.on('web-contents-created', (_event, contents) => confineNavigation(contents))
  electron.setMenu(menuTemplate(options.platform))
  await app.whenReady()
  denyPermissions(electron.session())

  const core = await startCore(options)
  if (!core.ok) {
    const { title, text } = explainStartFailure(core.error)
    dialog.showErrorBox(title, text)
    return app.exit(1)
  }
  try {
    await openWindow(electron, core.value, options)
  } catch (error) {
    // Without a window nobody could see what it does: it rests before the failure is told.
    await bringToRest(core.value, options.quitLimits)
    throw error
  }
}

async function openWindow(electron: ElectronPort, core: Core, options: ShellOptions): Promise<void> {
  const { app, dialog } = electron
  servePage(electron.protocol, await listPageFiles(options.pageFolder))
  const window = electron.createWindow(windowOptions(options.preloadFile, app.isPackaged))
  endWith(electron, window, core, options.quitLimits)
  connectBridge(electron.ipcMain, window, core)
  reloadAfterCrash(window.webContents, () => {
    dialog.showErrorBox('The screen of Paydesk keeps failing', 'Payments are safe in the journal. Start Paydesk again.')
    app.quit()
  })
  app.on('second-instance', () => bringToFront(window))
  window.once('ready-to-show', () => window.show())
  await window.loadURL(PAGE_URL).catch((error: unknown) => {
    // Quitting takes the window away in the middle of loading, which is no failure to start.
    if (!window.isDestroyed()) throw error
  })
}

async function startCore({ connection, startCore: start }: ShellOptions): Promise<Result<Core, ShellFailure>> {
  if (connection.ok) return start(connection.value)
  return err({ code: 'connection.invalid', message: connection.error })
}

/** Quitting takes the window away first, so that no sale starts any more, and ends the process when the core is at rest. */
function endWith({ app }: ElectronPort, window: WindowPort, core: Core, limits: QuitLimits): void {
  let isEnding = false
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (isEnding) return
    isEnding = true
    if (!window.isDestroyed()) window.destroy()
    void bringToRest(core, limits).then((isAtRest) => app.exit(isAtRest ? 0 : 1))
  })
}

function bringToFront(window: WindowPort): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
