import { EventEmitter } from 'node:events'

type Listener = (event: unknown, ...more: unknown[]) => unknown
type Answer = (request: { url: string; method: string }) => Promise<Response>

/** Web contents that tell of what they are sent. As Electron's, they throw when they are used after their window is gone. */
class ContentsDouble extends EventEmitter {
  isGone = false
  setWindowOpenHandler(): void {}
  reload(): void {}
  isDestroyed(): boolean {
    return this.isGone
  }
  send(channel: string, payload: unknown): void {
    if (this.isGone) throw new Error('Object has been destroyed')
    this.emit('sent', channel, payload)
  }
}

export interface ElectronModuleDouble {
  /** What `import … from 'electron'` finds. */
  module: Record<string, unknown>
  /** What the shell told Electron. */
  seen: { windowOptions: unknown; privileges: unknown; url: string | null; errors: string[]; sandbox: boolean }
  handlers: ReadonlyMap<string, Listener>
  schemes: ReadonlyMap<string, Answer>
  webContents: EventEmitter
  makeReady(): void
  /** A window has loaded its page, or a failure was shown. */
  loaded: Promise<void>
  quit(): void
  exited: Promise<number>
}

/**
 * Stands for the module `electron` when the packed bundle runs under plain Node. As in Electron, nothing is ready before the
 * entry module has run to its end.
 */
export function createElectronDouble(userData: string, version: string): ElectronModuleDouble {
  const ready = Promise.withResolvers<void>()
  const exited = Promise.withResolvers<number>()
  const webContents = new ContentsDouble()
  const handlers = new Map<string, Listener>()
  const schemes = new Map<string, Answer>()
  const seen: ElectronModuleDouble['seen'] = {
    windowOptions: null,
    privileges: null,
    url: null,
    errors: [],
    sandbox: false,
  }
  const loaded = Promise.withResolvers<void>()

  class BrowserWindow extends EventEmitter {
    readonly webContents = webContents
    constructor(options: unknown) {
      super()
      seen.windowOptions = options
    }
    async loadURL(url: string): Promise<void> {
      seen.url = url
      loaded.resolve()
    }
    isDestroyed(): boolean {
      return webContents.isGone
    }
    destroy(): void {
      if (webContents.isGone) return
      webContents.isGone = true
      this.emit('closed')
      app.emit('window-all-closed')
    }
    show(): void {}
  }
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: () => {
      seen.sandbox = true
    },
    requestSingleInstanceLock: () => true,
    whenReady: () => ready.promise,
    getPath: () => userData,
    getVersion: () => version,
    quit: () => app.emit('before-quit', { preventDefault: () => undefined }),
    exit: (code: number) => exited.resolve(code),
  })
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
  })
  const module = {
    app,
    BrowserWindow,
    session: { defaultSession: session },
    Menu: { setApplicationMenu: () => undefined, buildFromTemplate: () => null },
    dialog: {
      showErrorBox: (title: string, text: string) => {
        seen.errors.push(`${title}: ${text}`)
        loaded.resolve()
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (given: unknown) => {
        seen.privileges = given
      },
      handle: (scheme: string, answer: Answer) => schemes.set(scheme, answer),
    },
    ipcMain: { handle: (channel: string, listener: Listener) => handlers.set(channel, listener) },
  }
  return {
    module,
    seen,
    handlers,
    schemes,
    webContents,
    makeReady: ready.resolve,
    loaded: loaded.promise,
    quit: app.quit,
    exited: exited.promise,
  }
}
