import type { App, BrowserWindowConstructorOptions, MenuItemConstructorOptions, Privileges } from 'electron'

/**
 * The few things of Electron that the shell uses, as narrow as it uses them. The compiler checks in `index.ts` that Electron
 * has them; the tests hand in doubles, because Electron does not run on every machine that tests Paydesk.
 */
export interface ElectronPort {
  app: AppPort
  protocol: ProtocolPort
  ipcMain: IpcMainPort
  dialog: DialogPort
  /** The one session. There is none before the app is ready. */
  session(): SessionPort
  createWindow(options: BrowserWindowConstructorOptions): WindowPort
  /** `null`: no menu at all, and none of its shortcuts. */
  setMenu(template: MenuItemConstructorOptions[] | null): void
}

export interface Preventable {
  preventDefault(): void
}

export interface AppPort extends Pick<
  App,
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'whenReady'
  | 'isPackaged'
> {
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown
  on(event: 'second-instance', listener: () => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  on(event: 'web-contents-created', listener: (event: Preventable, contents: ContentsPort) => void): unknown
}

export interface ProtocolPort {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Privileges }[]): void
  handle(scheme: string, handler: (request: Pick<Request, 'url' | 'method'>) => Promise<Response>): void
}

export interface DialogPort {
  showErrorBox(title: string, content: string): void
}

/** The frame that sent a message. Reading a frame that is gone throws. */
export interface FramePort {
  readonly origin: string
  readonly parent: object | null
}

/** What arrives with a message. `sender` is compared, never used. */
export interface SenderPort {
  readonly sender: object
  readonly senderFrame: FramePort | null
}

export interface IpcMainPort {
  handle(channel: string, listener: (event: SenderPort, input: unknown) => Promise<unknown>): void
}

export interface SessionPort {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: null) => void) => void): void
  on(event: 'will-download', listener: (event: Preventable) => void): unknown
}

export interface NavigationDetails extends Preventable {
  readonly url: string
  readonly isMainFrame: boolean
}

export interface ContentsPort {
  on(event: 'will-navigate', listener: (details: NavigationDetails) => void): unknown
  on(event: 'will-frame-navigate', listener: (details: NavigationDetails) => void): unknown
  on(event: 'will-redirect', listener: (details: NavigationDetails) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  on(event: 'render-process-gone', listener: (event: Preventable, details: { reason: string }) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  send(channel: string, payload: unknown): void
  reload(): void
  isDestroyed(): boolean
}

export interface WindowPort {
  readonly webContents: ContentsPort
  once(event: 'ready-to-show', listener: () => void): unknown
  loadURL(url: string): Promise<void>
  isDestroyed(): boolean
  destroy(): void
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
}
